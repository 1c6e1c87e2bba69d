//! Whose land an invalid feature may be.

use super::{
    profile::{Meaning, Rule, party_id},
    reading::Quarantined,
    rules::Sorting,
};
use seisin_core::{PartyId, RegionId};
use seisin_measure::{Bounds, InvalidShape};
use seisin_source::MapFeature;
use std::collections::BTreeSet;

/// What the edition lacks with `feature`, once for each party that may hold it; nothing where no
/// rule says that such a feature is held by anyone.
///
/// # Method
/// Every rule that names such a feature may be meant, since an invalid shape cannot be placed; where
/// a rule holds in one country or region alone, that is where the land would lie.
pub(super) fn quarantined(
    feature: &MapFeature,
    invalid: &InvalidShape,
    sorting: Sorting<'_>,
) -> Vec<Quarantined> {
    let rules = sorting.profile.rules.iter();
    let rules = rules.filter(|rule| rule.names(feature, sorting.edition_date));
    let held: BTreeSet<(Option<PartyId>, Option<RegionId>)> =
        rules.filter_map(|rule| held_by(feature, rule)).collect();
    let extent = invalid.keeps_extent().then(|| extent(feature)).flatten();
    let reason = invalid.to_string();
    let reason = reason.lines().next().unwrap_or_default();
    held.into_iter()
        .map(|(party, within)| Quarantined {
            feature: feature.index,
            party,
            within,
            place: invalid.place(),
            reason: format!("failed to {reason}"),
            extent,
        })
        .collect()
}

/// The party that holds such a feature by a rule, if the feature tells, and where.
fn held_by(feature: &MapFeature, rule: &Rule) -> Option<(Option<PartyId>, Option<RegionId>)> {
    let Meaning::Holding { party, region, .. } = &rule.meaning else { return None };
    let within = match rule.within.as_slice() {
        [] => region.as_ref().and_then(|region| region.of(feature)).map(RegionId),
        [only] => Some(only.clone()),
        _ => None,
    };
    Some((party.of(feature).map(|party| party_id(&party)), within))
}

fn extent(feature: &MapFeature) -> Option<Bounds> {
    let mut positions = feature.polygons.iter().flatten().flatten();
    let first = positions.next()?;
    let point = Bounds { west: first.lon, south: first.lat, east: first.lon, north: first.lat };
    Some(positions.fold(point, |bounds, at| Bounds {
        west: bounds.west.min(at.lon),
        south: bounds.south.min(at.lat),
        east: bounds.east.max(at.lon),
        north: bounds.north.max(at.lat),
    }))
}
