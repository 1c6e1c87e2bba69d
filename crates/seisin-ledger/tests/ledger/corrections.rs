//! Editions of one publisher added out of order, corrected, and asked for as known on several days.

use crate::common::{Store, at, day, edition, entry};
use seisin_core::{PublisherId, Timestamp};
use seisin_ledger::Ledger;

/// `add` rows record an edition, `ask` rows expect the shape that speaks. Both name the publisher
/// and the day; then come, for `add`, the publication (`-`: none stated), the recorded instant, the
/// shape, and what it comes to; for `ask`, the state of knowledge (`-`: now) and the shape.
fn play(table: &str) {
    let mut store = Store::new();
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split_whitespace().collect();
        let outcome = match cells.as_slice() {
            ["add", publisher, date, published, recorded, shape, ..] => {
                let stated = (*published != "-").then_some(*published);
                let new = entry(edition(publisher, date, stated, shape));
                match store.ledger.append(at(recorded), [new]) {
                    Ok(appended) if appended.new == 1 => "new",
                    Ok(appended) if appended.already_there == 1 => "already_there",
                    Ok(_) => "corrected",
                    Err(seisin_ledger::AppendError::ClockBehind { .. }) => "clock_behind",
                    Err(other) => panic!("{row}: {other}"),
                }
                .to_owned()
            }
            ["ask", publisher, on, known, ..] => {
                let known = (*known != "-").then(|| at(known));
                speaks(&store.ledger, publisher, on, known)
            }
            _ => panic!("no such row: {row}"),
        };
        assert_eq!(Some(&outcome.as_str()), cells.last(), "{row}");
    }
    let verification = store.ledger.verify(&[]).unwrap();
    assert_eq!(verification.faults, Vec::<String>::new());
}

fn speaks(ledger: &Ledger, publisher: &str, on: &str, known: Option<Timestamp>) -> String {
    let publisher = PublisherId(publisher.to_owned());
    let Some(found) = ledger.edition_on(&publisher, day(on), known).unwrap() else {
        return "nothing".to_owned();
    };
    let holdings = ledger.holdings(&found.record.id, known).unwrap();
    let bytes = ledger.blob(holdings[0].shape).unwrap().unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_correction_speaks_from_its_publication_on() {
    play(
        "
        add m1 2030-01-07 2030-01-08           2026-02-01T00Z  week1  new
        add m1 2030-01-14 2030-01-15T18:00:00Z 2026-02-01T00Z  v1     new
        add m1 2030-01-14 2030-01-18T09:00:00Z 2026-02-01T00Z  v2     new
        add m1 2030-01-21 2030-01-22           2026-02-01T00Z  week3  new
        ask m1 2030-01-06 -                    nothing
        ask m1 2030-01-07 -                    week1
        ask m1 2030-01-13 -                    week1
        ask m1 2030-01-14 -                    v2
        ask m1 2030-01-14 2030-01-15T17:59:59Z week1
        ask m1 2030-01-14 2030-01-15T18:00:00Z v1
        ask m1 2030-01-14 2030-01-16           v1
        ask m1 2030-01-14 2030-01-18T08:59:59Z v1
        ask m1 2030-01-14 2030-01-18T09:00:00Z v2
        ask m1 2030-01-14 2030-01-19           v2
        ask m1 2030-01-20 2030-01-16           v1
        ask m1 2030-01-30 2030-01-21           v2
        ask m1 2030-01-30 2030-01-22           week3
        ask m2 2030-01-14 -                    nothing
        ",
    );
}

#[test]
fn the_order_of_adding_does_not_matter_where_publication_is_stated() {
    play(
        "
        add m1 2030-01-14 2030-01-18           2026-02-01T00Z  v2     new
        add m1 2030-01-14 2030-01-15           2026-02-02T00Z  v1     new
        ask m1 2030-01-14 -                    v2
        ask m1 2030-01-14 2030-01-16           v1
        ask m1 2030-01-14 2026-02-01T12Z       nothing
        ",
    );
}

#[test]
fn without_a_stated_publication_the_recorded_instant_decides() {
    play(
        "
        add m1 2026-01-14 -                    2026-02-01T00Z  v1     new
        add m1 2026-01-14 -                    2026-02-03T00Z  v2     new
        ask m1 2026-01-14 2026-01-31T23Z       nothing
        ask m1 2026-01-14 2026-02-01T00Z       v1
        ask m1 2026-01-14 2026-02-02T23Z       v1
        ask m1 2026-01-14 2026-02-03T00Z       v2
        ask m1 2026-01-14 -                    v2
        ",
    );
}

#[test]
fn adding_again_adds_nothing_and_the_clock_may_not_go_back() {
    play(
        "
        add m1 2030-01-14 2030-01-15           2026-02-01T00Z  v1     new
        add m1 2030-01-14 2030-01-15           2026-02-02T00Z  v1     already_there
        add m1 2030-01-14 2030-01-15           2026-01-31T00Z  v2     clock_behind
        add m1 2030-01-14 2030-01-15           2026-02-01T00Z  v2     new
        ask m1 2030-01-14 -                    v2
        ",
    );
}
