//! `cargo xtask score`, `gazetteer` and `syntax-model`: figures, and the assets remade.

use crate::{command, workspace};
use std::process::{Command, ExitCode};

/// A task that is one program of the project, run with these arguments.
pub(crate) struct Task {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    run: fn(&[String]) -> Result<(), String>,
}

/// Every task beside `test`.
pub(crate) const TASKS: &[Task] = &[
    Task {
        name: "score",
        what: "the reader's figures beside their bars: score [--misses] [SUITE…]",
        run: score,
    },
    Task {
        name: "bench",
        what: "daily maps beside shapely, SedonaDB and PostGIS, the reader beside spaCy and ftfy, the search for exchanges beside HiGHS: bench maps [--quick | --every N] [--limit SECONDS] | read [SECONDS] | exchange [--quick] [--kept]",
        run: bench,
    },
    Task {
        name: "gazetteer",
        what: "makes the committed gazetteer from its inputs, byte for byte: gazetteer [PLACES]",
        run: gazetteer,
    },
    Task {
        name: "syntax-model",
        what: "trains the committed syntax model, byte for byte: syntax-model [OUT]",
        run: syntax_model,
    },
];

impl Task {
    pub(crate) fn run(&self, arguments: &[String]) -> ExitCode {
        match (self.run)(arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("{why}");
                ExitCode::FAILURE
            }
        }
    }
}

/// The folder of the shared material: `SEISIN_SHARED`, or beside the checkout.
#[expect(clippy::disallowed_methods, reason = "a task finds the shared material by its variable")]
pub(crate) fn shared() -> String {
    std::env::var("SEISIN_SHARED")
        .unwrap_or_else(|_| workspace::root().join("../shared").to_string_lossy().into_owned())
}

/// Builds the program and the scorer, and lets the scorer print its table.
fn bench(arguments: &[String]) -> Result<(), String> {
    match arguments {
        [what, rest @ ..] if what == "maps" => crate::bench_maps::bench_maps(rest),
        [what, rest @ ..] if what == "exchange" => crate::bench_exchange::bench_exchange(rest),
        [what] if what == "read" => crate::bench_read::bench_read("3"),
        [what, seconds] if what == "read" => crate::bench_read::bench_read(seconds),
        _ => Err(format!(
            "usage: cargo xtask bench {} | read [SECONDS] | {}",
            crate::bench_maps::USAGE,
            crate::bench_exchange::USAGE
        )),
    }
}

fn score(arguments: &[String]) -> Result<(), String> {
    let (shared, root) = (shared(), workspace::root());
    command::run(&root, "cargo", &["build", "--quiet", "-p", "seisin", "-p", "seisin-suites"])?;
    let target = target_folder()?;
    let scorer = target.join("debug/seisin-suites");
    let status = Command::new(&scorer)
        .arg(&shared)
        .arg("--bars=xtask/score.toml")
        .arg(format!("--program={}", target.join("debug/seisin").display()))
        .args(arguments)
        .current_dir(&root)
        .status()
        .map_err(|error| format!("{} could not be started: {error}", scorer.display()))?;
    if status.success() { Ok(()) } else { Err("a figure fell below what was reached".to_owned()) }
}

pub(crate) fn target_folder() -> Result<std::path::PathBuf, String> {
    let arguments = ["metadata", "--format-version", "1", "--no-deps", "--offline"];
    let json = command::output("cargo", &arguments)?;
    let metadata: serde_json::Value =
        serde_json::from_slice(&json).map_err(|error| error.to_string())?;
    let folder = metadata["target_directory"].as_str().ok_or("cargo names no target folder")?;
    Ok(folder.into())
}

fn gazetteer(arguments: &[String]) -> Result<(), String> {
    let places = arguments.first().cloned().unwrap_or_else(|| format!("{}/places", shared()));
    let cargo = ["run", "-p", "seisin-places", "--features", "build"];
    let example = ["--example", "build-gazetteer", "--", &places];
    command::run(&workspace::root(), "cargo", &[cargo.as_slice(), example.as_slice()].concat())
}

/// Trains on the treebanks of the archive with the settings of `models/README.md`.
fn syntax_model(arguments: &[String]) -> Result<(), String> {
    let committed = workspace::root().join("crates/seisin-read/models/english.syntax");
    let out = arguments.first().cloned().unwrap_or_else(|| committed.to_string_lossy().into());
    let folder = std::env::temp_dir().join("seisin-treebanks");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let folder = folder.to_string_lossy().into_owned();
    let unpack = format!(
        "zstd -dc --long=31 '{}/suites/ud-english.tar.zst' | tar -x -C '{folder}'",
        shared()
    );
    command::run(&workspace::root(), "sh", &["-c", &unpack])?;
    let bank = |name: &str| format!("{folder}/ud/{name}.conllu");
    let banks = [
        "pud/en_pud-ud-test",
        "ewt/en_ewt-train-from-sources",
        "gum/en_gum-open-genres",
        "ewt/en_ewt-ud-test",
        "ewt/en_ewt-ud-dev",
    ];
    let banks: Vec<String> = banks.into_iter().map(bank).collect();
    let cargo = ["run", "--release", "-p", "seisin-read", "--example", "train_syntax", "--"];
    let settings = [out.as_str(), "9", "12"];
    let banks: Vec<&str> = banks.iter().map(String::as_str).collect();
    let all = [cargo.as_slice(), settings.as_slice(), banks.as_slice()].concat();
    command::run(&workspace::root(), "cargo", &all)
}
