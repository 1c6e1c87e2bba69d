//! Whom and which countries a whole document speaks of.

use super::{
    context::Context,
    view::{PartyName, View},
    vocabulary::Vocabulary,
    who::usable,
};
use seisin_core::{PartyRef, RegionId};
use seisin_places::PlaceKind;
use std::collections::BTreeMap;

/// The parties a document names, the most often first, each with how often; a capital that only says
/// where the report was written left out.
pub(super) fn named(context: &Context<'_>, views: &[View]) -> Vec<(usize, PartyRef)> {
    let mut counts: Vec<(usize, PartyRef)> = Vec::new();
    for view in views {
        let counts_here = |name: &&PartyName| {
            !opens_report(context, view, name)
                && usable(view, name, name.words.end.saturating_sub(1))
        };
        for name in view.parties.iter().filter(counts_here) {
            let party = context.named_party(view, name);
            match counts.iter_mut().find(|(_, known)| known.id == party.id) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, party)),
            }
        }
    }
    counts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    counts
}

/// Whether a name stands in capitals at the beginning of a sentence and apart from it, as the place
/// where a report was written and headings do: "SARN, Oct. 3 (Wire) – …".
pub(super) fn opens_report(context: &Context<'_>, view: &View, name: &PartyName) -> bool {
    let printed = context.text(view, name.words.clone());
    let shouted = printed.len() > 3 && !printed.chars().any(char::is_lowercase);
    let apart =
        matches!(view.tree.lower(name.words.end), "," | "(" | "–" | "—" | "-" | "/" | ":" | "");
    shouted && name.words.start == 0 && apart
}

/// The two sides of a document, where two parties make up most of those it names.
pub(super) fn sides(counts: &[(usize, PartyRef)]) -> Option<[PartyRef; 2]> {
    let all: usize = counts.iter().map(|(count, _)| count).sum();
    let [(first, one), (second, other), rest @ ..] = counts else { return None };
    let third = rest.first().map_or(0, |(count, _)| *count);
    let plain = (first + second) * 10 >= all * 6 && *second >= 2 && *second > third;
    plain.then(|| [one.clone(), other.clone()])
}

/// What a document calls those who fight a state, where it does so more than once.
pub(super) fn rebels(views: &[View]) -> Option<String> {
    const NOUNS: [&str; 12] = [
        "militants",
        "rebels",
        "insurgents",
        "separatists",
        "jihadists",
        "gunmen",
        "guerrillas",
        "terrorists",
        "islamists",
        "mutineers",
        "secessionists",
        "extremists",
    ];
    let mut counts = [0_usize; NOUNS.len()];
    for word in views.iter().flat_map(|view| view.tree.words()) {
        if let Some(at) = NOUNS.iter().position(|noun| *noun == word.lower) {
            counts[at] += 1;
        }
    }
    let most = (0..NOUNS.len()).rev().max_by_key(|at| counts[*at])?;
    (counts[most] > 1).then(|| NOUNS[most].to_owned())
}

/// The countries that a document speaks of.
pub(super) fn near(views: &[View], vocabulary: &Vocabulary) -> Vec<RegionId> {
    let mut near: Vec<_> = views
        .iter()
        .flat_map(|view| &view.parties)
        .filter_map(|name| vocabulary.parties.party(&name.found.party)?.country.clone())
        .collect();
    near.sort();
    near.dedup();
    near
}

/// The state in whose country most places of a document lie, where more than half of them do.
pub(super) fn home(context: &Context<'_>, views: &[View]) -> Option<PartyRef> {
    let mut counts: BTreeMap<RegionId, usize> = BTreeMap::new();
    for name in views.iter().flat_map(|view| &view.places) {
        let country = name.ranked.first().and_then(|place| match place.kind {
            PlaceKind::Country => Some(place.id.clone()),
            _ => place.country.clone(),
        });
        if let Some(country) = country {
            *counts.entry(country).or_default() += 1;
        }
    }
    let all: usize = counts.values().sum();
    let (country, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let state = context.vocabulary.parties.state_of(&country).filter(|_| 2 * most > all)?;
    Some(PartyRef { id: state.id.clone(), name: state.name.clone(), mention: state.name.clone() })
}
