//! A checked figure of a table as JSON, `seisin.checked-figure/1`.

use crate::output::Record;
use seisin_exchange::{Checked, SheetReport};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.checked-figure/1";

/// A figure of a table, checked or worked out.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CheckedJson {
    schema: &'static str,
    table: &'static str,
    line: Option<u64>,
    subject: String,
    printed: Option<String>,
    from: String,
    expected: Option<f64>,
    unit: Option<String>,
    outcome: &'static str,
    rounding_could_explain: Option<bool>,
    perhaps: Vec<String>,
    note: String,
}

impl CheckedJson {
    /// The record of one figure of `report`.
    pub(crate) fn new(report: &SheetReport, check: &Checked) -> Self {
        let finding = check.finding.as_ref();
        let guesses = finding.map(|finding| finding.guesses.as_slice()).unwrap_or_default();
        Self {
            schema: SCHEMA,
            table: report.kind.word(),
            line: check.line,
            subject: check.subject.clone(),
            printed: (!check.printed.is_empty()).then(|| check.printed.clone()),
            from: check.from.clone(),
            expected: check.expected,
            unit: check.unit.as_ref().map(|unit| unit.ucum().into_owned()),
            outcome: check.agreement.word(),
            rounding_could_explain: finding.map(|finding| finding.rounding_could_explain),
            perhaps: guesses.iter().map(ToString::to_string).collect(),
            note: match finding {
                Some(finding) if check.note.is_empty() => finding.sentence.clone(),
                _ => check.note.clone(),
            },
        }
    }
}

impl Record for CheckedJson {
    const COLUMNS: &'static [&'static str] =
        &["line", "subject", "outcome", "printed", "expected", "unit", "from", "note"];

    fn cells(&self) -> Vec<String> {
        let mut notes = Vec::new();
        notes.extend((!self.note.is_empty()).then(|| self.note.clone()));
        if self.rounding_could_explain == Some(true) {
            notes.push("rounding could explain it".to_owned());
        }
        notes.extend(self.perhaps.iter().cloned());
        vec![
            self.line.map(|line| line.to_string()).unwrap_or_default(),
            self.subject.clone(),
            self.outcome.to_owned(),
            self.printed.clone().unwrap_or_default(),
            self.expected.map(plain).unwrap_or_default(),
            self.unit.clone().unwrap_or_default(),
            self.from.clone(),
            notes.join("; "),
        ]
    }
}

/// A figure with as many decimals as a person compares.
fn plain(value: f64) -> String {
    if value.abs() < 1.0 { format!("{value:.6}") } else { format!("{value:.4}") }
}
