//! What the word lists know of a word before the sentence is analysed.

use super::{
    lexicon::{Lexicon, Names},
    names_begun::NamesBegun,
    vocabulary::Vocabulary,
};
use crate::text::{Prepared, Sentence, syntax::TagSet};
use seisin_places::PartyRole;
use std::ops::Range;

struct Sets {
    name: TagSet,
    people: TagSet,
    adjective: TagSet,
    verb: TagSet,
    past: TagSet,
    simple_past: TagSet,
    noun: TagSet,
    plural: TagSet,
    joining: TagSet,
    participle: TagSet,
    no_finite: TagSet,
    modal: TagSet,
}

const SETS: Sets = Sets {
    name: TagSet::of(&["NNP", "NNPS"]),
    people: TagSet::of(&["JJ", "NNP", "NNPS", "NNS"]),
    adjective: TagSet::of(&["JJ"]),
    verb: TagSet::of(&["VBP", "VBZ"]),
    past: TagSet::of(&["VBD", "VBN"]),
    simple_past: TagSet::of(&["VBD"]),
    noun: TagSet::of(&["NN"]),
    plural: TagSet::of(&["NNS"]),
    joining: TagSet::of(&["IN"]),
    participle: TagSet::of(&["VBN"]),
    no_finite: TagSet::without(&["VBZ", "VBP"]),
    modal: TagSet::of(&["MD"]),
};

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
pub(super) fn hint(
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
        _ => TagSet::ALL,
    }
}

/// The tags that a word in small letters may have between these words.
fn hint_of_word(form: &str, (before, after): (&str, &str), vocabulary: &Vocabulary) -> TagSet {
    let lexicon = Lexicon::built_in();
    if form.ends_with('s') && is_plural(lexicon, form, before) {
        return SETS.plural;
    }
    if is_quarter(form) {
        return SETS.adjective;
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
    if form == "that" && joins_what_is_told(before) {
        return SETS.joining;
    }
    if is_body(form, before) {
        return SETS.noun;
    }
    let Some(known) = lexicon.hinted(form) else { return TagSet::ALL };
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

/// Whether a form in "s" begins a sentence and so is no verb of a third person: "Wildfires near Sarn".
fn opens_with_noun(before: &str, form: &str) -> bool {
    let helper = matches!(form, "Is" | "Was" | "Has" | "Does" | "Says" | "Lets" | "Means");
    !before.contains(char::is_alphanumeric) && !helper
}

/// What a form is beside a noun for a plan, and as part of "de facto".
fn hint_of_plan(form: &str, before: &str, after: &str) -> Option<TagSet> {
    if matches!(form, "de" | "facto" | "jure") && is_in_fact(form, before, after) {
        return Some(SETS.adjective);
    }
    if form.ends_with("ed") && is_laid_before(form, before) {
        return Some(SETS.simple_past);
    }
    let parts = form == "parts" && after.starts_with(" with ");
    let told = form.ends_with('s') && is_told_by_plan(form, before, after);
    (parts || told).then_some(SETS.verb)
}

/// "The | de facto | ministry", "de jure".
fn is_in_fact(form: &str, before: &str, after: &str) -> bool {
    if form == "de" {
        return after.starts_with(" facto ") || after.starts_with(" jure ");
    }
    before.ends_with("de ")
}

/// "A draft that the mediators | circulated": what somebody did with a plan, told of it.
fn is_laid_before(form: &str, before: &str) -> bool {
    const FARTHEST: usize = 6;
    let lexicon = Lexicon::built_in();
    if !lexicon.is_form_of(form, &lexicon.laying) {
        return false;
    }
    let mut back = before.split_whitespace().rev().take(FARTHEST);
    let that = back.position(|word| matches!(word, "that" | "which"));
    that.is_some_and(|words| {
        words > 0
            && back
                .next()
                .is_some_and(|noun| lexicon.about.contains(noun) || lexicon.settled.contains(noun))
    })
}

/// "The plan | calls | for", "one map | hands | the road": what a plan says of its terms.
fn is_told_by_plan(form: &str, before: &str, after: &str) -> bool {
    let lexicon = Lexicon::built_in();
    let noun = before.trim_end().rsplit(' ').next().unwrap_or("");
    lexicon.is_form_of(form, &lexicon.terms)
        && !noun.ends_with('s')
        && (lexicon.about.contains(noun) || lexicon.settled.contains(noun))
        && (begins_object(after) || after.starts_with(" for "))
}

/// Whether a small number stands right before: "by thirteen | votes".
fn follows_number(before: &str) -> bool {
    const NUMBERS: [&str; 19] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "twenty", "thirty", "forty", "fifty",
    ];
    let word = before.trim_end().rsplit(' ').next().unwrap_or("");
    NUMBERS.contains(&word)
}

/// Whether a form in "s" is a plural, by itself or by what stands before it.
fn is_plural(lexicon: &Lexicon, form: &str, before: &str) -> bool {
    is_plural_land(lexicon, form) || is_owned_plural(before, form) || follows_number(before)
}

fn is_quarter(form: &str) -> bool {
    matches!(form, "northern" | "southern" | "eastern" | "western")
}

/// Whether a form is that of a court, or "force" where no verb can stand.
fn is_body(form: &str, before: &str) -> bool {
    form == "force" && follows_article(before)
        || super::who::COURTS.contains(&form) && !form.ends_with('s')
}

/// Whether a small word follows that makes a form a verb, and then nothing or what ends a clause: "army pulls
/// | back".
fn goes_with_particle(after: &str) -> bool {
    let mut words = after.split_whitespace();
    let particle = words.next().unwrap_or("");
    let bare = particle.trim_end_matches([',', '.', ';']);
    matches!(bare, "back" | "out")
        && (bare != particle || words.next().is_none_or(|next| next == "of" || next == "from"))
}

/// Whether an article stands two words before: "a British | force".
fn follows_article(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or("");
    matches!(last, "a" | "an" | "the") || matches!(words.next(), Some("a" | "an" | "the"))
}

/// Whether words begin with what bodies under arms do: "border guards | took".
fn acts(after: &str) -> bool {
    let next = after.trim_start().split([' ', ',', '.', ';']).next().unwrap_or("");
    let helps = matches!(next, "have" | "had" | "were" | "are" | "will" | "also" | "still" | "now");
    helps || Lexicon::built_in().senses(next).next().is_some()
}

fn is_place(begun: &NamesBegun<'_>, form: &Range<usize>) -> bool {
    form.len() > 3
        && begun
            .note_place(form.start)
            .is_some_and(|name| name.name_len == form.len() && name.stands_alone())
}

/// Whether words begin what could be held: "12 of", "the town", "about a third", "Sarn".
fn begins_object(after: &str) -> bool {
    const OPENERS: [&str; 58] = [
        "much", "many", "large", "vast", "parts", "swathes", "swaths", "part", "this", "that",
        "these", "those", "his", "her", "our", "what", "the", "a", "all", "most", "some", "about",
        "more", "less", "its", "their", "around", "roughly", "nearly", "almost", "at", "between",
        "half", "over", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "another", "dozens", "hundreds",
        "several", "both", "no", "only", "just", "every",
    ];
    let word = after.trim_start().split([' ', ',', '.', ';']).next().unwrap_or("");
    OPENERS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
}

/// Whether words end in who could hold: a party's name, or fighters without one.
fn ends_subject(before: &str, form: &str, vocabulary: &Vocabulary) -> bool {
    let before = before.trim_end();
    let before = [" still", " now", " also", " already", " together"]
        .iter()
        .find_map(|adverb| before.strip_suffix(adverb))
        .unwrap_or(before);
    let before = without_insertion(before);
    let last = before.rsplit(' ').next().unwrap_or("");
    let lexicon = Lexicon::built_in();
    let plural = !form.ends_with('s') && last.ends_with('s');
    let several = lexicon.forces.contains(last) || lexicon.groups.contains(last);
    if plural && several || matches!(last, "they" | "which" | "who") {
        return true;
    }
    let starts = before.char_indices().rev().filter(|(at, _)| {
        *at == 0 || before.get(..*at).is_some_and(|head| head.ends_with([' ', '(', '“', '"']))
    });
    starts.take(4).any(|(at, _)| {
        let name = before.get(at..).unwrap_or("");
        vocabulary.parties.longest_match(name).is_some_and(|found| {
            found.len == name.len() && found.role != PartyRole::Demonym
                || found.len == name.len() && !form.ends_with('s')
        })
    })
}

/// Words without what stands between commas at their end: "the rebels | , backed by Arland,".
fn without_insertion(before: &str) -> &str {
    let inserted = before.strip_suffix(',').and_then(|words| words.rsplit_once(','));
    inserted.map_or(before, |(words, _)| words)
}

/// "Four-fifths", "two-thirds".
fn is_fraction(form: &str) -> bool {
    form.rsplit_once('-').is_some_and(|(_, part)| {
        matches!(
            part,
            "thirds"
                | "quarters"
                | "fourths"
                | "fifths"
                | "sixths"
                | "eighths"
                | "ninths"
                | "tenths"
        )
    })
}

/// "Troops | departed | from Sarn": a past form of a verb that nothing is done to, where it leads on.
fn is_intransitive_past(lexicon: &Lexicon, form: &str, (before, after): (&str, &str)) -> bool {
    const ON: [&str; 14] = [
        "from", "in", "into", "to", "on", "at", "for", "towards", "across", "through", "with",
        "after", "when", "by",
    ];
    let next = after.trim_start().split([' ', ',', '.', ';']).next().unwrap_or("");
    lexicon.is_form_of(form, &lexicon.intransitive)
        && !follows_have(before)
        && (next.is_empty() || ON.contains(&next))
}

/// Whether these words end in a form of "have", an adverb after it left out.
fn follows_have(before: &str) -> bool {
    let mut back = before.split_whitespace().rev().take(2);
    let have = |word: &str| matches!(word, "had" | "has" | "have" | "having");
    let small = |word: &str| matches!(word, "since" | "already" | "now" | "not" | "also" | "never");
    match (back.next(), back.next()) {
        (Some(last), _) if have(last) => true,
        (Some(last), Some(first)) => small(last) && have(first),
        _ => false,
    }
}

/// Whether "told" between these words is what somebody did: not "was told", and with a hearer after it.
fn tells_somebody(before: &str, after: &str) -> bool {
    let last = before.trim_end().rsplit(' ').next().unwrap_or("");
    let passive =
        ["was", "were", "been", "be", "is", "are", "being", "as", "had", "has", "have", "not"];
    let next = after.trim_start().split([' ', ',', '.', ';', ':']).next().unwrap_or("");
    let hearer = next.starts_with(char::is_uppercase)
        || [
            "reporters",
            "journalists",
            "state",
            "parliament",
            "a",
            "an",
            "the",
            "this",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "lawmakers",
            "soldiers",
            "officials",
            "supporters",
            "television",
            "radio",
            "deputies",
            "us",
            "me",
            "him",
            "them",
            "local",
        ]
        .contains(&next);
    hearer && !last.is_empty() && !passive.contains(&last)
}

/// Whether "that" after these words begins what somebody told somebody, or what a report holds: "told
/// reporters in Sarn that", "denied claims that".
fn joins_what_is_told(before: &str) -> bool {
    const FARTHEST: usize = 9;
    let mut back = before.split_whitespace().rev().take(FARTHEST);
    let Some(last) = back.next().filter(|last| !last.ends_with([',', ';', ':', '.'])) else {
        return false;
    };
    if Lexicon::built_in().reports.contains(last) {
        return true;
    }
    let mut words = before.split_whitespace().rev().take(FARTHEST);
    let told = words.position(|word| matches!(word, "told" | "tells" | "assured" | "informed"));
    let parted =
        |count: usize| {
            before.split_whitespace().rev().take(count).any(|word| {
                word.ends_with([',', ';', ':']) || matches!(word, "that" | "and" | "who")
            })
        };
    told.is_some_and(|count| !parted(count))
}

/// Whether a form in "s" stands where no verb can: "lost their | lives", "on both | sides".
fn is_owned_plural(before: &str, form: &str) -> bool {
    const DETERMINERS: [&str; 15] = [
        "northern", "southern", "eastern", "western", "the", "your", "no", "their", "its", "our",
        "my", "both", "these", "those", "several",
    ];
    const NO_NOUNS: [&str; 16] = [
        "always",
        "sometimes",
        "perhaps",
        "besides",
        "previous",
        "various",
        "as",
        "was",
        "has",
        "does",
        "is",
        "less",
        "yes",
        "plus",
        "across",
        "towards",
    ];
    let last = before.trim_end().rsplit(' ').next().unwrap_or("");
    DETERMINERS.iter().any(|word| last.eq_ignore_ascii_case(word))
        && !["ous", "ss", "us", "less"].iter().any(|ending| form.ends_with(ending))
        && !NO_NOUNS.contains(&form)
}

/// Whether a form is the plural of a noun for land and nothing else: "oilfields".
fn is_plural_land(lexicon: &Lexicon, form: &str) -> bool {
    let other = form.ends_with("ss") || form == "headquarters" || form == "barracks";
    !other && lexicon.land.contains(form) && lexicon.lemmas(form).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_between_holder_and_land_is_a_verb() {
        let vocabulary = Vocabulary::built_in();
        for (before, form, after, expected) in [
            ("The Houthis", "hold", "12 of 14 districts", true),
            ("Ukraine", "controls", "the north", true),
            ("Government forces", "control", "the road", true),
            ("The rebels lost their", "hold", "on the town", false),
            ("The ministry’s", "claims", "were false", false),
        ] {
            let verb = begins_object(after) && ends_subject(before, form, &vocabulary);
            assert_eq!(verb, expected, "{before} {form} {after}");
        }
    }
}
