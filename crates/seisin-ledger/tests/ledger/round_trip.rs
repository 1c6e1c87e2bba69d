//! What goes in comes out: every field, every bit, in the order promised.

use crate::{
    arbitrary,
    common::{Store, at, boundaries, day, edition, entry},
};
use proptest::prelude::*;
use seisin_core::{Area, Claim, Document, Problem, ProblemKind, PublisherId, Reading, RegionId};
use seisin_ledger::{Appended, ClaimFilter, Entry, FrameRecord, Ledger, StatedArea};

/// The bits of every number of a claim, minus zero being kept as zero.
fn bits(claim: &Claim) -> Vec<u64> {
    let quantity = claim.quantity.as_ref();
    let numbers =
        quantity.map(|quantity| [Some(quantity.value), quantity.high, Some(quantity.step)]);
    numbers.into_iter().flatten().flatten().map(|number| (number + 0.0).to_bits()).collect()
}

fn reading_of(ledger: &Ledger, document: &Document) -> Reading {
    let filter = ClaimFilter { document: Some(document.id), ..ClaimFilter::default() };
    let claims = ledger.claims(&filter, None).unwrap();
    Reading {
        claims: claims.map(|claim| claim.unwrap().record).collect(),
        problems: ledger.document_problems(document.id, None).unwrap(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(96)
    })]

    #[test]
    fn a_document_comes_back_as_it_was(given in arbitrary::document()) {
        let mut store = Store::new();
        let mut expected = given.clone();
        expected.reading.claims.sort_by_key(|claim| claim.evidence.span.start);
        let again = given.clone();
        let one = Appended { new: 1, ..Appended::default() };
        prop_assert_eq!(
            store.ledger.append(at("2026-02-01"), [Entry::Document(Box::new(given))]).unwrap(), one
        );

        let id = expected.document.id;
        let found = store.ledger.document(id, None).unwrap().unwrap();
        prop_assert_eq!(&found.record, &expected.document);
        let text = store.ledger.document_text(id, None).unwrap();
        prop_assert_eq!(text.as_ref(), Some(&expected.text));
        let reading = reading_of(&store.ledger, &expected.document);
        prop_assert_eq!(&reading, &expected.reading);
        for (found, given) in reading.claims.iter().zip(&expected.reading.claims) {
            prop_assert_eq!(bits(found), bits(given));
            prop_assert_eq!(
                found.evidence.span.slice(&expected.text), Some(found.evidence.exact.clone())
            );
        }

        let nothing = Appended { already_there: 1, ..Appended::default() };
        prop_assert_eq!(
            store.ledger.append(at("2026-02-02"), [Entry::Document(Box::new(again))]).unwrap(),
            nothing
        );
        let verification = store.ledger.verify(&[]).unwrap();
        prop_assert_eq!(verification.faults, Vec::<String>::new());
        prop_assert_eq!(verification.batches, 1);
    }

    #[test]
    fn between_says_for_every_day_what_on_says(
        added in proptest::collection::vec((0..30_i64, 0..40_i64), 1..25), known in 0..45_i64
    ) {
        let mut store = Store::new();
        let start = day("2030-01-01");
        let add = |days: i64| start.checked_add(jiff::Span::new().days(days)).unwrap();
        let entries = added.iter().enumerate().map(|(n, (date, published))| {
            let published = add(*published).to_string();
            entry(edition("m1", &add(*date).to_string(), Some(&published), &format!("shape {n}")))
        });
        store.ledger.append(at("2026-02-01"), entries).unwrap();
        let publisher = PublisherId("m1".into());
        let known = Some(at(&add(known).to_string()));
        let spans =
            store.ledger.editions_between(&publisher, (add(5), add(35)), known).unwrap();
        prop_assert!(spans.windows(2).all(|pair| pair[0].to == pair[1].from));
        prop_assert!(spans.iter().all(|span| span.from < span.to));
        prop_assert!(spans.last().is_none_or(|span| span.to == add(35)));
        for on in (5..35).map(add) {
            let one = store.ledger.edition_on(&publisher, on, known).unwrap();
            let span = spans.iter().find(|span| span.from <= on && on < span.to);
            prop_assert_eq!(span.map(|span| &span.edition), one.as_ref(), "{}", on);
        }
    }
}

#[test]
fn an_edition_comes_back_with_all_that_hangs_on_it() {
    let mut store = Store::new();
    let mut given = edition("m1", "2030-01-14", Some("2030-01-15T18:00:00Z"), "v1");
    given.holdings.push(given.holdings[0].clone());
    given.holdings[1].within = Some(RegionId("velk".into()));
    given.holdings[1].role = "gains".into();
    given.problems.push(Problem {
        span: None,
        kind: ProblemKind::InvalidShape,
        sentence: "feature 3 crosses itself".into(),
    });
    given.coverage[0].except = vec![RegionId("island".into()), RegionId("a".into())];
    given.coverage[0].to = Some(day("2031-01-01"));
    store.ledger.append(at("2026-02-01"), [entry(given.clone())]).unwrap();

    let ledger = Ledger::open_read_only(&store.path()).unwrap();
    let id = &given.edition.id;
    let found = ledger.edition(id, None).unwrap().unwrap();
    assert_eq!(found.record, given.edition);
    assert_eq!(found.system_from, at("2026-02-01"));
    assert_eq!(ledger.holdings(id, None).unwrap(), given.holdings);
    assert_eq!(ledger.quarantined(id, None).unwrap(), given.quarantined);
    assert_eq!(ledger.edition_problems(id, None).unwrap(), given.problems);
    assert_eq!(ledger.edition_coverage(id, None).unwrap(), given.coverage);
    assert_eq!(ledger.coverage(&given.edition.publisher, None).unwrap(), given.coverage);
    assert_eq!(ledger.blob(given.edition.source).unwrap().unwrap(), b"the file with v1");
    assert_eq!(ledger.holdings(id, Some(at("2030-01-15"))).unwrap(), []);
}

#[test]
fn boundaries_and_frames_come_back_as_they_were() {
    let mut store = Store::new();
    let given = boundaries("study-v1", "the outline of Sarn");
    let frame = FrameRecord {
        id: "study".into(),
        title: "Both lands".into(),
        as_of: day("2029-12-31"),
        according_to: "the study".into(),
        members: vec![RegionId("velk".into()), RegionId("sarn".into())],
        area: Some(StatedArea {
            area: Area::from_square_km(30_902.798),
            source: "the almanac of 2029".into(),
        }),
        note: String::new(),
    };
    let entries =
        || [Entry::BoundarySet(Box::new(given.clone())), Entry::Frame(Box::new(frame.clone()))];
    assert_eq!(store.ledger.append(at("2026-02-01"), entries()).unwrap().new, 2);
    assert_eq!(store.ledger.append(at("2026-02-02"), entries()).unwrap().already_there, 2);

    assert_eq!(store.ledger.boundary_sets(None).unwrap(), ["study-v1"]);
    assert_eq!(store.ledger.frames(None).unwrap(), ["study"]);
    let set = store.ledger.boundary_set("study-v1", None).unwrap().unwrap();
    assert_eq!(set.record, given.set);
    assert_eq!(store.ledger.frame("study", None).unwrap().unwrap().record, frame);
    let sarn = store.ledger.region("study-v1", &RegionId("sarn".into()), None).unwrap();
    assert_eq!(sarn.as_ref(), Some(&given.set.regions[0]));
    let before = Some(at("2026-01-31"));
    assert_eq!(store.ledger.boundary_set("study-v1", before).unwrap(), None);
    assert_eq!(store.ledger.frames(before).unwrap(), Vec::<String>::new());
}
