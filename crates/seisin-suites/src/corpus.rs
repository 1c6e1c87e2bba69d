//! The project's own corpus, scored by its own scorer.

use crate::{
    archive::OpenSuiteError,
    figure::{Figure, Scope, Tally},
    reading::Reading,
};
use jiff::civil::Date;
use seisin_core::{Edtf, Published};
use seisin_read::text::quantity::QuantityMention;
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// What the figures of a set are called.
macro_rules! ids {
    ($set:literal) => {
        [
            concat!($set, ".precision"),
            concat!($set, ".recall"),
            concat!($set, ".full-fact-f1"),
            concat!($set, ".denied-as-affirmed"),
            concat!($set, ".evidence-not-exact"),
            concat!($set, ".claims-in-nots"),
        ]
    };
}

/// The figures of a set of reports, in the order of [`figures`].
type Ids = [&'static str; 6];

const CORPUS: Ids = ids!("corpus");

/// Sets of reports written for measuring, in `reports/`, with what their figures are called.
const REPORTS: [(&str, Ids); 6] = [
    ("fronts", ids!("reports.fronts")),
    ("titles", ids!("reports.titles")),
    ("offers", ids!("reports.offers")),
    ("manners", ids!("reports.manners")),
    ("world", ids!("reports.world")),
    ("measured-only", ids!("reports.measured-only")),
];

/// Reads every report of the corpus with the program and lets `corpus/score.py` score the claims.
///
/// # Errors
/// [`OpenSuiteError`] where the corpus is absent, the program or Python cannot be started, or either
/// fails.
pub fn score(shared: &Path, program: &Path) -> Result<Vec<Figure>, OpenSuiteError> {
    scored(shared, program, &shared.join("corpus/dev.jsonl"), &CORPUS)
}

/// The same for the reports that come with this crate: three sets to build with, one to measure with
/// alone.
///
/// # Errors
/// As [`score`]; the scorer is the corpus's own.
pub fn score_reports(shared: &Path, program: &Path) -> Result<Vec<Figure>, OpenSuiteError> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports");
    let mut figures = Vec::new();
    for (set, ids) in &REPORTS {
        figures.extend(scored(shared, program, &folder.join(format!("{set}.jsonl")), ids)?);
    }
    Ok(figures)
}

fn scored(
    shared: &Path,
    program: &Path,
    gold: &Path,
    ids: &Ids,
) -> Result<Vec<Figure>, OpenSuiteError> {
    let scorer = shared.join("corpus/score.py");
    if let Some(path) = [gold, &scorer].into_iter().find(|path| !path.is_file()) {
        return Err(OpenSuiteError::Absent { path: path.to_owned() });
    }
    let folder = std::env::temp_dir().join(format!("seisin-score-{}", std::process::id()));
    let scored = run_in(&folder, program, &scorer, gold);
    let _ = std::fs::remove_dir_all(&folder);
    scored.map(|result| figures(ids, &result))
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

fn figures(ids: &Ids, result: &Value) -> Vec<Figure> {
    let figure = |at: usize, value: &Value, basis: String| Figure {
        id: ids[at],
        value: value.as_f64().unwrap_or(0.0),
        basis,
        misses: Vec::new(),
    };
    let (all, full) = (&result["all"], &result["full_fact"]);
    let denied = &result["denied_as_affirmed"];
    let of = format!("of {} denied", denied[1]);
    vec![
        figure(0, &all["p"], String::new()),
        figure(1, &all["r"], String::new()),
        figure(2, &full["f1"], String::new()),
        figure(3, &denied[0], of),
        figure(4, &result["evidence_not_exact"], String::new()),
        figure(5, &result["claims_in_nots"], String::new()),
    ]
}

/// The dates and amounts of the gold facts that the base layers see, whatever claim came of them.
///
/// # Method
/// A date is seen where some time of its report, the day the report counts from, or the open stretch
/// from or to either, has at least half of its days in common with it; an amount where some amount of its report has
/// its kind, bound and value, to half a percent.
///
/// # Errors
/// [`OpenSuiteError`] where the corpus is absent or no JSON.
pub fn seen(shared: &Path) -> Result<Vec<Figure>, OpenSuiteError> {
    let path = shared.join("corpus/dev.jsonl");
    let lines = std::fs::read_to_string(&path)
        .map_err(|_| OpenSuiteError::Absent { path: path.clone() })?;
    let (mut dates, mut amounts) = (Tally::default(), Tally::default());
    for line in lines.lines() {
        let report: Value =
            serde_json::from_str(line).map_err(|cause| failed(&path, &cause.to_string()))?;
        let text = report["text"].as_str().unwrap_or_default();
        let published = report["meta"]["published"].as_str().and_then(Published::parse);
        let reading = Reading::of_report(text, published.map(Published::day));
        for fact in report["facts"].as_array().into_iter().flatten() {
            let about = format!("{}: {}", report["id"], fact["evidence"]);
            if let Some(valid) = fact["valid"].as_str() {
                dates.count(Scope::In, sees_date(&reading, valid), || format!("{valid}: {about}"));
            }
            let quantity = &fact["quantity"];
            if quantity.is_object() {
                let right = reading.amounts.iter().any(|found| is_amount(found, quantity));
                amounts
                    .count(Scope::In, right, || format!("{quantity}: {about}; {}", reading.told()));
            }
        }
    }
    Ok(vec![dates.figure("corpus.dates-seen"), amounts.figure("corpus.amounts-seen")])
}

fn sees_date(reading: &Reading, valid: &str) -> bool {
    let Ok(gold) = valid.parse::<Edtf>() else { return false };
    let named = reading.times.iter().flat_map(|found| [found.edtf, found.named]).flatten();
    let anchor = reading.anchor.map(|day| Edtf::Date(day.into()));
    named.chain(anchor).map(Edtf::bounds).any(|(start, end)| {
        [(start, end), (start, None), (None, end)]
            .into_iter()
            .any(|ours| agree(gold.bounds(), ours))
    })
}

/// A half-open stretch of days, open where there is none.
type Stretch = (Option<Date>, Option<Date>);

/// Whether two stretches have at least half of their days in common, as the corpus's own scorer
/// counts dates.
fn agree(one: Stretch, other: Stretch) -> bool {
    let days = |(start, end): Stretch| (start.unwrap_or(Date::MIN), end.unwrap_or(Date::MAX));
    let ((start, end), (from, to)) = (days(one), days(other));
    let length = |from: Date, to: Date| i64::from((to - from).get_days()).max(0);
    let common = length(start.max(from), end.min(to));
    common > 0 && 2 * common >= length(start.min(from), end.max(to))
}

fn is_amount(found: &QuantityMention, gold: &Value) -> bool {
    let near = |ours: Option<f64>, gold: &Value| match (ours, gold.as_f64()) {
        (Some(ours), Some(gold)) => (ours - gold).abs() <= 0.005 * gold.abs(),
        (None, None) => true,
        _ => false,
    };
    gold["kind"] == found.kind.word()
        && gold["bound"] == found.quantity.bound.word()
        && near(Some(found.quantity.value), &gold["value"])
        && near(found.quantity.high, &gold["high"])
}
