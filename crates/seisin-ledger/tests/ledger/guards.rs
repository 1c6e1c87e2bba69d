//! Nothing is changed or removed: the tables refuse it, and where another program does it all the
//! same, verifying tells.

use crate::common::{Store, at, boundaries, document, edition, entry};
use rusqlite::Connection;
use seisin_ledger::{Entry, Ledger, Seal};

/// A store with two batches that put something into most tables.
fn filled() -> Store {
    let mut store = Store::new();
    let first = [
        Entry::Document(Box::new(document("a1.txt", "Arland holds Sarn, it says."))),
        entry(edition("m1", "2030-01-07", Some("2030-01-08"), "week1")),
    ];
    store.ledger.append(at("2026-02-01"), first).unwrap();
    let second = [
        Entry::BoundarySet(Box::new(boundaries("study-v1", "outline"))),
        entry(edition("m1", "2030-01-14", Some("2030-01-15"), &"many words ".repeat(100))),
    ];
    store.ledger.append(at("2026-02-02"), second).unwrap();
    store
}

fn tables(connection: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_table_refuses_to_change_or_remove_a_row() {
    let store = filled();
    let by_hand = store.by_hand();
    let tables = tables(&by_hand);
    assert!(tables.len() > 25, "{tables:?}");
    let mut tried = 0;
    for table in &tables {
        let rows: i64 = by_hand
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap();
        if rows == 0 {
            continue;
        }
        tried += 1;
        for sql in [format!("UPDATE {table} SET id = id"), format!("DELETE FROM {table}")] {
            let refusal = by_hand.execute(&sql, []).unwrap_err().to_string();
            assert_eq!(refusal, format!("seisin never changes or removes a record ({table})"));
        }
    }
    assert!(tried >= 14, "only {tried} tables had rows");
    assert!(store.ledger.verify(&[]).unwrap().is_sound());
}

/// Drops the guards, does `sql` as somebody at the file could, puts the guards back, and gives
/// what verifying says then.
fn faults_after(sql: &str, seals: impl Fn(&Ledger) -> Vec<Seal>) -> Vec<String> {
    let store = filled();
    let seals = seals(&store.ledger);
    let by_hand = store.by_hand();
    let mut statement =
        by_hand.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let guards: Vec<(String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    by_hand.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for (guard, _) in &guards {
        by_hand.execute_batch(&format!("DROP TRIGGER {guard}")).unwrap();
    }
    by_hand.execute_batch(sql).unwrap();
    for (_, guard) in &guards {
        by_hand.execute_batch(guard).unwrap();
    }
    store.ledger.verify(&seals).unwrap().faults
}

/// A text table: what is done to the file behind the ledger's back, and what verifying says.
#[test]
fn verifying_tells_what_was_done_to_the_file() {
    for (sql, expected) in [
        ("SELECT 1", vec![]),
        (
            "UPDATE holding SET party = 'borland' WHERE id = 1",
            vec!["batch 1 does not hold what was recorded in it"],
        ),
        ("DELETE FROM holding WHERE id = 2", vec!["batch 2 recorded 13 rows, 12 are there"]),
        (
            "UPDATE batch SET recorded_at = '2026-01-31T00:00:00.000000000Z' WHERE id = 1",
            vec!["batch 1 does not hold what was recorded in it"],
        ),
        (
            "INSERT INTO holding SELECT 9, reading, 'borland', within, role, shape, 1 \
             FROM holding WHERE id = 1",
            vec![
                "holding 9 stands after rows of a later batch",
                "batch 1 recorded 14 rows, 15 are there",
            ],
        ),
        (
            "INSERT INTO licence VALUES (9, 'CC0', 7)",
            vec![
                "licence 9 refers to a batch that is not there",
                "rows name batch 7, which is not there",
            ],
        ),
        (
            "UPDATE blob SET content = X'00' WHERE id = 1",
            vec!["blob 1 does not hold the bytes it is named after"],
        ),
        ("DELETE FROM batch WHERE id = 1", vec!["batch 2 does not follow the one before it"]),
        (
            "UPDATE store SET created_at = '2020-01-01'",
            vec!["batch 1 does not follow the one before it"],
        ),
        (
            "DROP INDEX edition_day; CREATE TABLE notes (words TEXT)",
            vec![
                "edition_day is missing from the tables and guards",
                "notes was added by another program",
            ],
        ),
    ] {
        let faults = faults_after(sql, |_| Vec::new());
        for fault in &expected {
            assert!(faults.iter().any(|found| found == fault), "{sql}: no `{fault}` in {faults:?}");
        }
        assert_eq!(faults.is_empty(), expected.is_empty(), "{sql}: {faults:?}");
    }
}

#[test]
fn a_missing_guard_is_told() {
    let store = filled();
    store.by_hand().execute_batch("DROP TRIGGER claim_refuses_delete").unwrap();
    let faults = store.ledger.verify(&[]).unwrap().faults;
    assert_eq!(faults, ["claim_refuses_delete is missing from the tables and guards"]);
}

/// Cutting off the end leaves a chain that is whole; only a seal kept elsewhere tells.
#[test]
fn only_a_seal_tells_that_the_end_was_cut_off() {
    let tables = tables(&filled().by_hand());
    let cut: Vec<String> = tables
        .iter()
        .filter(|table| *table != "store" && *table != "batch")
        .map(|table| format!("DELETE FROM {table} WHERE batch = 2;"))
        .collect();
    let cut = format!("{} DELETE FROM batch WHERE id = 2;", cut.join(" "));
    assert_eq!(faults_after(&cut, |_| Vec::new()), Vec::<String>::new());
    let faults = faults_after(&cut, |ledger| vec![ledger.seal().unwrap()]);
    assert_eq!(faults, ["batch 2, which was sealed, is gone"]);
}

#[test]
fn a_seal_of_another_store_is_not_taken_for_this_one() {
    let (mut one, other) = (filled(), filled());
    let kept = one.ledger.seal().unwrap();
    let late = entry(edition("m1", "2030-01-21", None, "week3"));
    one.ledger.append(at("2026-02-03"), [late]).unwrap();
    assert_eq!(kept.batch, 2);
    assert!(one.ledger.verify(&[kept]).unwrap().is_sound());
    // The same records under the same dates make the same chain.
    assert!(other.ledger.verify(&[kept]).unwrap().is_sound());
    let strange = Seal { batch: 1, ..kept };
    let faults = other.ledger.verify(&[strange]).unwrap().faults;
    assert_eq!(faults, ["batch 1 is not the sealed one"]);
}

#[test]
fn a_backup_is_the_same_store() {
    let store = filled();
    let copy = store.folder.path().join("copy");
    store.ledger.back_up(&copy).unwrap();
    let restored = Ledger::open(&copy).unwrap();
    let kept = store.ledger.seal().unwrap();
    assert_eq!(restored.verify(&[kept]).unwrap(), store.ledger.verify(&[]).unwrap());
    assert_eq!(restored.editions(None, None).unwrap(), store.ledger.editions(None, None).unwrap());
    assert!(store.ledger.back_up(&copy).is_err());
}

#[test]
fn bytes_that_two_records_share_are_kept_once() {
    let mut store = Store::new();
    let one = edition("m1", "2030-01-07", None, "the same shape");
    let two = edition("m2", "2030-01-07", None, "the same shape");
    store.ledger.append(at("2026-02-01"), [entry(one), entry(two)]).unwrap();
    assert_eq!(store.ledger.verify(&[]).unwrap().blobs, 2);
}
