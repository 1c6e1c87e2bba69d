//! The words of `maps`.

use super::{LimitArgs, MapsListArgs};
use crate::output::Format;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum MapsCommand {
    /// Add editions of a publisher's control map
    Add(MapsAddArgs),
    /// Propose repairs of features that were set aside as invalid, and record them if asked to
    Repair(MapsRepairArgs),
    /// List the publishers and their editions
    List(MapsListArgs),
}

#[derive(Debug, Args)]
pub(crate) struct MapsAddArgs {
    /// GeoJSON, KML, KMZ, GeoParquet or FlatGeobuf files, shapefiles in a .zip, or folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Who drew the maps: a short name such as m1
    #[arg(long)]
    pub(crate) publisher: String,
    /// How the files say who holds what: a built-in profile or a .toml file
    #[arg(long, default_value = "parties", value_name = "NAME|FILE")]
    pub(crate) profile: String,
    /// The terms of use, as the publisher words them
    #[arg(long)]
    pub(crate) licence: Option<String>,
    /// How far a line on the map may be off, in metres
    #[arg(long, value_name = "METRES")]
    pub(crate) positional_error: Option<f64>,
    /// The day a map shows, in its file name: a strptime pattern such as %Y-%m-%d
    #[arg(long, value_name = "PATTERN")]
    pub(crate) valid_from_name: Option<String>,
    /// When the files were published: a CSV with the columns file and published
    #[arg(long, value_name = "CSV")]
    pub(crate) published: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    /// List every problem instead of a count by kind
    #[arg(long)]
    pub(crate) verbose: bool,
    /// Also print what was done as a record, in this form
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
}

/// Which land rings that cross themselves are taken to enclose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Rule {
    /// Land that a line to the outside crosses an odd number of edges from
    EvenOdd,
    /// Land that the rings wind round at all
    NonZero,
}

#[derive(Debug, Args)]
pub(crate) struct MapsRepairArgs {
    /// Only this edition
    #[arg(value_name = "EDITION")]
    pub(crate) edition: Option<String>,
    /// Which land rings that cross themselves are taken to enclose
    #[arg(long, value_enum, default_value = "even-odd")]
    pub(crate) rule: Rule,
    /// Record the repaired editions beside those they repair, and measure them from now on
    #[arg(long)]
    pub(crate) record: bool,
    /// How the files say who holds what [default: the profile the edition was added with]
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) profile: Option<String>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}
