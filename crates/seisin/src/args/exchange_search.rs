//! The words of `exchange search`.

use super::{MapsChoice, Outputs};
use clap::{Args, ValueEnum};

/// By what the ratio of an exchange is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RatioBy {
    /// Land.
    Area,
    /// People known to live there.
    People,
}

#[derive(Debug, Args)]
pub(crate) struct ExchangeSearchArgs {
    /// What a party might give parts of: PARTY:REGION, its holding there, or its own land there
    #[arg(long, num_args = 1, value_name = "PARTY:REGION")]
    pub(crate) give: Vec<String>,
    /// What a party gives all of: PARTY:REGION
    #[arg(long, num_args = 1, value_name = "PARTY:REGION")]
    pub(crate) give_whole: Vec<String>,
    /// The day the holdings are measured on
    #[arg(long, value_name = "DATE")]
    pub(crate) on: String,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    #[command(flatten)]
    pub(crate) division: Division,
    #[command(flatten)]
    pub(crate) wish: Wish,
    #[command(flatten)]
    pub(crate) effort: Effort,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
}

/// By what land is divided, and who lives there.
#[derive(Debug, Args)]
pub(crate) struct Division {
    /// By what land is divided: strips:0.02deg, set:NAME (a boundary set), settlements, or h3:7
    #[arg(long, value_name = "UNITS")]
    pub(crate) units: String,
    /// Where people are known to live: gazetteer, a CSV with the columns name,lon,lat,people, or a
    /// raster of people by pixel in WGS 84 (.tif)
    #[arg(long, value_name = "gazetteer|FILE")]
    pub(crate) people: Option<String>,
    /// The least cell that is ranked, in km²: smaller ones could single out a street or a yard
    #[arg(long, default_value_t = 1.0, value_name = "KM2")]
    pub(crate) least_cell: f64,
}

/// What is asked of an exchange.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is asked")]
pub(crate) struct Wish {
    /// The ratio accepted, what the first gives over what the second gives: 1±0.05 or 1+-0.05
    #[arg(long, value_name = "RATIO±TOLERANCE")]
    pub(crate) ratio: Option<String>,
    /// By what the ratio is taken
    #[arg(long, value_enum, default_value = "area")]
    pub(crate) by: RatioBy,
    /// The least land each side gives, in km²
    #[arg(long, default_value_t = 0.0, value_name = "KM2")]
    pub(crate) least: f64,
    /// A cell that must change hands: its name, or LON,LAT in it
    #[arg(long, num_args = 1, value_name = "CELL", allow_hyphen_values = true)]
    pub(crate) demand: Vec<String>,
    /// A cell that must not: its name, or LON,LAT in it
    #[arg(long, num_args = 1, value_name = "CELL", allow_hyphen_values = true)]
    pub(crate) keep: Vec<String>,
    /// How far from the other side's land a cell may lie that changes hands, in km
    #[arg(long, value_name = "KM")]
    pub(crate) depth: Option<f64>,
    /// Both sides' land hangs together afterwards as before, what lay apart before exempt: always
    /// asked, with this word or without
    #[arg(long)]
    pub(crate) keep_contiguous: bool,
}

/// How long is searched, and how much is shown.
#[derive(Debug, Args)]
#[command(next_help_heading = "How it is searched")]
pub(crate) struct Effort {
    /// The same seed and steps give the same answers
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many single steps the search makes
    #[arg(long, default_value_t = 2_000_000)]
    pub(crate) steps: u64,
    /// Stop after so many seconds, whatever the steps; answers then depend on the machine
    #[arg(long, value_name = "SECONDS")]
    pub(crate) seconds: Option<f64>,
    /// Have an exact solver prove the first answer or better it, for so many seconds at most; only in
    /// a program built with the feature `exact`
    #[arg(long, value_name = "SECONDS")]
    pub(crate) exact: Option<f64>,
    /// How many answers are shown; those on the front of people and line come beside them
    #[arg(long, default_value_t = 5)]
    pub(crate) answers: usize,
    /// How many refused exchanges are shown
    #[arg(long, default_value_t = 12)]
    pub(crate) refusals: usize,
}
