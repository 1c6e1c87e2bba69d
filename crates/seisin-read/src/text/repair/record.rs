//! What a repair is, and the repair of a whole text.

use super::{
    line,
    offsets::{Builder, OffsetMap},
};
use std::ops::Range;

/// How a stretch of text came to be damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// UTF-8 that was read as Windows-1252 or Latin-1: `donâ€™t`.
    ReadAsWestern,
    /// UTF-8 that was read as Windows-1251: `donвЂ™t`.
    ReadAsCyrillic,
    /// UTF-8 that was read as Windows-1250 or ISO 8859-2.
    ReadAsCentralEuropean,
    /// UTF-8 that was read as Windows-1257.
    ReadAsBaltic,
    /// UTF-8 that was read as Mac OS Roman: `r√©gion`.
    ReadAsMac,
    /// UTF-8 that was read as IBM code page 437: `r├⌐gion`.
    ReadAsDos,
    /// UTF-8 that was read as Thai TIS-620 or Windows-874, bytes lost: `donโt`.
    ReadAsThai,
    /// Windows-1252 that was read as Latin-1: control characters for quotation marks.
    ReadAsControl,
    /// An entity of HTML left standing: `&amp;`.
    Entity,
    /// A character that shows nothing: a soft hyphen, a zero-width space, a control character.
    Invisible,
    /// Letters printed as one: `ﬁ`.
    Ligature,
}

impl Cause {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ReadAsWestern => "utf8_read_as_windows_1252",
            Self::ReadAsCyrillic => "utf8_read_as_windows_1251",
            Self::ReadAsCentralEuropean => "utf8_read_as_windows_1250",
            Self::ReadAsBaltic => "utf8_read_as_windows_1257",
            Self::ReadAsMac => "utf8_read_as_mac_roman",
            Self::ReadAsDos => "utf8_read_as_cp437",
            Self::ReadAsThai => "utf8_read_as_tis_620",
            Self::ReadAsControl => "windows_1252_read_as_latin_1",
            Self::Entity => "html_entity",
            Self::Invisible => "invisible_character",
            Self::Ligature => "ligature",
        }
    }
}

/// One stretch that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Where, in bytes of the repaired text; empty where characters were dropped.
    pub range: Range<usize>,
    /// The characters as captured.
    pub original: String,
    /// How they came to be damaged.
    pub cause: Cause,
}

/// A text with its damage put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The text.
    pub text: String,
    /// From its bytes back to the captured code points.
    pub map: OffsetMap,
    /// What was put right, in order.
    pub repairs: Vec<Repair>,
}

/// Puts the damage of a captured text right.
///
/// # Method
/// Line by line. A line of ASCII without `&` is not looked at further. In any other, each stretch
/// that reads as UTF-8 once its characters are turned back into the bytes of an 8-bit encoding is
/// weighed: what could stand so on purpose (a name in capitals before an ellipsis) is left alone
/// unless the text shows other damage. Turned back once, a line is looked at again, up to four
/// times, for text that was damaged more than once.
///
/// # Example
/// ```
/// use seisin_read::text::repair::repair;
/// assert_eq!(repair("It isnโt Sarnโs.").text, "It isn’t Sarn’s.");
/// assert_eq!(repair("They donâ€™t &amp; won’t.").text, "They don’t & won’t.");
/// assert_eq!(repair("เขาไม่โกรธ").repairs, []);
/// ```
pub fn repair(captured: &str) -> Repaired {
    let plain = captured.is_ascii()
        && ![b'&', 0x1a, 0].iter().any(|byte| captured.as_bytes().contains(byte));
    if plain || !line::may_need_mending(captured) {
        return untouched(captured);
    }
    let evidence = line::evidence(captured);
    let mut repaired = Writer::default();
    for line in captured.split_inclusive('\n') {
        match line::mended(line, evidence) {
            Some(pieces) => repaired.pieces(line, &pieces),
            None => repaired.verbatim(line),
        }
    }
    if repaired.repairs.is_empty() {
        return untouched(captured);
    }
    Repaired { text: repaired.text, map: repaired.map.finish(), repairs: repaired.repairs }
}

fn untouched(captured: &str) -> Repaired {
    Repaired { text: captured.to_owned(), map: OffsetMap::identity(captured), repairs: Vec::new() }
}

/// The repaired text while it is written.
#[derive(Default)]
struct Writer {
    text: String,
    map: Builder,
    repairs: Vec<Repair>,
}

impl Writer {
    fn verbatim(&mut self, text: &str) {
        self.text.push_str(text);
        self.map.verbatim(text);
    }

    /// Writes the pieces of one line: stretches left alone and stretches put right.
    fn pieces(&mut self, line: &str, pieces: &[line::Piece]) {
        let captured: Vec<(usize, char)> = line.char_indices().collect();
        let byte = |at: usize| captured.get(at).map_or(line.len(), |(byte, _)| *byte);
        let mut done = 0;
        let mut at = 0;
        while at < pieces.len() {
            let first = &pieces[at];
            let Some(cause) = first.cause else {
                at += 1;
                continue;
            };
            self.verbatim(line.get(byte(done)..byte(first.from)).unwrap_or(""));
            let mut end = at;
            let mut to = first.from;
            let mut words = String::new();
            while let Some(next) =
                pieces.get(end).filter(|next| next.cause == Some(cause) && next.from <= to)
            {
                words.extend(next.character);
                to = to.max(next.from + next.count);
                end += 1;
            }
            let original = line.get(byte(first.from)..byte(to)).unwrap_or("").to_owned();
            let start = self.text.len();
            self.text.push_str(&words);
            self.map.replaced(to - first.from, words.len());
            self.repairs.push(Repair { range: start..self.text.len(), original, cause });
            (done, at) = (to, end);
        }
        self.verbatim(line.get(byte(done)..).unwrap_or(""));
    }
}
