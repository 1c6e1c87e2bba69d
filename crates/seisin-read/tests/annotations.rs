//! What the reader sees in a text, each thing at its exact place, whatever the text.

use proptest::prelude::*;
use seisin_core::{Document, TextSpan};
use seisin_read::text::{Annotated, Annotation, ReadSettings, Vocabulary, annotate};

fn document() -> Document {
    let published = seisin_core::Published::parse("2030-01-14");
    Document { published, ..Document::of("-", "") }
}

fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::built_in();
    vocabulary.parties.add_party("arland", "Arland", &["Arlandic"]);
    vocabulary.parties.add_party("borland", "Borland", &[]);
    vocabulary.add_region("sarn", "Sarn", &[]);
    vocabulary
}

fn see(text: &str) -> Vec<Annotation> {
    annotate(&document(), text, &vocabulary(), &ReadSettings::default())
}

/// Every place is in the text and holds the words that are given for it, and the order is the text's.
fn check(text: &str, vocabulary: &Vocabulary) {
    let seen = annotate(&document(), text, vocabulary, &ReadSettings::default());
    let inside = |span: &TextSpan| span.slice(text).is_some_and(|words| !words.is_empty());
    for one in &seen {
        assert_eq!(one.span.slice(text).as_ref(), Some(&one.exact), "{one:?}");
        assert!(!one.exact.is_empty() && !one.rule.is_empty());
        if let Annotated::Attribution { cue, source, content, nested_in, .. } = &one.what {
            for part in [cue, source, content].into_iter().flatten() {
                assert!(inside(part) && one.span.covers(*part), "{one:?}");
            }
            assert!(nested_in.is_none_or(|outer| {
                matches!(seen.get(outer).map(|o| &o.what), Some(Annotated::Attribution { .. }))
            }));
        }
    }
    assert!(seen.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
}

#[test]
fn everything_is_seen_at_its_place_in_the_captured_text() {
    let text = "Arlandโs forces hold 400 kmÂ² of Sarn, a spokesman said on Tuesday. \
                “Borland will never agree,” Borland said.\n\nSubscribe to our newsletter.";
    check(text, &vocabulary());
    let seen = see(text);
    let has = |exact: &str, is: fn(&Annotated) -> bool| {
        assert!(seen.iter().any(|one| one.exact == exact && is(&one.what)), "{exact}: {seen:#?}");
    };
    has("400 kmÂ²", |what| matches!(what, Annotated::Quantity(_)));
    has("Sarn", |what| matches!(what, Annotated::Place { .. }));
    has("Borland", |what| matches!(what, Annotated::Party { .. }));
    has("โ", |what| matches!(what, Annotated::Repair { repaired, .. } if repaired == "’"));
    has("Borland will never agree,", |what| {
        matches!(what, Annotated::Quotation { speaker: Some(_), .. })
    });
    has("Subscribe to our newsletter.", |what| matches!(what, Annotated::Furniture(_)));
    let time = seen.iter().find_map(|one| match &one.what {
        Annotated::Time { mention, anchor } => Some((mention.timex_value.clone(), anchor.clone())),
        _ => None,
    });
    assert!(time.is_some_and(|(_, anchor)| anchor == "publication 2030-01-14"));
}

/// The content of the first attribution whose cue reads `cue`.
#[cfg(test)]
fn content(text: &str, cue_words: &str) -> (Option<String>, Option<String>, Option<usize>) {
    for one in see(text) {
        let Annotated::Attribution { cue, source, content, nested_in, .. } = one.what else {
            continue;
        };
        let words = |span: Option<TextSpan>| span.and_then(|span| span.slice(text));
        if words(cue).as_deref() == Some(cue_words) {
            return (words(source), words(content), nested_in);
        }
    }
    panic!("nothing is said with `{cue_words}` in: {text}");
}

#[test]
fn who_is_said_to_say_what() {
    let (source, said, outer) =
        content("Arland said that its forces hold 400 square miles of Sarn.", "said");
    assert_eq!(source.as_deref(), Some("Arland"));
    assert!(said.unwrap().contains("its forces hold 400 square miles of Sarn"));
    assert_eq!(outer, None);
    let (source, said, _) =
        content("According to Arland, Borland holds 30 villages in Sarn.", "According to");
    assert_eq!(source.as_deref(), Some("Arland"));
    assert!(said.unwrap().contains("Borland holds 30 villages"));
    let nested = "Arland said that Borland claimed that it holds Sarn.";
    let (_, said, outer) = content(nested, "claimed");
    assert!(said.unwrap().contains("it holds Sarn"));
    assert!(outer.is_some(), "it is said within what Arland said");
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Arland",
        "Sarn",
        "Kyiv",
        "said",
        "says",
        "that",
        "denied",
        "according to",
        "According to",
        "“",
        "”",
        "\"",
        "'",
        "400 square miles",
        "kmÂ²",
        "a fifth of",
        "since August",
        "on Tuesday",
        "donโt",
        "ย",
        "&amp;",
        "&#8217;",
        "\u{ad}",
        "\u{200b}",
        "\u{feff}",
        "\0",
        "\u{fffd}",
        ".",
        ",",
        "\n\n",
        "Read more:",
        "Subscribe to our newsletter",
        "Курск",
        "القوات",
        "👨‍👩‍👧",
        "e\u{301}",
        "ﬁ",
        "â€™",
        "holds",
        "its forces",
        "the minister",
        "(Wire) —",
        "Posted on",
        "Comments",
        "he",
        "told",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_text_has_its_places_exact(text in any::<String>()) {
        check(&text, &vocabulary());
    }

    #[test]
    fn any_mixture_has_its_places_exact(text in pieces()) {
        check(&text, &vocabulary());
    }
}
