//! The words of `boundaries`.

use super::{LimitArgs, ListArgs};
use crate::output::Format;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one, made once")]
pub(crate) enum BoundariesCommand {
    /// Add a set of regions
    Add(BoundariesAddArgs),
    /// List the sets and their regions
    List(ListArgs),
    /// List lands that several states claim, or that are governed apart from who claims them
    Disputed(ListArgs),
    /// List whose some lands are, as seen by whom: no view is the program's, and none is a default
    Views(ViewsArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ViewsArgs {
    /// Only this state's view: its ISO 3166-1 code
    #[arg(long, value_name = "CODE")]
    pub(crate) as_seen_by: Option<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

/// Where the regions of a set end at the sea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RegionsEndAt {
    /// At the coast: land and inland waters alone
    Coast,
    /// Beyond it: they take in the territorial sea
    TerritorialSea,
}

#[derive(Debug, Args)]
pub(crate) struct BoundariesAddArgs {
    /// A GeoJSON, KML, KMZ, GeoParquet or FlatGeobuf file, or a shapefile in a .zip
    #[arg(value_name = "FILE", required_unless_present = "as_seen_by")]
    pub(crate) input: Option<PathBuf>,
    /// The set's name, which answers will cite
    #[arg(long, required_unless_present = "as_seen_by")]
    pub(crate) name: Option<String>,
    /// Instead of a file: the built-in lands on which states differ, each as that of whom this state
    /// sees it as (ISO 3166-1 code); coarse, so that measuring needs --allow-coarse
    #[arg(
        long,
        value_name = "CODE",
        conflicts_with_all = ["input", "licence", "positional_error", "regions_end_at", "as_of", "according_to"]
    )]
    pub(crate) as_seen_by: Option<String>,
    /// The terms of use
    #[arg(long)]
    pub(crate) licence: Option<String>,
    /// How far a line of the set may be off, in metres
    #[arg(long, value_name = "METRES")]
    pub(crate) positional_error: Option<f64>,
    /// Where the regions end at the sea; without it the file's `regions_end_at`
    #[arg(long, value_enum, value_name = "WHERE")]
    pub(crate) regions_end_at: Option<RegionsEndAt>,
    /// The day whose boundaries the set draws; without it the file's `as_of`
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// In whose view the boundaries are drawn, where views differ; without it the file's
    /// `according_to`
    #[arg(long, value_name = "WHO")]
    pub(crate) according_to: Option<String>,
    /// The property that holds a region's identifier
    #[arg(long, default_value = "id", value_name = "PROPERTY")]
    pub(crate) id_property: String,
    /// The property that holds a region's name
    #[arg(long, default_value = "name", value_name = "PROPERTY")]
    pub(crate) name_property: String,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
    /// Also print what was done as a record, in this form
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
}
