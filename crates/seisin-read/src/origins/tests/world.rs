//! The six articles of the world of Arland and Borland.

use super::report::{Report, in_short, origins};
use crate::origins::Reason;
use seisin_core::Bound;
use seisin_source::DocumentMeta;

fn articles() -> Vec<Report> {
    let files = seisin_fixture::articles();
    let text = |name: String| {
        let file = files.iter().find(|file| file.path == format!("articles/{name}")).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    };
    let article = |name: &str| {
        let meta = DocumentMeta::from_json(text(format!("{name}.meta.json")).as_bytes()).unwrap();
        let published = meta.published.unwrap().to_string();
        Report::new(name, &meta.publisher.unwrap(), &published, &text(format!("{name}.txt")))
    };
    ["a1", "a2", "a3", "a4", "a5", "a6"].into_iter().map(article).collect()
}

#[test]
fn five_reports_go_back_to_one_and_the_sixth_stands_alone() {
    assert_eq!(
        in_short(&articles()),
        "a1 a2+verbatim a3+credited_translation a4+rewrite a5+rewrite | a6"
    );
}

#[test]
fn each_copy_says_why() {
    let origins = origins(&articles());
    let reasons = |at: usize| origins[0].members[at].reasons.as_slice();
    assert!(reasons(0).is_empty());
    assert!(
        reasons(1)
            .iter()
            .any(|reason| matches!(reason, Reason::Credit { words } if words.contains("Wire")))
    );
    assert!(
        reasons(2).contains(&Reason::SharedFigure { words: "400".to_owned() }),
        "{:?}",
        reasons(2)
    );
    for rewrite in [3, 4] {
        let quoted = |reason: &Reason| matches!(reason, Reason::SharedQuotation { words } if words.starts_with("We will swap"));
        assert!(reasons(rewrite).iter().any(quoted));
    }
}

#[test]
fn a_changed_comparator_is_a_drift() {
    let origins = origins(&articles());
    let bounds = |at: usize| -> Vec<(Bound, Bound)> {
        let drifts = &origins[0].members[at].drifts;
        drifts.iter().map(|drift| (drift.earliest.bound, drift.member.bound)).collect()
    };
    assert_eq!(bounds(1), []);
    assert_eq!(bounds(3), [(Bound::MoreThan, Bound::About)]);
    assert_eq!(bounds(4), [(Bound::MoreThan, Bound::LessThan)]);
}
