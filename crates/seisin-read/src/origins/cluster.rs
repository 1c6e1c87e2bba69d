//! Reports put together with the report they go back to.

use super::{
    drift::drifts,
    origin::{Member, Origin, OriginInput, Relation},
    pair::{Link, Side, link},
};
use seisin_core::{Digest, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// Reports a single run of words may bring together; a run that stands in more of them is stock
/// wording, and would only make every report a candidate of every other.
const MOST_SHARING: usize = 500;

/// Puts reports together that go back to one report.
///
/// Every report stands in exactly one origin; one that nothing goes back to is an origin of one
/// member. The order of `inputs` does not matter, and a report given twice counts once.
///
/// # Method
/// Reports are taken in the order of their publication. Each is compared with the earlier ones
/// that share a run of five words or a credit with it, and
/// follows the one it goes back to most surely: by wording first, then by credit, then by figure
/// and other signs. The shared part of the wording is counted exactly.
///
/// # Assumptions
/// Independence of printing is not independence of knowledge: two outlets that both went to one
/// spokesman are two origins.
pub fn cluster(inputs: &[OriginInput<'_>]) -> Vec<Origin> {
    let sides: Vec<Side<'_>> = in_order(inputs).into_iter().map(Side::of).collect();
    let candidates = candidates(&sides);
    let mut origins: Vec<Origin> = Vec::new();
    let mut place: Vec<usize> = Vec::new();
    let by_id: BTreeMap<Digest, usize> =
        sides.iter().enumerate().map(|(at, side)| (side.sheet.input.document.id, at)).collect();
    for (at, side) in sides.iter().enumerate() {
        let earlier = candidates.get(at).into_iter().flatten().copied();
        let Some((before, link)) = best(&sides, side, earlier) else {
            place.push(origins.len());
            origins.push(alone(side));
            continue;
        };
        let home = place.get(before).copied().unwrap_or_default();
        place.push(home);
        let Some(origin) = origins.get_mut(home) else { continue };
        let first = by_id.get(&origin.earliest).and_then(|at| sides.get(*at));
        origin.members.push(Member {
            document: side.sheet.input.document.id,
            follows: sides.get(before).map(|side| side.sheet.input.document.id),
            relation: link.relation,
            reasons: link.reasons,
            drifts: drifts(first.map_or(&[], Side::figures), side.figures()),
        });
    }
    origins
}

fn alone(side: &Side<'_>) -> Origin {
    let document = side.sheet.input.document.id;
    let (follows, relation) = (None, Relation::Original);
    let first = Member { document, follows, relation, reasons: Vec::new(), drifts: Vec::new() };
    Origin { earliest: document, members: vec![first] }
}

/// The surest link; of equally sure ones, that to the earliest report.
fn best(
    sides: &[Side<'_>],
    later: &Side<'_>,
    earlier: impl Iterator<Item = usize>,
) -> Option<(usize, Link)> {
    let links = earlier.filter_map(|at| Some((at, link(sides.get(at)?, later)?)));
    links.min_by_key(|(at, link)| (std::cmp::Reverse(link.strength), *at))
}

/// For each report the earlier ones it may go back to.
fn candidates(sides: &[Side<'_>]) -> Vec<BTreeSet<usize>> {
    let mut found: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); sides.len()];
    let mut meet = |one: usize, other: usize| {
        if let Some(of) = found.get_mut(one.max(other)).filter(|_| one != other) {
            of.insert(one.min(other));
        }
    };
    for sharing in sharing(sides) {
        for (nth, later) in sharing.iter().enumerate() {
            sharing.iter().take(nth).for_each(|earlier| meet(*earlier, *later));
        }
    }
    let mut publishers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, side) in sides.iter().enumerate() {
        if let Some(name) = side.publisher() {
            publishers.entry(name).or_default().push(at);
        }
    }
    for (at, side) in sides.iter().enumerate() {
        for reports in publishers.iter().filter(|(name, _)| side.credit(name).is_some()) {
            reports.1.iter().for_each(|report| meet(*report, at));
        }
    }
    found
}

/// The reports that share a run of words.
///
/// Nothing else need bring them together: neither wording nor a rewrite's five points come about
/// without one.
fn sharing(sides: &[Side<'_>]) -> BTreeSet<Vec<usize>> {
    let mut runs: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, side) in sides.iter().enumerate() {
        for run in side.runs() {
            runs.entry(run).or_default().push(at);
        }
    }
    runs.into_values().filter(|sharing| (2..=MOST_SHARING).contains(&sharing.len())).collect()
}

/// The reports by time of publication, then path; each once.
fn in_order<'a>(inputs: &[OriginInput<'a>]) -> Vec<OriginInput<'a>> {
    let mut ordered = inputs.to_vec();
    ordered.sort_by_cached_key(key);
    let mut seen: BTreeSet<Digest> = BTreeSet::new();
    ordered.retain(|input| seen.insert(input.document.id));
    ordered
}

fn key(input: &OriginInput<'_>) -> (Timestamp, String, Digest) {
    let document = input.document;
    let published = document.published.map_or(Timestamp::MAX, seisin_core::Published::earliest);
    (published, document.path.clone(), document.id)
}
