//! The words of `offers`.

use super::PlotArgs;
use crate::output::Format;
use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct OffersArgs {
    #[command(flatten)]
    pub(crate) plot: PlotArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}
