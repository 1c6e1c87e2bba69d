//! The words of questions to the ledger.

use crate::record::Recorded;
use seisin_core::{ClaimKind, Date, Digest, MapEdition, PartyId, RegionId};

/// Which claims are asked for; what is `None` does not limit.
///
/// # Example
/// ```
/// use seisin_core::{ClaimKind, PartyId};
/// use seisin_ledger::ClaimFilter;
/// let held_by_arland = ClaimFilter {
///     party: Some(PartyId("arland".into())),
///     kind: Some(ClaimKind::Holding),
///     ..ClaimFilter::default()
/// };
/// assert!(held_by_arland.region.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClaimFilter {
    /// Claims whose party it is.
    pub party: Option<PartyId>,
    /// Claims whose region it most likely is.
    pub region: Option<RegionId>,
    /// Claims of that kind.
    pub kind: Option<ClaimKind>,
    /// Claims that document makes.
    pub document: Option<Digest>,
    /// Claims valid on at least one of the days from the first to before the second; those
    /// without a date are left out.
    pub between: Option<(Date, Date)>,
}

/// The days for which one edition speaks.
#[derive(Debug, Clone, PartialEq)]
pub struct EditionSpan {
    /// The edition.
    pub edition: Recorded<MapEdition>,
    /// The first day.
    pub from: Date,
    /// The day after the last.
    pub to: Date,
}
