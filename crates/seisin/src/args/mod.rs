//! The words of the command line, a file for each group of commands.

mod boundaries;
mod claims;
mod cli;
mod common;
mod contact;
mod exchange;
mod exchange_eval;
mod exchange_search;
mod holdings;
mod maps;
mod maps_list;
mod offers;
mod project;
mod propose;
mod reports;
mod verify;

pub(crate) use boundaries::{BoundariesAddArgs, BoundariesCommand, RegionsEndAt, ViewsArgs};
pub(crate) use claims::{CheckArgs, ClaimsArgs, OriginsArgs};
pub(crate) use cli::{Cli, Command};
pub(crate) use common::{
    Days, ExportArgs, LimitArgs, ListArgs, MapsChoice, Outputs, PlotArgs, Stretch, Whose,
};
pub(crate) use contact::{ContactArgs, PointsArgs};
pub(crate) use exchange::{ExchangeCheckArgs, ExchangeCommand};
pub(crate) use exchange_eval::ExchangeEvalArgs;
pub(crate) use exchange_search::{ExchangeSearchArgs, RatioBy};
pub(crate) use holdings::{CoverageArgs, DiffArgs, Every, HoldingsArgs, SeriesArgs};
pub(crate) use maps::{MapsAddArgs, MapsCommand, MapsRepairArgs, Rule};
pub(crate) use maps_list::MapsListArgs;
pub(crate) use offers::{OffersAction, OffersArgs};
pub(crate) use project::{DemoArgs, InitArgs, ServeArgs};
pub(crate) use propose::ProposeArgs;
pub(crate) use reports::{AnnotateArgs, ReadArgs, ReportsArgs, SchemaArgs};
pub(crate) use verify::VerifyArgs;
