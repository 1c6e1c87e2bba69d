//! The words of `offers`.

use super::PlotArgs;
use crate::output::Format;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct OffersArgs {
    #[command(subcommand)]
    pub(crate) action: Option<OffersAction>,
    /// How far each offer had come by this day, and where each party stood [default: the last report]
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// Only what was on record by then: YYYY-MM-DD (to the end of that day) or an RFC 3339 instant
    #[arg(long, value_name = "WHEN")]
    pub(crate) known_on: Option<String>,
    /// Only offers in which this party offers, is addressed, or answered
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Option<String>,
    /// One row for each version of an offer, with its source and its own ratio
    #[arg(long)]
    pub(crate) versions: bool,
    #[command(flatten)]
    pub(crate) plot: PlotArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

/// What is done with offers beside listing them.
#[derive(Debug, Subcommand)]
pub(crate) enum OffersAction {
    /// Record offers and answers written down by hand, as new records; nothing on record changes
    Record(OffersRecordArgs),
}

#[derive(Debug, Args)]
pub(crate) struct OffersRecordArgs {
    /// A file of records: lines `key: value`, an empty line between two; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}
