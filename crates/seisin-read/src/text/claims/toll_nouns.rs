//! Counts of people lost that a noun for the lost stands before: "the death toll rose to 41,000".

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
