//! The JSON of every answer: the public records, their names and versions.

mod added;
mod check;
mod checked;
mod claim;
mod coverage;
mod diff;
mod diff_polygon;
mod exchange;
mod figure;
mod frame;
mod holding;
mod offer;
mod origin;
mod problem;
mod publisher;
mod region;
mod repair;
mod series;

pub(crate) use added::AddedJson;
pub(crate) use check::CheckJson;
pub(crate) use checked::CheckedJson;
pub(crate) use claim::ClaimJson;
pub(crate) use coverage::CoverageJson;
pub(crate) use diff::DiffJson;
pub(crate) use diff_polygon::DiffPolygonJson;
pub(crate) use exchange::ExchangeJson;
pub(crate) use frame::FrameJson;
pub(crate) use holding::HoldingJson;
pub(crate) use offer::OfferJson;
pub(crate) use origin::OriginJson;
pub(crate) use problem::ProblemJson;
pub(crate) use publisher::PublisherJson;
pub(crate) use region::RegionRowJson;
pub(crate) use repair::RepairJson;
pub(crate) use series::SeriesJson;
