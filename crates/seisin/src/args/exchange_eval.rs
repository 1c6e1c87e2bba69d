//! The words of `exchange eval`.

use super::{Every, MapsChoice, Outputs};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ExchangeEvalArgs {
    /// What a party gives, several for one party added up: PARTY:REGION its holding there,
    /// PARTY:REGION@DATE as shown on that day, PARTY:region=NAME[+NAME] lands whole, PARTY:file=FILE
    /// the land in a map file, PARTY:h3=INDEX[+INDEX] cells of the H3 grid, PARTY:near=PLACE[/KM2] what it holds nearest to a settlement or
    /// LON,LAT, so much or as much as the other side gives
    #[arg(long, required = true, num_args = 1, value_name = "PARTY:WHAT")]
    pub(crate) give: Vec<String>,
    /// The day the holdings are measured on
    #[arg(long, value_name = "DATE", required_unless_present = "over")]
    pub(crate) on: Option<String>,
    /// Measure it again over a stretch of days or months, such as 2024-08..2025-03, both included
    #[arg(long, value_name = "FROM..TO", conflicts_with = "on")]
    pub(crate) over: Option<String>,
    /// How far apart the days of --over are
    #[arg(long, value_enum, default_value = "month")]
    pub(crate) every: Every,
    /// Where people are known to live: gazetteer, a CSV with the columns name,lon,lat,people, or a
    /// raster of people by pixel in WGS 84 (.tif)
    #[arg(long, default_value = "gazetteer", value_name = "gazetteer|FILE")]
    pub(crate) people: String,
    /// Name the sites of this CSV (name,lon,lat and perhaps kind) that lie on the land
    #[arg(long, value_name = "FILE")]
    pub(crate) sites: Option<PathBuf>,
    /// Set a figure printed for what a party gives beside what it measures: PARTY:AMOUNT, such as
    /// 'arland:1,209 square miles' or 'arland:7.8 %'
    #[arg(long, num_args = 1, value_name = "PARTY:AMOUNT")]
    pub(crate) stated: Vec<String>,
    #[command(flatten)]
    pub(crate) maps: MapsChoice,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
}
