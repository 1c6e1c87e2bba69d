//! What `seisin verify` takes.

use clap::Args;

/// What is verified beside the record itself.
#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// Measure the land of every edition anew as well, and compare it with what is on record
    #[arg(long)]
    pub(crate) measures: bool,
}
