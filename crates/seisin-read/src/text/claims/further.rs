//! Lands that a list goes on with after a clause: "and Sarn on 16 February", "including Velk", "; on July
//! 25, Sarn".

use super::{
    context::{Context, Found, How, unlisted_region},
    lexicon::{Pattern, Sense},
    view::View,
    when::Dated,
};
use crate::text::{
    quantity::MentionKind,
    syntax::{Clause, Tree},
    time::TimeMention,
};
use seisin_core::RegionRef;
use std::ops::Range;

type Land = Found<RegionRef>;

impl Context<'_> {
    /// Further lands of a list that stands after the object: "and Bukavu on 16 February",
    /// "including Gilgit-Baltistan", "; on July 25, Žepa".
    pub(super) fn listed_lands(
        &self,
        view: &View,
        clause: &Clause,
        sense: Sense,
        known: &[Option<Land>],
    ) -> Vec<(Land, Option<Dated>, Range<usize>)> {
        let tree = &view.tree;
        let object = clause.patient.or_else(|| clause.oblique(&["from", "out of", "into"]));
        let Some(object) = object.filter(|object| *object > clause.verb) else { return Vec::new() };
        if matches!(
            sense.pattern,
            Pattern::Recognise
                | Pattern::Fall
                | Pattern::Repel
                | Pattern::Secede
                | Pattern::Advance
        ) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut opened = None;
        let mut listing = false;
        let counted_object = tree.tag(object) == "NNS"
            && tree.child(object, &["nummod"]).is_some()
            && self.lexicon.land.contains(tree.lower(object));
        let named = view.place_at(object).map_or(0, |name| name.words.end);
        let mut at = super::who::core(view, object).end.max(named);
        while at < tree.len() && !ends_list(tree, at) {
            listing |= opens_names(tree, at)
                || counted_object && tree.lower(at) == "," && names_only(tree, at + 1);
            if joins_list(tree, at) || listing && matches!(tree.lower(at), "," | "them" | ":") {
                opened = Some(at);
            }
            let counted = opened.and_then(|_| self.counted_at(view, at));
            let Some((start, land)) =
                opened.and_then(|start| Some((start, counted.or_else(|| self.name_at(view, at))?)))
            else {
                at += 1;
                continue;
            };
            if begins_clause(tree, land.words.end) {
                break;
            }
            let again = known
                .iter()
                .flatten()
                .any(|known| known.words.contains(&at) || known.words.start == land.words.start);
            let receives = matches!(sense.pattern, Pattern::Give | Pattern::Cede)
                && view.party_at(at).is_some();
            let own_part = view.party_at(at).is_some()
                && super::land::begins_share(view, land.words.end)
                || is_anothers(view, land.words.start);
            let loser =
                matches!(sense.pattern, Pattern::Take | Pattern::Occupy) && is_after_from(tree, at);
            if again || receives || own_part || loser || !is_bare(tree, at) {
                opened = opened.filter(|_| !again);
                at += 1;
                continue;
            }
            let (dated, end) = self.date_beside(view, &land.words);
            found.push((land, dated, start + 1..end));
            opened = None;
            at = end;
        }
        found
    }

    /// Counted places that begin at a word: "and | 11 other points along the line".
    fn counted_at(&self, view: &View, at: usize) -> Option<Land> {
        let tree = &view.tree;
        let mention = view.quantities.iter().find(|mention| {
            mention.kind == MentionKind::Count
                && self.counts_land(mention)
                && tree.words_in(&mention.range).start == at
        })?;
        let words = tree.words_in(&mention.range);
        let whole = words.start..words.end.max(at + 1);
        let mention = self.text(view, whole.clone());
        let place = Self::place(view, at);
        let region = self.memory.lands.main(place).or_else(|| {
            self.memory
                .lands
                .meant(place, |kind| kind != Some(seisin_places::PlaceKind::Settlement))
        });
        let value = match region {
            Some(region) => RegionRef { mention, ..region.clone() },
            None => unlisted_region(mention.clone(), mention),
        };
        Some(Found { value, words: whole, how: How::Phrase })
    }

    /// The land whose name begins or ends at a word.
    fn name_at(&self, view: &View, at: usize) -> Option<Land> {
        if let Some(name) = view.places.iter().find(|name| name.words.start == at) {
            return Some(self.named_land(view, name, name.words.clone()));
        }
        let dated = view.times.iter().any(|time| view.tree.words_in(&time.range).contains(&at));
        let name = view.tree.tag(at).starts_with("NNP") && view.party_at(at).is_none();
        (name && !dated && is_last_of_name(view, at)).then(|| {
            let words = super::who::core(view, at);
            let mention = self.text(view, words.clone());
            let value = unlisted_region(mention.clone(), mention);
            Found { value, words, how: How::Unlisted }
        })
    }

    /// The date right before or after some words, and one past both.
    pub(super) fn date_beside(&self, view: &View, words: &Range<usize>) -> (Option<Dated>, usize) {
        let tree = &view.tree;
        let after = |time: &&TimeMention| {
            (words.end..=words.end + 1).contains(&tree.words_in(&time.range).start)
        };
        let before = |time: &&TimeMention| {
            let end = tree.words_in(&time.range).end;
            end == words.start || end + 1 == words.start
        };
        let time = view.times.iter().find(after).or_else(|| view.times.iter().find(before));
        let end = time.map_or(words.end, |time| tree.words_in(&time.range).end.max(words.end));
        (time.and_then(|time| self.as_dated(time)), end)
    }
}

/// Whether a party’s name stands right before a land, after "and" or a comma: "and Borland Velk".
fn is_anothers(view: &View, land: usize) -> bool {
    let tree = &view.tree;
    let article = land.checked_sub(1).filter(|at| matches!(tree.tag(*at), "DT" | "JJ"));
    let before = article.unwrap_or(land).checked_sub(1);
    let name = before.and_then(|at| view.parties.iter().find(|name| name.words.end == at + 1));
    name.is_some_and(|name| {
        let joins = tree.lower(name.words.start.wrapping_sub(1));
        matches!(joins, "and" | "," | ";")
            && name.found.role == seisin_places::PartyRole::Name
            && view.place_at(land).is_some_and(|place| !place.words.contains(&name.words.start))
    })
}

/// Whether a word is the last of a name.
fn is_last_of_name(view: &View, at: usize) -> bool {
    !view.tree.tag(at + 1).starts_with("NNP")
        && !matches!(view.tree.label(at), "compound" | "amod" | "nmod:poss" | "nummod")
}

/// Whether a word goes on with a list of lands: "and", "including", "; on July 25, …".
fn joins_list(tree: &Tree, at: usize) -> bool {
    let word = tree.lower(at);
    matches!(word, "and" | "including" | "plus")
        || (matches!(word, ";" | ",") && tree.lower(at + 1) == "on")
        || (word == "as" && tree.lower(at + 1) == "well")
}

/// Whether names alone follow, of what was told in one: ": Sarn, Velk and", "among them Sarn, Velk and",
/// "namely Sarn".
fn opens_names(tree: &Tree, at: usize) -> bool {
    match tree.lower(at) {
        ":" => tree.tag(at + 1).starts_with("NNP") && names_only(tree, at + 1),
        "namely" | "including" => true,
        "among" => matches!(tree.lower(at + 1), "them" | "these"),
        _ => false,
    }
}

/// Whether nothing but names, joined, stands from a word on.
fn names_only(tree: &Tree, from: usize) -> bool {
    (from..tree.len()).all(|at| {
        tree.tag(at).starts_with("NN") || matches!(tree.tag(at), "," | "." | "CC" | "DT" | "HYPH")
    })
}

/// Whether a word ends a list of lands.
fn ends_list(tree: &Tree, at: usize) -> bool {
    let word = tree.lower(at);
    let turns = ["but", "which", "who", "that", "while", "neither", "nor", "not", "."];
    let parted = word == ";" && tree.lower(at + 1) != "on";
    turns.contains(&word)
        || parted
        || tree.tag(at) == "MD"
        || (tree.is_verb(at) && word != "including")
}

/// Whether the words after a name make it the subject or the owner of something else.
fn begins_clause(tree: &Tree, end: usize) -> bool {
    let verb = |at: usize| matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD");
    (end..end + 3).any(verb) || tree.tag(end) == "POS"
}

/// Whether a name stands after "from", or is joined to one that does: "took Sarn from Arland and Borland".
fn is_after_from(tree: &Tree, at: usize) -> bool {
    let named = |at: &usize| {
        tree.tag(*at).starts_with("NNP")
            || matches!(tree.tag(*at), "DT" | "CC" | "POS" | "JJ")
            || tree.lower(*at) == ","
    };
    let first = (0..at).rev().take_while(named).last().unwrap_or(at);
    first.checked_sub(1).is_some_and(|before| tree.lower(before) == "from")
}

/// Whether no preposition ties a name to something else.
fn is_bare(tree: &Tree, at: usize) -> bool {
    crate::text::syntax::preposition(tree, at).is_none_or(|case| {
        matches!(case.as_str(), "from" | "including" | "plus" | "among") || case.starts_with("as")
    })
}
