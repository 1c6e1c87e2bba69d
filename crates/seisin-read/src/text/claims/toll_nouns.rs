//! Counts of people lost that a noun tells: "the death toll rose to 41,000", "cost 23 lives", "six bodies".

use super::{
    casualties::Fate,
    context::{Context, Found, How},
    tolls::Toll,
    view::View,
};
use seisin_core::PartyRef;
use std::ops::Range;

/// Nouns for the lost taken together.
const TOLLS: [&str; 10] = [
    "toll",
    "dead",
    "losses",
    "loss",
    "deaths",
    "casualties",
    "fatalities",
    "killed",
    "wounded",
    "injured",
];

impl Context<'_> {
    /// "The death toll rose to 41,000", "put the dead in Sarn at more than 7,000", "losses of 300",
    /// "dead: 3 Borlanders".
    pub(super) fn tolled(&self, view: &View, words: &Range<usize>) -> Option<Toll> {
        let tree = &view.tree;
        let linked = (words.start.saturating_sub(3)..words.start).any(|at| {
            matches!(
                tree.lower(at),
                "at" | "to" | "into" | "of" | "is" | "was" | "as" | "are" | "were" | ":" | "–"
            ) || self.is_any(view, at, &self.lexicon.numbering)
        });
        let noun = toll_noun(view, words)?;
        let said = noun;
        let noun = those_of(view, noun, words.start).unwrap_or(noun);
        let fate = match tree.lower(said) {
            "casualties" | "losses" => Fate::Casualty,
            "wounded" | "injured" => Fate::Wounded,
            _ => Fate::Killed,
        };
        let last = words.end.saturating_sub(1);
        let bare = tree.lower(last).starts_with(|c: char| c.is_ascii_digit())
            || tree.tag(last) == "CD"
            || self.is_of_people(view, words.start..Self::people_end(view, words));
        let loss = tree.lower(noun) != "loss" || noun + 3 >= words.start;
        (linked && bare && loss).then_some(Toll { fate, cue: noun, own: false, noun: Some(noun) })
    }

    /// "Dug 14 bodies out of the rubble", "at least 40 bodies have been recovered": the dead, as they are
    /// found, counted or buried.
    pub(super) fn bodies_found(&self, view: &View, words: &Range<usize>) -> Option<Toll> {
        let tree = &view.tree;
        let body = (words.start..=words.end + 1)
            .find(|at| matches!(tree.lower(*at), "bodies" | "corpses" | "body" | "corpse"))?;
        let verb = (words.start.saturating_sub(4)..(body + 6).min(tree.len())).any(|at| {
            tree.is_verb(at) && self.lexicon.is_form_of(tree.lower(at), &self.lexicon.recovering)
        });
        (verb && tree.lower(body + 1) != "of").then_some(Toll {
            fate: Fate::Killed,
            cue: body,
            own: false,
            noun: None,
        })
    }

    /// "Cost 23 lives", "at the cost of 161 lives", "claimed 40 lives".
    pub(super) fn paid_in_lives(
        &self,
        view: &View,
        words: &Range<usize>,
        end: usize,
    ) -> Option<Toll> {
        let tree = &view.tree;
        let before = words
            .start
            .checked_sub(2)
            .filter(|at| tree.lower(*at) == "lives" && tree.lower(at + 1) == "of");
        let lives = before.is_some()
            || (words.start..=end.max(words.end)).any(|at| tree.lower(at) == "lives");
        let cue = (words.start.saturating_sub(4)..words.start).rev().find(|at| {
            let form = tree.lower(*at);
            matches!(form, "cost" | "costs" | "price" | "costing")
                || ["claim", "take", "lose"].iter().any(|lemma| self.lexicon.is_form(form, lemma))
        })?;
        let own = self.lexicon.is_form(tree.lower(cue), "lose");
        lives.then_some(Toll { fate: Fate::Killed, cue, own, noun: None })
    }

    /// Whose a noun for the lost says they are: "Arlandic losses", "the dead among the rebels".
    pub(super) fn owner_of_toll(
        &self,
        view: &View,
        noun: usize,
        start: usize,
    ) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let core = super::who::core(view, noun);
        let adjective = core.clone().rev().find(|at| {
            let capital = tree.word(*at).is_some_and(|word| word.capital);
            *at < noun && *at > 0 && capital && matches!(tree.tag(*at), "JJ" | "NNP" | "NNPS")
        });
        let unlisted = || {
            let at = adjective.filter(|at| view.place_at(*at).is_none())?;
            Some(self.unlisted(view, at..at + 1))
        };
        let owned = self.losers_in(view, core).filter(|who| who.how != How::Phrase);
        owned.or_else(unlisted).or_else(|| {
            let among = matches!(tree.lower(noun + 1), "among" | "of" | "for");
            let beside = self.losers_in(view, noun + 2..start.min(noun + 6));
            beside.filter(|_| among)
        })
    }

    /// Whose the lost are where a noun for them stands before their count: "Arlandic losses are put at 30
    /// dead".
    pub(super) fn owner_of_count(
        &self,
        view: &View,
        words: &Range<usize>,
    ) -> Option<Found<PartyRef>> {
        let noun = toll_noun(view, words)?;
        let tree = &view.tree;
        let linked = (noun + 1..words.start).all(|at| {
            !matches!(tree.lower(at), "," | ";" | ":" | "who" | "which" | "that" | "and" | "but")
        });
        let said = self.owner_of_toll(view, noun, words.start);
        said.filter(|who| linked && matches!(who.how, How::Named | How::Unlisted))
    }

    /// Whether a toll names its own land or people, so that it does not go on from the one before.
    pub(super) fn counts_anew(view: &View, toll: &Toll) -> bool {
        toll.noun.is_some() || view.places.iter().any(|name| name.words.start > toll.cue)
    }
}

/// The "those" that stands for a noun for the lost named before it: "their losses were 40, | those | of the
/// other side".
fn those_of(view: &View, noun: usize, start: usize) -> Option<usize> {
    let tree = &view.tree;
    (noun + 1..start).rev().find(|at| tree.lower(*at) == "those" && tree.lower(at + 1) == "of")
}

/// The noun for a loss before a number, no other number between.
pub(super) fn toll_noun(view: &View, words: &Range<usize>) -> Option<usize> {
    let tree = &view.tree;
    let dated = |at: usize| view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
    (words.start.saturating_sub(12)..words.start)
        .rev()
        .take_while(|at| {
            !matches!(tree.lower(*at), ";" | ".") && (tree.tag(*at) != "CD" || dated(*at))
        })
        .find(|at| TOLLS.contains(&tree.lower(*at)) && !matches!(tree.tag(*at), "VBN" | "VBD"))
}
