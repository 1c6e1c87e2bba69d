//! Labels at the beginning of a line: "The Minister:" before what a minister answers, "A:" in an
//! interview, "Marib:" before an item of a bulletin.

use super::{context::without_article, lexicon::Lexicon, vocabulary::Vocabulary};
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

/// The most marks and spaces before a label on its line.
const INDENT: usize = 80;

/// Forms of address that only people have.
const ADDRESSES: [&str; 20] = [
    "mr", "mrs", "ms", "miss", "dr", "lord", "lady", "baroness", "baron", "sir", "dame",
    "viscount", "earl", "prof", "senator", "sen", "rep", "judge", "speaker", "chair",
];

/// The label at the beginning of a sentence, where it begins a line.
pub(crate) fn label(prepared: &Prepared, sentence: &Sentence) -> Option<Label> {
    let begins = sentence.range.start == 0
        || prepared.text.get(..sentence.range.start).is_some_and(|before| {
            let mut back = before.chars().rev().take(INDENT);
            back.find(|c| !matches!(c, ' ' | '\t' | '-' | '•' | '*')) == Some('\n')
        });
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
    fits.then_some(Label { range: first.range.start..last.range.end, rest })
}

/// Who speaks each sentence, where a document is a record of who said what in turn: `labels` are
/// those of its sentences, in order.
///
/// # Method
/// A label names a speaker where it is an office, a form of address with a name, or "A" beside
/// "Q"; at least two of a document’s labels must. It holds until the next label.
pub(crate) fn speakers(
    prepared: &Prepared,
    labels: &[Option<Label>],
    vocabulary: &Vocabulary,
) -> Vec<Option<SourceLink>> {
    let text = |label: &Label| prepared.slice(label.range.clone()).to_owned();
    let asked = labels.iter().flatten().any(|label| text(label) == "Q");
    let is_turn = |label: &Label| {
        let name = text(label);
        is_person(&name, vocabulary) || (asked && matches!(name.as_str(), "A" | "Q"))
    };
    if labels.iter().flatten().filter(|label| is_turn(label)).count() < 2 {
        return vec![None; labels.len()];
    }
    let mut speaking = None;
    labels
        .iter()
        .map(|label| {
            if let Some(label) = label {
                let name = text(label);
                let speaks = is_turn(label) && name != "Q";
                speaking = speaks.then(|| turn(&name, vocabulary));
            }
            speaking.clone()
        })
        .collect()
}

fn turn(name: &str, vocabulary: &Vocabulary) -> SourceLink {
    let plain = name.split(" (").next().unwrap_or(name);
    SourceLink {
        name: without_article(plain).to_owned(),
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

fn is_person(name: &str, vocabulary: &Vocabulary) -> bool {
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
