//! What goes wrong is said in one line with the file and the place, with a remedy where there is
//! one, under the documented exit code; and nothing half-written is left.

mod road;
mod world;

use road::{Output, run};
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};
use tempfile::TempDir;
use world::{answer, demo, done};

/// A failure: its exit code, one line that begins with the program's name and has `words`, a hint.
#[track_caller]
fn fails(output: &Output, code: i32, words: &[&str]) {
    assert_eq!(output.code, code, "{}", output.stderr);
    assert!(output.stderr.starts_with("seisin: "), "{}", output.stderr);
    for word in words {
        assert!(output.stderr.contains(word), "`{word}` is not in: {}", output.stderr);
    }
    assert!(!output.stderr.contains("panicked"), "{}", output.stderr);
    assert_eq!(output.stdout, "", "an answer beside a failure");
}

#[track_caller]
fn fails_with_hint(output: &Output, code: i32, words: &[&str]) {
    fails(output, code, words);
    assert!(output.stderr.contains("\nhint: "), "no hint: {}", output.stderr);
}

/// A project with an empty store.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    done(run(folder.path(), &["init", "."]));
    folder
}

/// One square of Arland, its ring as given, with a member of its own before the features.
fn map(ring: &str, member: &str) -> String {
    format!(
        "{{\"type\":\"FeatureCollection\",{member}\"features\":[{{\"type\":\"Feature\",\
         \"properties\":{{\"party\":\"arland\"}},\"geometry\":{{\"type\":\"Polygon\",\
         \"coordinates\":[{ring}]}}}}]}}"
    )
}

const SQUARE: &str = "[[35,51],[35.5,51],[35.5,51.5],[35,51.5],[35,51]]";

/// What adding a map of 1 February 2030 with this text says, and how many editions there are then.
fn adding(text: &str) -> (Output, usize) {
    let project = project();
    fs::write(project.path().join("2030-02-01.geojson"), text).expect("a map");
    let args = ["maps", "add", "2030-02-01.geojson", "--publisher", "t", "--licence", "CC0-1.0"];
    let more = ["--positional-error", "0", "--valid-from-name", "%Y-%m-%d"];
    let output = run(project.path(), &[&args[..], &more].concat());
    done(run(project.path(), &["verify"]));
    (output, editions(project.path()))
}

/// How many editions are on record.
fn editions(project: &Path) -> usize {
    let listed = answer(project, &["maps", "list"]);
    let count = listed[0]["editions"].as_u64().unwrap_or(0);
    usize::try_from(count).expect("few")
}

#[test]
fn a_map_is_added_or_refused() {
    let (added, editions) = adding(&map(SQUARE, ""));
    assert_eq!((added.code, editions), (0, 1), "{}", added.stderr);
    assert!(!added.stderr.contains("note:"), "{}", added.stderr);
    let metres = "[[3700000,6600000],[3710000,6600000],[3710000,6610000],[3700000,6600000]]";
    let crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}},";
    let nan = SQUARE.replacen("35.5", "NaN", 1);
    for (text, place) in [
        (map(metres, ""), "feature 0, polygon 0, ring 0, vertex 0"),
        (map(SQUARE, crs), "EPSG:3857"),
        (map(&nan, ""), "line 1, column"),
        ("{\"type\":\"FeatureCollection\",\"features\":[".to_owned(), "line 1, column"),
    ] {
        let (refused, editions) = adding(&text);
        fails(&refused, 1, &["2030-02-01.geojson", place]);
        assert_eq!(editions, 0, "{}", refused.stderr);
    }
    let (wrong, _) = adding(&map(metres, ""));
    fails_with_hint(&wrong, 1, &["ogr2ogr"]);
}

/// A ring that runs the other way round means the same and is taken with a note; one that is not
/// closed may lack its end, so it is left out, with its place, and never closed silently.
#[test]
fn a_ring_is_turned_but_never_closed() {
    let (turned, _) = adding(&map("[[35,51],[35,51.5],[35.5,51.5],[35.5,51],[35,51]]", ""));
    assert_eq!(turned.code, 0);
    assert!(turned.stderr.contains("note: 2030-02-01.geojson, feature 0"), "{}", turned.stderr);
    assert!(turned.stderr.contains("turned round"), "{}", turned.stderr);
    let (open, _) = adding(&map("[[35,51],[35.5,51],[35.5,51.5],[35,51.5]]", ""));
    let place = "invalid_shape: 2030-02-01.geojson, feature 0: failed to accept polygon 0, ring 0";
    assert!(open.stderr.contains(place) && open.stderr.contains("\nhint: "), "{}", open.stderr);
}

/// R1: the ring is named with its index; the regions beside it are added.
#[test]
fn a_region_that_is_not_closed_is_left_out() {
    let region = |id: &str, ring: &str| {
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"id\":\"{id}\",\"name\":\"{id}\"}},\
             \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{ring}]}}}}"
        )
    };
    let open = region("ostrel", "[[34,51],[34.5,51],[34.5,51.5],[34,51.5]]");
    let both = format!("{open},{}", region("brod", SQUARE));
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{both}]}}");
    let project = project();
    fs::write(project.path().join("regions.geojson"), text).expect("regions");
    let args = ["boundaries", "add", "regions.geojson", "--name", "two", "--licence", "CC0-1.0"];
    let output = run(project.path(), &[&args[..], &["--positional-error", "0"]].concat());
    assert_eq!(output.code, 1, "{}", output.stderr);
    assert!(output.stderr.contains("seisin: 1 regions were refused as invalid"));
    let place = "invalid_shape: feature 0 (ostrel): failed to accept polygon 0, ring 0";
    assert!(output.stderr.contains(place), "{}", output.stderr);
    let listed = answer(project.path(), &["boundaries", "list"]);
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");
    assert_eq!(listed[0]["region"], "brod");
    fails_with_hint(&run(project.path(), &args), 1, &["regions.geojson", "--positional-error"]);
}

#[test]
fn files_that_are_missing() {
    let project = project();
    let missing = |args: &[&str]| run(project.path(), args);
    fails_with_hint(
        &missing(&["maps", "add", "no.geojson", "--publisher", "t"]),
        1,
        &["no.geojson"],
    );
    fails_with_hint(&missing(&["read", "no.txt"]), 1, &["no.txt"]);
    fails(&missing(&["boundaries", "add", "no.geojson", "--name", "x"]), 1, &["no.geojson"]);
}

#[test]
fn words_that_make_no_sense() {
    let sentence = "Arland holds more than 400 square miles of Sarn";
    for (args, words) in [
        (vec!["check", ""], "no sentence"),
        (vec!["check", "  \n"], "no sentence"),
        (vec!["check"], "no sentence"),
        (vec!["check", sentence, "--on", "2030-02-30"], "`2030-02-30` is not a day"),
        (vec!["check", sentence, "--on", "14 January"], "not a day"),
        (vec!["check", sentence, "--from", "2030-01-21", "--to", "2030-01-14"], "before --from"),
        (vec!["check", sentence, "--fail-on", "wrong"], "no verdict"),
        (vec!["check", sentence, "--known-on", "later"], "neither a day nor an instant"),
        (vec!["claims", "--kind", "rumour"], "--kind `rumour`"),
        (vec!["exchange", "eval", "--give", "arland", "--on", "2030-01-14"], "PARTY:WHAT"),
        (vec!["maps", "add", ".", "--publisher", "t", "--profile", "none"], "--profile `none`"),
        (vec!["maps", "add", ".", "--publisher", "t", "--positional-error=-1"], "-1"),
    ] {
        fails_with_hint(&run(demo(), &args), 2, &[words]);
    }
    let both = run(demo(), &["check", sentence, "--on", "2030-01-14", "--from", "2030-01-14"]);
    assert_eq!((both.code, both.stdout.as_str()), (2, ""), "{}", both.stderr);
}

#[test]
fn names_that_are_not_on_record() {
    let sentence =
        ["check", "Arland holds more than 400 square miles of Sarn", "--on", "2030-01-14"];
    let on = |more: &[&str]| run(demo(), &[&sentence[..], more].concat());
    fails_with_hint(&on(&["--maps", "m9"]), 1, &["m9", "m1, m2"]);
    fails_with_hint(&on(&["--frame", "nobodys"]), 1, &["nobodys", "seisin frames"]);
    fails_with_hint(&run(demo(), &["check", "--claim", "c0"]), 1, &["claim c0"]);
    fails_with_hint(&run(demo(), &["origins", "c0"]), 1, &["claim c0"]);
    let nowhere = ["holdings", "--on", "2030-01-14", "--region", "nowhere"];
    fails_with_hint(&run(demo(), &nowhere), 1, &["nowhere", "boundaries add"]);
}

/// Content never makes a check fail: what cannot be checked is the answer.
#[test]
fn sentences_that_cannot_be_checked() {
    for (sentence, on, verdict) in [
        ("Arland holds 400 square versts of Sarn", "2030-01-14", "NOT CHECKABLE"),
        ("It rained in the mountains.", "2030-01-14", "NOT CHECKABLE"),
        ("Arland holds 400 square miles of Sarn", "2029-12-01", "OUTSIDE COVERAGE"),
    ] {
        let output = run(demo(), &["check", sentence, "--on", on]);
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{sentence}");
        assert!(output.stdout.contains(verdict), "{sentence}: {}", output.stdout);
    }
}

#[test]
fn stores_that_cannot_be_used() {
    let project = project();
    let path = project.path();
    let before = fs::read(path.join("seisin.sqlite")).expect("the store");
    fails_with_hint(&run(path, &["init", "."]), 1, &["seisin.sqlite"]);
    assert_eq!(fs::read(path.join("seisin.sqlite")).expect("the store"), before);
    fails_with_hint(&run(path, &["--store", "none", "claims"]), 1, &["none", "seisin init"]);
    fs::write(path.join("notes.txt"), "no store at all").expect("a file");
    fails_with_hint(&run(path, &["--store", "notes.txt", "claims"]), 1, &["notes.txt"]);
    assert_eq!(fs::read(path.join("notes.txt")).expect("the file"), b"no store at all");
}

/// The version of the tables stands in the file's header, at bytes 60 to 63.
#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let project = project();
    let store = project.path().join("seisin.sqlite");
    let mut bytes = fs::read(&store).expect("the store");
    bytes.get_mut(60..64).expect("a header").copy_from_slice(&9_999_u32.to_be_bytes());
    fs::write(&store, &bytes).expect("the store");
    fs::write(project.path().join("a.txt"), "Arland holds Sarn.").expect("a report");
    for args in [&["claims"][..], &["read", "a.txt"], &["verify"]] {
        fails_with_hint(&run(project.path(), args), 1, &["seisin.sqlite", "version 9999"]);
    }
    assert_eq!(fs::read(&store).expect("the store"), bytes);
}

/// Skipped where the file system or the user cannot make a file unchangeable even for root.
#[test]
fn a_store_that_may_not_be_written() {
    let project = project();
    let chattr = |flag: &str| {
        let mut command = Command::new("chattr");
        let command = command.arg(flag).arg(project.path().join("seisin.sqlite"));
        command.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    fs::write(project.path().join("a.txt"), "Arland holds Sarn.").expect("a report");
    if !chattr("+i") {
        println!("SKIPPED: a file cannot be made unchangeable here");
        return;
    }
    let (read, listed) =
        (run(project.path(), &["read", "a.txt"]), run(project.path(), &["claims"]));
    assert!(chattr("-i"));
    fails_with_hint(&read, 1, &["seisin.sqlite"]);
    assert_eq!(listed.code, 0, "what is there can be read: {}", listed.stderr);
}

#[test]
fn bytes_that_are_no_text_are_told_and_stand_as_one_mark() {
    let project = project();
    let path = project.path();
    fs::write(
        path.join("bad.txt"),
        "“Arland” — it says — holds \u{1}\u{2}400 square miles of Sarn.",
    )
    .expect("a report");
    let mut bytes = fs::read(path.join("bad.txt")).expect("a report");
    let at = bytes.iter().position(|byte| *byte == 1).expect("the mark");
    (bytes[at], bytes[at + 1]) = (b' ', 0xff);
    fs::write(path.join("bad.txt"), bytes).expect("a report");
    let output =
        run(path, &["read", "bad.txt", "--problems", "p.jsonl", "--published", "2030-01-14"]);
    done(output);
    let problems = fs::read_to_string(path.join("p.jsonl")).expect("the problems");
    assert!(problems.contains("\"kind\":\"undecodable_text\""), "{problems}");
}
