//! Reports put together with the report they go back to.

use super::{
    drift::drifts,
    origin::{Member, Origin, OriginInput, Reason, Relation},
    words::words,
};
use seisin_core::{Digest, Timestamp};
use std::collections::BTreeSet;

/// Puts reports together that go back to one report.
pub fn cluster(inputs: &[OriginInput<'_>]) -> Vec<Origin> {
    let mut origins: Vec<(Origin, OriginInput<'_>, BTreeSet<Vec<String>>)> = Vec::new();
    for input in in_order(inputs) {
        let runs = runs(input.text);
        let share = |of: &BTreeSet<Vec<String>>| {
            let both = of.intersection(&runs).count();
            let all = of.len().min(runs.len()).max(1);
            f64::from(u32::try_from(both).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all).unwrap_or(u32::MAX))
        };
        let best = origins.iter().position(|(_, _, of)| share(of) >= 0.8);
        let document = input.document.id;
        if let Some((origin, first, of)) = best.and_then(|at| origins.get_mut(at)) {
            origin.members.push(Member {
                document,
                follows: Some(origin.earliest),
                relation: Relation::Verbatim,
                reasons: vec![Reason::SharedWording { share: share(of) }],
                drifts: drifts(first.claims, input.claims),
            });
        } else {
            let first = Member { document, follows: None, relation: Relation::Original, reasons: vec![], drifts: vec![] };
            origins.push((Origin { earliest: document, members: vec![first] }, input, runs));
        }
    }
    origins.into_iter().map(|(origin, ..)| origin).collect()
}

fn runs(text: &str) -> BTreeSet<Vec<String>> {
    let words: Vec<String> = words(text).into_iter().map(|word| word.plain).collect();
    words.windows(5).map(<[String]>::to_vec).collect()
}

/// The reports by time of publication, then path; each once.
fn in_order<'a>(inputs: &[OriginInput<'a>]) -> Vec<OriginInput<'a>> {
    let mut ordered = inputs.to_vec();
    ordered.sort_by_key(|input| key(input));
    let mut seen: BTreeSet<Digest> = BTreeSet::new();
    ordered.retain(|input| seen.insert(input.document.id));
    ordered
}

fn key(input: &OriginInput<'_>) -> (Timestamp, String, Digest) {
    let document = input.document;
    let published = document.published.map_or(Timestamp::MAX, seisin_core::Published::earliest);
    (published, document.path.clone(), document.id)
}
