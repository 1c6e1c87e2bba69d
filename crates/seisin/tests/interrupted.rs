//! Somebody presses Ctrl-C, or pipes a long answer into `head -1`: what is on record stays whole.

mod road;
mod world;

use road::{program, run};
use std::{fs, path::Path, process::Stdio};
use world::{answer, demo, done};

/// How many maps are added, and how many of them are one batch.
const MAPS: u64 = 1_500;
const BATCH: u64 = 256;

const MAP: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature",
    "properties":{"party":"arland"},"geometry":{"type":"Polygon",
    "coordinates":[[[35,51],[35.5,51],[35.5,51.5],[35,51.5],[35,51]]]}}]}"#;

const ADD: [&str; 11] = [
    "maps",
    "add",
    "many",
    "--publisher",
    "t",
    "--licence",
    "CC0-1.0",
    "--positional-error",
    "0",
    "--valid-from-name",
    "%Y-%m-%d",
];

fn editions(project: &Path) -> u64 {
    answer(project, &["maps", "list"])[0]["editions"].as_u64().unwrap_or(0)
}

/// The program is killed as soon as another process sees a first batch: what was seen stays, there
/// is no part of a batch, nothing is damaged, and the same command again adds the rest.
#[test]
fn a_killed_write_leaves_whole_batches() {
    let folder = tempfile::tempdir().expect("a folder");
    let project = folder.path();
    done(run(project, &["init", "."]));
    fs::create_dir(project.join("many")).expect("a folder");
    for n in 0..MAPS {
        let day = format!("{}-{:02}-{:02}", 2030 + n / 336, 1 + n / 28 % 12, 1 + n % 28);
        fs::write(project.join("many").join(format!("{day}.geojson")), MAP).expect("a map");
    }
    let mut adding = program(project)
        .args(ADD)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program was built for this test");
    let mut seen = editions(project);
    while seen == 0 && adding.try_wait().expect("it is ours").is_none() {
        seen = editions(project);
    }
    // It may have ended by itself meanwhile; then there is nothing left to kill.
    let _ = adding.kill();
    adding.wait().expect("it is ours");
    done(run(project, &["verify"]));
    let left = editions(project);
    println!("killed with {left} of {MAPS} editions on record");
    assert!(left >= seen && left > 0, "{left} of the {seen} that were seen");
    assert!(left.is_multiple_of(BATCH) || left == MAPS, "{left} editions are no whole batches");
    done(run(project, &ADD));
    assert_eq!(editions(project), MAPS);
}

/// A reader that goes away, as `head -1` does, is no error.
#[test]
fn a_closed_pipe_is_no_error() {
    for args in [["frames", "--format", "json"], ["claims", "--format", "jsonl"]] {
        let mut child = program(demo())
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program was built for this test");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it was started");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}
