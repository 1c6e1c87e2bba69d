//! Taking things onto the record: reports, editions, boundaries.

mod boundaries;
mod editions;
mod entries;
mod error;
mod repairs;
mod reports;

pub use boundaries::BoundariesRead;
pub use editions::EditionRead;
pub(crate) use entries::BY_HAND;
pub use entries::{EntryError, read_entries};
pub use error::IntakeError;
pub use repairs::{RepairLimits, RepairProposal, RepairedFeature, propose_repairs};
pub use reports::{ReportRead, read_report};
