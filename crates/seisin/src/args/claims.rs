//! The words of `claims`, `check` and `origins`.

use super::{Days, MapsChoice};
use crate::output::Format;
use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct ClaimsArgs {
    /// Only claims by or about this party
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Only claims about this region: its identifier or its name
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// Only claims of this kind
    #[arg(long)]
    pub(crate) kind: Option<String>,
    /// Only what was recorded by then
    #[arg(long, value_name = "WHEN")]
    pub(crate) known_on: Option<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The sentence; standard input where it is missing or -
    pub(crate) sentence: Option<String>,
    /// A claim on record instead of a sentence
    #[arg(long, value_name = "ID", conflicts_with = "sentence")]
    pub(crate) claim: Option<String>,
    #[command(flatten)]
    pub(crate) days: Days,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    /// Whose holding, where the sentence does not say
    #[arg(long)]
    pub(crate) party: Option<String>,
    /// Which land, where the sentence does not say
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// The frame a share is measured against; `seisin frames` lists them
    #[arg(long)]
    pub(crate) frame: Option<String>,
    /// Exit with 3 if the verdict is this one
    #[arg(long, value_delimiter = ',', value_name = "VERDICT")]
    pub(crate) fail_on: Vec<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct OriginsArgs {
    /// Only the independent reports on the topic of this claim: of the same kind, party and region
    #[arg(value_name = "CLAIM")]
    pub(crate) claim: Option<String>,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}
