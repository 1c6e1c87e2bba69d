//! What `seisin maps list` asks for.

use crate::output::Format;
use clap::Args;

#[derive(Debug, Clone, Args)]
pub(crate) struct MapsListArgs {
    /// List every edition, with its dates, size, findings, and which other it repeats or corrects
    #[arg(long)]
    pub(crate) editions: bool,
    /// Only the editions of these publishers, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "PUBLISHER", requires = "editions")]
    pub(crate) maps: Vec<String>,
    /// The day up to which ages are counted [default: today]
    #[arg(long, value_name = "DATE", requires = "editions")]
    pub(crate) on: Option<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}
