//! One line put right: its characters as pieces that know where they came from.

use super::{codepage, marks, record::Cause, sequence, thai};
use crate::text::ascii;

/// One character of the repaired line and the captured characters it stands for; no character
/// where captured ones are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) character: Option<char>,
    /// The first captured character of the line that it stands for.
    pub(super) from: usize,
    /// How many it stands for; none where a second character comes of one captured.
    pub(super) count: usize,
    /// Why it differs from what was captured.
    pub(super) cause: Option<Cause>,
}

/// What the whole text shows of damage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// Stretches that can only be UTF-8 read as another encoding.
    pub(super) misread: bool,
    /// Thai characters that only such a misreading puts among Latin letters.
    pub(super) thai: bool,
}

/// Whether a text may need mending at all, told in one pass.
pub(super) fn may_need_mending(text: &str) -> bool {
    text.as_bytes().contains(&b'&')
        || marks::may_be_marked(text)
        || may_be_misread(text)
        || thai::may_be_misread(text)
}

/// How often a line is turned back at most.
const ROUNDS: usize = 4;

/// What a text shows of damage, told by its lines.
pub(super) fn evidence(text: &str) -> Evidence {
    let mut evidence = Evidence::default();
    for line in text.split('\n').filter(|line| !line.is_ascii()) {
        if evidence.misread && evidence.thai {
            break;
        }
        if !evidence.thai && thai::may_be_misread(line) {
            let characters: Vec<char> = line.chars().collect();
            evidence.thai = thai::is_evident(&characters);
        }
        if !evidence.misread && may_be_misread(line) {
            let characters: Vec<char> = line.chars().collect();
            evidence.misread = sequence::is_evident(&characters);
        }
    }
    evidence
}

/// The pieces of a line that needs mending; `None` where it needs none.
pub(super) fn mended(line: &str, evidence: Evidence) -> Option<Vec<Piece>> {
    let entity = line.as_bytes().contains(&b'&');
    if line.is_ascii() && !entity && ![0x1a, 0].iter().any(|byte| line.as_bytes().contains(byte)) {
        return None;
    }
    let misread = may_be_misread(line);
    if !entity && !misread && !marks::may_be_marked(line) && !thai::may_be_misread(line) {
        return None;
    }
    let mut pieces: Vec<Piece> = line
        .chars()
        .enumerate()
        .map(|(from, character)| Piece { character: Some(character), from, count: 1, cause: None })
        .collect();
    let decoded = marks::entities(&mut pieces);
    let rounds = if misread || decoded { ROUNDS } else { 0 };
    for _ in 0..rounds {
        if !sequence::turn_back(&mut pieces, evidence) {
            break;
        }
    }
    thai::turn_back(&mut pieces, evidence);
    marks::controls(&mut pieces);
    marks::invisibles(&mut pieces);
    marks::ligatures(&mut pieces);
    pieces.iter().any(|piece| piece.cause.is_some()).then_some(pieces)
}

/// Whether a line may hold UTF-8 that was read as another encoding, told cheaply: a character that
/// may be a leading byte stands before one that may be a following byte.
fn may_be_misread(line: &str) -> bool {
    ascii::others(line).any(|(stretch, after)| is_suspect(stretch, after == Some(b' ')))
}

/// Whether a stretch without ASCII may be such; `spaced` where a space follows.
fn is_suspect(stretch: &str, spaced: bool) -> bool {
    let first = stretch.as_bytes().first().copied().unwrap_or(0);
    if stretch.len() == 3 && first >= 0xe0 {
        return false; // one character: an apostrophe, a quotation mark, a dash
    }
    let mut leads = [false; codepage::Codepage::COUNT];
    let (mut any, mut last) = (false, ' ');
    for character in stretch.chars() {
        last = character;
        if character == '\u{fffd}' && any {
            return true;
        }
        let own = u8::try_from(u32::from(character)).unwrap_or(0);
        let bytes = if (0x80..0xa0).contains(&own) {
            [own; codepage::Codepage::COUNT]
        } else if let Some(bytes) = codepage::bytes(character) {
            bytes
        } else {
            any = false;
            continue;
        };
        let mut next = false;
        for (lead, byte) in leads.iter_mut().zip(bytes) {
            if any && *lead && (0x80..0xc0).contains(&byte) {
                return true;
            }
            *lead = (0xc2..0xf5).contains(&byte);
            next |= *lead;
        }
        any = next;
    }
    spaced && matches!(last, 'Ã' | 'Г' | 'Å' | 'Â' | 'Ð')
}

/// Some pieces as one character; nothing where there are none.
pub(super) fn merged(pieces: &[Piece], character: char, cause: Cause) -> Option<Piece> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let from = first.from;
    let count = (last.from + last.count).saturating_sub(from);
    Some(Piece { character: Some(character), from, count, cause: Some(cause) })
}
