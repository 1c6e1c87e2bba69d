//! UTF-8 that was read as an 8-bit encoding, turned back where it can be nothing else.

use super::{
    codepage::Codepage,
    line::{Evidence, Piece, merged},
    plausible::{self, Script},
    record::Cause,
};

/// A stretch that reads as one character of UTF-8 in an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sequence {
    pub(super) page: Codepage,
    /// How many characters it takes.
    pub(super) length: usize,
    /// The character it reads as; U+FFFD where a byte of it is lost.
    pub(super) reads: char,
}

/// Whether a line holds a stretch that can only come of misreading.
pub(super) fn is_evident(characters: &[char]) -> bool {
    (0..characters.len()).any(|at| {
        may_begin(characters, at)
            && Codepage::ALL.iter().any(|page| {
                sequence(*page, characters, at).is_some_and(|found| {
                    plausible::is_certain(found, characters, at, chain(found, characters, at))
                })
            })
    })
}

/// Whether a stretch may begin at a character at all: what follows its first is never ASCII but for a
/// space that a no-break space became.
fn may_begin(characters: &[char], at: usize) -> bool {
    let follows = |next: &char| !next.is_ascii() || *next == ' ';
    !characters[at].is_ascii() && characters.get(at + 1).is_some_and(follows)
}

/// Turns each certain stretch back once; whether any was.
pub(super) fn turn_back(pieces: &mut Vec<Piece>, evidence: Evidence) -> bool {
    let characters: Vec<char> =
        pieces.iter().map(|piece| piece.character.unwrap_or('\u{fffd}')).collect();
    let iso = is_iso(&characters);
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let beside =
            found.last().filter(|(start, last): &&(usize, Sequence)| start + last.length == at);
        let beside = beside.map(|(_, last)| last.page);
        let sequence = if may_begin(&characters, at) {
            best(&characters, at, (evidence, iso), beside)
        } else {
            None
        };
        at += sequence.map_or(1, |sequence| sequence.length);
        if let Some(sequence) = sequence {
            found.push((at - sequence.length, sequence));
        }
    }
    if !found.is_empty() {
        *pieces = turned(pieces, &found);
    }
    lost_spaces(pieces, evidence, !found.is_empty());
    !found.is_empty()
}

/// The pieces with each stretch found made one character.
fn turned(pieces: &[Piece], found: &[(usize, Sequence)]) -> Vec<Piece> {
    let mut done = Vec::with_capacity(pieces.len());
    let mut at = 0;
    for (start, sequence) in found {
        let end = start + sequence.length;
        done.extend_from_slice(pieces.get(at..*start).unwrap_or_default());
        let stretch = pieces.get(*start..end).unwrap_or_default();
        done.extend(merged(stretch, sequence.reads, cause(sequence.page)));
        at = end;
    }
    done.extend_from_slice(pieces.get(at..).unwrap_or_default());
    done
}

/// Whether characters are controls that stand for letters in ISO 8859-2 but not in Windows-1250.
fn is_iso(characters: &[char]) -> bool {
    characters.iter().any(|character| {
        let unassigned = matches!(character, '\u{81}' | '\u{83}' | '\u{88}' | '\u{90}' | '\u{98}');
        matches!(character, '\u{80}'..='\u{9f}') && !unassigned
    })
}

const fn cause(page: Codepage) -> Cause {
    match page {
        Codepage::Western => Cause::ReadAsWestern,
        Codepage::Cyrillic => Cause::ReadAsCyrillic,
        Codepage::Central | Codepage::CentralIso => Cause::ReadAsCentralEuropean,
        Codepage::Baltic => Cause::ReadAsBaltic,
        Codepage::Mac => Cause::ReadAsMac,
        Codepage::Dos => Cause::ReadAsDos,
        Codepage::Thai => Cause::ReadAsThai,
    }
}

/// The stretch at `at` that is to be turned back; `beside` is the encoding of one that ends there.
fn best(
    characters: &[char],
    at: usize,
    (evidence, iso): (Evidence, bool),
    beside: Option<Codepage>,
) -> Option<Sequence> {
    Codepage::ALL.into_iter().find_map(|page| {
        let page = match page {
            Codepage::Central if iso => Codepage::CentralIso,
            Codepage::CentralIso if iso => Codepage::Central,
            other => other,
        };
        let found = sequence(page, characters, at)?;
        let chain = chain(found, characters, at);
        let certain = plausible::is_certain(found, characters, at, chain)
            || beside == Some(page) && plausible::is_likely_beside(found, characters, at)
            || leads_on(found, characters, at)
            || evidence.misread && plausible::is_likely(found, characters, at);
        certain.then_some(found)
    })
}

/// Whether a Cyrillic-looking stretch that reads as a Western character stands before another one:
/// a character damaged twice.
fn leads_on(found: Sequence, characters: &[char], at: usize) -> bool {
    let western = |found: Sequence| {
        matches!(Script::of(found.reads), Script::Latin | Script::Mark) && !found.reads.is_control()
    };
    found.page == Codepage::Cyrillic
        && western(found)
        && sequence(found.page, characters, at + found.length).is_some_and(western)
}

/// The character that the bytes of `page` at `at` spell in UTF-8.
pub(super) fn sequence(page: Codepage, characters: &[char], at: usize) -> Option<Sequence> {
    let lead = page.byte(*characters.get(at)?);
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for (place, byte) in bytes.iter_mut().enumerate().take(length).skip(1) {
        let character = characters.get(at + place).copied()?;
        *byte = page.byte(character);
        if is_lost(page, lead, character, place) {
            return Some(Sequence {
                page,
                length: place + 1 + trailing_lost(characters, at, place, length),
                reads: '\u{fffd}',
            });
        }
        if character == ' ' && length > 2 && place > 0 {
            *byte = 0xa0;
        }
        if !(0x80..0xc0).contains(byte) {
            return None;
        }
    }
    if lead == 0xed && bytes[1] >= 0xa0 {
        return surrogates(page, characters, at);
    }
    let reads = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    Some(Sequence { page, length, reads })
}

/// Whether a following byte was lost to U+FFFD, or to "?" at the end of a quotation mark.
fn is_lost(page: Codepage, lead: u8, character: char, place: usize) -> bool {
    let replaced = character == '\u{fffd}' && page == Codepage::Western
        || character == '\u{fffd}' && page == Codepage::Central && lead < 0xc6;
    replaced || character == '?' && page == Codepage::Western && lead == 0xe2 && place == 2
}

/// Further bytes of the same character after a lost one.
fn trailing_lost(characters: &[char], at: usize, place: usize, length: usize) -> usize {
    (place + 1..length)
        .take_while(|next| {
            characters
                .get(at + next)
                .is_some_and(|character| (0x80..0xc0).contains(&Codepage::Western.byte(*character)))
        })
        .count()
}

/// A character beyond U+FFFF spelt as two surrogates of three bytes each (CESU-8).
fn surrogates(page: Codepage, characters: &[char], at: usize) -> Option<Sequence> {
    let unit = |at: usize| -> Option<u32> {
        let byte = |place: usize| characters.get(at + place).map(|c| u32::from(page.byte(*c)));
        let (lead, second, third) = (byte(0)?, byte(1)?, byte(2)?);
        let shaped =
            lead == 0xed && (0xa0..0xc0).contains(&second) && (0x80..0xc0).contains(&third);
        shaped.then_some(0xd000 | (second & 0x3f) << 6 | third & 0x3f)
    };
    let (high, low) = (unit(at)?, unit(at + 3)?);
    if !(0xd800..0xdc00).contains(&high) || !(0xdc00..0xe000).contains(&low) {
        return None;
    }
    let reads = char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))?;
    Some(Sequence { page, length: 6, reads })
}

/// The most stretches that are counted: no rule asks for more.
const LONGEST_CHAIN: usize = 4;

/// How many stretches of the same script stand directly before and after, itself counted.
fn chain(found: Sequence, characters: &[char], at: usize) -> usize {
    let script = Script::of(found.reads);
    let alike = |reads: char| Script::of(reads) == script || reads == '\u{fffd}';
    let mut count = 1;
    let mut next = at + found.length;
    while count < LONGEST_CHAIN
        && let Some(other) =
            sequence(found.page, characters, next).filter(|other| alike(other.reads))
    {
        count += 1;
        next += other.length;
    }
    let mut before = at;
    while count < LONGEST_CHAIN
        && let Some(start) = before.checked_sub(found.length)
        && sequence(found.page, characters, start)
            .is_some_and(|other| other.length == found.length && alike(other.reads))
    {
        count += 1;
        before = start;
    }
    count
}

/// "Ã " for "à": the no-break space that is its second byte became a space.
fn lost_spaces(pieces: &mut Vec<Piece>, evidence: Evidence, turned: bool) {
    let may_lead = |piece: &Piece| matches!(piece.character, Some('Â' | 'Ð' | 'Ã' | 'Г' | 'Å'));
    if !pieces.iter().any(may_lead) {
        return;
    }
    let mut done: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let rest = pieces.get(at..).unwrap_or_default();
        let before = done.last().and_then(|last| last.character);
        let found = lost_space(before, rest, evidence.misread || turned);
        let length = found.map_or(1, |(_, length)| length);
        let page = if piece.character == Some('Г') {
            Cause::ReadAsCyrillic
        } else {
            Cause::ReadAsWestern
        };
        match found {
            Some((character, _)) => {
                let stretch = rest.get(..length).unwrap_or_default();
                done.extend(merged(stretch, character, page));
            }
            None => done.push(*piece),
        }
        at += length;
    }
    *pieces = done;
}

/// The character that the first of some pieces was, with how many of them; `before` stands before.
fn lost_space(before: Option<char>, pieces: &[Piece], evident: bool) -> Option<(char, usize)> {
    let character = |place: usize| pieces.get(place).and_then(|piece| piece.character);
    let lead = character(0)?;
    let (space, after) = (character(1)?, character(2)?);
    if space != ' ' {
        return None;
    }
    if lead == 'Â' {
        return (evident && !before.is_some_and(char::is_uppercase)).then_some(('\u{a0}', 2));
    }
    if lead == 'Ð' {
        return (evident && is_cyrillic(after)).then_some(('Р', 2));
    }
    if !(after.is_lowercase() || matches!(after, '’' | ' ')) {
        return None;
    }
    let word: String = pieces.iter().skip(2).map_while(|piece| piece.character).take(5).collect();
    let joined = after == ' '
        || word.starts_with("quel")
        || word.starts_with("quil")
        || word.starts_with("s ");
    let within = before.is_some_and(char::is_lowercase) && lead == 'Ã';
    match lead {
        'Ã' if within || evident => Some(('à', if joined { 2 } else { 1 })),
        'Г' if evident && before.is_none_or(|c| !is_cyrillic(c)) && !is_cyrillic(after) => {
            Some(('à', 1))
        }
        'Å' if evident && before.is_none_or(|c| !c.is_alphabetic()) && after.is_lowercase() => {
            Some(('Š', 2))
        }
        _ => None,
    }
}

const fn is_cyrillic(character: char) -> bool {
    matches!(character, '\u{400}'..='\u{52f}')
}
