//! Entities, control characters, characters that show nothing, letters printed as one.

use super::{
    codepage::Codepage,
    entity::named,
    line::{Piece, merged},
    record::Cause,
};
use crate::text::ascii;

/// Whether a line holds one of these marks, entities apart.
pub(super) fn may_be_marked(line: &str) -> bool {
    has_hidden(line.as_bytes())
        || ascii::others(line).any(|(stretch, _)| {
            stretch.chars().any(|character| {
                is_invisible(character) || is_c1(character) || ligature(character).is_some()
            })
        })
}

/// Whether some bytes hold a control character that is no white space, eight bytes passed at a time.
fn has_hidden(bytes: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let hidden =
        |byte: &u8| *byte < 0x20 && !matches!(byte, b'\n' | b'\t' | b'\r' | 0xc) || *byte == 0x7f;
    let below = |eight: u64, least: u64| eight.wrapping_sub(ONES * least) & !eight & HIGH != 0;
    let (chunks, rest) = bytes.as_chunks::<8>();
    let any = chunks.iter().any(|chunk| {
        let eight = u64::from_le_bytes(*chunk);
        (below(eight, 0x20) || below(eight ^ (ONES * 0x7f), 1)) && chunk.iter().any(hidden)
    });
    any || rest.iter().any(hidden)
}

const fn is_c1(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{9f}')
}

const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{7f}'
    )
}

/// Turns back entities left standing: "&amp;", "&#8217;", "&#x2019;". Returns whether there was any.
pub(super) fn entities(pieces: &mut Vec<Piece>) -> bool {
    if !pieces.iter().any(|piece| piece.character == Some('&')) {
        return false;
    }
    let mut done = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let found = if piece.character == Some('&') { entity(pieces, at) } else { None };
        let (character, end) = found.unwrap_or(('&', at + 1));
        let stretch = pieces.get(at..end).unwrap_or_default();
        match found {
            Some(_) => done.extend(merged(stretch, character, Cause::Entity)),
            None => done.extend_from_slice(stretch),
        }
        at = end;
    }
    *pieces = done;
    pieces.iter().any(|piece| piece.cause == Some(Cause::Entity))
}

/// The character of the entity at `at` and one past it.
fn entity(pieces: &[Piece], at: usize) -> Option<(char, usize)> {
    const LONGEST: usize = 10;
    let name: String = pieces
        .iter()
        .skip(at + 1)
        .take(LONGEST)
        .map_while(|piece| {
            piece
                .character
                .filter(|character| character.is_ascii_alphanumeric() || *character == '#')
        })
        .collect();
    let end = at + 1 + name.len();
    if pieces.get(end).and_then(|piece| piece.character) != Some(';') {
        return None;
    }
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(&name)?,
    };
    Some((character, end + 1))
}

/// The character of a numeric entity; numbers 128 to 159 are Windows-1252, as HTML has it.
fn numbered(number: &str) -> Option<char> {
    let value = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let character = char::from_u32(value)?;
    let mapped = if is_c1(character) { western(character) } else { Some(character) };
    mapped.filter(|character| !character.is_control())
}

/// What a control character U+0080 to U+009F is as a byte of Windows-1252.
fn western(character: char) -> Option<char> {
    const HALF: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let at = usize::from(Codepage::Western.byte(character).checked_sub(0x80)?);
    HALF.get(at).copied().filter(|mapped| *mapped != character)
}

/// Windows-1252 that was read as Latin-1: U+0093 for “.
pub(super) fn controls(pieces: &mut [Piece]) {
    for piece in pieces {
        if let Some(mapped) = piece.character.filter(|c| is_c1(*c)).and_then(western) {
            *piece = Piece { character: Some(mapped), cause: Some(Cause::ReadAsControl), ..*piece };
        }
    }
}

/// Drops what shows nothing.
pub(super) fn invisibles(pieces: &mut [Piece]) {
    for piece in pieces {
        if piece.character.is_some_and(is_invisible) {
            *piece = Piece { character: None, cause: Some(Cause::Invisible), ..*piece };
        }
    }
}

/// Parts letters printed as one.
pub(super) fn ligatures(pieces: &mut Vec<Piece>) {
    let joined = |piece: &Piece| piece.character.and_then(ligature);
    if !pieces.iter().any(|piece| joined(piece).is_some()) {
        return;
    }
    let mut done = Vec::with_capacity(pieces.len() + 8);
    for first in pieces.iter() {
        let Some(letters) = joined(first) else {
            done.push(*first);
            continue;
        };
        done.extend(letters.chars().enumerate().map(|(place, letter)| Piece {
            character: Some(letter),
            from: first.from,
            count: if place == 0 { first.count } else { 0 },
            cause: Some(Cause::Ligature),
        }));
    }
    *pieces = done;
}

const fn ligature(character: char) -> Option<&'static str> {
    Some(match character {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::repair;

    #[test]
    fn marks_are_put_right() {
        for (text, expected) in [
            ("A &amp; B &#8217;s &#x2014; &hellip; &uuml; &quot;x&quot;", "A & B ’s — … ü \"x\""),
            ("AT&T; R&D &bogus; &#150; &#1;", "AT&T; R&D &bogus; – &#1;"),
            (
                "govern\u{ad}ment of\u{200b}fice ﬁnds \u{93}it\u{94}\u{81}",
                "government office finds “it”\u{81}",
            ),
        ] {
            assert_eq!(repair(text).text, expected);
        }
    }
}
