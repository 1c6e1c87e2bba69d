//! `cargo xtask bench exchange`: the search for exchanges beside `HiGHS`, on made-up instances, in one
//! run. The search goes first, and `HiGHS` starts from its answers: it has to find a better one or prove
//! that there is none.

use crate::{command, score, workspace};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// How it is asked for.
pub(crate) const USAGE: &str = "exchange [--quick] [--kept] [--cpu]";

/// Seconds that `HiGHS` has for an instance of a size, in a quick run and in a whole one; it is not
/// asked about larger ones.
const SECONDS: [(&str, [u32; 2]); 4] =
    [("150-", [20, 60]), ("250-", [60, 120]), ("350-", [60, 300]), ("2000-", [60, 110])];

/// What `HiGHS` came to in a whole run, for where it cannot be run or is not to be.
const KEPT: &str = "crates/seisin-exchange/reference/values.csv";

/// Runs the reference and the search and prints one table; `--kept` takes the values of an earlier
/// run, `--quick` a few instances of each size, `--cpu` counts what the processors worked for the
/// search, on a machine that has other work.
pub(crate) fn bench_exchange(arguments: &[String]) -> Result<(), String> {
    let known = ["--quick", "--kept", "--cpu"];
    if let Some(other) = arguments.iter().find(|word| !known.contains(&word.as_str())) {
        return Err(format!("unknown: {other}\nusage: cargo xtask bench {USAGE}"));
    }
    let asked = |word: &str| arguments.iter().any(|argument| argument == word);
    let passed: Vec<&str> = ["--quick", "--cpu"].into_iter().filter(|word| asked(word)).collect();
    let root = workspace::root();
    let build = ["build", "--release", "-q", "-p", "seisin-exchange", "--example", "bench_search"];
    command::run(&root, "cargo", &build)?;
    let target = score::target_folder()?;
    let program = target.join("release/examples/bench_search").to_string_lossy().into_owned();
    let folder = target.join("bench-exchange");
    let values = if asked("--kept") {
        root.join(KEPT)
    } else {
        reference(&folder, &program, &passed).unwrap_or_else(|why| {
            println!("HiGHS could not be run, its values are those of an earlier run: {why}");
            root.join(KEPT)
        })
    };
    let values = values.to_string_lossy().into_owned();
    command::run(&root, &program, &[&["--reference", &values], &passed[..]].concat())
}

/// Exports the instances, has `HiGHS` solve them, and gives the file of its values.
fn reference(folder: &Path, program: &str, passed: &[&str]) -> Result<std::path::PathBuf, String> {
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let python = python(folder)?;
    let instances = folder.join("instances").to_string_lossy().into_owned();
    let listed = command::output(program, &[&["--export", &instances], passed].concat())?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let script = workspace::root().join("crates/seisin-exchange/reference/highs.py");
    let script = script.to_string_lossy().into_owned();
    let mut values = String::new();
    for path in listed.lines() {
        let size = SECONDS.iter().find(|(size, _)| path.contains(&format!("/{size}")));
        let Some((_, seconds)) = size else { continue };
        let seconds = seconds[usize::from(!passed.contains(&"--quick"))].to_string();
        let solved = command::output(&python, &[&script, &seconds, path])?;
        let solved = String::from_utf8_lossy(&solved).into_owned();
        // The solver's library greets on the same stream.
        for row in solved.lines().filter(|line| line.split(',').count() == 4) {
            eprintln!("{row}");
            let _ = writeln!(values, "{row}");
        }
    }
    let file = folder.join("values.csv");
    fs::write(&file, values).map_err(|error| error.to_string())?;
    Ok(file)
}

/// A Python with `highspy`: `SEISIN_BENCH_PYTHON`, or one made once in the target folder.
#[expect(clippy::disallowed_methods, reason = "a task finds its Python by its variable")]
fn python(folder: &Path) -> Result<String, String> {
    if let Ok(python) = std::env::var("SEISIN_BENCH_PYTHON") {
        return Ok(python);
    }
    let venv = folder.join("python").to_string_lossy().into_owned();
    let python = format!("{venv}/bin/python");
    if !command::is_there(&python, &["-c", "import highspy, scipy"]) {
        command::run(folder, "python3", &["-m", "venv", &venv])?;
        let install = ["-m", "pip", "install", "--quiet", "highspy", "scipy"];
        command::run(folder, &python, &install)?;
    }
    Ok(python)
}
