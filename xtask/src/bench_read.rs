//! `cargo xtask bench read`: the reader's speed beside its peers' and beside the floor.

use crate::{command, score, workspace};
use serde_json::Value;
use std::path::Path;

/// What is asked of the reader, in megabytes a second on one core and in kilobytes of memory.
const BAR_SPEED: f64 = 10.0;
const BAR_MEMORY: u64 = 150_000;
/// What is asked of a program just started.
const BAR_START: f64 = 0.030;

const INPUTS: [(&str, &str); 2] = [
    ("news", "news as it comes: article-extraction benchmark, GeoVirus, MEANTIME"),
    ("dense", "reports on land between parties alone: the development corpus"),
];

const REPAIRS: [(&str, &str); 2] =
    [("news", "news as it comes"), ("damaged", "the same news, its UTF-8 read as Latin-1")];

/// Builds the program that times, makes the inputs, times reader and peers, and prints one table.
pub(crate) fn bench_read(seconds: &str) -> Result<(), String> {
    let root = workspace::root();
    let build = ["build", "--release", "-p", "seisin-read", "--example", "reading_speed"];
    command::run(&root, "cargo", &build)?;
    let program = score::target_folder()?.join("release/examples/reading_speed");
    let program = program.to_string_lossy().into_owned();
    let folder = std::env::temp_dir().join("seisin-bench");
    let out = folder.to_string_lossy().into_owned();
    command::run(&root, &program, &["inputs", &score::shared(), &out])?;
    for (name, what) in INPUTS {
        let file = folder.join(format!("{name}.jsonl"));
        let reader = one(&command::output(&program, &["time", &file.to_string_lossy(), seconds])?)?;
        println!("\n{name}: {what}");
        print_input(&reader);
        print_reader(&reader);
        print_peers(&file, &reader, "all");
    }
    for (name, what) in REPAIRS {
        let file = folder.join(format!("{name}.jsonl"));
        let timed = ["repair", &file.to_string_lossy(), seconds];
        let repairer = one(&command::output(&program, &timed)?)?;
        println!("\nrepair alone, {name}: {what}");
        let figures = [number(&repairer, "mb_per_second"), f64::NAN, number(&repairer, "seconds")];
        row("seisin", figures, &format!("{} stretches put right", repairer["repairs"]));
        print_peers(&file, &repairer, "ftfy");
    }
    print_start(&one(&command::output(&program, &["start"])?)?);
    Ok(())
}

fn one(output: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(output)
        .map_err(|error| format!("the timing program said no JSON: {error}"))
}

fn number(row: &Value, name: &str) -> f64 {
    row[name].as_f64().unwrap_or(f64::NAN)
}

fn print_input(reader: &Value) {
    println!(
        "  {} documents, {} bytes, {} words, {}",
        reader["documents"],
        reader["bytes"],
        reader["words"],
        reader["sha256"].as_str().unwrap_or("?")
    );
}

fn row(name: &str, figures: [f64; 3], note: &str) {
    let [speed, words, seconds] = figures;
    let told = |figure: f64, shown: String| if figure.is_nan() { String::new() } else { shown };
    let words = told(words, format!("{words:.0} words/s"));
    let seconds = told(seconds, format!("{seconds:.3} s"));
    println!("  {name:<36}{speed:>12.3} MB/s{words:>22}{seconds:>12}  {note}");
}

fn print_reader(reader: &Value) {
    let speed = number(reader, "mb_per_second");
    let memory = reader["peak_kb"].as_u64().unwrap_or(0);
    let verdict = |met: bool| if met { "met" } else { "missed" };
    row(
        "seisin",
        [speed, number(reader, "words_per_second"), number(reader, "seconds")],
        &format!(
            "{} claims; bar {BAR_SPEED} MB/s {}; at most {} MB resident, bar {} MB {}",
            reader["claims"],
            verdict(speed >= BAR_SPEED),
            memory / 1000,
            BAR_MEMORY / 1000,
            verdict(memory < BAR_MEMORY)
        ),
    );
    for (name, what) in [
        ("count_newlines", "floor: newlines counted"),
        ("validate_utf8", "floor: UTF-8 validated"),
        ("copy", "floor: bytes copied"),
    ] {
        row(what, [number(&reader["floor"], name), f64::NAN, f64::NAN], "");
    }
}

/// The peers, all or `ftfy` alone, where a Python with them is found: `SEISIN_PYTHON`, else `python3`.
#[expect(clippy::disallowed_methods, reason = "a task finds its Python by its variable")]
fn print_peers(file: &Path, reader: &Value, which: &str) {
    let python = std::env::var("SEISIN_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = workspace::root().join("xtask/bench/read_peers.py");
    let arguments = [script.to_string_lossy(), file.to_string_lossy()];
    let Ok(output) = command::output(&python, &[&arguments[0], &arguments[1], which]) else {
        println!("  peers left out: {python} could not run them (SEISIN_PYTHON names another)");
        return;
    };
    for line in String::from_utf8_lossy(&output).lines() {
        let Ok(peer) = serde_json::from_str::<Value>(line) else { continue };
        let name = peer["name"].as_str().unwrap_or("?");
        if let Some(remedy) = peer["missing"].as_str() {
            println!("  {name:<36}left out: {remedy}");
            continue;
        }
        let seconds = number(&peer, "seconds");
        let speed = number(&peer, "bytes") / 1e6 / seconds;
        let note = format!(
            "{} on the first {} bytes; seisin is {:.1} times as fast; {} MB resident {}",
            peer["version"].as_str().unwrap_or("?"),
            peer["bytes"],
            number(reader, "mb_per_second") / speed,
            peer["peak_kb"].as_u64().unwrap_or(0) / 1000,
            peer["note"].as_str().unwrap_or(""),
        );
        row(name, [speed, number(&peer, "words") / seconds, seconds], &note);
    }
}

fn print_start(start: &Value) {
    let seconds = number(start, "seconds");
    println!(
        "\nstart: word lists loaded in {:.1} ms, the first sentence read after {:.1} ms of one core (bar {:.0} ms, {}), {} MB resident",
        number(start, "vocabulary_seconds") * 1e3,
        seconds * 1e3,
        BAR_START * 1e3,
        if seconds < BAR_START { "met" } else { "missed" },
        start["peak_kb"].as_u64().unwrap_or(0) / 1000,
    );
}
