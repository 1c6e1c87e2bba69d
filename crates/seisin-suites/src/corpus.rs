//! The project's own corpus, scored by its own scorer.

use crate::{archive::OpenSuiteError, figure::Figure};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// Reads every report of the corpus with the program and lets `corpus/score.py` score the claims.
///
/// # Errors
/// [`OpenSuiteError`] where the corpus is absent, the program or Python cannot be started, or either
/// fails.
pub fn score(shared: &Path, program: &Path) -> Result<Vec<Figure>, OpenSuiteError> {
    let corpus = shared.join("corpus");
    let (gold, scorer) = (corpus.join("dev.jsonl"), corpus.join("score.py"));
    if !gold.is_file() || !scorer.is_file() {
        return Err(OpenSuiteError::Absent { path: gold });
    }
    let folder = std::env::temp_dir().join(format!("seisin-score-{}", std::process::id()));
    let scored = run_in(&folder, program, &scorer, &gold);
    let _ = std::fs::remove_dir_all(&folder);
    scored.map(|result| figures(&result))
}

fn run_in(
    folder: &Path,
    program: &Path,
    scorer: &Path,
    gold: &Path,
) -> Result<Value, OpenSuiteError> {
    let reports = folder.join("reports");
    std::fs::create_dir_all(folder).map_err(|cause| failed(folder, &cause.to_string()))?;
    run(Command::new("python3").arg(scorer).arg(gold).arg("--explode").arg(&reports))?;
    run(Command::new(program).arg("init").arg(folder.join("store")))?;
    let mut read = Command::new(program);
    read.arg("read").arg("--store").arg(folder.join("store")).args(["--format", "jsonl"]);
    let claims = run(read.arg(&reports))?;
    let written = folder.join("claims.jsonl");
    std::fs::write(&written, claims.stdout)
        .map_err(|cause| failed(&written, &cause.to_string()))?;
    let output = run(Command::new("python3").arg(scorer).arg("--json").arg(gold).arg(&written))?;
    serde_json::from_slice(&output.stdout).map_err(|cause| failed(scorer, &cause.to_string()))
}

fn run(command: &mut Command) -> Result<Output, OpenSuiteError> {
    let program = PathBuf::from(command.get_program());
    let output = command.output().map_err(|cause| failed(&program, &cause.to_string()))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(failed(&program, String::from_utf8_lossy(&output.stderr).trim()))
}

fn failed(path: &Path, reason: &str) -> OpenSuiteError {
    OpenSuiteError::Shape { file: path.display().to_string(), reason: reason.to_owned() }
}

fn figures(result: &Value) -> Vec<Figure> {
    let figure = |id, value: &Value, basis: String| Figure {
        id,
        value: value.as_f64().unwrap_or(0.0),
        basis,
        misses: Vec::new(),
    };
    let (all, full) = (&result["all"], &result["full_fact"]);
    let denied = &result["denied_as_affirmed"];
    let of = format!("of {} denied", denied[1]);
    vec![
        figure("corpus.precision", &all["p"], String::new()),
        figure("corpus.recall", &all["r"], String::new()),
        figure("corpus.full-fact-f1", &full["f1"], String::new()),
        figure("corpus.denied-as-affirmed", &denied[0], of),
        figure("corpus.evidence-not-exact", &result["evidence_not_exact"], String::new()),
        figure("corpus.claims-in-nots", &result["claims_in_nots"], String::new()),
    ]
}
