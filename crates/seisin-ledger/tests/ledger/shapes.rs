//! Shapes of daily maps: kept as what they share with the day before, given back bit for bit.

use crate::common::{Store, at, edition, entry};
use seisin_core::Digest;
use seisin_ledger::{EditionEntry, Ledger, PreparedBlob};
use seisin_measure::{Position, Shape, ShapeLimits};

/// A saw of five hundred teeth, of which the one numbered `moved` stands `height` high.
fn saw(moved: u32, height: f64) -> Shape {
    let tip = |k: u32| if k == moved { height } else { f64::from(k * 7919 % 1000) / 1e4 };
    let teeth = (0..500_u32).map(|k| Position::new(f64::from(k) / 100.0, tip(k)));
    let close = [Position::new(5.0, -1.0), Position::new(0.0, -1.0), Position::new(0.0, tip(0))];
    let ring = teeth.chain(close).collect();
    Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).unwrap().0
}

/// A map on which no coordinate is that of another day.
fn redrawn(day: u32) -> Shape {
    let by = f64::from(day) * 1.1;
    let tip =
        |k: u32| Position::new(f64::from(k).mul_add(0.01, by / 1e4), (f64::from(k) * by).sin());
    let close = [Position::new(9.0, -3.0), Position::new(-1.0, -3.0), tip(0)];
    let ring = (0..500_u32).map(tip).chain(close).collect();
    Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).unwrap().0
}

/// An edition of m1 that draws these shapes, each in the same role.
fn drawing(day: u32, shapes: &[&Shape]) -> EditionEntry {
    let date = format!("2030-{:02}-{:02}", 1 + day / 28, 1 + day % 28);
    let mut drawn = edition("m1", &date, None, &date);
    let holding = drawn.holdings.remove(0);
    drawn.blobs.truncate(1);
    for shape in shapes {
        let blob = PreparedBlob::compress(&shape.to_bytes());
        drawn
            .holdings
            .push(seisin_ledger::HoldingRecord { shape: blob.digest(), ..holding.clone() });
        drawn.blobs.push(blob);
    }
    drawn
}

fn given_back(ledger: &Ledger, shapes: &[Shape]) {
    let mut reader = ledger.shapes();
    for shape in shapes {
        let bytes = shape.to_bytes();
        let digest = Digest::of(&bytes);
        assert_eq!(ledger.blob(digest).unwrap().unwrap(), bytes);
        assert_eq!(*reader.shape(digest).unwrap().unwrap(), *shape);
    }
    assert!(reader.shape(Digest::of(b"not there")).unwrap().is_none());
    assert!(ledger.verify(&[]).unwrap().is_sound());
}

/// How many bytes the shapes take, and how many of them stand by themselves.
fn taken(store: &Store) -> (i64, i64) {
    let sql = "SELECT coalesce(sum(length(content)), 0), count(*) - count(base) FROM blob \
               WHERE codec = 'shape'";
    store.by_hand().query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

#[test]
fn a_hundred_days_of_nearly_one_map_take_little_more_than_one() {
    let mut store = Store::new();
    let days: Vec<Shape> = (0..100).map(|day| saw(day * 5, 0.5)).collect();
    // In several batches, so that the store itself has to tell what was drawn last.
    for (number, batch) in days.chunks(9).enumerate() {
        let first = u32::try_from(number * 9).unwrap();
        let entries = (first..).zip(batch).map(|(day, shape)| entry(drawing(day, &[shape])));
        store.ledger.append(at("2026-02-01"), entries).unwrap();
    }
    given_back(&store.ledger, &days);
    let (bytes, keys) = taken(&store);
    // Nine keys, for a run has twelve, its key among them; a day is a few dozen bytes.
    assert_eq!(keys, 9);
    let whole = days[0].pack(&Shape::empty()).len();
    assert!(usize::try_from(bytes).unwrap() < 9 * whole + 100 * 80, "{bytes} {whole}");
    // From another connection, backwards, each by itself.
    let ledger = Ledger::open_read_only(&store.path()).unwrap();
    given_back(&ledger, &days.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn a_map_drawn_anew_every_day_takes_no_more_than_by_itself() {
    let mut store = Store::new();
    let days: Vec<Shape> = (1..30).map(redrawn).collect();
    let entries = (1..).zip(&days).map(|(day, shape)| entry(drawing(day, &[shape])));
    store.ledger.append(at("2026-02-01"), entries).unwrap();
    given_back(&store.ledger, &days);
    let sql = "SELECT sum(length(content)) FROM blob WHERE size > 5000";
    let stored: i64 = store.by_hand().query_row(sql, [], |row| row.get(0)).unwrap();
    let plain: usize =
        days.iter().map(|day| PreparedBlob::compress(&day.to_bytes()).stored_size()).sum();
    assert!(usize::try_from(stored).unwrap() <= plain, "{stored} {plain}");
}

#[test]
fn parts_that_are_alike_are_told_each_by_its_own() {
    let mut store = Store::new();
    let pairs: Vec<[Shape; 2]> = (0..20).map(|day| [saw(day, 0.5), redrawn(day % 3 + 1)]).collect();
    let entries = (0..).zip(&pairs).map(|(day, [a, b])| entry(drawing(day, &[a, b])));
    store.ledger.append(at("2026-02-01"), entries).unwrap();
    given_back(&store.ledger, &pairs.concat());
    // Adding all of it again adds nothing.
    let again = (0..).zip(&pairs).map(|(day, [a, b])| entry(drawing(day, &[a, b])));
    let appended = store.ledger.append(at("2026-02-02"), again).unwrap();
    assert_eq!((appended.new, appended.corrected), (0, 0));
}

#[test]
fn damage_to_a_key_is_told_of_every_shape_told_by_it() {
    let mut store = Store::new();
    let days: Vec<Shape> = (0..5).map(|day| saw(day, 0.5)).collect();
    let entries = (0..).zip(&days).map(|(day, shape)| entry(drawing(day, &[shape])));
    store.ledger.append(at("2026-02-01"), entries).unwrap();
    let by_hand = store.by_hand();
    by_hand.execute_batch("DROP TRIGGER blob_refuses_update").unwrap();
    let damage = "UPDATE blob SET content = CAST(substr(content, 1, length(content) - 1) || X'00' AS BLOB) \
                  WHERE codec = 'shape' AND base IS NULL";
    assert_eq!(by_hand.execute(damage, []).unwrap(), 1);
    let faults = store.ledger.verify(&[]).unwrap().faults;
    let told = faults.iter().filter(|fault| fault.contains("the bytes it is named after")).count();
    assert_eq!(told, 5, "{faults:?}");
    let error = store.ledger.shapes().shape(Digest::of(&days[4].to_bytes())).unwrap_err();
    assert!(error.to_string().contains("its check differs"), "{error}");
}
