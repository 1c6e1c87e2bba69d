//! Amounts, dates, lands and parties.

use super::annotation::{Annotated, Annotation, CodePoints, PlaceCandidate};
use crate::text::claims::{PartyName, PlaceFound, PlaceName, SentenceView, Survey};
use seisin_core::{PartyId, RegionId};
use seisin_places::{Gazetteer, PartyRole};

/// How many candidates of an ambiguous name are kept.
const MOST_CANDIDATES: usize = 8;

pub(super) fn annotations(survey: &Survey, places: &CodePoints<'_>) -> Vec<Annotation> {
    let prepared = &survey.prepared;
    let mut found = Vec::new();
    for view in &survey.views {
        for mention in &view.quantities {
            let span = prepared.span(mention.range.clone());
            let what = Annotated::Quantity(Box::new(mention.clone()));
            found.extend(places.annotation(span, mention.rule, what));
        }
        for mention in &view.times {
            let span = prepared.span(mention.range.clone());
            let anchor = survey.anchor.rule.clone();
            let what = Annotated::Time { mention: Box::new(mention.clone()), anchor };
            found.extend(places.annotation(span, mention.rule.clone(), what));
        }
        for name in &view.parties {
            let span = prepared.span(view.tree.range(name.words.clone()));
            let (id, role) = (name.found.party.clone(), name.found.role);
            let what = Annotated::Party { id, name: name.found.name.clone(), role };
            found.extend(places.annotation(span, "party-lexicon", what));
        }
        for name in &view.places {
            let span = prepared.span(view.tree.range(name.words.clone()));
            let (candidates, rule) = candidates(name, &survey.near);
            let what = Annotated::Place { candidates, metonym: metonym(view, name) };
            found.extend(places.annotation(span, rule, what));
        }
    }
    found
}

fn candidates(name: &PlaceName, near: &[RegionId]) -> (Vec<PlaceCandidate>, &'static str) {
    match &name.found {
        PlaceFound::Own(regions) => {
            let own = regions.iter().take(MOST_CANDIDATES).map(|region| PlaceCandidate {
                id: region.id.clone(),
                name: region.name.clone(),
                position: None,
                kind: None,
                country: None,
                score: u16::MAX,
                rule: region.rule.clone(),
            });
            (own.collect(), "region-of-the-store")
        }
        PlaceFound::Listed(found) => {
            let listed = Gazetteer::built_in().places(found, near).into_iter();
            let listed = listed.take(MOST_CANDIDATES).map(|place| PlaceCandidate {
                position: place.lat.zip(place.lon),
                id: place.id,
                name: place.name,
                kind: Some(place.kind),
                country: place.country,
                score: place.importance,
                rule: place.rule,
            });
            (listed.collect(), "gazetteer")
        }
    }
}

/// The party that a place's name stands for where it acts: a capital, a seat or a country that is
/// the subject of its clause.
fn metonym(view: &SentenceView, place: &PlaceName) -> Option<PartyId> {
    let covers = |party: &&PartyName| {
        party.words.start < place.words.end && place.words.start < party.words.end
    };
    let party = view.parties.iter().find(covers)?;
    let stands_for = matches!(
        party.found.role,
        PartyRole::Capital | PartyRole::Seat | PartyRole::Name | PartyRole::Government
    );
    let acts = place.words.clone().any(|at| {
        matches!(view.tree.label(at), "nsubj" | "nsubj:pass" | "obl:agent" | "nmod:poss")
    });
    (stands_for && acts).then(|| party.found.party.clone())
}
