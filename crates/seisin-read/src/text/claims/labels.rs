//! Labels at the beginning of a line: "The Minister:" before what a minister answers, "A:" in an
//! interview, "Marib:" before an item of a bulletin.

use super::{context::without_article, dialogue, lexicon::Lexicon, vocabulary::Vocabulary};
use crate::text::{Gap, LetterCase, Prepared, Sentence, TokenKind};
use seisin_core::{PartyId, SourceLink, SourceRole};
use std::ops::Range;

/// A label and the rest of its sentence.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    /// The label’s words, in bytes of the repaired text.
    pub(crate) range: Range<usize>,
    /// What stands after it.
    pub(crate) rest: Sentence,
}

/// The most words of a label.
const LONGEST: usize = 9;

/// Words by which an object that is counted begins.
const COUNTS: [&str; 16] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "several", "more", "both", "all", "dozens",
];

/// Forms of address that only people have.
const ADDRESSES: [&str; 20] = [
    "mr", "mrs", "ms", "miss", "dr", "lord", "lady", "baroness", "baron", "sir", "dame",
    "viscount", "earl", "prof", "senator", "sen", "rep", "judge", "speaker", "chair",
];

/// The label at the beginning of a sentence, where it begins a line.
pub(crate) fn label(prepared: &Prepared, sentence: &Sentence) -> Option<Label> {
    let begins = super::entries::begins_line(prepared, sentence.range.start);
    let tokens = prepared.tokens_of(sentence);
    let colon = tokens
        .iter()
        .take(LONGEST + 1)
        .position(|token| token.kind == TokenKind::Colon && token.is_attached())?;
    let words = tokens.get(..colon).filter(|words| begins && !words.is_empty())?;
    let fits = words.iter().all(|token| {
        matches!(
            token.kind,
            TokenKind::Word
                | TokenKind::Possessive
                | TokenKind::Period
                | TokenKind::Hyphen
                | TokenKind::Comma
                | TokenKind::Open
                | TokenKind::Close
        )
    });
    let next = tokens.get(colon + 1).filter(|next| {
        next.gap != Gap::None && !matches!(next.kind, TokenKind::Quote(_) | TokenKind::Number)
    })?;
    let first = words.first().filter(|first| first.case != LetterCase::Lower)?;
    let last = words.last()?;
    let rest = Sentence {
        range: next.range.start..sentence.range.end,
        tokens: sentence.tokens.start + colon + 1..sentence.tokens.end,
        zone: sentence.zone,
    };
    let told = is_clause(prepared, words);
    (fits && !told).then_some(Label { range: first.range.start..last.range.end, rest })
}

/// Whether the words before a colon are a clause of their own, whose terms come after it: "Arland has
/// put forward a plan:", "they signed an accord:", "Arland’s terms:".
fn is_clause(prepared: &Prepared, words: &[crate::text::Token]) -> bool {
    let lexicon = Lexicon::built_in();
    let lower =
        |at: usize| words.get(at).map(|word| prepared.slice(word.range.clone()).to_lowercase());
    let helps = |word: &str| matches!(word, "has" | "have" | "had" | "will" | "would");
    let object = |word: &str| matches!(word, "a" | "an" | "the" | "its" | "their" | "his" | "her");
    let counts = |word: &str| {
        word.starts_with(|letter: char| letter.is_ascii_digit()) || COUNTS.contains(&word)
    };
    let names_plan = |at: usize| {
        lower(at)
            .is_some_and(|word| lexicon.about.contains(&word) || lexicon.settled.contains(&word))
    };
    words.len() > 1 && (0..words.len()).any(names_plan)
        || (1..words.len()).any(|at| {
            let acts = |word: &str| helps(word) || !lexicon.lemmas(word).is_empty();
            let plain = words.get(at).is_some_and(|word| word.case == LetterCase::Lower);
            let verb = lower(at).is_some_and(|word| acts(&word));
            plain
                && verb
                && lower(at + 1).is_some_and(|next| {
                    object(&next) || counts(&next) || !lexicon.lemmas(&next).is_empty()
                })
        })
}

/// Who speaks each sentence, where a document is a record of who said what in turn: `labels` are
/// those of its sentences, in order.
///
/// # Method
/// A label names a speaker where it is an office, a form of address with a name, "A" beside "Q", or
/// the first letters of names that come again; at least two of a document’s labels must. It holds
/// until the next label. Lines that begin with a stroke, the first of them a question, are asked and
/// answered in turn. "A" and who answers is the person that the opening speaks of.
pub(crate) fn speakers(
    prepared: &Prepared,
    sentences: &[usize],
    labels: &[Option<Label>],
    vocabulary: &Vocabulary,
) -> Vec<Option<SourceLink>> {
    let text = |label: &Label| prepared.slice(label.range.clone()).to_owned();
    let asked = labels.iter().flatten().any(|label| text(label) == "Q");
    let again =
        |name: &str| labels.iter().flatten().filter(|label| text(label) == name).count() > 1;
    let is_turn = |label: &Label| {
        let name = text(label);
        is_person(&name, vocabulary)
            || (asked && matches!(name.as_str(), "A" | "Q"))
            || is_initials(&name) && again(&name)
    };
    if labels.iter().flatten().filter(|label| is_turn(label)).count() < 2 {
        return dialogue::in_turn(prepared, sentences, vocabulary)
            .or_else(|| dialogue::stated(prepared, sentences, vocabulary))
            .or_else(|| dialogue::answered(prepared, sentences, vocabulary))
            .unwrap_or_else(|| vec![None; labels.len()]);
    }
    let first = labels.iter().position(|label| label.as_ref().is_some_and(is_turn)).unwrap_or(0);
    let opening = sentences.get(..first).unwrap_or_default();
    let mut speaking = None;
    labels
        .iter()
        .map(|label| {
            if let Some(label) = label {
                let name = text(label);
                let speaks = is_turn(label) && name != "Q";
                let whole = match name.as_str() {
                    "A" => dialogue::interviewed(prepared, opening),
                    _ if is_initials(&name) => dialogue::spelt_out(prepared, opening, &name),
                    _ => None,
                };
                let whole = whole.unwrap_or(name);
                speaking = speaks.then(|| turn(&whole, vocabulary));
            }
            speaking.clone()
        })
        .collect()
}

/// The words quoted over a conversation are those of who is asked: the second to speak, or the only one.
pub(super) fn answer_for_headline(
    quotes: &mut [super::quotes::Quote],
    views: &[super::view::View],
    turns: &[Option<SourceLink>],
) {
    let Some(begins) = turns.iter().position(Option::is_some) else { return };
    let mut speakers: Vec<&SourceLink> = Vec::new();
    for speaker in turns.iter().flatten() {
        if !speakers.iter().any(|known| known.name == speaker.name) {
            speakers.push(speaker);
        }
    }
    let ([_, answers] | [answers]) = speakers.as_slice() else { return };
    let headline = views.get(..begins.min(2)).and_then(<[_]>::last);
    let Some(end) = headline.map(|view| view.range.end) else { return };
    for quote in quotes.iter_mut().take_while(|quote| quote.range.end <= end) {
        quote.speaker = Some((*answers).clone());
    }
}

/// Two or three capital letters, as a speaker is written for short.
fn is_initials(name: &str) -> bool {
    (2..=3).contains(&name.len()) && name.chars().all(|c| c.is_ascii_uppercase())
}

/// Who a sentence says it of before a colon: "Arland’s ministry: 16 killed", "Velk radio: four dead".
///
/// A state’s name alone may as well be what the sentence is about and names no source; nor does one
/// in capitals throughout.
pub(crate) fn source(
    prepared: &Prepared,
    sentence: &Sentence,
    vocabulary: &Vocabulary,
) -> Option<SourceLink> {
    let tokens = prepared.tokens_of(sentence);
    let colon = tokens
        .iter()
        .take(LONGEST + 2)
        .position(|token| token.kind == TokenKind::Colon && token.is_attached())?;
    let next = tokens.get(colon + 1).filter(|next| next.gap == Gap::Space)?;
    if matches!(next.kind, TokenKind::Quote(_)) {
        return None;
    }
    let named = |token: &crate::text::Token| {
        matches!(token.kind, TokenKind::Word | TokenKind::Possessive | TokenKind::Hyphen)
    };
    let first = tokens.iter().take(colon).position(|token| token.kind == TokenKind::Word)?;
    let words = tokens.get(first..colon).filter(|words| words.iter().all(named))?;
    let range = words.first()?.range.start..words.last()?.range.end;
    let name = prepared.slice(range);
    let speaks = is_person(name, vocabulary) || speaks_by_office(name);
    let party = vocabulary.parties.longest_match(without_article(name)).filter(|found| {
        let kind = vocabulary.parties.party(&found.party).map(|party| party.kind);
        let state = matches!(kind, Some(seisin_places::PartyKind::State) | None);
        let capital = found.role == seisin_places::PartyRole::Capital;
        found.len == without_article(name).len() && (!state || capital) && !is_shouted(name)
    });
    (speaks || party.is_some()).then(|| turn(name, vocabulary))
}

/// A name of more than four letters in capitals throughout, as headings are set.
fn is_shouted(name: &str) -> bool {
    name.len() > 4 && !name.chars().any(char::is_lowercase)
}

/// Whether a name ends in a noun for what speaks for a side: "radio", "ministry", "headquarters".
fn speaks_by_office(name: &str) -> bool {
    const SPEAKING: [&str; 26] = [
        "radio",
        "television",
        "tv",
        "ministry",
        "spokesman",
        "spokeswoman",
        "army",
        "hq",
        "headquarters",
        "agency",
        "observatory",
        "ombudsman",
        "monitors",
        "lawyers",
        "police",
        "site",
        "channel",
        "media",
        "command",
        "staff",
        "statement",
        "communiqué",
        "communique",
        "government",
        "office",
        "embassy",
    ];
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    SPEAKING.contains(&last.as_str()) && name.starts_with(char::is_uppercase)
}

pub(super) fn turn(name: &str, vocabulary: &Vocabulary) -> SourceLink {
    let plain = name.split(" (").next().unwrap_or(name);
    SourceLink {
        name: super::speakers::plain_name(without_article(plain)),
        role: SourceRole::Speaker,
        party: party_of(plain, vocabulary),
        cue: Some(":".to_owned()),
        on: None,
        venue: None,
    }
}

fn party_of(name: &str, vocabulary: &Vocabulary) -> Option<PartyId> {
    name.char_indices()
        .filter(|(at, _)| *at == 0 || name.get(..*at).is_some_and(|before| before.ends_with(' ')))
        .find_map(|(at, _)| vocabulary.parties.longest_match(name.get(at..)?))
        .map(|found| found.party)
}

pub(super) fn is_person(name: &str, vocabulary: &Vocabulary) -> bool {
    let lexicon = Lexicon::built_in();
    let lower = name.to_lowercase();
    let mut words = lower.split([' ', '.', ',']).filter(|word| !word.is_empty());
    let addressed = words.clone().next().is_some_and(|word| ADDRESSES.contains(&word));
    let office = words.any(|word| lexicon.people.contains(word));
    let leader = vocabulary.parties.longest_match(name).is_some_and(|found| {
        found.len == name.len()
            && matches!(
                found.role,
                seisin_places::PartyRole::Leader | seisin_places::PartyRole::Spokesperson
            )
    });
    addressed || office || leader
}
