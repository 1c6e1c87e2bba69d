//! The lands' names in a sentence: what the gazetteer or the user has, where it stands for land and not
//! for a person, a body or a part of a longer name.

use super::{
    lands::SETTLEMENTS,
    lexicon::Lexicon,
    names_begun::NamesBegun,
    view::{PlaceFound, PlaceName},
    vocabulary::Vocabulary,
};
use crate::text::{
    Prepared, Sentence, lexeme,
    syntax::{Tree, preposition},
};
use seisin_core::RegionCandidate;
use seisin_places::{PartyKind, PlaceKind, PlaceMatch};
use std::ops::Range;

/// The lands that a sentence names.
pub(super) fn places(
    prepared: &Prepared,
    sentence: &Sentence,
    tree: &Tree,
    begun: &NamesBegun<'_>,
) -> Vec<PlaceName> {
    let vocabulary = begun.vocabulary;
    let mut found: Vec<PlaceName> = Vec::new();
    for (at, word) in tree.words().iter().enumerate() {
        let named = word.tag.name().starts_with("NN")
            || word.tag.name().starts_with("JJ")
            || word.tag.name() == "FW";
        let covered = || found.last().is_some_and(|last| last.words.contains(&at));
        if !named || !prepared.slice(word.range.clone()).contains(char::is_uppercase) || covered() {
            continue;
        }
        if lexeme::names_day_or_month(&word.lower) || NEVER_PLACES.contains(&word.lower.as_str()) {
            continue;
        }
        if let Some((words, own)) = own_region(prepared, tree, at, vocabulary) {
            found.push(PlaceName { words, found: PlaceFound::Own(own), ranked: Vec::new() });
            continue;
        }
        let text = prepared.slice(word.range.start..sentence.range.end);
        let Some(name) = begun.place(word.range.start) else { continue };
        let words = tree.words_in(&(word.range.start..word.range.start + name.len));
        let end = word.range.start + name.name_len;
        let whole = tree
            .words()
            .get(words.clone())
            .is_some_and(|list| list.iter().any(|w| w.range.end == end));
        let ordinary = name.ordinary_word && !is_located(tree, at);
        let part = words.len() == 1 && is_part_of_name(tree, at)
            || name.len == name.name_len
                && goes_on(prepared, tree, &words)
                && !begins_party(prepared, sentence, tree, words.end, vocabulary)
            || name.kind == PlaceKind::Settlement && is_speaker(tree, &words)
            || of_group(text, &name, vocabulary);
        let last = words.end.max(at + 1) - 1;
        let beside = only_compares(tree, last) || only_says_where(tree, last);
        if whole && !ordinary && !part && !beside {
            found.push(PlaceName {
                words: at..words.end.max(at + 1),
                found: PlaceFound::Listed(name),
                ranked: Vec::new(),
            });
        }
    }
    found
}

/// Words that the gazetteer has as names of villages but that reports never mean so.
const NEVER_PLACES: [&str; 46] = [
    "union",
    "republic",
    "federation",
    "senate",
    "council",
    "ministry",
    "court",
    "assembly",
    "commission",
    "parliament",
    "government",
    "secretary",
    "front",
    "movement",
    "league",
    "mission",
    "peace",
    "treaty",
    "congress",
    "house",
    "crown",
    "state",
    "on",
    "in",
    "at",
    "the",
    "of",
    "to",
    "an",
    "a",
    "as",
    "by",
    "for",
    "no",
    "so",
    "it",
    "he",
    "we",
    "ii",
    "pm",
    "am",
    "army",
    "minister",
    "president",
    "general",
    "says",
];

/// Whether a place's name only says how large another is: "the size of Sarn", "larger than Sarn".
fn only_compares(tree: &Tree, head: usize) -> bool {
    let above = tree.head(head).map_or("", |above| tree.lower(above));
    let measure = matches!(
        above,
        "size" | "large" | "larger" | "big" | "bigger" | "small" | "smaller" | "twice" | "half"
    );
    match preposition(tree, head).as_deref() {
        Some("of") => above == "size",
        Some("than" | "as" | "like") => measure,
        _ => false,
    }
}

/// Whether a place with the noun after it only says where what is named next lies: "the Somali town of
/// Adan Yabaal".
fn only_says_where(tree: &Tree, last: usize) -> bool {
    SETTLEMENTS.contains(&tree.lower(last))
        && tree.lower(last + 1) == "of"
        && tree.word(last + 2).is_some_and(|word| word.capital)
}

/// Whether a name stands where places stand: after a preposition of place or before a noun for land.
fn is_located(tree: &Tree, at: usize) -> bool {
    let head = tree.head(at);
    let before = |word: usize| {
        preposition(tree, word).is_some_and(|case| {
            matches!(
                case.as_str(),
                "in" | "at" | "from" | "near" | "into" | "of" | "around" | "towards" | "to"
            )
        })
    };
    before(at)
        || head.is_some_and(|head| {
            tree.label(at) == "compound" && Lexicon::built_in().land.contains(tree.lower(head))
        })
}

/// Whether a name is only one word of a person's or a body's longer name: "Doctors Without Borders".
fn is_part_of_name(tree: &Tree, at: usize) -> bool {
    let without = at.checked_sub(1).and_then(|before| tree.word(before));
    if without.is_some_and(|word| word.lower == "without" && word.capital) {
        return true;
    }
    let learned = tree.label(at) == "compound"
        && tree.head(at).is_some_and(|body| LEARNED.contains(&tree.lower(body)));
    let name = |at: usize| tree.tag(at).starts_with("NNP");
    let flat = tree.label(at) == "flat" || tree.child(at, &["flat"]).is_some();
    let titled = tree
        .children(at)
        .iter()
        .any(|child| Lexicon::built_in().people.contains(tree.lower(*child)));
    (flat || titled || learned) && name(at)
}

/// Bodies of learning, which are named after where they are: "a Yale laboratory".
const LEARNED: [&str; 8] =
    ["laboratory", "lab", "university", "professor", "institute", "historian", "academic", "study"];

/// Whether a name goes on with another capitalised word that is no noun for land: "Tal Velk".
fn goes_on(prepared: &Prepared, tree: &Tree, words: &Range<usize>) -> bool {
    let next = tree.word(words.end).filter(|next| {
        let capital = prepared.slice(next.range.clone()).starts_with(char::is_uppercase);
        capital && next.lower.len() > 2 && !lexeme::names_day_or_month(&next.lower)
    });
    next.is_some_and(|next| {
        tree.tag(words.end).starts_with("NNP")
            && tree.tag(words.start).starts_with("NNP")
            && !Lexicon::built_in().land.contains(&next.lower)
    })
}

/// Whether a party's name begins at a word.
fn begins_party(
    prepared: &Prepared,
    sentence: &Sentence,
    tree: &Tree,
    at: usize,
    vocabulary: &Vocabulary,
) -> bool {
    tree.word(at).is_some_and(|word| {
        let text = prepared.slice(word.range.start..sentence.range.end);
        vocabulary.parties.longest_match(text).is_some()
    })
}

/// Whether a name is the subject of a verb of saying, as people are and towns are not.
fn is_speaker(tree: &Tree, words: &Range<usize>) -> bool {
    let lexicon = Lexicon::built_in();
    words.clone().any(|at| {
        tree.label(at) == "nsubj"
            && tree.head(at).is_some_and(|verb| {
                lexicon.is_form_of(tree.lower(verb), &lexicon.say)
                    || tree.is_verb(verb) && tree.child(verb, &["obj", "xcomp"]).is_some()
            })
    })
}

/// Whether the same words name a group or a body: "UN".
fn of_group(text: &str, name: &PlaceMatch, vocabulary: &Vocabulary) -> bool {
    let party = vocabulary.parties.longest_match(text).filter(|party| party.len >= name.name_len);
    let kind = party.and_then(|party| Some(vocabulary.parties.party(&party.party)?.kind));
    matches!(kind, Some(PartyKind::ArmedGroup | PartyKind::Bloc | PartyKind::Body))
}

/// The longest name of a region of the user's own that begins at a word.
fn own_region(
    prepared: &Prepared,
    tree: &Tree,
    at: usize,
    vocabulary: &Vocabulary,
) -> Option<(Range<usize>, Vec<RegionCandidate>)> {
    (1..=vocabulary.most_words()).rev().find_map(|count| {
        let words = at..at.checked_add(count).filter(|end| *end <= tree.len())?;
        let known = vocabulary.regions(prepared.slice(tree.range(words.clone())));
        (!known.is_empty()).then(|| (words, known.to_vec()))
    })
}
