//! Figures that changed on their way.

use super::origin::{Drift, Printed};
use seisin_core::{Claim, PartyId, Quantity};

/// Two amounts are the same number in other units where they differ by no more than this part:
/// "400 square miles (1,036 sq km)" is rounded to 4 digits, most conversions to 2 or 3.
const CONVERSION_ROUNDING: f64 = 0.01;

/// The figures of `member` that carry another comparator than in `earliest`.
pub(crate) fn drifts(earliest: &[Claim], member: &[Claim]) -> Vec<Drift> {
    let mut found = Vec::new();
    for here in member {
        let Some(amount) = &here.quantity else { continue };
        let same: Vec<(&Claim, &Quantity)> = earliest
            .iter()
            .filter_map(|there| Some((there, there.quantity.as_ref()?)))
            .filter(|(there, of)| same_subject(there, here) && same_number(of, amount))
            .collect();
        let kept = same.iter().any(|(_, of)| of.bound == amount.bound);
        if let (false, Some((there, of))) = (kept, same.first()) {
            found.push(Drift {
                earliest: Printed::of(there, of),
                member: Printed::of(here, amount),
            });
        }
    }
    found
}

/// Whether two claims speak of the same party and land.
pub(crate) fn same_subject(one: &Claim, other: &Claim) -> bool {
    subject(one) == subject(other)
}

/// The party and land a claim speaks of.
pub(crate) fn subject(claim: &Claim) -> (Option<PartyId>, Option<String>) {
    let party = claim.party.as_ref().map(|party| party.id.clone());
    let region = claim.region.as_ref().map(|land| {
        land.id.as_ref().map_or_else(|| seisin_places::fold(&land.name), |id| id.0.clone())
    });
    (party, region)
}

/// Whether two amounts are the same number, in the same unit or converted.
pub(crate) fn same_number(one: &Quantity, other: &Quantity) -> bool {
    let (a, b) = (one.si_value(), other.si_value());
    one.unit.si_unit() == other.unit.si_unit()
        && (a - b).abs() <= CONVERSION_ROUNDING * a.abs().max(b.abs())
}
