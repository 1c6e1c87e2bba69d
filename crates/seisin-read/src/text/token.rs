//! Words and marks.

use super::lexeme::{Lexeme, lexeme};
use std::ops::Range;

/// A word, a number or a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where, in bytes of the repaired text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
    /// How its letters are written.
    pub case: LetterCase,
    /// What stands before it.
    pub gap: Gap,
    /// What it contributes to a number or a date.
    pub(crate) lexeme: Option<Lexeme>,
}

impl Token {
    /// Whether nothing stands between it and the token before.
    pub fn is_attached(&self) -> bool {
        self.gap == Gap::None
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes ("isn’t"), and dotted initials ("U.S.", "a.m.").
    Word,
    /// The ending ’s after a word.
    Possessive,
    /// Digits, with inner marks between digits: "1,209", "4.5".
    Number,
    /// A full stop.
    Period,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `!` or `?`
    Exclamation,
    /// `…` or `...`
    Ellipsis,
    /// A short stroke that joins: `-`, U+2010, U+2011.
    Hyphen,
    /// A long stroke that parts: `–`, `—`, `--`.
    Dash,
    /// `(`, `[` or `{`
    Open,
    /// `)`, `]` or `}`
    Close,
    /// A quotation mark.
    Quote(QuoteSide),
    /// `%`
    Percent,
    /// Any other mark: currencies, `+`, `/`, `•`.
    Symbol,
}

/// Which end of a quotation a mark stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteSide {
    /// It begins one.
    Open,
    /// It ends one.
    Close,
}

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterCase {
    /// No letter at all, or of a script without case.
    None,
    /// "held"
    Lower,
    /// "Kursk", "A"
    Capitalised,
    /// "NATO", "U.S."
    Upper,
    /// Both, in another order: "iPhone".
    Mixed,
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Nothing: it is attached.
    None,
    /// A space.
    Space,
    /// The start of a line.
    Line,
}

/// Cuts `range` of `text` into tokens.
pub(crate) fn tokenise(text: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let Some(words) = text.get(range.clone()) else { return };
    let mut scanner = Scanner { text: words, at: 0, base: range.start, gap: Gap::Line, tokens };
    while scanner.step() {}
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    base: usize,
    gap: Gap,
    tokens: &'a mut Vec<Token>,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn step(&mut self) -> bool {
        match self.text.as_bytes().get(self.at) {
            None => return false,
            Some(b' ') => {
                self.gap = self.gap.max(Gap::Space);
                self.at += 1;
                return true;
            }
            Some(b'a'..=b'z' | b'A'..=b'Z') => {
                let (length, case) = word(self.rest());
                self.push(length, TokenKind::Word, case);
                return true;
            }
            Some(_) => {}
        }
        let Some(first) = self.rest().chars().next() else { return false };
        if first.is_whitespace() {
            self.gap = match (self.gap, first) {
                (Gap::Line, _) | (_, '\n') => Gap::Line,
                _ => Gap::Space,
            };
            self.at += first.len_utf8();
        } else if first.is_ascii_digit() {
            let length = number_length(self.rest());
            self.push(length, TokenKind::Number, LetterCase::None);
        } else if is_letter(first) {
            let (length, case) = word(self.rest());
            self.push(length, TokenKind::Word, case);
        } else {
            self.mark(first);
        }
        true
    }

    fn push(&mut self, length: usize, kind: TokenKind, case: LetterCase) {
        let start = self.base + self.at;
        let words = self.rest().get(..length).unwrap_or("");
        let lexeme = if kind == TokenKind::Word { lexeme(words) } else { None };
        self.tokens.push(Token { range: start..start + length, kind, case, gap: self.gap, lexeme });
        self.at += length;
        self.gap = Gap::None;
    }

    fn mark(&mut self, first: char) {
        if is_apostrophe(first)
            && let Some(length) = self.possessive(first)
        {
            return self.push(length, TokenKind::Possessive, LetterCase::None);
        }
        let (length, kind) = self.plain_mark(first);
        self.push(length, kind, LetterCase::None);
    }

    /// The length of an attached ’s that ends a word.
    fn possessive(&self, first: char) -> Option<usize> {
        let attached = self.gap == Gap::None
            && self.tokens.last().is_some_and(|last| {
                matches!(last.kind, TokenKind::Word | TokenKind::Number | TokenKind::Close)
            });
        let mut after = self.rest().chars().skip(1);
        let ends = matches!(after.next(), Some('s' | 'S')) && !after.next().is_some_and(is_letter);
        (attached && ends).then_some(first.len_utf8() + 1)
    }

    fn plain_mark(&self, first: char) -> (usize, TokenKind) {
        let kind = match first {
            '.' => {
                let dots = self.rest().bytes().take_while(|byte| *byte == b'.').count();
                let kind = if dots > 1 { TokenKind::Ellipsis } else { TokenKind::Period };
                return (dots, kind);
            }
            '-' if self.rest().starts_with("--") => {
                let strokes = self.rest().bytes().take_while(|byte| *byte == b'-').count();
                return (strokes, TokenKind::Dash);
            }
            ',' | '،' => TokenKind::Comma,
            ';' => TokenKind::Semicolon,
            ':' => TokenKind::Colon,
            '!' | '?' | '؟' => TokenKind::Exclamation,
            '…' => TokenKind::Ellipsis,
            '-' | '\u{2010}' | '\u{2011}' => TokenKind::Hyphen,
            '–' | '—' | '―' | '−' => TokenKind::Dash,
            '(' | '[' | '{' => TokenKind::Open,
            ')' | ']' | '}' => TokenKind::Close,
            '%' | '٪' => TokenKind::Percent,
            '“' | '‘' | '„' | '‚' | '«' | '‹' => TokenKind::Quote(QuoteSide::Open),
            '”' | '’' | '»' | '›' => TokenKind::Quote(QuoteSide::Close),
            '"' | '\'' | '`' | '´' => TokenKind::Quote(self.straight_side()),
            _ => TokenKind::Symbol,
        };
        (first.len_utf8(), kind)
    }

    /// A straight mark opens where something may begin: after a gap, an opening mark or a dash.
    fn straight_side(&self) -> QuoteSide {
        let attached_after_word = self.gap == Gap::None
            && self.tokens.last().is_some_and(|last| {
                !matches!(
                    last.kind,
                    TokenKind::Open | TokenKind::Dash | TokenKind::Quote(QuoteSide::Open)
                )
            });
        if attached_after_word { QuoteSide::Close } else { QuoteSide::Open }
    }
}

/// Whether a character belongs in a word.
fn is_letter(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphabetic() || character == '_',
        // The commonest others, told without a search through the tables.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ʯ' | 'А'..='я' | '一'..='\u{9fef}' => true,
        '\u{2010}'..='\u{2027}' => false,
        _ => character.is_alphanumeric() || is_joined_mark(character),
    }
}

/// Combining marks and the joiners some scripts write inside words.
const fn is_joined_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{e31}' | '\u{e34}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}' | '\u{200c}' | '\u{200d}')
}

/// The apostrophes that stand inside words.
pub(crate) const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '`' | '´' | '‘')
}

/// The bytes of the number at the start of `text`.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut length = 0;
    while let Some(byte) = bytes.get(length) {
        let inner =
            matches!(byte, b',' | b'.') && bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !inner {
            break;
        }
        length += 1;
    }
    length
}

/// The bytes of the word at the start of `text` and its case.
fn word(text: &str) -> (usize, LetterCase) {
    if let Some(found) = plain_word(text) {
        return found;
    }
    let initials = initials_length(text);
    if initials > 0 {
        let lower = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        return (initials, if lower { LetterCase::Lower } else { LetterCase::Upper });
    }
    let length = word_length(text);
    (length, case_of(text.get(..length).unwrap_or("")))
}

/// A word of ASCII letters and digits alone that nothing after it may go on with, as nearly all are.
fn plain_word(text: &str) -> Option<(usize, LetterCase)> {
    let bytes = text.as_bytes();
    let (mut length, mut letters) = (0, 0);
    for byte in bytes {
        let letter = LETTERS[usize::from(*byte)];
        if letter == NO_LETTER {
            break;
        }
        letters += letter;
        length += 1;
    }
    let goes_on = match bytes.get(length) {
        Some(b'.') => length == 1,
        Some(b'\'' | b'`') => true,
        Some(0x80..) => !is_parted(text.get(length..)?),
        _ => false,
    };
    let first_upper = bytes.first().is_some_and(u8::is_ascii_uppercase);
    let small = usize::from(letters % CAPITAL != 0);
    let capitals = usize::try_from(letters / CAPITAL).unwrap_or(usize::MAX);
    (!goes_on).then(|| (length, case_from((capitals, small), first_upper)))
}

/// What a capital counts in [`LETTERS`]: more than all small letters of a text.
const CAPITAL: u64 = 1 << 32;

/// What stands for a byte that is none of a plain word.
const NO_LETTER: u64 = u64::MAX;

/// What each byte of a plain word counts: small letters one, digits nothing.
static LETTERS: [u64; 256] = {
    let mut letters = [NO_LETTER; 256];
    let (mut at, mut byte) = (0, 0_u8);
    while at < letters.len() {
        letters[at] = match byte {
            b'a'..=b'z' => 1,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' | b'_' => 0,
            _ => NO_LETTER,
        };
        at += 1;
        byte = byte.wrapping_add(1);
    }
    letters
};

/// Whether what follows a plain word is a mark of typography that parts it from the next.
fn is_parted(after: &str) -> bool {
    let mut characters = after.chars();
    match characters.next() {
        Some('’') => !joins(characters.as_str()),
        Some(mark) => matches!(mark, '\u{2010}'..='\u{2017}' | '\u{201a}'..='\u{2027}'),
        None => true,
    }
}

fn word_length(text: &str) -> usize {
    for (at, character) in text.char_indices() {
        let inside = is_letter(character) || character.is_ascii_digit();
        if inside {
            continue;
        }
        let rest = text.get(at + character.len_utf8()..).unwrap_or("");
        if !(is_apostrophe(character) && joins(rest)) {
            return at;
        }
    }
    text.len()
}

/// Whether letters that follow an apostrophe go on with the word: "n’t", "O’Brien", not ’s.
fn joins(after: &str) -> bool {
    let mut letters = after.chars();
    let Some(first) = letters.next().filter(|letter| is_letter(*letter)) else { return false };
    let ends = !letters.next().is_some_and(|letter| is_letter(letter) || letter.is_ascii_digit());
    !(matches!(first, 's' | 'S') && ends)
}

/// The bytes of dotted initials: "U.S.", "a.m.", "U.N.", "D.C."
fn initials_length(text: &str) -> usize {
    const LONGEST: usize = 24;
    let bytes = text.as_bytes();
    let mut length = 0;
    while length <= LONGEST
        && bytes.get(length).is_some_and(u8::is_ascii_alphabetic)
        && bytes.get(length + 1) == Some(&b'.')
    {
        length += 2;
    }
    if (4..=LONGEST).contains(&length) && !bytes.get(length).is_some_and(u8::is_ascii_alphabetic) {
        length
    } else {
        0
    }
}

fn case_of(word: &str) -> LetterCase {
    let (mut upper, mut lower, mut first_upper) = (0_usize, 0_usize, false);
    for (at, character) in word.chars().enumerate() {
        if character.is_uppercase() {
            upper += 1;
            first_upper |= at == 0;
        } else if character.is_lowercase() {
            lower += 1;
        }
    }
    case_from((upper, lower), first_upper)
}

/// The case of a word with so many capitals and so many small letters.
const fn case_from(letters: (usize, usize), first_upper: bool) -> LetterCase {
    match letters {
        (0, 0) => LetterCase::None,
        (0, _) => LetterCase::Lower,
        (1, _) if first_upper => LetterCase::Capitalised,
        (_, 0) => LetterCase::Upper,
        _ => LetterCase::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenise(text, 0..text.len(), &mut tokens);
        tokens.iter().map(|token| text.get(token.range.clone()).unwrap()).collect()
    }

    #[test]
    fn words_and_marks() {
        let rows: [(&str, &[&str]); 10] = [
            ("It isn’t far.", &["It", "isn’t", "far", "."]),
            ("Arland’s army", &["Arland", "’s", "army"]),
            ("the U.S. said", &["the", "U.S.", "said"]),
            ("1,209 km² (467 sq mi)", &["1,209", "km²", "(", "467", "sq", "mi", ")"]),
            ("a 6,300-square-mile belt", &["a", "6,300", "-", "square", "-", "mile", "belt"]),
            ("400–500 km", &["400", "–", "500", "km"]),
            ("20%, 11th", &["20", "%", ",", "11", "th"]),
            ("wait... no", &["wait", "...", "no"]),
            ("O'Brien's 'plan'", &["O'Brien", "'s", "'", "plan", "'"]),
            ("кв. км под Курском", &["кв", ".", "км", "под", "Курском"]),
        ];
        for (text, expected) in rows {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn straight_marks_open_and_close() {
        let text = "\"No,\" he said (\"never\").";
        let mut tokens = Vec::new();
        tokenise(text, 0..text.len(), &mut tokens);
        let sides: Vec<_> = tokens
            .iter()
            .filter_map(|token| match token.kind {
                TokenKind::Quote(side) => Some(side),
                _ => None,
            })
            .collect();
        assert_eq!(sides, [QuoteSide::Open, QuoteSide::Close, QuoteSide::Open, QuoteSide::Close]);
    }
}
