//! What the lands' names of a whole document may stand for, the likeliest first.

use super::view::{PlaceFound, PlaceName, View};
use crate::text::{
    Prepared,
    place::{self, Placed},
};
use seisin_core::RegionId;
use seisin_places::{PlaceEntry, PlaceKind};

/// Ranks what the names of all sentences of a document may stand for.
pub(crate) fn rank_places(prepared: &Prepared, views: &mut [View], near: &[RegionId]) {
    let placed = |view: &View, name: &PlaceName| -> Option<Placed> {
        let PlaceFound::Listed(found) = &name.found else { return None };
        Some((view.tree.range(name.words.clone()), name.words.clone(), *found))
    };
    let names = views
        .iter()
        .map(|view| view.places.iter().filter_map(|name| placed(view, name)).collect())
        .collect();
    let ranked = place::ranked(prepared, names, near);
    for (view, mentions) in views.iter_mut().zip(ranked) {
        let listed = |name: &&mut PlaceName| matches!(name.found, PlaceFound::Listed(_));
        for (name, mention) in view.places.iter_mut().filter(listed).zip(mentions) {
            name.ranked = mention.candidates.into_iter().map(|candidate| candidate.place).collect();
        }
    }
    follow_longer_names(prepared, views);
}

/// Lets the bare name of a wide land stand for the longer name that the document has for a part of it,
/// where it has one alone: "the Sahara" beside "Western Sahara".
fn follow_longer_names(prepared: &Prepared, views: &mut [View]) {
    let printed = |view: &View, name: &PlaceName| {
        let words = prepared.slice(view.tree.range(name.words.clone())).to_lowercase();
        words.strip_prefix("the ").map_or_else(|| words.clone(), str::to_owned)
    };
    let is_area = |name: &PlaceName| {
        name.ranked.first().is_some_and(|place| place.kind == PlaceKind::NamedArea)
    };
    let mut longer: Vec<(String, Vec<PlaceEntry>)> = Vec::new();
    if !views.iter().flat_map(|view| &view.places).any(is_area) {
        return;
    }
    for view in views.iter() {
        for name in view.places.iter().filter(|name| name.words.len() > 1 && !is_area(name)) {
            let words = printed(view, name);
            if words.contains(' ') && !longer.iter().any(|(known, _)| *known == words) {
                longer.push((words, name.ranked.clone()));
            }
        }
    }
    for view in views {
        for at in 0..view.places.len() {
            let name = &view.places[at];
            if !is_area(name) {
                continue;
            }
            let end = format!(" {}", printed(view, name));
            let mut fitting = longer.iter().filter(|(words, _)| words.ends_with(&end));
            if let (Some((_, ranked)), None) = (fitting.next(), fitting.next()) {
                view.places[at].ranked.clone_from(ranked);
            }
        }
    }
}
