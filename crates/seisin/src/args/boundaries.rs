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
    #[arg(value_name = "FILE")]
    pub(crate) input: PathBuf,
    /// The set's name, which answers will cite
    #[arg(long)]
    pub(crate) name: String,
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
