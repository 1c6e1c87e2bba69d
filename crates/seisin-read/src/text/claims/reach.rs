//! Lands and parties of a clause found by the order of its words, where the tree hangs their
//! prepositions elsewhere.

use super::{
    context::{Context, Found, unlisted_region},
    view::View,
};
use crate::text::syntax::{Clause, Tree};
use seisin_core::{PartyRef, RegionRef};
use std::ops::Range;

/// How many words after its verb a part may begin.
const FAR: usize = 18;

impl Context<'_> {
    /// The lands that stand right after one of the prepositions, in the words after the verb.
    pub(super) fn lands_reached(
        &self,
        view: &View,
        verb: usize,
        prepositions: &[&str],
    ) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let found = reach(tree, verb).filter(|at| starts(tree, *at, prepositions)).find_map(|at| {
            let noun = noun_after(view, at + 1, prepositions)?;
            let lands = self.lands(view, noun);
            let plain = lands.iter().any(|land| land.how != super::context::How::Phrase);
            plain.then_some(lands)
        });
        found.unwrap_or_default()
    }

    /// From whom something is taken: the party after "from" anywhere in the words after the verb.
    pub(super) fn taken_from(&self, view: &View, clause: &Clause) -> Option<PartyRef> {
        let tree = &view.tree;
        reach(tree, clause.verb).filter(|at| tree.lower(*at) == "from").find_map(|from| {
            let name = view
                .parties
                .iter()
                .find(|name| (from + 1..from + 5).contains(&name.words.start))?;
            let inner = from + 1..name.words.start;
            let clear = !inner.clone().any(|at| matches!(tree.tag(at), "IN" | "," | "CC"));
            clear.then(|| self.named_party(view, name))
        })
    }

    /// Who is said to hold the land right beside it: "the last pocket held by Borland".
    pub(super) fn held_by(&self, view: &View, clause: &Clause) -> Option<PartyRef> {
        let tree = &view.tree;
        reach(tree, clause.verb)
            .filter(|at| {
                tree.lower(*at) == "by"
                    && at.checked_sub(1).is_some_and(|held| {
                        let form = tree.lower(held);
                        tree.tag(held) == "VBN"
                            && self
                                .lexicon
                                .senses(form)
                                .any(|(_, s)| s.pattern == super::lexicon::Pattern::Hold)
                    })
            })
            .find_map(|by| {
                let name = view
                    .parties
                    .iter()
                    .find(|name| (by + 1..by + 4).contains(&name.words.start))?;
                Some(self.named_party(view, name))
            })
    }

    /// The land before the "where" that opens the clause of a verb: "in Sarn, where it says it took two
    /// posts".
    pub(super) fn land_of_where(&self, view: &View, verb: usize) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let open = |at: &usize| !matches!(tree.lower(*at), ";" | ":" | "." | "which" | "but");
        let opens = (verb.saturating_sub(FAR)..verb)
            .rev()
            .take_while(open)
            .find(|at| tree.lower(*at) == "where")?;
        let before = (opens.saturating_sub(2)..opens).rev().find(|at| tree.lower(*at) != ",")?;
        let proper = tree.tag(before).starts_with("NNP");
        self.land(view, before).filter(|land| proper && land.how != super::context::How::Phrase)
    }

    /// The country of whom land without a name was taken from: "land that it seized from Borland".
    pub(super) fn land_taken_from(
        &self,
        view: &View,
        clause: &Clause,
        land: &Found<RegionRef>,
    ) -> Option<RegionRef> {
        let tree = &view.tree;
        let head = land.words.end.saturating_sub(1);
        let any = matches!(tree.lower(head), "land" | "lands" | "territory" | "ground" | "soil");
        let bare = any && view.quantities_in(land.words.clone()).next().is_none();
        let from = clause.oblique(&["from"]).filter(|_| bare)?;
        let party = self.vocabulary.parties.party(&view.party_at(from)?.found.party)?;
        Some(super::land::country(party.country.clone()?, &party.name))
    }

    /// The land a sentence sets itself in: "In the Spratlys …", "… along the Shabelle".
    pub(super) fn setting(&self, view: &View, within: Range<usize>) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let name = view.places.iter().find(|name| {
            let first = name.words.start;
            let before = (first.saturating_sub(3)..first)
                .rev()
                .find(|at| !matches!(tree.tag(*at), "DT" | "JJ" | "NNP" | "NN"));
            within.contains(&first)
                && tree.tag(name.words.end) != "POS"
                && before.is_some_and(|at| {
                    matches!(tree.lower(at), "in" | "of" | "on" | "along" | "within" | "across")
                })
        });
        match name {
            Some(name) => Some(self.named_land(view, name, name.words.clone())),
            None => self.unlisted_setting(view, within),
        }
    }

    /// The same of a name that no list knows: "villages along the Velk".
    fn unlisted_setting(&self, view: &View, within: Range<usize>) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let dated =
            |at: usize| view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
        let at = within.into_iter().find(|at| {
            let before = (at.saturating_sub(2)..*at).rev().find(|at| tree.tag(*at) != "DT");
            tree.tag(*at).starts_with("NNP")
                && view.party_at(*at).is_none()
                && !dated(*at)
                && before.is_some_and(|before| {
                    matches!(tree.lower(before), "along" | "of" | "across" | "within")
                })
        })?;
        let words = super::who::core(view, at);
        let mention = self.text(view, words.clone());
        let name = super::context::without_article(&mention).to_owned();
        let value = unlisted_region(name, mention);
        Some(Found { value, words, how: super::context::How::Unlisted })
    }
}

/// The words after a verb up to where another clause begins.
fn reach(tree: &Tree, verb: usize) -> impl Iterator<Item = usize> + '_ {
    let end = (verb + FAR).min(tree.len());
    (verb + 1..end).take_while(move |at| {
        let finite = matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP" | "MD");
        !finite
            && !matches!(tree.lower(*at), ";" | ":" | "which" | "who" | "but" | "while" | "after")
    })
}

fn starts(tree: &Tree, at: usize, prepositions: &[&str]) -> bool {
    prepositions.iter().any(|wanted| match wanted.split_once(' ') {
        Some((first, second)) => tree.lower(at) == first && tree.lower(at + 1) == second,
        None => tree.lower(at) == *wanted,
    })
}

/// The main noun of the phrase that begins at a word.
fn noun_after(view: &View, from: usize, prepositions: &[&str]) -> Option<usize> {
    let tree = &view.tree;
    let from = if prepositions.iter().any(|p| p.ends_with(&format!(" {}", tree.lower(from)))) {
        from + 1
    } else {
        from
    };
    let inside =
        |at: &usize| matches!(tree.tag(*at), "DT" | "JJ" | "NN" | "NNS" | "NNP" | "NNPS" | "POS");
    let timed = |at: &usize| {
        let next = matches!(tree.lower(*at), "next" | "last" | "that" | "this" | "the")
            && matches!(
                tree.lower(at + 1),
                "day" | "week" | "month" | "year" | "night" | "morning"
            );
        next || crate::text::lexeme::names_day_or_month(tree.lower(*at))
    };
    let end = (from..tree.len().min(from + 8)).take_while(|at| inside(at) && !timed(at)).last()?;
    tree.is_nominal(end).then_some(end)
}
