//! Offers and answers as newsrooms word them: trades, proposals, terms, conditions, deals denied and
//! withdrawn; yes, no, only if, something else, neither. One row a text.

mod rows;

use rows::rows;
use seisin_core::{Claim, Detail, Polarity};
use seisin_read::text::{Vocabulary, read_sentence};

fn show(claim: &Claim) -> Option<String> {
    let name = |party: &Option<seisin_core::PartyRef>| {
        party.as_ref().map_or("-", |party| &party.name).to_owned()
    };
    let (party, other) = (name(&claim.party), name(&claim.counterparty));
    let denied = if claim.polarity == Polarity::Denied { " denied" } else { "" };
    match &claim.detail {
        Detail::Offer { gives, asks, status, .. } => {
            let text = |items: &[seisin_core::Item]| {
                items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join(" + ")
            };
            let terms = format!("{} / {}", text(gives), text(asks));
            Some(format!("{} {party} > {other}: {terms}{denied}", status.word()))
        }
        Detail::Response { stance, .. } => {
            Some(format!("{} {party} > {other}{denied}", stance.word()))
        }
        _ => None,
    }
}

#[test]
fn a_table_of_offers_and_answers() {
    check_table(include_str!("tables/offers.txt"));
}

#[test]
fn a_table_of_answers() {
    check_table(include_str!("tables/answers.txt"));
}

fn check_table(table: &str) {
    let table = rows(table);
    assert!(table.len() > 20);
    let rows: Vec<(&str, &[&str])> =
        table.iter().map(|(text, told)| (text.as_str(), told.as_slice())).collect();
    check(&rows);
}

fn check(rows: &[(&str, &[&str])]) {
    let vocabulary = Vocabulary::built_in();
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let reading = read_sentence(text, &vocabulary, "2024-03-04".parse().ok()).reading;
        let told = reading.claims.iter().filter_map(show);
        let mut found: Vec<String> = told.map(|line| line.trim_end().to_owned()).collect();
        found.sort();
        let mut wanted: Vec<&str> = expected.iter().map(|line| line.trim_end()).collect();
        wanted.sort_unstable();
        if found != wanted {
            wrong.push(format!("{text}\n  expected {wanted:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_offer_is_answered_in_many_ways() {
    let offer = "proposed Serbia > Kosovo: the Presevo valley / northern Kosovo";
    for (answer, stance) in [
        ("Kosovo's answer: not an inch.", "reject"),
        ("Pristina accepted, subject to a referendum.", "conditional"),
        (
            "Kosovo is ready to sign, its envoy said, as soon as Serbia recognises it.",
            "conditional",
        ),
        ("Kosovo's rejection came on Sunday.", "reject"),
        ("Pristina let the deadline pass.", "noncommittal"),
        ("The opposition in Pristina vowed to fight the plan.", "reject"),
        ("Kosovo's prime minister would not rule the exchange in or out.", "noncommittal"),
        ("Kosovo called for the release of its policemen first.", "counter"),
    ] {
        let text =
            format!("Serbia proposed exchanging the Presevo valley for northern Kosovo. {answer}");
        check(&[(&text, &[offer, &format!("{stance} Kosovo > Serbia")])]);
    }
}
