//! What holds for any texts.

use crate::origins::{ChangeKind, Origin, OriginInput, cluster, word_diff};
use proptest::prelude::*;
use seisin_core::{Digest, Document, Published};
use std::collections::BTreeSet;

fn document(at: usize, text: &str, publisher: Option<String>, day: i8) -> Document {
    let published = (day > 0).then(|| Published::Day(seisin_core::Date::constant(2031, 5, day)));
    Document { publisher, published, ..Document::of(&format!("{at}"), &format!("{at} {text}")) }
}

/// Texts that share words now and then, with marks, other scripts and numbers among them.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-d]{1,2}",
        1 => Just("“".to_owned()), 1 => Just("”".to_owned()), 1 => Just("400".to_owned()),
        1 => Just("\n".to_owned()), 1 => Just("from Wire".to_owned()), 1 => Just("Сарн".to_owned()),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn reports() -> impl Strategy<Value = Vec<(Document, String)>> {
    let publisher =
        prop_oneof![Just(None), Just(Some("Wire".to_owned())), "\\PC{0,4}".prop_map(Some)];
    prop::collection::vec((text(), publisher, 0_i8..20), 0..8).prop_map(|reports| {
        let number = |(at, (text, publisher, day)): (usize, (String, Option<String>, i8))| {
            (document(at, &text, publisher, day), text)
        };
        reports.into_iter().enumerate().map(number).collect()
    })
}

fn clustered(reports: &[(Document, String)]) -> Vec<Origin> {
    let input = |(document, text): &'_ (Document, String)| (document.clone(), text.clone());
    let held: Vec<_> = reports.iter().map(input).collect();
    let inputs: Vec<_> =
        held.iter().map(|(document, text)| OriginInput { document, text, claims: &[] }).collect();
    cluster(&inputs)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_report_stands_in_one_origin_in_whatever_order(
        (reports, shuffled) in reports().prop_flat_map(|r| (Just(r.clone()), Just(r).prop_shuffle()))
    ) {
        let origins = clustered(&reports);
        let members: Vec<Digest> =
            origins.iter().flat_map(|origin| &origin.members).map(|member| member.document).collect();
        let all: BTreeSet<Digest> = reports.iter().map(|(document, _)| document.id).collect();
        prop_assert_eq!(members.len(), reports.len());
        prop_assert_eq!(members.into_iter().collect::<BTreeSet<_>>(), all);
        for origin in &origins {
            prop_assert_eq!(origin.members[0].document, origin.earliest);
        }
        prop_assert_eq!(origins, clustered(&shuffled));
    }

    #[test]
    fn a_difference_accounts_for_every_word_of_both(one in text(), other in text()) {
        let changes = word_diff(&one, &other);
        let words = |text: &str| super::super::words::words(text).len();
        let count = |kinds: [ChangeKind; 2], earliest: bool| -> usize {
            changes.iter().filter(|change| kinds.contains(&change.kind)).map(|change| {
                let (span, text) = if earliest { (change.earliest, &one) } else { (change.member, &other) };
                words(&span.slice(text).unwrap())
            }).sum()
        };
        prop_assert_eq!(count([ChangeKind::Same, ChangeKind::Left], true), words(&one));
        prop_assert_eq!(count([ChangeKind::Same, ChangeKind::Added], false), words(&other));
    }
}
