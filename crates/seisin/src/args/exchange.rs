//! The words of `exchange`.

use super::{ExchangeEvalArgs, ExchangeSearchArgs};
use crate::output::Format;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum ExchangeCommand {
    /// Measure what two parties would give each other
    Eval(Box<ExchangeEvalArgs>),
    /// Search for exchanges that satisfy what is asked, with a bound and the reason for each refusal
    Search(Box<ExchangeSearchArgs>),
    /// Check the printed figures of a table against what they come from
    Check(ExchangeCheckArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ExchangeCheckArgs {
    /// A CSV of amounts in lists, of figures (printed,from), of transfers (from,to,party,becomes) or
    /// of versions of an offer (offer,source,gives,asks); - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// A total printed elsewhere, of a list of the table or of all of it
    #[arg(long, value_name = "[LIST=]FIGURE")]
    pub(crate) total: Vec<String>,
    /// Exit with 3 if a figure comes out so: agrees, differs, worked-out or not-checkable
    #[arg(long, value_delimiter = ',', value_name = "OUTCOME")]
    pub(crate) fail_on: Vec<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}
