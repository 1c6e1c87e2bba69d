//! Every refusal, brought about for real, in the words that a person reads.

use crate::common::{Store, at, boundaries, document, edition, entry};
use expect_test::{Expect, expect};
use seisin_core::{Digest, Length, TextSpan};
use seisin_ledger::{Entry, FrameRecord, Ledger, OriginEntry};
use std::{error::Error, fs, path::Path, time::Duration};

/// Compares a refusal's words, the test's own folder left out.
fn check(folder: &Path, outcome: Result<impl Sized, impl Error>, expected: &Expect) {
    let words = outcome.err().expect("a refusal").to_string();
    expected.assert_eq(&words.replace(&*folder.to_string_lossy(), "…"));
}

#[test]
fn a_store_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let expected = expect![[r"
        open the store …/ledger: there is no such file
        hint: `seisin init` makes a store; `--store` names one elsewhere"]];
    check(folder.path(), Ledger::open(&path), &expected);
    check(folder.path(), Ledger::open_read_only(&path), &expected);
    assert!(!path.exists(), "asking must not make a file");
}

#[test]
fn a_store_that_is_there_already() {
    let store = Store::new();
    let expected = expect![[r"
        make the store …/ledger: there is a file of that name already
        hint: use it as it is, or name another folder"]];
    check(store.folder.path(), Ledger::create(&store.path(), at("2026-01-01")), &expected);
    check(
        store.folder.path().parent().unwrap(),
        Ledger::create(store.folder.path(), at("2026-01-01")).map_err(|error| {
            let folder = store.folder.path().file_name().unwrap().to_string_lossy().into_owned();
            std::io::Error::other(error.to_string().replace(&folder, "folder"))
        }),
        &expect![[r"
            make the store …/folder: there is a file of that name already
            hint: use it as it is, or name another folder"]],
    );
}

#[test]
fn an_empty_file_left_by_a_crash_becomes_a_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    fs::write(&path, "").unwrap();
    Ledger::create(&path, at("2026-01-01")).unwrap();
    assert!(Ledger::open(&path).unwrap().verify(&[]).unwrap().is_sound());
}

#[test]
fn files_that_are_no_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    fs::write(&path, "Arland holds more than 400 square miles of Sarn. ".repeat(200)).unwrap();
    let expected = expect![[r"
        open the store …/ledger: it is not a database
        hint: name the store that `seisin init` made; nothing was changed in this file"]];
    check(folder.path(), Ledger::open(&path), &expected);
    check(folder.path(), Ledger::open_read_only(&path), &expected);

    fs::remove_file(&path).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE notes (words TEXT)").unwrap();
    let before = fs::read(&path).unwrap();
    check(
        folder.path(),
        Ledger::open(&path),
        &expect![[r"
            open the store …/ledger: it is a database of another program
            hint: name the store that `seisin init` made; nothing was changed in this file"]],
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    check(
        folder.path().parent().unwrap(),
        Ledger::open(folder.path()).map_err(|error| {
            let name = folder.path().file_name().unwrap().to_string_lossy().into_owned();
            std::io::Error::other(error.to_string().replace(&name, "folder"))
        }),
        &expect![[r"
            open the store …/folder: it is a folder
            hint: name the store that `seisin init` made; nothing was changed in this file"]],
    );
}

#[test]
fn a_store_of_a_newer_program() {
    let store = Store::new();
    store.by_hand().pragma_update(None, "user_version", 7).unwrap();
    check(
        store.folder.path(),
        Ledger::open(&store.path()),
        &expect![[r"
            open the store …/ledger: its tables are of version 7, this program knows up to 6
            hint: use the seisin that wrote it, or a newer one; nothing was changed in this file"]],
    );
    store.by_hand().pragma_update(None, "user_version", 1).unwrap();
    check(
        store.folder.path(),
        Ledger::open(&store.path()),
        &expect![[r"
            open the store …/ledger: its tables are of version 1, this program knows 6 alone
            hint: make a new store with `seisin init` and add the same files to it, or use the seisin that wrote this one; nothing was changed in this file"]],
    );
    store.by_hand().pragma_update(None, "user_version", 0).unwrap();
    check(
        store.folder.path(),
        Ledger::open(&store.path()),
        &expect![[r"
            open the store …/ledger: its tables are of no version that was ever released
            hint: name the store that `seisin init` made; nothing was changed in this file"]],
    );
}

#[test]
fn a_store_that_may_only_be_read() {
    let store = Store::new();
    let mut reader = Ledger::open_read_only(&store.path()).unwrap();
    let words = Entry::Document(Box::new(document("a.txt", "Words.")));
    check(
        store.folder.path(),
        reader.append(at("2026-02-01"), [words]),
        &expect![[r"
            write to the store …/ledger: it is read-only
            hint: give this user the right to write to the file and its folder, or copy both to a place where that is so"]],
    );
}

/// Without the right to write to the folder `SQLite` cannot keep its side files; the store can be
/// read all the same. The superuser may write anywhere and cannot be tested so.
#[cfg(unix)]
#[test]
fn a_store_in_a_folder_that_may_only_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut store = Store::new();
    store.ledger.append(at("2026-02-01"), [entry(edition("m1", "2030-01-07", None, "s"))]).unwrap();
    let path = store.path();
    let folder = store.folder;
    drop(store.ledger);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let superuser = fs::write(folder.path().join("probe"), "").is_ok();
    let reader = Ledger::open_read_only(&path).unwrap();
    assert_eq!(reader.publishers(None).unwrap().len(), 1);
    if !superuser {
        let writer = Ledger::open(&path).and_then(|mut ledger| {
            let words = Entry::Document(Box::new(document("a.txt", "Words.")));
            ledger
                .append(at("2026-02-01"), [words])
                .map_err(|_| seisin_ledger::OpenError::Missing { path: path.clone() })
        });
        assert!(writer.is_err());
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_where_no_file_can_be() {
    check(
        Path::new("/nowhere"),
        Ledger::create(Path::new("/proc/seisin-ledger"), at("2026-01-01")),
        &expect![[r"
            open the store /proc/seisin-ledger: the file or its folder cannot be opened
            hint: look at the rights of the file and of its folder"]],
    );
}

#[test]
fn a_store_that_another_program_is_writing_to() {
    let mut store = Store::new();
    store.ledger.wait_for_writers(Duration::from_millis(20)).unwrap();
    let other = store.by_hand();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let words = || Entry::Document(Box::new(document("a.txt", "Words.")));
    let folder = store.folder.path().to_owned();
    check(
        &folder,
        store.ledger.append(at("2026-02-01"), [words()]),
        &expect![[r"
            use the store …/ledger: another program is writing to it
            hint: wait until it is done, or close it, and try again"]],
    );
    assert!(store.ledger.documents(None).unwrap().is_empty(), "readers never wait");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(store.ledger.append(at("2026-02-01"), [words()]).unwrap().new, 1);
}

#[test]
fn a_clock_that_went_back() {
    let mut store = Store::new();
    let words = |text| Entry::Document(Box::new(document("a.txt", text)));
    store.ledger.append(at("2026-02-01"), [words("One.")]).unwrap();
    let folder = store.folder.path().to_owned();
    check(
        &folder,
        store.ledger.append(at("2026-01-31"), [words("Two.")]),
        &expect![[r"
            record anything at 2026-01-31T00:00:00Z: the store's last record is of 2026-02-01T00:00:00Z
            hint: set the clock right; records are kept in the order of their time"]],
    );
}

#[test]
fn boundaries_and_frames_of_a_name_that_is_taken() {
    let mut store = Store::new();
    let set = |shape| Entry::BoundarySet(Box::new(boundaries("study-v1", shape)));
    let frame = |title: &str| {
        Entry::Frame(Box::new(FrameRecord {
            id: "study".into(),
            title: title.into(),
            as_of: "2029-12-31".parse().unwrap(),
            according_to: "the study".into(),
            members: Vec::new(),
            area: None,
            note: String::new(),
        }))
    };
    store.ledger.append(at("2026-02-01"), [set("one"), frame("one")]).unwrap();
    let folder = store.folder.path().to_owned();
    check(
        &folder,
        store.ledger.append(at("2026-02-02"), [set("two")]),
        &expect![[r"
            record the boundaries `study-v1`: the store has other boundaries of that name
            hint: a set of boundaries never changes; add these under another name (`--name`)"]],
    );
    check(
        &folder,
        store.ledger.append(at("2026-02-02"), [frame("two")]),
        &expect![[r"
            record the frame `study`: the store has another frame of that name
            hint: a frame never changes; add this one under another name"]],
    );
}

#[test]
fn what_does_not_hang_together() {
    let mut store = Store::new();
    let folder = store.folder.path().to_owned();
    let mut refuse = |entry: Entry, expected: &Expect| {
        // A good entry goes first: it must not be there afterwards either.
        let good = Entry::Document(Box::new(document("good.txt", "Good.")));
        check(&folder, store.ledger.append(at("2026-02-01"), [good, entry]), expected);
        assert!(store.ledger.documents(None).unwrap().is_empty());
        assert_eq!(store.ledger.verify(&[]).unwrap().batches, 0);
    };

    let mut swapped = document("a.txt", "Words.");
    swapped.document.id = Digest::of(b"other words");
    refuse(
        Entry::Document(Box::new(swapped)),
        &expect![[r"
            record the document a.txt: it is named sha256:3e45fa2774f55d0e3ee630affbadf054409f81c8ee4085bdd70aaedc24cfc87b, but its bytes have the digest sha256:44dcebcdcc564a642123c985ea211a70d843bbb02df908a1a46172c4ca15c11f
            hint: read the file again, it may have changed meanwhile"]],
    );
    let missing = edition("m1", "2030-01-14", None, "shape");
    let missing = seisin_ledger::EditionEntry { blobs: Vec::new(), ..missing };
    refuse(
        entry(missing),
        &expect![
            "record what refers to sha256:bb63a56011c5ca7b58b19cc0cc65ea43967b22fda71afd06330ac5872fcf39bd: its bytes are neither given nor in the store"
        ],
    );
    let origin = OriginEntry { document: Digest::of(b"x"), origin: Digest::of(b"x") };
    refuse(
        Entry::Origin(origin),
        &expect![[r"
        record what refers to the document sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881: it is not in the store
        hint: read that document first"]],
    );
    let mut nan = edition("m1", "2030-01-14", None, "shape");
    nan.edition.positional_error = Some(Length::from_metres(f64::NAN));
    refuse(
        entry(nan),
        &expect![[r"
        record a map_reading whose positional_error_m is not a number
        hint: leave out what is not known"]],
    );
    let early = edition("m1", "-000001-01-14", None, "shape");
    refuse(
        entry(early),
        &expect![[r"
        record the date -000001-01-14: it lies before the year 0
        hint: correct the date"]],
    );
}

#[test]
fn evidence_that_does_not_stand_in_the_text() {
    let mut store = Store::new();
    let folder = store.folder.path().to_owned();
    let given = crate::rereading::read("2030-01-14");
    let mut refuse = |change: &dyn Fn(&mut seisin_core::Claim), expected: &Expect| {
        let mut entry = given.clone();
        change(&mut entry.reading.claims[0]);
        let entry = Entry::Document(Box::new(entry));
        check(&folder, store.ledger.append(at("2026-02-01"), [entry]), expected);
    };
    let words = expect![[r"
        record the claim cc2b65ebf09308ef0f356 of a1.txt: its evidence does not stand at 0..18 of the text
        hint: this is a fault of the reader that made the claim, please report it"]];
    refuse(&|claim| claim.evidence.exact = "Arland holds Velk.".into(), &words);
    refuse(&|claim| claim.evidence.suffix.push('!'), &words);
    refuse(&|claim| claim.evidence.prefix.push('!'), &words);
    refuse(
        &|claim| claim.evidence.span = TextSpan::new(1, 19),
        &expect![[r"
        record the claim cc2b65ebf09308ef0f356 of a1.txt: its evidence does not stand at 1..19 of the text
        hint: this is a fault of the reader that made the claim, please report it"]],
    );
    refuse(
        &|claim| claim.evidence.span = TextSpan::new(0, 999),
        &expect![[r"
        record the claim cc2b65ebf09308ef0f356 of a1.txt: its evidence does not stand at 0..999 of the text
        hint: this is a fault of the reader that made the claim, please report it"]],
    );
    refuse(
        &|claim| claim.document = Digest::of(b""),
        &expect![
            "record the claim cc2b65ebf09308ef0f356 with a1.txt: it belongs to the document sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        ],
    );
}
