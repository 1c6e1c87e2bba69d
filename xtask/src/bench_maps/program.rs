//! The program itself, asked as a user asks it: whole processes, from start to end.

use super::inputs::text;
use crate::{command, score, workspace};
use std::path::{Path, PathBuf};
use std::process::Command;

/// One question with the most seconds it took, and may take.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    pub(super) what: String,
    /// CPU seconds of the process.
    pub(super) seconds: f64,
    pub(super) bar: f64,
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answers {
    pub(super) asked: Vec<Asked>,
    /// The size of the store they were asked of.
    pub(super) bytes: u64,
}

/// How often a question is asked; the quickest counts, for the machine has other work.
const TIMES: usize = 5;

/// Whose maps are asked for, and in which land: everywhere, in one region of the set, in a group.
const QUESTIONS: [(&str, Option<&str>); 6] = [
    ("deepstate", None),
    ("liveuamap", None),
    ("deepstate", Some("UA-14")),
    ("liveuamap", Some("UA-14")),
    ("deepstate", Some("Donbas")),
    ("liveuamap", Some("Donbas")),
];

/// A year of the archives, and the days of it that are asked for by themselves.
const YEAR: [&str; 2] = ["2025-01-01", "2025-12-31"];

/// Builds the program, has it take in both archives and a set of regions, and asks it.
pub(super) fn ask_program(
    folder: &Path,
    archives: &[PathBuf],
    places: &Path,
) -> Result<Answers, String> {
    command::run(&workspace::root(), "cargo", &["build", "--release", "-p", "seisin"])?;
    let program = text(&score::target_folder()?.join("release/seisin"));
    let store = folder.join("store");
    let _ = std::fs::remove_dir_all(&store);
    std::fs::create_dir_all(&store).map_err(|error| error.to_string())?;
    let run = |words: &[&str]| command::run(&store, &program, words);
    run(&["init", "."])?;
    for archive in archives {
        let name = archive.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let profile = if name == "liveuamap" { "liveuamap-nzz" } else { "deepstate" };
        let add = ["maps", "add", &text(archive), "--publisher", &name, "--profile", profile];
        run(&[&add[..], &["--licence", "for tests", "--positional-error", "100"]].concat())?;
    }
    let oblasts = text(&places.join("oblasts.geojson"));
    let set = ["boundaries", "add", &oblasts, "--name", "oblasts", "--licence", "ODbL-1.0"];
    let how = ["--positional-error", "50", "--regions-end-at", "territorial-sea"];
    let names = ["--id-property", "shapeISO", "--name-property", "shapeName"];
    run(&[&set[..], &how, &names].concat())?;
    let timed = |words: &[&str]| quickest(&store, &program, words);
    let mut asked = Vec::new();
    for (publisher, region) in QUESTIONS {
        let named = region.map(|region| ["--region", region]);
        let of = [&["--maps", publisher, "--format", "csv"][..], named.as_slice().as_flattened()];
        let of = of.concat();
        let place = region.map(|region| format!(" in {region}")).unwrap_or_default();
        let series = [&["series", "--from", YEAR[0], "--to", YEAR[1]], &of[..]].concat();
        let what = format!("a year's daily series, {publisher}{place}");
        asked.push(Asked { what, seconds: timed(&series)?, bar: 0.050 });
        let mut worst: f64 = 0.0;
        for month in 1..=12 {
            let day = format!("2025-{month:02}-15");
            worst = worst.max(timed(&[&["holdings", "--on", &day], &of[..]].concat())?);
        }
        let what = format!("one day's answer, {publisher}{place}, the worst of twelve");
        asked.push(Asked { what, seconds: worst, bar: 0.005 });
    }
    let bytes = std::fs::metadata(store.join("seisin.sqlite"));
    Ok(Answers { asked, bytes: bytes.map_err(|error| error.to_string())?.len() })
}

/// The least CPU seconds that a run of the program took.
fn quickest(folder: &Path, program: &str, words: &[&str]) -> Result<f64, String> {
    let mut least = f64::INFINITY;
    for _ in 0..TIMES {
        let output = Command::new("bash")
            .args(["-c", "TIMEFORMAT='%3U %3S'; time \"$@\" >/dev/null", "time", program])
            .args(words)
            .current_dir(folder)
            .output()
            .map_err(|error| format!("bash could not be started: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if !output.status.success() {
            return Err(format!("seisin {}: {said}", words.join(" ")));
        }
        least = least.min(seconds(&said).ok_or(said)?);
    }
    Ok(least)
}

/// The seconds of the last line of what was said: those of the program and of the system for it.
fn seconds(said: &str) -> Option<f64> {
    let mut figures = said.lines().last()?.split_whitespace().map(str::parse::<f64>);
    let (user, system) = (figures.next()?.ok()?, figures.next()?.ok()?);
    figures.next().is_none().then_some(user + system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_those_of_the_last_line() {
        assert_eq!(seconds("note: 3 more\n0.012 0.003\n"), Some(0.015));
        assert_eq!(seconds("seisin: failed\n"), None);
    }

    #[test]
    fn a_program_that_fails_is_told() {
        assert!(quickest(Path::new("/"), "false", &["--on"]).unwrap_err().contains("--on"));
    }
}
