//! UTF-8 that was read as Thai TIS-620 or Windows-874, with the bytes lost that Thai lacks.
//!
//! Typographic marks begin with the byte 0xE2, Thai โ; their second byte, and for most the third,
//! is none of TIS-620 and vanishes: ’ is left as โ alone, … as โฆ. A no-break space (0xC2 0xA0)
//! is left as ย. Thai writing never sets โ or a lone ย among Latin letters.

use super::{
    line::{Evidence, Piece, merged},
    record::Cause,
};

/// Whether a line holds what a misreading may have left, told cheaply.
pub(super) fn may_be_misread(line: &str) -> bool {
    line.as_bytes().contains(&0xe0) && line.contains(['โ', 'ย', 'ร'])
}

const fn is_thai(character: char) -> bool {
    matches!(character, '\u{e01}'..='\u{e5b}')
}

/// Whether a line can only come of such a misreading: โ or ย against a Latin letter or a mark.
pub(super) fn is_evident(characters: &[char]) -> bool {
    (0..characters.len()).any(|at| {
        let run = run(characters, at);
        let attached = neighbours(characters, at, run).into_iter().flatten();
        let mut attached = attached.filter(|character| !character.is_whitespace());
        run > 0
            && turned(characters, at, run).is_some()
            && attached.any(|character| !is_thai(character))
    })
}

/// How many Thai characters stand together from `at` on, if `at` begins them.
fn run(characters: &[char], at: usize) -> usize {
    let begins =
        at.checked_sub(1).and_then(|before| characters.get(before)).is_none_or(|c| !is_thai(*c));
    if !begins {
        return 0;
    }
    characters.iter().skip(at).take_while(|character| is_thai(**character)).count()
}

fn neighbours(characters: &[char], at: usize, run: usize) -> [Option<char>; 2] {
    [
        at.checked_sub(1).and_then(|before| characters.get(before)).copied(),
        characters.get(at + run).copied(),
    ]
}

/// What a lone run of Thai characters was: how many of them, and what they stand for.
fn turned(characters: &[char], at: usize, run: usize) -> Option<Mark> {
    let second = characters.get(at + 1).copied().filter(|_| run == 2);
    match (characters.get(at)?, second) {
        ('โ', None) if run == 1 => Some(Mark::Lost),
        ('โ', Some('ฆ')) => Some(Mark::Plain('…')),
        ('โ', Some('ข')) => Some(Mark::BulletOrTrade),
        ('โ', Some('ฌ')) => Some(Mark::Plain('€')),
        ('โ', Some('น')) => Some(Mark::Plain('‹')),
        ('โ', Some('บ')) => Some(Mark::Plain('›')),
        ('ย', None) if run == 1 => Some(Mark::Plain('\u{a0}')),
        ('ย', Some(symbol)) => latin(0x80, symbol).map(Mark::Plain),
        ('ร', Some(letter)) => latin(0xc0, letter).map(Mark::Letter),
        _ => None,
    }
}

/// What stands in place of a run of Thai.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Plain(char),
    /// A quotation mark or dash whose own byte is lost.
    Lost,
    BulletOrTrade,
    /// A Latin letter, within a word alone.
    Letter(char),
}

/// The Latin-1 character whose second UTF-8 byte was read as a Thai one.
fn latin(base: u32, thai: char) -> Option<char> {
    let byte = u32::from(thai).checked_sub(0xe00)?;
    (0x01..0x20).contains(&byte).then(|| char::from_u32(base + 0x20 + byte))?
}

/// Turns lone Thai characters among others back into the marks they were.
pub(super) fn turn_back(pieces: &mut Vec<Piece>, evidence: Evidence) {
    if !pieces.iter().any(|piece| piece.character.is_some_and(is_thai)) {
        return;
    }
    let mut done: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut at = 0;
    let mut open = false;
    while at < pieces.len() {
        let window = done.last().into_iter().chain(pieces.iter().skip(at)).take(6);
        let characters: Vec<char> =
            window.map(|piece| piece.character.unwrap_or('\u{fffd}')).collect();
        let here = usize::from(!done.is_empty());
        let run = run(&characters, here);
        let mark = if run > 0 { turned(&characters, here, run) } else { None };
        let around = neighbours(&characters, here, run);
        let turned = mark.and_then(|mark| chosen(mark, around, evidence, open));
        let mut rest = pieces.get(at..).unwrap_or_default();
        if let Some(character) = turned {
            open = character == '“' || open && character != '”';
            let (stretch, after) = rest.split_at(run.min(rest.len()));
            done.extend(merged(stretch, character, Cause::ReadAsThai));
            (rest, at) = (after, at + stretch.len());
        }
        let skipped = if turned.is_some() { run.saturating_sub(1) } else { run.max(1) };
        let skipped = skipped.min(rest.len());
        done.extend_from_slice(rest.get(..skipped).unwrap_or_default());
        at += skipped;
    }
    *pieces = done;
}

/// The mark that fits between its neighbours; `None` where it may be meant as Thai.
fn chosen(mark: Mark, around: [Option<char>; 2], evidence: Evidence, open: bool) -> Option<char> {
    let attached = around.into_iter().flatten().any(|c| !c.is_whitespace());
    let latin = around.into_iter().flatten().any(|c| c.is_ascii_alphabetic());
    match mark {
        Mark::Letter(letter) => latin.then_some(letter),
        _ if !attached && !evidence.thai => None,
        Mark::Plain(character) => Some(character),
        Mark::BulletOrTrade => {
            let after_word = around[0].is_some_and(char::is_alphanumeric);
            Some(if after_word { '™' } else { '•' })
        }
        Mark::Lost => Some(quote_or_dash(around, open)),
    }
}

/// Which of ’ “ ” – a lost mark was, by what stands on either side.
fn quote_or_dash([before, after]: [Option<char>; 2], open: bool) -> char {
    let is_space = |side: Option<char>| side.is_none_or(char::is_whitespace);
    let is_digit = |side: Option<char>| side.is_some_and(|c| c.is_ascii_digit());
    match () {
        () if is_space(before) && is_space(after) && before.is_some() && after.is_some() => '–',
        () if is_digit(before) && is_digit(after) => '–',
        () if before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(char::is_alphabetic) =>
        {
            '’'
        }
        () if is_space(before) || before.is_some_and(|c| matches!(c, '(' | '[' | '—' | '–')) => {
            '“'
        }
        () if open || before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…')) => '”',
        () if before == Some('s') => '’',
        () => '”',
    }
}

#[cfg(test)]
mod tests {
    use super::super::repair;

    #[test]
    fn marks_come_back() {
        for (damaged, expected) in [
            ("It isnโt Arlandโs.", "It isn’t Arland’s."),
            ("[โฆ] the strip [โฆ]", "[…] the strip […]"),
            ("[โฆ]ยThe strip.ยIt fell.", "[…]\u{a0}The strip.\u{a0}It fell."),
            ("He said: โWe hold it,โ and left.", "He said: “We hold it,” and left."),
            (
                "It fell โ twice โ for the forcesโ sake, donโt ask",
                "It fell – twice – for the forces’ sake, don’t ask",
            ),
            ("1990โ1994 cost โฌ400 at 20ยฐ in cafรฉs", "1990–1994 cost €400 at 20° in cafés"),
        ] {
            assert_eq!(repair(damaged).text, expected);
        }
    }

    #[test]
    fn thai_stays_thai() {
        for text in [
            "โรงเรียนอยู่ที่กรุงเทพ",
            "The letter ย is Thai, and โ is a vowel.",
            "He said โอเค to them (โดย Arland).",
            "ราคา 400 บาทโดยประมาณ",
        ] {
            assert_eq!(repair(text).text, text);
        }
    }
}
