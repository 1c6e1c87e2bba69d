//! Who lost the people of a count.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    told::Told,
    tolls::Toll,
    victims::FIGHTERS,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::PartyRef;
use seisin_places::PartyRole;
use std::ops::Range;

type Who = Found<PartyRef>;

impl Context<'_> {
    /// Whether the words for who counts people lost mean a side or a force, whose own they may be: a
    /// governor and a hospital count those of others.
    pub(super) fn may_lose_people(&self, view: &View, words: &Range<usize>) -> bool {
        words.clone().any(|at| {
            let word = view.tree.lower(at);
            let side = [&self.lexicon.forces, &self.lexicon.groups, &self.lexicon.governments];
            side.iter().any(|list| list.contains(word)) || FIGHTERS.contains(&word)
        })
    }

    /// "Borland owned up to 50 deaths": who counts its own.
    pub(super) fn counted_own(toll: &Toll, counting: Option<&(PartyRef, bool)>) -> Option<Who> {
        let (party, _) = counting.filter(|(_, own)| *own)?;
        let words = toll.cue..toll.cue + 1;
        Some(Found { value: party.clone(), words, how: How::Referred })
    }

    /// "Dozens of dead | on their side", "40 dead | in its ranks".
    fn on_whose_side(&self, view: &View, end: usize) -> Option<Who> {
        let tree = &view.tree;
        let owner = (end..end + 4).find(|at| {
            matches!(tree.lower(*at), "its" | "their" | "his" | "our")
                && matches!(tree.lower(at.wrapping_sub(1)), "on" | "in" | "from" | "among" | "of")
        })?;
        let side = (owner + 1..owner + 3).any(|at| {
            matches!(tree.lower(at), "side" | "ranks" | "own" | "number")
                || self.lexicon.forces.contains(tree.lower(at))
        });
        side.then(|| self.party(view, owner)).flatten()
    }

    /// "Borland: 527 dead": whose name stands over a count.
    fn headed_by(&self, view: &View, start: usize) -> Option<Who> {
        let tree = &view.tree;
        let colon = (0..start).rev().find(|at| matches!(tree.lower(*at), ":" | ";" | "."))?;
        let name = view.parties.iter().find(|name| {
            let before = tree.lower(name.words.start.wrapping_sub(1));
            let begins = name.words.start == 0 || matches!(before, ";" | ".");
            tree.lower(colon) == ":"
                && name.words.end == colon
                && begins
                && name.found.role != PartyRole::Capital
        })?;
        let value = self.named_party(view, name);
        Some(Found { value, words: name.words.clone(), how: How::Named })
    }

    /// "357 martyrs": the dead of who calls them so.
    pub(super) fn who_mourns(&self, view: &View, toll: &Toll, told: &Told) -> Option<Who> {
        let martyrs = view.tree.lower(toll.cue).starts_with("martyr");
        let speaker = told.sources.last().and_then(|link| self.party_of_link(link));
        let value = speaker.or_else(|| self.voice.clone()).filter(|_| martyrs)?;
        let words = toll.cue..toll.cue + 1;
        Some(Found { value, words, how: How::Referred })
    }

    pub(super) fn who_lost(
        &self,
        view: &View,
        toll: &Toll,
        (words, clause): (&Range<usize>, &Clause),
        (last, counting): (Option<&Draft>, Option<&(PartyRef, bool)>),
    ) -> Option<Who> {
        let end = people_called(view, Self::people_end(view, words));
        let named = self.losers_in(view, words.start..end);
        if named.as_ref().is_some_and(|who| who.how != How::Phrase) {
            return named;
        }
        if let Some(side) = self.on_whose_side(view, end) {
            return Some(side);
        }
        if let Some(payer) = self.payer(view, words.start, toll.cue) {
            return Some(payer);
        }
        let own_dead = toll.noun.filter(|noun| view.tree.lower(noun.wrapping_sub(1)) == "own");
        let counts_own = own_dead.and(clause.agent).and_then(|agent| self.party(view, agent));
        if counts_own.is_some() {
            return counts_own;
        }
        let of_noun = toll.noun.and_then(|noun| self.owner_of_toll(view, noun, words.start));
        let agent = clause.agent.map(|agent| match view.tree.lower(agent) {
            "who" | "which" => (agent.saturating_sub(2)..agent)
                .rev()
                .find(|at| view.tree.is_nominal(*at))
                .unwrap_or(agent),
            _ => agent,
        });
        let own = toll.own.then(|| agent.and_then(|agent| self.party(view, agent))).flatten();
        let own =
            own.filter(|own| own.how != How::Phrase || self.may_lose_people(view, &own.words));
        let own = own.map(|own| match &named {
            Some(people) => Found {
                value: PartyRef { mention: people.value.mention.clone(), ..own.value },
                words: people.words.clone(),
                ..own
            },
            None => own,
        });
        of_noun
            .or(own)
            .or(named)
            .or_else(|| self.headed_by(view, words.start))
            .or_else(|| last.and_then(|last| last.party.clone()))
            .or_else(|| Self::counted_own(toll, counting))
            .or_else(|| self.lost_before(view, toll.cue).filter(|_| !Self::counts_anew(view, toll)))
    }
}

/// One past the people that a count is said to be: "some 9,000 | were Borlanders".
fn people_called(view: &View, end: usize) -> usize {
    let tree = &view.tree;
    let called = matches!(tree.lower(end), "were" | "was" | "are")
        && view.parties.iter().any(|name| name.words.start == end + 1);
    if called { end + 2 } else { end }
}
