//! Whatever the text, reading it neither fails nor misquotes it.

use proptest::prelude::*;
use seisin_core::Document;
use seisin_read::text::{ReadSettings, Vocabulary, read_sentence, read_text};

fn document(text: &str) -> Document {
    Document::of("-", text)
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Ukraine"),
        Just("“"),
        Just("”"),
        Just(" said "),
        Just("holds"),
        Just(" 400 km² "),
        Just("of"),
        Just("Kursk"),
        Just(". "),
        Just("\n\n"),
        Just("not "),
        Just("in exchange for"),
        Just("’s"),
        Just("Курск"),
        Just("ย"),
        Just("โ"),
        Just(", "),
        Just(" and "),
        Just("were killed"),
        Just(" it "),
        Just("denied that "),
        Just("("),
        Just("&rsquo;"),
        Just("-"),
        Just("\u{ad}"),
        Just("🏴"),
        Just("12 June 2030"),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_string_is_read_and_quoted_exactly(text in prop_oneof![pieces(), "\\PC{0,200}"]) {
        let vocabulary = Vocabulary::built_in();
        let reading = read_text(&document(&text), &text, &vocabulary, &ReadSettings::default());
        for claim in &reading.claims {
            let span = claim.evidence.span;
            prop_assert_eq!(span.slice(&text), Some(claim.evidence.exact.clone()));
        }
        let read = read_sentence(&text, &vocabulary, None);
        prop_assert_eq!(read.parts.len(), read.reading.claims.len());
    }
}
