//! Coordinates as nearly every file writes them, read several times as fast as any JSON.
//!
//! The arrays of coordinates are lifted out of the text before it is read as JSON, and a number
//! stands in their place. Taken are arrays of arrays of positions of two plain decimal numbers, all
//! equally deep, and nothing else: a file with anything unusual is left to [`super::coordinates`]
//! as it is, which says what is wrong with it, if anything is.

use super::coordinates::Coordinates;
use super::known_rings::{KnownRing, KnownRings};
use seisin_measure::Position;
use std::io::Write as _;

/// The text with every array that follows a name `"coordinates"` lifted out, the first of them
/// replaced by 0, the next by 1; and the arrays. `None` where one is not plain, or they have more
/// than `positions` together.
///
/// # Method
/// Texts are told from the rest by their quotation marks, so that what looks like coordinates within
/// a text stays. No number of the file itself may follow the name, so that none is taken for
/// another. Whether the rest is JSON, and a number stands where coordinates belong, is for the
/// reader of the rest to say.
pub(super) fn lift_coordinates(
    text: &[u8],
    positions: usize,
    known: Option<&mut KnownRings>,
) -> Option<(Vec<u8>, Vec<Coordinates>)> {
    let (mut kept, mut lifted) = (Vec::new(), Vec::new());
    let before = known.as_deref();
    let mut reader =
        Reader { length: text.len(), rest: text, left: positions, before, rings: Vec::new() };
    while let Some(quote) = reader.rest.iter().position(|byte| *byte == b'"') {
        let end = quote + 1 + end_of_text(&reader.rest[quote + 1..])?;
        let (before, after) = reader.rest.split_at(end);
        kept.extend_from_slice(before);
        reader.rest = after;
        let name = &before[quote..];
        if !matches!(name, b"\"coordinates\"") && !name.contains(&b'\\') || !reader.passes_colon() {
            continue;
        }
        // A name with escapes may mean "coordinates" as well.
        if name.contains(&b'\\') {
            return None;
        }
        write!(kept, ":{}", lifted.len()).ok()?;
        lifted.push(reader.coordinates()?);
    }
    kept.extend_from_slice(reader.rest);
    let rings = reader.rings;
    if let Some(known) = known {
        known.renew(text, rings);
    }
    Some((kept, lifted))
}

/// How many bytes of `text`, which begins after a quotation mark, the rest of it takes, with the
/// mark at its end.
fn end_of_text(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        if text[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// What is still to be read.
struct Reader<'t> {
    /// How long the whole text is.
    length: usize,
    rest: &'t [u8],
    /// How many positions may still come.
    left: usize,
    /// The rings of the file before, where they are to be recognised.
    before: Option<&'t KnownRings>,
    /// The rings read so far, where they will be.
    rings: Vec<KnownRing>,
}

impl Reader<'_> {
    /// Passes over a colon, and stays where it is before anything else.
    fn passes_colon(&mut self) -> bool {
        let start = self.rest;
        let passes = self.next() == Some(b':');
        if !passes {
            self.rest = start;
        }
        passes
    }

    /// An array of arrays of positions, as deep as a polygon's or a multipolygon's.
    fn coordinates(&mut self) -> Option<Coordinates> {
        match self.depth() {
            3 => Some(Coordinates::Rings(self.list(Self::ring)?)),
            4 => Some(Coordinates::Polygons(self.list(|reader| reader.list(Self::ring))?)),
            _ => None,
        }
    }

    fn ring(&mut self) -> Option<Vec<Position>> {
        match self.before {
            None => self.list(Self::position),
            Some(before) => self.ring_beside(before),
        }
    }

    /// A ring, of which what stands in a ring of the file before is not read again.
    ///
    /// # Method
    /// The texts are compared from the ends of positions that both have; only where they part are
    /// numbers read. Equal texts are equal numbers.
    fn ring_beside(&mut self, before: &KnownRings) -> Option<Vec<Position>> {
        if self.next()? != b'[' {
            return None;
        }
        let mut known = before.like(self.rings.len(), self.rest);
        let mut ring = KnownRing::beside(self.place(), known.as_ref());
        loop {
            if let Some(known) = &mut known {
                let had = ring.positions().len();
                let bytes = known.copy(self.rest, self.place(), &mut ring)?;
                self.rest = &self.rest[bytes..];
                self.left = self.left.checked_sub(ring.positions().len() - had)?;
            }
            if !ring.positions().is_empty() {
                match self.next()? {
                    b',' => {}
                    b']' => break,
                    _ => return None,
                }
            }
            let position = self.position()?;
            ring.push(position, self.place())?;
            if let Some(known) = &mut known {
                known.pass(position);
            }
        }
        let positions = ring.positions().to_vec();
        self.rings.push(ring);
        Some(positions)
    }

    /// How far the text is read.
    const fn place(&self) -> usize {
        self.length - self.rest.len()
    }

    /// How many arrays open before the first number.
    fn depth(&self) -> usize {
        let opening = self.rest.iter().filter(|byte| !byte.is_ascii_whitespace());
        opening.take_while(|byte| **byte == b'[').count()
    }

    fn skip_space(&mut self) {
        while let Some((b' ' | b'\n' | b'\r' | b'\t', rest)) = self.rest.split_first() {
            self.rest = rest;
        }
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        self.skip_space();
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    /// An array of one item at least.
    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        if self.next()? != b'[' {
            return None;
        }
        loop {
            items.push(item(self)?);
            match self.next()? {
                b',' => {}
                b']' => return Some(items),
                _ => return None,
            }
        }
    }

    /// Two numbers; positions with a height are not plain.
    fn position(&mut self) -> Option<Position> {
        if self.next()? != b'[' {
            return None;
        }
        let lon = self.number()?;
        if self.next()? != b',' {
            return None;
        }
        let lat = self.number()?;
        self.left = self.left.checked_sub(1)?;
        (self.next()? == b']').then_some(Position { lon, lat })
    }

    /// A number in plain decimals.
    ///
    /// # Method
    /// Digits as a whole number below 2⁵³ divided by a power of ten up to 10²²: both are exact, so
    /// the quotient is the nearest double (Clinger, "How to read floating point numbers
    /// accurately", PLDI 1990, section 3). Longer numbers go to the standard library.
    fn number(&mut self) -> Option<f64> {
        self.skip_space();
        let text = self.rest;
        let minus = usize::from(text.first() == Some(&b'-'));
        let (mut digits, mut at) = (0_u64, minus);
        while let Some(digit) = digit(text, at) {
            digits = digits.wrapping_mul(10).wrapping_add(digit);
            at += 1;
        }
        let whole = at - minus;
        let mut decimals = 0;
        if text.get(at) == Some(&b'.') {
            at += 1;
            let point = at;
            while let Some(digit) = digit(text, at) {
                digits = digits.wrapping_mul(10).wrapping_add(digit);
                at += 1;
            }
            decimals = at - point;
            if decimals == 0 {
                return None;
            }
        }
        let zero_first = whole > 1 && text.get(minus) == Some(&b'0');
        if whole == 0 || zero_first || matches!(text.get(at), Some(b'e' | b'E')) {
            return None;
        }
        let (taken, rest) = text.split_at(at);
        self.rest = rest;
        // Nineteen digits always fit, so that what was counted is what was read.
        let exact = whole + decimals <= 19 && digits < 1 << 53;
        match POWERS_OF_TEN.get(decimals).filter(|_| exact) {
            Some(power) => Some(signed(minus, float(digits) / power)),
            None => std::str::from_utf8(taken).ok()?.parse().ok(),
        }
    }
}

fn digit(text: &[u8], at: usize) -> Option<u64> {
    let digit = text.get(at)?.wrapping_sub(b'0');
    (digit < 10).then_some(u64::from(digit))
}

fn signed(minus: usize, value: f64) -> f64 {
    if minus == 1 { -value } else { value }
}

#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "below 2^53 every whole number is a double"
)]
fn float(digits: u64) -> f64 {
    digits as f64
}

const POWERS_OF_TEN: [f64; 19] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Option<f64> {
        let (rest, length) = (text.as_bytes(), text.len());
        let mut reader = Reader { length, rest, left: 0, before: None, rings: Vec::new() };
        reader.number().filter(|_| reader.rest.is_empty())
    }

    #[test]
    fn what_is_no_plain_number_is_left_to_others() {
        for text in ["", "-", ".5", "1.", "01", "-01.5", "1e5", "1.5E2", "+1", "NaN", "1 2", "--1"]
        {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("-0.0").map(f64::to_bits), Some((-0.0_f64).to_bits()));
    }

    fn lifted(text: &str) -> Option<(String, usize)> {
        let (kept, lifted) = lift_coordinates(text.as_bytes(), 3, None)?;
        Some((String::from_utf8(kept).unwrap(), lifted.len()))
    }

    #[test]
    fn a_number_stands_where_coordinates_were() {
        let text = r#"{"a":[{"coordinates" :
            [ [ [1,2] , [3.5,-4] ] ]},{"coordinates":[[[[5,6]]]],"b":"\"coordinates\":[1]"}]}"#;
        let kept = r#"{"a":[{"coordinates":0},{"coordinates":1,"b":"\"coordinates\":[1]"}]}"#;
        assert_eq!(lifted(text), Some((kept.to_owned(), 2)));
        for text in [r#"["coordinates",[1]]"#, r#"["\\n:",1]"#, "12", ""] {
            assert_eq!(lifted(text), Some((text.to_owned(), 0)));
        }
    }

    #[test]
    fn what_is_no_plain_array_is_left_to_others() {
        for text in [
            "[]",
            "[[]]",
            "[[[]]]",
            "[1,2]",
            "[[1,2]]",
            "[[[[[1,2]]]]]",
            "[[[1]]]",
            "[[[1,2],]]",
            "[[[1,2],[[3,4]]]]",
            "[[[1,2]]",
            "[[[1 2]]]",
            "[[[1,2,]]]",
            "[[[1,2,3]]]",
            "[[[1e2,2]]]",
            "[[[1,2],[1,2],[1,2],[1,2]]]",
            "[[[1,\"2\"]]]",
        ] {
            assert_eq!(lifted(&format!("{{\"coordinates\":{text}}}")), None, "{text}");
        }
        assert_eq!(lifted(r#"{"\u0063oordinates":0}"#), None);
        assert_eq!(lifted("{\"coordinates"), None);
        assert_eq!(lifted("{\"coordinates\\"), None);
    }

    proptest! {
        #[test]
        fn a_number_is_the_double_nearest_to_it(text in "-?(0|[1-9][0-9]{0,20})([.][0-9]{1,24})?") {
            prop_assert_eq!(number(&text).map(f64::to_bits), text.parse::<f64>().ok().map(f64::to_bits));
        }

        #[test]
        fn a_double_as_printed_is_read_back(value in -180.0..180.0_f64) {
            prop_assert_eq!(number(&value.to_string()).map(f64::to_bits), Some(value.to_bits()));
        }
    }
}
