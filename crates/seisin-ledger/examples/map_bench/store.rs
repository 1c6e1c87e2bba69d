//! What the store takes for two archives, and how soon it answers.

use crate::archive::files;
use crate::timing::{count, figure, task};
use seisin_core::{Date, Licence, MapEdition, PartyId, PublisherId};
use seisin_ledger::{EditionEntry, Entry, HoldingRecord, Ledger, PreparedBlob};
use seisin_measure::{Areas, RunningAreas, Shape, ShapeLimits};
use seisin_source::{MapLimits, parse_geojson};
use std::path::{Path, PathBuf};

const EDITIONS_A_BATCH: usize = 64;

/// Records every edition of both archives, tells what that takes, and asks for a year and for days.
pub(crate) fn all(folders: [&Path; 2], out: &Path) {
    let path = out.join("ledger");
    let _ = std::fs::remove_file(&path);
    let at = "2030-01-01T00:00:00Z".parse().unwrap();
    let mut ledger = Ledger::create(&path, at).unwrap();
    let mut shapes = Vec::new();
    for folder in folders {
        for batch in files(folder).chunks(EDITIONS_A_BATCH) {
            let editions = batch.iter().map(|file| edition(folder, file, &mut shapes));
            ledger.append(at, editions.collect::<Vec<_>>()).unwrap();
        }
    }
    drop(ledger);
    let ledger = Ledger::open_read_only(&path).unwrap();
    takes(&path, shapes.len());
    for (digest, bytes) in &shapes {
        assert_eq!(ledger.blob(*digest).unwrap().as_ref(), Some(bytes), "not byte for byte");
    }
    println!("# all {} shapes given back byte for byte", shapes.len());
    year(&ledger, &publisher(folders[0]));
    days(&ledger, &publisher(folders[0]));
}

fn publisher(folder: &Path) -> PublisherId {
    PublisherId(folder.file_name().unwrap().to_str().unwrap().to_owned())
}

/// A file as an edition: each of its features a holding in the role its publisher gives it.
fn edition(
    folder: &Path,
    (date, path): &(String, PathBuf),
    shapes: &mut Vec<(seisin_core::Digest, Vec<u8>)>,
) -> Entry {
    let bytes = std::fs::read(path).unwrap();
    let map = parse_geojson(&bytes, &MapLimits::default()).unwrap();
    let mut blobs = vec![PreparedBlob::compress(&bytes)];
    let mut holdings = Vec::new();
    for feature in map.features {
        let role = feature.properties.get("type").and_then(|kind| Some(kind.text()?.into_owned()));
        let shape = Shape::from_rings(feature.polygons, &ShapeLimits::default()).unwrap().0;
        let bytes = shape.to_bytes();
        let blob = PreparedBlob::compress(&bytes);
        holdings.push(HoldingRecord {
            party: PartyId("party".into()),
            within: None,
            role: role.unwrap_or_default(),
            shape: blob.digest(),
        });
        shapes.push((blob.digest(), bytes));
        blobs.push(blob);
    }
    let (publisher, day): (_, Date) = (publisher(folder), date.parse().unwrap());
    let edition = MapEdition {
        id: MapEdition::identify(&publisher, day, None, map.source),
        publisher,
        edition_date: day,
        published: None,
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        source: map.source,
        licence: Licence("for tests".into()),
        positional_error: None,
        profile: "bench".into(),
    };
    let (coverage, problems) = (Vec::new(), Vec::new());
    Entry::Edition(Box::new(EditionEntry {
        edition,
        holdings,
        coverage,
        problems,
        blobs,
        quarantined: Vec::new(),
    }))
}

/// Prints the bytes of the file, of the compressed originals in it, and of everything else.
fn takes(path: &Path, shapes: usize) {
    let size = |sql: &str| {
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
        let connection = rusqlite::Connection::open_with_flags(path, flags).unwrap();
        connection.query_row(sql, [], |row| row.get::<_, Option<i64>>(0)).unwrap().unwrap_or(0)
    };
    let say = |name: &str, bytes: i64| figure(name, count(usize::try_from(bytes).unwrap()));
    let file = i64::try_from(std::fs::metadata(path).unwrap().len()).unwrap();
    let originals =
        size("SELECT sum(length(content)) FROM blob WHERE id IN (SELECT source FROM edition)");
    let packed = size("SELECT sum(length(content)) FROM blob WHERE codec = 'shape'");
    println!("# {shapes} shapes of {} editions", size("SELECT count(*) FROM edition"));
    say("store: bytes of the file", file);
    say("store: bytes of compressed originals", originals);
    say("store: bytes of packed shapes", packed);
    say("store: bytes beside the compressed originals", file - originals);
}

/// A year's daily series of both areas.
fn year(ledger: &Ledger, publisher: &PublisherId) {
    let days = ("2025-01-01".parse().unwrap(), "2026-01-01".parse().unwrap());
    let series = task("store: a year's daily series", || {
        let mut shapes = ledger.shapes();
        let mut running = RunningAreas::default();
        let mut before = std::sync::Arc::new(Shape::empty());
        let mut series: Vec<(Date, Areas)> = Vec::new();
        for span in ledger.editions_between(publisher, days, None).unwrap() {
            let holdings = ledger.holdings(&span.edition.record.id, None).unwrap();
            let after = shapes.shape(holdings[0].shape).unwrap().unwrap();
            series.push((span.from, running.take(&before, &after)));
            before = after;
        }
        series
    });
    println!("# {} editions in that year", series.len());
}

/// Any one day's answer, by itself.
fn days(ledger: &Ledger, publisher: &PublisherId) {
    let mut worst: f64 = 0.0;
    for span in ledger
        .editions_between(
            publisher,
            ("2025-01-01".parse().unwrap(), "2025-04-01".parse().unwrap()),
            None,
        )
        .unwrap()
    {
        let (_, seconds) = crate::timing::timed(|| {
            let edition = ledger.edition_on(publisher, span.from, None).unwrap().unwrap();
            let holdings = ledger.holdings(&edition.record.id, None).unwrap();
            let shape = ledger.shapes().shape(holdings[0].shape).unwrap().unwrap();
            Areas::of(&shape)
        });
        worst = worst.max(seconds);
    }
    println!("task\tstore: one day's answer at the worst of a quarter\t{worst:.6}");
}
