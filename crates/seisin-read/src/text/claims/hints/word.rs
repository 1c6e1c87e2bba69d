//! The tags a word may have before its sentence is analysed.

use super::super::{
    lexicon::{Lexicon, Names},
    names_begun::NamesBegun,
    vocabulary::Vocabulary,
};
use super::{
    holding::{begins_object, ends_subject, goes_with_particle},
    nouns::{acts, is_body, is_fraction, is_plural, opens_with_noun},
    plans::hint_of_plan,
    sets::SETS,
    shapes::{hint_of_shape, is_creed, is_lettered, is_no_small_word, is_number, is_renamed},
    telling::{
        follows_have, is_intransitive_past, joins_what_is_told, tells_of_several, tells_somebody,
    },
};
use crate::text::{Prepared, Sentence, syntax::TagSet};
use seisin_places::PartyRole;
use std::ops::Range;

/// What stands after a name and a hyphen in an adjective: "Borland-backed".
const HYPHENED: [&str; 10] = [
    "-backed",
    "-led",
    "-held",
    "-controlled",
    "-run",
    "-occupied",
    "-allied",
    "-aligned",
    "-administered",
    "-supported",
];

/// The tags a word may have as far as the lexicons know it: a party's or a place's name is a name, a
/// form that only a verb has is a verb, and so is one between who could hold and what can be held.
pub(crate) fn hint(
    prepared: &Prepared,
    sentence: &Sentence,
    range: &Range<usize>,
    begun: &NamesBegun<'_>,
) -> TagSet {
    let form = prepared.slice(range.clone());
    let hyphened = form.as_bytes().contains(&b'-');
    if hyphened && HYPHENED.iter().any(|ending| form.ends_with(ending)) {
        return SETS.adjective;
    }
    let after = prepared.slice(range.end..sentence.range.end.max(range.end));
    let before = prepared.slice(sentence.range.start.min(range.start)..range.start);
    let article = |article: &&str| {
        form.strip_prefix(*article).is_some_and(|name| name.starts_with(char::is_uppercase))
    };
    if hyphened && ["el-", "al-", "as-", "an-", "ash-", "at-", "ar-"].iter().any(article) {
        return SETS.name;
    }
    if !form.chars().next().is_some_and(char::is_uppercase) {
        return hint_of_word(form, (before, after), begun.vocabulary);
    }
    match begun.note_party(range.start) {
        Some((len, PartyRole::Demonym)) if len == form.len() => SETS.people,
        Some((len, _)) if len == form.len() => SETS.name,
        None if is_place(begun, range) => SETS.name,
        _ if form.ends_with('s') && opens_with_noun(before, form) => SETS.no_finite,
        _ if is_creed(form, after) => SETS.adjective,
        _ if is_renamed(form, before, after) => SETS.name,
        _ if is_number(form) => SETS.number,
        _ if is_lettered(form, before, after) => SETS.name,
        _ if is_no_small_word(form, before) => SETS.no_small_word,
        _ => TagSet::ALL,
    }
}

/// The tags that a word in small letters may have between these words.
fn hint_of_word(form: &str, (before, after): (&str, &str), vocabulary: &Vocabulary) -> TagSet {
    let lexicon = Lexicon::built_in();
    if form.ends_with('s') && is_plural(lexicon, form, before) {
        return SETS.plural;
    }
    if let Some(tags) = hint_of_shape(form, before, after) {
        return tags;
    }
    if is_fraction(form) {
        return SETS.plural;
    }
    if form == "claims" && after.starts_with(" to have ") {
        return SETS.verb;
    }
    if lexicon.is_participle(form) && follows_have(before) {
        return SETS.participle;
    }
    if form.ends_with("ed") && is_intransitive_past(lexicon, form, (before, after)) {
        return SETS.simple_past;
    }
    if form == "cannot" {
        return SETS.modal;
    }
    if form == "told" && tells_somebody(before, after) {
        return SETS.simple_past;
    }
    if let Some(tags) = hint_of_plan(form, before, after) {
        return tags;
    }
    if form == "that" && (joins_what_is_told(before) || tells_of_several(before, after)) {
        return SETS.joining;
    }
    if is_body(form, before) {
        return SETS.noun;
    }
    let Some(known) = lexicon.hinted(form) else {
        let land = lexicon.land.contains(form) && form != "half";
        return if land { SETS.no_small_word } else { TagSet::ALL };
    };
    if form.ends_with('s') && known.says && goes_with_particle(after) {
        return SETS.verb;
    }
    if known.names.is_some_and(|names| names == Names::Noun || acts(after)) {
        return if form.ends_with('s') { SETS.plural } else { SETS.noun };
    }
    let verb = known.tags == TagSet::ALL
        && known.says
        && begins_object(after)
        && ends_subject(before, form, vocabulary);
    match (verb, known.plain) {
        (true, true) => SETS.verb,
        (true, false) => SETS.past,
        _ => known.tags,
    }
}

fn is_place(begun: &NamesBegun<'_>, form: &Range<usize>) -> bool {
    form.len() > 3
        && begun
            .note_place(form.start)
            .is_some_and(|name| name.name_len == form.len() && name.stands_alone())
}
