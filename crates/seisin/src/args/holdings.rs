//! The words of `holdings`, `series`, `diff` and `coverage`.

use super::{Days, MapsChoice, Outputs, Stretch, Whose};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct HoldingsArgs {
    #[command(flatten)]
    pub(crate) days: Days,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    #[command(flatten)]
    pub(crate) whose: Whose,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
}

/// How far apart the days of a series are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Every {
    /// Every day
    Day,
    /// Every seven days, counted from the first
    Week,
    /// On the same day of every month, or its last where it has none such
    Month,
}

#[derive(Debug, Args)]
pub(crate) struct SeriesArgs {
    #[command(flatten)]
    pub(crate) days: Stretch,
    /// How far apart the days are
    #[arg(long, value_enum, default_value = "day")]
    pub(crate) every: Every,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// One series out of several publishers' maps, these first, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "PUBLISHER")]
    pub(crate) prefer: Vec<String>,
    #[command(flatten)]
    pub(crate) whose: Whose,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The first of two days
    #[arg(long, value_name = "DATE", requires = "to", conflicts_with = "on")]
    pub(crate) from: Option<String>,
    /// The second of two days
    #[arg(long, value_name = "DATE", requires = "from", conflicts_with = "on")]
    pub(crate) to: Option<String>,
    /// The day on which two publishers (--maps ONE,OTHER) or two states of knowledge are compared
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// Two states of knowledge of the day, such as 2030-01-16..2030-01-19
    #[arg(long, value_name = "WHEN..WHEN", requires = "on", conflicts_with = "known_on")]
    pub(crate) known: Option<String>,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    #[command(flatten)]
    pub(crate) whose: Whose,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
}

#[derive(Debug, Args)]
pub(crate) struct CoverageArgs {
    #[command(flatten)]
    pub(crate) days: Stretch,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// Only this party's, beside what is about editions as a whole
    #[arg(long)]
    pub(crate) party: Option<String>,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
}
