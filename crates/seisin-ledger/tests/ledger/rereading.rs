//! Documents read again, described anew, and gathered into clusters of copies: each time a record
//! is added and the former one stays.

use crate::common::{Store, at, day, document, edition, entry};
use seisin_core::{
    Claim, ClaimKind, Detail, Digest, Document, Evidence, Modality, PartyId, PartyRef, Polarity,
    Published, ReaderRule, RegionId, RegionRef, TextSpan, ValidTime,
};
use seisin_ledger::{Appended, ClaimFilter, DocumentEntry, Entry, Ledger, OriginEntry};

const TEXT: &str = "Arland holds Sarn. Borland has left Velk.";

fn claim(text: &str, span: (usize, usize), on: &str, region: &str) -> Claim {
    let mut claim = Claim {
        id: seisin_core::ClaimId(String::new()),
        document: Digest::of(text.as_bytes()),
        evidence: Evidence::at(text, TextSpan::new(span.0, span.1)).unwrap(),
        source: Vec::new(),
        modality: Modality::Asserted,
        hedges: Vec::new(),
        polarity: Polarity::Affirmed,
        party: Some(PartyRef {
            id: PartyId("arland".into()),
            name: "Arland".into(),
            mention: "Arland".into(),
        }),
        counterparty: None,
        region: Some(RegionRef {
            id: Some(RegionId(region.into())),
            name: region.into(),
            mention: region.into(),
            candidates: Vec::new(),
        }),
        quantity: None,
        valid: Some(ValidTime {
            edtf: on.parse().unwrap(),
            original_value: String::new(),
            rule: "publication".into(),
        }),
        detail: Detail::Holding,
        reader: ReaderRule { id: "seisin".into(), version: "0.1.0".into(), rule: "holds".into() },
    };
    claim.id = claim.identify();
    claim
}

pub(crate) fn read(on: &str) -> DocumentEntry {
    let mut entry = document("a1.txt", TEXT);
    entry.reading.claims = vec![claim(TEXT, (0, 18), on, "sarn")];
    entry
}

fn append(store: &mut Store, when: &str, entry: DocumentEntry) -> Appended {
    store.ledger.append(at(when), [Entry::Document(Box::new(entry))]).unwrap()
}

fn dates(ledger: &Ledger, known: Option<&str>) -> Vec<String> {
    let claims = ledger.claims(&ClaimFilter::default(), known.map(at)).unwrap();
    claims.map(|claim| claim.unwrap().record.valid.unwrap().edtf.to_string()).collect()
}

#[test]
fn a_second_reading_takes_the_place_of_the_first_and_the_first_stays() {
    let mut store = Store::new();
    assert_eq!(append(&mut store, "2026-02-01", read("2030-01-14")).new, 1);
    assert_eq!(append(&mut store, "2026-02-02", read("2030-01-14")).already_there, 1);
    assert_eq!(append(&mut store, "2026-02-03", read("2030-01-13")).corrected, 1);

    assert_eq!(dates(&store.ledger, None), ["2030-01-13"]);
    assert_eq!(dates(&store.ledger, Some("2026-02-03")), ["2030-01-13"]);
    assert_eq!(dates(&store.ledger, Some("2026-02-02T23Z")), ["2030-01-14"]);
    assert_eq!(dates(&store.ledger, Some("2026-01-31")), Vec::<String>::new());

    let id = claim(TEXT, (0, 18), "2030-01-14", "sarn").id;
    let history = store.ledger.claim_history(&id).unwrap();
    let times: Vec<_> = history.iter().map(|one| (one.system_from, one.system_to)).collect();
    let (first, second) = (at("2026-02-01"), at("2026-02-03"));
    assert_eq!(times, [(first, Some(second)), (second, None)]);
    let then = store.ledger.claim(&id, Some(at("2026-02-02"))).unwrap().unwrap();
    assert_eq!((then.record, then.system_to), (history[0].record.clone(), None));
}

#[test]
fn a_text_decoded_anew_moves_the_claims_with_it() {
    let mut store = Store::new();
    let mut damaged = document("a1.txt", TEXT);
    damaged.text = TEXT.replace("Arland", "Ärland");
    damaged.reading.claims = vec![Claim {
        document: damaged.document.id,
        ..claim(&damaged.text, (0, 18), "2030-01-14", "sarn")
    }];
    append(&mut store, "2026-02-01", damaged.clone());
    append(&mut store, "2026-02-02", read("2030-01-14"));
    let id = damaged.document.id;
    let text = |known| store.ledger.document_text(id, known).unwrap().unwrap();
    assert_eq!(text(Some(at("2026-02-01"))), damaged.text);
    assert_eq!(text(None), TEXT);
    assert_eq!(store.ledger.blob(id).unwrap().unwrap(), TEXT.as_bytes());
}

#[test]
fn a_description_is_corrected_at_its_path_and_added_at_another() {
    let mut store = Store::new();
    let base = document("a1.txt", TEXT);
    let described = |change: fn(&mut Document)| {
        let mut entry = base.clone();
        change(&mut entry.document);
        entry
    };
    assert_eq!(append(&mut store, "2026-02-01", base.clone()).new, 1);
    let elsewhere = described(|document| document.path = "copy/a1.txt".into());
    assert_eq!(append(&mut store, "2026-02-02", elsewhere).already_there, 1);
    let corrected = described(|document| document.published = Published::parse("2030-01-15"));
    assert_eq!(append(&mut store, "2026-02-03", corrected.clone()).corrected, 1);
    let reprint = described(|document| {
        document.path = "b1.txt".into();
        document.publisher = Some("Other".into());
    });
    assert_eq!(append(&mut store, "2026-02-04", reprint.clone()).corrected, 1);

    let id = base.document.id;
    let known = |on| store.ledger.document(id, on).unwrap().map(|found| found.record);
    assert_eq!(known(Some(at("2026-01-31"))), None);
    assert_eq!(known(Some(at("2026-02-02"))), Some(base.document.clone()));
    assert_eq!(known(None), Some(corrected.document.clone()));
    let appearances = store.ledger.appearances(id).unwrap();
    let ends: Vec<_> = appearances.iter().map(|one| one.system_to).collect();
    assert_eq!(ends, [Some(at("2026-02-03")), None, None]);
    assert_eq!(appearances[2].record, reprint.document);
    assert_eq!(store.ledger.documents(None).unwrap().len(), 1);
}

#[test]
fn two_descriptions_of_one_path_in_one_batch_follow_each_other() {
    let mut store = Store::new();
    let days = ["2030-01-14", "2030-01-15", "2030-01-16"];
    let entries = days.map(|published| {
        let mut entry = document("a1.txt", TEXT);
        entry.document.published = Published::parse(published);
        Entry::Document(Box::new(entry))
    });
    let appended = store.ledger.append(at("2026-02-01"), entries).unwrap();
    assert_eq!(appended, Appended { new: 1, corrected: 2, already_there: 0 });
    let found = store.ledger.documents(None).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].record.published, Published::parse("2030-01-16"));
}

#[test]
fn a_cluster_of_copies_may_grow_and_be_named_anew() {
    let mut store = Store::new();
    let (one, two) = (document("a1.txt", TEXT), document("a2.txt", "A copy."));
    let (first, second) = (one.document.id, two.document.id);
    // The copy comes first and names an origin that follows in the same batch.
    let mut copy = two.clone();
    copy.document.origin = Some(first);
    let both = [copy, one].map(|entry| Entry::Document(Box::new(entry)));
    store.ledger.append(at("2026-02-01"), both).unwrap();
    let origin = |ledger: &Ledger, known: Option<&str>| {
        ledger.document(second, known.map(at)).unwrap().unwrap().record.origin
    };
    assert_eq!(origin(&store.ledger, None), Some(first));
    let say = |origin| [Entry::Origin(OriginEntry { document: second, origin })];
    assert_eq!(store.ledger.append(at("2026-02-02"), say(first)).unwrap().already_there, 1);
    assert_eq!(store.ledger.append(at("2026-02-03"), say(second)).unwrap().corrected, 1);
    assert_eq!(origin(&store.ledger, None), Some(second));
    assert_eq!(origin(&store.ledger, Some("2026-02-02")), Some(first));
}

#[test]
fn an_edition_read_with_another_profile_is_the_same_edition_read_anew() {
    let mut store = Store::new();
    let first = edition("m1", "2030-01-14", Some("2030-01-15"), "v1");
    let mut second = first.clone();
    second.holdings[0].party = PartyId("borland".into());
    second.edition.profile = "parties-2".into();
    let id = &first.edition.id;
    assert_eq!(store.ledger.append(at("2031-02-01"), [entry(first.clone())]).unwrap().new, 1);
    let again = store.ledger.append(at("2031-02-02"), [entry(second.clone())]).unwrap();
    assert_eq!(again.corrected, 1);
    let holder = |known: Option<&str>| {
        store.ledger.holdings(id, known.map(at)).unwrap()[0].party.to_string()
    };
    assert_eq!(holder(None), "borland");
    assert_eq!(holder(Some("2031-02-01")), "arland");
    // The archive was added after the fact: what was published by then is known of, by its first
    // reading.
    assert_eq!(holder(Some("2030-01-16")), "arland");
    let renamed = {
        let mut renamed = second;
        renamed.edition.name = "copy.geojson".into();
        renamed
    };
    let again = store.ledger.append(at("2031-02-03"), [entry(renamed)]).unwrap();
    assert_eq!(again.already_there, 1);
}

#[test]
fn claims_are_filtered_and_ordered() {
    let mut store = Store::new();
    let later = {
        let mut entry = document("b.txt", "Arland holds Velk and Sarn since May.");
        entry.document.published = Published::parse("2030-01-15");
        let text = entry.text.clone();
        entry.reading.claims = vec![
            claim(&text, (22, 26), "2029-05/..", "sarn"),
            claim(&text, (0, 17), "2030-01-15", "velk"),
        ];
        entry.reading.claims[0].detail = Detail::Statement;
        entry.reading.claims[0].party = None;
        entry
    };
    let undated = {
        let mut entry = document("0.txt", "Arland holds Sarn");
        entry.document.published = None;
        let text = entry.text.clone();
        entry.reading.claims = vec![Claim { valid: None, ..claim(&text, (0, 17), "2030", "sarn") }];
        entry
    };
    append(&mut store, "2026-02-01", undated);
    append(&mut store, "2026-02-01", later.clone());
    append(&mut store, "2026-02-01", read("2030-01-14"));

    let found = |filter: ClaimFilter| -> Vec<String> {
        let claims = store.ledger.claims(&filter, None).unwrap();
        claims.map(|claim| claim.unwrap().record.evidence.exact).collect()
    };
    let all = ["Arland holds Sarn.", "Arland holds Velk", "Sarn", "Arland holds Sarn"];
    assert_eq!(found(ClaimFilter::default()), all);
    let of = ClaimFilter::default;
    let arland = Some(PartyId("arland".into()));
    assert_eq!(found(ClaimFilter { party: arland, ..of() }), [all[0], all[1], all[3]]);
    let sarn = Some(RegionId("sarn".into()));
    assert_eq!(found(ClaimFilter { region: sarn, ..of() }), [all[0], all[2], all[3]]);
    assert_eq!(found(ClaimFilter { kind: Some(ClaimKind::Statement), ..of() }), [all[2]]);
    let document = Some(later.document.id);
    assert_eq!(found(ClaimFilter { document, ..of() }), [all[1], all[2]]);
    let nowhere = Some(Digest::of(b"not here"));
    assert_eq!(found(ClaimFilter { document: nowhere, ..of() }), Vec::<String>::new());
    let between = |from, to| ClaimFilter { between: Some((day(from), day(to))), ..of() };
    assert_eq!(found(between("2030-01-14", "2030-01-15")), [all[0], all[2]]);
    assert_eq!(found(between("2029-05-31", "2029-06-01")), [all[2]]);
    assert_eq!(found(between("2029-04-30", "2029-05-01")), Vec::<String>::new());
}
