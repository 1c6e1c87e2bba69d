//! The words of `contact` and `points`.

use super::{Days, ExportArgs, MapsChoice, Outputs};
use crate::output::Format;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ContactArgs {
    #[command(flatten)]
    pub(crate) days: Days,
    /// The two parties whose land meets [default: the two that the map and the boundary set tell of]
    #[arg(long, value_delimiter = ',', value_name = "PARTY,PARTY")]
    pub(crate) between: Vec<String>,
    /// Only in this region: its identifier or its name
    #[arg(long)]
    pub(crate) region: Option<String>,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
}

#[derive(Debug, Args)]
pub(crate) struct PointsArgs {
    /// Settlements or sites of your own: a CSV with the columns name,lon,lat and perhaps kind
    #[arg(value_name = "FILE")]
    pub(crate) sites: PathBuf,
    #[command(flatten)]
    pub(crate) days: Days,
    /// Count the points by who is shown to hold them instead of listing each
    #[arg(long)]
    pub(crate) counts: bool,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    #[command(flatten)]
    pub(crate) export: ExportArgs,
    /// The form of the output
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,
}
