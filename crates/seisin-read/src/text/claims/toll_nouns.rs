//! Counts of people lost that a noun tells: "the death toll rose to 41,000", "cost 23 lives", "six bodies".

use super::{casualties::Fate, context::Context, tolls::Toll, view::View};
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
        let fate = match tree.lower(noun) {
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

    /// Whether a toll names its own land or people, so that it does not go on from the one before.
    pub(super) fn counts_anew(view: &View, toll: &Toll) -> bool {
        toll.noun.is_some() || view.places.iter().any(|name| name.words.start > toll.cue)
    }
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
