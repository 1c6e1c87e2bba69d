//! From a question to an answer with its evidence: the one façade for command line, HTTP and
//! everything else.
//!
//! [`Store`] is the record. Things come in through [`read_report`], [`EditionRead`] and
//! [`BoundariesRead`]; questions are [`check`], [`holdings`], [`claims`], [`offers_on_record`] and
//! [`evaluate_exchange`]. No answer leaves without what it rests on: the edition, its publisher,
//! date and terms, the boundary, the rule and the settings. What cannot be told is an answer with
//! its reason. Nothing here reads the clock, the environment or the network.

mod answer_error;
mod check;
mod contact;
mod coverage;
mod diff;
mod edition_rows;
mod exchange;
mod exchange_search;
mod findings;
mod holdings;
mod intake;
mod land;
mod measure_days;
mod measured;
mod missing;
mod origins;
mod points;
mod region_rows;
mod reports;
mod series;
mod store;
mod terms;

pub use answer_error::AnswerError;
pub use check::{
    CheckAnswer, CheckRequest, ClaimPart, EditionUsed, Hint, MapsRequest, PublisherAnswer,
    Question, Run, Scale, Settings, Target, check,
};
pub use contact::{ContactFigure, ContactRequest, ContactRow, contact};
pub use coverage::{CoverageKind, CoverageRequest, CoverageRow, coverage};
pub use diff::{
    DiffPolygon, DiffRequest, DiffRow, DiffSense, DiffSide, DiffSides, MeasuredDiff, diff,
};
pub use edition_rows::{EditionRow, edition_rows};
pub use exchange::{
    ClaimMade, ExchangeAnswer, ExchangeRequest, GiveRequest, GiveWhat, ItemAnswer, LegalStatus,
    NamedSite, NearPlace, PeopleRaster, PeopleRequest, RasterWindow, Standing, StatedAnswer,
    evaluate_exchange, exchange_over,
};
pub use exchange_search::{
    ExchangeSearchAnswer, ExchangeSearchRequest, Mode, PoolRequest, RankedExchange, UnitsRequest,
    search_exchange,
};
pub use findings::{Finding, FindingKind};
pub use holdings::{DrawnHolding, HoldingRow, HoldingsRequest, drawn_holdings, holdings};
pub use intake::{
    BoundariesRead, EditionRead, EntryError, IntakeError, RepairLimits, RepairProposal,
    RepairedFeature, ReportRead, propose_repairs, read_entries, read_report,
};
pub use land::{Coarse, CutError, LandRef, LandRule, ResolveError};
pub use measured::{Figure, ShareFigure};
pub use missing::MissingFeature;
pub use origins::{ClaimOrigins, OriginAnswer, TopicOrigin, claim_origins, origins};
pub use points::{PointHeld, PointRow, PointsRequest, points};
pub use region_rows::{RegionRow, regions};
pub use reports::{claims, offers_on_record};
pub use series::{
    RowLand, SeriesFlag, SeriesFlagKind, SeriesRequest, SeriesRow, Step, row_shapes, series,
};
pub use store::{MeasureFault, Store};
pub use terms::{Passing, Terms, terms};
