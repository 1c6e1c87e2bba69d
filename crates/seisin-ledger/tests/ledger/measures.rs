//! What was measured is kept once for each land and method, and binds like every record.

use crate::common::{Store, at};
use seisin_core::{Area, Digest, Length};
use seisin_ledger::{Appended, Entry, MeasureRecord};

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
