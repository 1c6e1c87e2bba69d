//! Times the loading of an archive of daily maps and the questions asked of it afterwards.
//!
//! `cargo run --release -p seisin-ledger --example bulk_load [FOLDER…]` takes every file of the
//! folders as the source of an edition; without a folder it makes up 2,410 files of about the size
//! and the repeats of a real archive. Each file stands for one edition of three holdings.
#![expect(clippy::print_stdout, reason = "a program that prints what it measured")]
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be made has failed")]

use jiff::ToSpan as _;
use rayon::prelude::*;
use seisin_core::{Date, Digest, Licence, MapEdition, PartyId, Published, PublisherId};
use seisin_ledger::{ClaimFilter, EditionEntry, Entry, HoldingRecord, Ledger, PreparedBlob};
use std::{collections::BTreeSet, fmt::Write as _, fs, path::PathBuf, time::Instant};

const FILES: usize = 2_410;
const DISTINCT: usize = 1_600;
const FILES_A_BATCH: usize = 256;
const VERTICES: usize = 19_000;

enum Source {
    File(PathBuf),
    MadeUp(usize),
}

impl Source {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::File(path) => fs::read(path).unwrap(),
            Self::MadeUp(seed) => made_up(*seed),
        }
    }
}

/// A map of some hundred kilobytes; the coordinates are digits without a pattern, and one vertex in
/// a hundred moves from one map to the next.
fn made_up(seed: usize) -> Vec<u8> {
    let mut text = String::from("{\"type\":\"Feature\",\"coordinates\":[[[");
    for vertex in 0..VERTICES {
        let moved = if vertex % 100 == seed % 100 { seed } else { 0 };
        let digits = Digest::of(&(vertex * 10_000 + moved).to_le_bytes()).hex();
        let number: String =
            digits.bytes().map(|byte| char::from(b'0' + byte % 10)).take(26).collect();
        let (lon, lat) = number.split_at(13);
        write!(text, "[3{lon},4{lat}],").unwrap();
    }
    text.push_str("]]]}");
    text.into_bytes()
}

fn sources() -> Vec<Source> {
    let mut files: Vec<PathBuf> = std::env::args_os()
        .skip(1)
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    if files.is_empty() {
        return (0..FILES).map(|n| Source::MadeUp(n * DISTINCT / FILES)).collect();
    }
    files.into_iter().map(Source::File).collect()
}

fn entry(number: usize, bytes: &[u8], known: &BTreeSet<Digest>) -> EditionEntry {
    let day = start().checked_add(i64::try_from(number).unwrap().days()).unwrap();
    let publisher = PublisherId("m1".into());
    let published = Some(Published::Day(day));
    let digest = Digest::of(bytes);
    let mut blobs = Vec::new();
    let mut holdings = Vec::new();
    for (place, role) in ["nochange", "gains", "losses"].into_iter().enumerate() {
        // A stretch of the file stands for a shape: an eighth of it for the first, less for others.
        let length = bytes.len() >> (3 + 2 * place);
        let shape = PreparedBlob::compress(&bytes[..length]);
        holdings.push(HoldingRecord {
            party: PartyId("arland".into()),
            within: None,
            role: role.into(),
            shape: shape.digest(),
        });
        blobs.push(shape);
    }
    if !known.contains(&digest) {
        blobs.push(PreparedBlob::compress(bytes));
    }
    let edition = MapEdition {
        id: MapEdition::identify(&publisher, day, published, digest),
        publisher,
        edition_date: day,
        published,
        name: format!("{day}.json"),
        source: digest,
        licence: Licence("no redistribution".into()),
        positional_error: None,
        profile: "parties".into(),
    };
    EditionEntry {
        edition,
        holdings,
        quarantined: Vec::new(),
        coverage: Vec::new(),
        problems: Vec::new(),
        blobs,
    }
}

fn start() -> Date {
    "2022-02-24".parse().unwrap()
}

fn main() {
    let sources = sources();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let at = "2026-09-01T00:00:00Z".parse().unwrap();
    let mut ledger = Ledger::create(&path, at).unwrap();
    let (mut preparing, mut appending, mut size) = (0.0, 0.0, 0);
    for (batch, chunk) in sources.chunks(FILES_A_BATCH).enumerate() {
        let files: Vec<Vec<u8>> = chunk.par_iter().map(Source::bytes).collect();
        size += files.iter().map(Vec::len).sum::<usize>();
        let started = Instant::now();
        let digests: Vec<Digest> = files.par_iter().map(|bytes| Digest::of(bytes)).collect();
        let known = ledger.has_blobs(&digests).unwrap();
        let known =
            digests.iter().zip(known).filter_map(|(digest, known)| known.then_some(*digest));
        let known = known.collect();
        let entries: Vec<EditionEntry> = files
            .par_iter()
            .enumerate()
            .map(|(n, bytes)| entry(batch * FILES_A_BATCH + n, bytes, &known))
            .collect();
        preparing += started.elapsed().as_secs_f64();
        let started = Instant::now();
        ledger
            .append(at, entries.into_iter().map(|entry| Entry::Edition(Box::new(entry))))
            .unwrap();
        appending += started.elapsed().as_secs_f64();
    }
    println!("{} files, {size} bytes", sources.len());
    println!("hashing and compressing {preparing:.2} s, appending {appending:.2} s");
    println!("store {} bytes", fs::metadata(&path).unwrap().len());
    ask(&ledger, sources.len());
}

fn ask(ledger: &Ledger, editions: usize) {
    let publisher = PublisherId("m1".into());
    let days: Vec<Date> = (0..i64::try_from(editions).unwrap())
        .map(|n| start().checked_add(n.days()).unwrap())
        .collect();
    let last = days.last().copied().unwrap();
    let time = |what: &str, times: usize, question: &dyn Fn()| {
        let started = Instant::now();
        question();
        let each = started.elapsed().as_secs_f64() * 1e3 / f64::from(u32::try_from(times).unwrap());
        println!("{what}: {each:.4} ms");
    };
    time("edition_on, each", days.len(), &|| {
        for day in &days {
            assert!(ledger.edition_on(&publisher, *day, None).unwrap().is_some());
        }
    });
    time("holdings, each", days.len(), &|| {
        for span in ledger.editions_between(&publisher, (start(), last), None).unwrap() {
            assert_eq!(ledger.holdings(&span.edition.record.id, None).unwrap().len(), 3);
        }
    });
    time("editions_between, the whole archive", 1, &|| {
        let spans = ledger.editions_between(&publisher, (start(), last), None).unwrap();
        assert_eq!(spans.len(), editions - 1);
    });
    time("claims, none there", 1, &|| {
        assert_eq!(ledger.claims(&ClaimFilter::default(), None).unwrap().count(), 0);
    });
    time("verify", 1, &|| assert!(ledger.verify(&[]).unwrap().is_sound()));
}
