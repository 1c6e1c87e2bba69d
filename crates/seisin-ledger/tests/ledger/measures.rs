//! What was measured is kept once for each land and method, and binds like every record.

use crate::common::{Store, at, boundaries};
use seisin_core::{Area, Digest, Length, RegionId};
use seisin_ledger::{AppendError, Appended, CutPart, CutRecord, Entry, MeasureRecord};

fn measure(of: &str, method: &str, km2: f64) -> MeasureRecord {
    MeasureRecord {
        subject: Digest::of(of.as_bytes()),
        method: method.to_owned(),
        area: Area::from_square_km(km2),
        area_geodesic: Area::from_square_km(km2 + 1e-7),
        line: Length::from_km(km2 / 3.0),
    }
}

#[test]
fn a_measure_comes_back_bit_for_bit_and_by_its_method() {
    let mut store = Store::new();
    let given = [measure("sarn", "whole/1", 400.1), measure("sarn", "whole/2", 400.2)];
    let entries = given.iter().cloned().map(Entry::Measure);
    assert_eq!(store.ledger.append(at("2026-02-01"), entries).unwrap(), Appended::default());
    for expected in &given {
        let found = store.ledger.measure(expected.subject, &expected.method).unwrap();
        assert_eq!(found.as_ref(), Some(expected));
    }
    assert_eq!(store.ledger.measure(given[0].subject, "whole/3").unwrap(), None);
    assert_eq!(store.ledger.measure(Digest::of(b"elsewhere"), "whole/1").unwrap(), None);
}

#[test]
fn the_first_measure_stands_and_another_leaves_no_trace() {
    let mut store = Store::new();
    let first = measure("sarn", "whole/1", 400.0);
    store.ledger.append(at("2026-02-01"), [Entry::Measure(first.clone())]).unwrap();
    let seal = store.ledger.seal().unwrap();
    let other = measure("sarn", "whole/1", 500.0);
    store.ledger.append(at("2026-02-02"), [Entry::Measure(other)]).unwrap();
    assert_eq!(store.ledger.measure(first.subject, "whole/1").unwrap(), Some(first));
    assert_eq!(store.ledger.seal().unwrap(), seal);
}

#[test]
fn a_measure_changed_by_hand_breaks_the_chain() {
    let mut store = Store::new();
    let entry = Entry::Measure(measure("sarn", "whole/1", 400.0));
    store.ledger.append(at("2026-02-01"), [entry]).unwrap();
    assert!(store.ledger.verify(&[]).unwrap().is_sound());
    let by_hand = store.by_hand();
    assert!(by_hand.execute("UPDATE measure SET area_m2 = 1", []).is_err());
    by_hand
        .execute_batch("DROP TRIGGER measure_refuses_update; UPDATE measure SET area_m2 = 1")
        .unwrap();
    assert!(!store.ledger.verify(&[]).unwrap().is_sound());
}

fn part(region: &str, km2: f64) -> CutPart {
    CutPart {
        region: RegionId(region.to_owned()),
        area: Area::from_square_km(km2),
        area_geodesic: Area::from_square_km(km2 - 1e-7),
        map_line: Length::from_km(km2 / 7.0),
        boundary_line: Length::from_km(km2 / 9.0),
    }
}

fn cut(of: &str, parts: Vec<CutPart>) -> CutRecord {
    CutRecord {
        subject: Digest::of(of.as_bytes()),
        set: "study".into(),
        method: "clip/1".into(),
        parts,
    }
}

#[test]
fn a_cut_comes_back_by_region_and_tells_nothing_from_not_measured() {
    let mut store = Store::new();
    let set = Entry::BoundarySet(Box::new(boundaries("study", "sarn")));
    let cuts = [
        cut("monday", vec![part("sarn", 400.1), part("both", 401.0)]),
        cut("tuesday", vec![part("both", 1.0)]),
    ];
    let entries = [set].into_iter().chain(cuts.into_iter().map(Entry::Cut));
    assert_eq!(store.ledger.append(at("2026-02-01"), entries).unwrap().new, 1);
    let asked = |of: &str, set: &str, method: &str, region: &str| {
        let region = RegionId(region.to_owned());
        store.ledger.cut_part(Digest::of(of.as_bytes()), set, method, &region).unwrap()
    };
    assert_eq!(asked("monday", "study", "clip/1", "sarn"), Some(part("sarn", 400.1)));
    assert_eq!(asked("monday", "study", "clip/1", "both"), Some(part("both", 401.0)));
    assert_eq!(asked("tuesday", "study", "clip/1", "sarn"), Some(nothing(part("sarn", 0.0))));
    for (of, set, method, region) in [
        ("monday", "study", "clip/1", "velk"),
        ("monday", "study", "clip/2", "sarn"),
        ("monday", "other", "clip/1", "sarn"),
        ("friday", "study", "clip/1", "sarn"),
    ] {
        assert_eq!(asked(of, set, method, region), None, "{of} {set} {method} {region}");
    }
    assert!(store.ledger.verify(&[]).unwrap().is_sound());
}

fn nothing(part: CutPart) -> CutPart {
    CutPart { area: Area::ZERO, area_geodesic: Area::ZERO, ..part }
}

#[test]
fn a_cut_along_boundaries_that_are_not_there_is_refused_and_the_first_one_stands() {
    let mut store = Store::new();
    let refused = store.ledger.append(at("2026-02-01"), [Entry::Cut(cut("monday", Vec::new()))]);
    assert!(matches!(refused, Err(AppendError::BoundarySetMissing { id }) if id == "study"));
    let set = Entry::BoundarySet(Box::new(boundaries("study", "sarn")));
    let first = Entry::Cut(cut("monday", vec![part("sarn", 400.1)]));
    store.ledger.append(at("2026-02-01"), [set, first]).unwrap();
    let seal = store.ledger.seal().unwrap();
    let other = Entry::Cut(cut("monday", vec![part("sarn", 500.0)]));
    store.ledger.append(at("2026-02-02"), [other]).unwrap();
    assert_eq!(store.ledger.seal().unwrap(), seal);
}
