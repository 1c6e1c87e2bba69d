//! Six reports, five of which go back to one.

use seisin_core::{Digest, Published};
use seisin_read::text::origins::{OriginInput, cluster};

const ORIGINAL: &str = "Two governments at odds over a strip\n\n3 May 2031 (Northwire)\n\n\
    Ostland says its troops hold more than 600 square kilometres of Merin, an envoy said. The envoy gave the \
    number on Saturday and showed no chart with it.\n\nThe number could not be checked on the spot, for the \
    bridges into the valley have been closed since early spring.\n\n“We are ready to give one valley for \
    the other,” the envoy said.\n";
const RETOLD: &str = "Ostland holds some 600 square kilometres of Merin, its envoy has said. Nobody could check \
    it, because the bridges into the valley have been closed since early spring. “We are ready to give one \
    valley for the other,” he added.";
const DRIFTED: &str = "Good evening. Ostland holds just under 600 square kilometres of Merin, we hear; the bridges \
    into the valley have been closed since early spring. “We are ready to give one valley for the other,” \
    said the envoy.";
const TRANSLATED: &str = "3 май 2031 г. Превод на съобщение на Northwire. Остланд твърди, че войските му държат \
    повече от 600 квадратни километра от Мерин, каза пратеник.";
const INDEPENDENT: &str = "On 3 May 2031 Ostland held about 410 square miles of Merin, according to Chart House. \
    The group draws its own line from pictures and publishes one chart a week.";

fn input<'a>(text: &'a str, publisher: &'a str, day: &str) -> OriginInput<'a> {
    OriginInput {
        id: Digest::of(text.as_bytes()),
        text,
        publisher: Some(publisher),
        published: Published::parse(day),
        uri: None,
    }
}

#[test]
fn copies_go_back_to_one_origin_and_drift_is_told() {
    let copied = format!("From Northwire\n\n{ORIGINAL}");
    let documents = [
        input(DRIFTED, "Evening Note", "2031-05-05"),
        input(ORIGINAL, "Northwire", "2031-05-03"),
        input(&copied, "Ledger", "2031-05-04"),
        input(TRANSLATED, "Primer", "2031-05-04"),
        input(RETOLD, "Post", "2031-05-05"),
        input(INDEPENDENT, "Field Book", "2031-05-06"),
    ];
    let origins = cluster(&documents);
    assert_eq!(origins.len(), 2, "{origins:#?}");
    let first = &origins[0];
    assert_eq!(first.id, Digest::of(ORIGINAL.as_bytes()));
    assert_eq!(first.members.len(), 5);
    let rule = |text: &str| {
        let id = Digest::of(text.as_bytes());
        first.members.iter().find(|member| member.id == id).unwrap().link.as_ref().unwrap().rule
    };
    assert_eq!(
        [rule(&copied), rule(TRANSLATED), rule(RETOLD), rule(DRIFTED)],
        ["verbatim", "credit", "retold", "retold"]
    );
    let drifted = first.members.iter().find(|member| member.id == Digest::of(DRIFTED.as_bytes())).unwrap();
    assert_eq!(drifted.drifts.len(), 1);
    assert_eq!(drifted.drifts[0].origin.original_value, "more than 600 square kilometres");
    assert_eq!(drifted.drifts[0].member.original_value, "just under 600 square kilometres");
}

#[test]
fn the_same_words_heard_by_two_reporters_are_two_origins() {
    let one = "The minister spoke in the capital. “We will not leave the valley,” she said. It rained.";
    let two = "Asked about the talks, the minister was brief: “We will not leave the valley.” Then she left.";
    let origins = cluster(&[input(one, "A", "2031-05-03"), input(two, "B", "2031-05-03")]);
    assert_eq!(origins.len(), 2);
}

#[test]
fn nothing_goes_back_to_nothing() {
    assert!(cluster(&[]).is_empty());
}
