//! The story: a program adds an archive of maps, batch after batch, and is killed in the midst of
//! it, at any moment. Whoever opens the store next must find every batch that was acknowledged,
//! wholly, and nothing of any other.
//!
//! The child is this same test program, started for one test that only writes; the parent kills it
//! and looks.

use crate::common::{at, document, edition, entry};
use seisin_ledger::{Entry, Ledger};
use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
};

/// How the child knows that it is one, and where to write.
const STORE: &str = "SEISIN_TEST_CRASH_STORE";
const EDITIONS_A_BATCH: usize = 6;

/// Writes batches without end and names each one once it is acknowledged. Without a parent that
/// says where, there is nothing to write.
#[test]
fn writes_until_killed() {
    let Some(path) = std::env::var_os(STORE) else { return };
    let mut ledger = Ledger::open(Path::new(&path)).unwrap();
    for batch in 0.. {
        let editions = (0..EDITIONS_A_BATCH).map(|number| {
            let noise: String = (0..3000)
                .map(|n| char::from(b'a' + u8::try_from((n * n + batch) % 26).unwrap()))
                .collect();
            entry(edition("m1", "2030-01-14", None, &format!("{batch} {number} {noise}")))
        });
        let words = document(&format!("{batch}.txt"), &format!("Report {batch}."));
        let entries = editions.chain([Entry::Document(Box::new(words))]);
        ledger.append(at("2026-02-01"), entries).unwrap();
        println!("acknowledged {batch}");
    }
}

#[test]
fn a_killed_writer_leaves_whole_batches_alone() {
    for acknowledged_before_the_kill in [0, 1, 3, 7, 8, 12] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger");
        drop(Ledger::create(&path, at("2026-01-01")).unwrap());
        let acknowledged = kill_after(&path, acknowledged_before_the_kill);

        let mut ledger = Ledger::open(&path).unwrap();
        let verification = ledger.verify(&[]).unwrap();
        assert_eq!(verification.faults, Vec::<String>::new());
        let documents = ledger.documents(None).unwrap().len();
        let editions = ledger.editions(None, None).unwrap().len();
        assert!(documents >= acknowledged, "{documents} of {acknowledged} acknowledged");
        assert_eq!(u64::try_from(documents).unwrap(), verification.batches);
        assert_eq!(editions, documents * EDITIONS_A_BATCH, "no half batch");
        let late = entry(edition("m1", "2030-01-21", None, "after the crash"));
        assert_eq!(ledger.append(at("2026-02-02"), [late]).unwrap().new, 1);
    }
}

/// Starts the writer, lets it acknowledge some batches and kills it while it is at the next; gives
/// how many it acknowledged in all.
fn kill_after(path: &Path, wanted: usize) -> usize {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::writes_until_killed", "--nocapture"])
        .env(STORE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let acknowledged = |line: &String| line.contains("acknowledged");
    let before = lines.by_ref().filter(acknowledged).take(wanted).count();
    assert_eq!(before, wanted, "the writer ended by itself");
    child.kill().unwrap();
    child.wait().unwrap();
    before + lines.filter(acknowledged).count()
}
