//! Bytes decoded to text.

use super::{ToldBy, damage};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use seisin_core::{Problem, ProblemKind};

/// What is said of the encoding of some bytes, other than by themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Declared<'a> {
    /// The name, and who gives it.
    pub label: Option<(&'a str, ToldBy)>,
    /// The address they came from: its last part tells which languages are likely.
    pub uri: Option<&'a str>,
}

/// Bytes decoded, with how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text: one U+FFFD for each stretch of bytes that the encoding does not explain.
    pub text: String,
    /// The encoding's name as the WHATWG has it, such as `windows-1251`.
    pub encoding: &'static str,
    /// Who said so.
    pub told_by: ToldBy,
    /// What could not be decoded, and a declaration that does not hold.
    pub problems: Vec<Problem>,
}

/// Decodes bytes: by their byte order mark, by what is declared, by their form, or by the encoding
/// that explains them best.
///
/// # Assumptions
/// A byte order mark stays in the text as U+FEFF. Nothing is normalised.
///
/// # Method
/// Labels as in the [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/), detection as in
/// Firefox (`chardetng`). A declaration that the bytes contradict is not followed, with a problem
/// that says so. Bytes that are UTF-8 but for a few stay UTF-8: one cut character does not turn
/// a text into another alphabet.
///
/// # Example
/// ```
/// use seisin_source::{Declared, ToldBy, decode};
/// let bytes = b"\xca\xf3\xf0\xf1\xea";
/// let decoded = decode(bytes, Declared { label: Some(("cp1251", ToldBy::Http)), uri: None });
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("Курск", "windows-1251"));
/// ```
pub fn decode(bytes: &[u8], declared: Declared<'_>) -> Decoded {
    let mut problems = Vec::new();
    let (encoding, told_by) = choose(bytes, declared, &mut problems);
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        let places = if encoding == UTF_8 {
            damage::utf8_places(bytes)
        } else {
            damage::replacement_places(&text)
        };
        problems.extend(damage::told(&places, encoding.name()));
    }
    Decoded { text: text.into_owned(), encoding: encoding.name(), told_by, problems }
}

fn choose(
    bytes: &[u8],
    declared: Declared<'_>,
    problems: &mut Vec<Problem>,
) -> (&'static Encoding, ToldBy) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, ToldBy::ByteOrderMark);
    }
    if let Some((label, by)) = declared.label {
        match named(label) {
            Some(encoding) if holds(encoding, bytes) => return (encoding, by),
            Some(encoding) => problems.push(note(format!(
                "the bytes are said to be {}, {}, but are not",
                encoding.name(),
                by.phrase()
            ))),
            None => {
                problems.push(note(format!("the encoding `{label}` that is named is not known")));
            }
        }
    }
    let (encoding, by) = undeclared(bytes, declared.uri);
    if by == ToldBy::Detection {
        problems.push(note(format!("the bytes were read as {}, {}", encoding.name(), by.phrase())));
    }
    (encoding, by)
}

/// The encoding of a label. A name that can be read in the bytes themselves cannot be UTF-16.
fn named(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(label.trim().as_bytes())
}

/// Whether bytes can be in an encoding.
fn holds(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    if encoding == UTF_8 {
        return is_utf8_but_for_a_little(bytes);
    }
    if encoding == UTF_16LE || encoding == UTF_16BE {
        return utf16_form(bytes).is_some();
    }
    let (_, damaged) = encoding.decode_without_bom_handling(bytes);
    !damaged || !is_utf8_but_for_a_little(bytes)
}

fn undeclared(bytes: &[u8], uri: Option<&str>) -> (&'static Encoding, ToldBy) {
    if let Some(encoding) = utf16_form(bytes) {
        return (encoding, ToldBy::Form);
    }
    if is_utf8_but_for_a_little(bytes) {
        return (UTF_8, ToldBy::Form);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(top_level_domain(uri).as_deref(), Utf8Detection::Deny);
    (guess, ToldBy::Detection)
}

/// Whether what is no UTF-8 is at most a quarter of what takes several bytes.
fn is_utf8_but_for_a_little(bytes: &[u8]) -> bool {
    let (whole, broken) = damage::utf8_balance(bytes);
    broken == 0 || broken * 4 <= whole
}

/// UTF-16 without a byte order mark, told by the zero bytes of its plain letters and spaces.
fn utf16_form(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let zeros =
        |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = head.len() / 16;
    if head.len() < 4 || even.max(odd) <= enough {
        return None;
    }
    match (even, odd) {
        (0, _) => Some(UTF_16LE),
        (_, 0) => Some(UTF_16BE),
        _ => None,
    }
}

/// The last label of an address's host, where it is plain letters.
fn top_level_domain(uri: Option<&str>) -> Option<Vec<u8>> {
    let host = uri?.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let label = host.rsplit('.').next()?.to_ascii_lowercase();
    let plain = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then(|| label.into_bytes())
}

fn note(sentence: String) -> Problem {
    Problem { span: None, kind: ProblemKind::Note, sentence }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;
    const RUSSIAN: &str = "По словам представителя Арланда, силы Арланда контролируют более \
                           четырёхсот квадратных миль области Сарн.";

    fn encoded(text: &str, label: &str) -> Vec<u8> {
        Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
    }

    fn said(label: &str, by: ToldBy) -> Declared<'_> {
        Declared { label: Some((label, by)), uri: None }
    }

    #[test]
    fn undeclared_text_is_read_as_what_explains_it_best() {
        for label in ["windows-1251", "koi8-r", "iso-8859-5", "utf-8"] {
            let decoded = decode(&encoded(RUSSIAN, label), Declared::default());
            assert_eq!(decoded.text, RUSSIAN, "{label}");
            assert_eq!(decoded.problems.is_empty(), label == "utf-8");
        }
    }

    #[test]
    fn utf16_is_known_by_its_mark_or_its_form() {
        let text = "Sarn: 400 square miles, Курск";
        let units = |mark: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            mark.encode_utf16().chain(text.encode_utf16()).flat_map(order).collect()
        };
        let marked = decode(&units("\u{feff}", u16::to_be_bytes), Declared::default());
        assert_eq!(marked.text, format!("\u{feff}{text}"));
        assert_eq!(marked.told_by, ToldBy::ByteOrderMark);
        let plain = decode(&units("", u16::to_le_bytes), Declared::default());
        assert_eq!((plain.text.as_str(), plain.told_by), (text, ToldBy::Form));
    }

    #[test]
    fn a_declaration_the_bytes_contradict_is_not_followed() {
        let decoded = decode(&encoded(RUSSIAN, "windows-1251"), said("utf-8", ToldBy::Http));
        assert_eq!((decoded.text.as_str(), decoded.encoding), (RUSSIAN, "windows-1251"));
        assert!(decoded.problems[0].sentence.contains("said to be UTF-8, as the header"));
        let decoded = decode(RUSSIAN.as_bytes(), said("shift_jis", ToldBy::Page));
        assert_eq!((decoded.text.as_str(), decoded.encoding), (RUSSIAN, "UTF-8"));
        let decoded = decode(RUSSIAN.as_bytes(), said("klingon", ToldBy::Page));
        assert!(decoded.problems[0].sentence.contains("`klingon` that is named is not known"));
        let decoded = decode(RUSSIAN.as_bytes(), said("utf-16", ToldBy::Page));
        assert_eq!(decoded.text, RUSSIAN);
    }

    #[test]
    fn a_cut_character_is_told_and_the_rest_stays() {
        let mut bytes = "Курск, Київ".as_bytes().to_vec();
        bytes.remove(1);
        let decoded = decode(&bytes, Declared::default());
        assert_eq!(decoded.text, "\u{fffd}урск, Київ");
        let problem = &decoded.problems[0];
        assert_eq!(problem.kind, ProblemKind::UndecodableText);
        assert_eq!(problem.span.unwrap().slice(&decoded.text).as_deref(), Some("\u{fffd}"));
    }

    proptest! {
        #[test]
        fn no_byte_is_lost_in_silence(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let decoded = decode(&bytes, Declared::default());
            let told = decoded.problems.iter().any(|p| p.kind == ProblemKind::UndecodableText);
            let source = String::from_utf8_lossy(&bytes);
            let replaced = decoded.text.contains(REPLACEMENT) && !source.contains(REPLACEMENT);
            prop_assert!(told || !replaced);
            for problem in decoded.problems {
                if let Some(span) = problem.span {
                    let words = span.slice(&decoded.text).unwrap();
                    prop_assert!(words.chars().all(|letter| letter == REPLACEMENT));
                }
            }
        }

        #[test]
        fn utf8_is_taken_as_it_is(text in any::<String>()) {
            let decoded = decode(text.as_bytes(), said("utf-8", ToldBy::Http));
            if decoded.encoding == "UTF-8" {
                prop_assert_eq!(decoded.text, text);
            }
        }
    }
}
