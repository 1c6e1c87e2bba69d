//! The problem record `seisin.problem/1` as JSON.

use schemars::JsonSchema;
use seisin_core::{Document, Problem};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.problem/1";

/// Something that could not be told.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct ProblemJson {
    schema: &'static str,
    document: Option<String>,
    path: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    kind: &'static str,
    sentence: String,
}

impl ProblemJson {
    /// The record of a report that could not be taken from `place`.
    pub(crate) fn not_read(place: &str, sentence: String) -> Self {
        Self {
            schema: SCHEMA,
            document: None,
            path: Some(place.to_owned()),
            start: None,
            end: None,
            kind: "not_read",
            sentence,
        }
    }

    /// The record of `problem`, met in `document`.
    pub(crate) fn new(problem: &Problem, document: Option<&Document>) -> Self {
        Self {
            schema: SCHEMA,
            document: document.map(|document| document.id.to_string()),
            path: document.map(|document| document.path.clone()),
            start: problem.span.map(|span| span.start),
            end: problem.span.map(|span| span.end),
            kind: problem.kind.word(),
            sentence: problem.sentence.clone(),
        }
    }
}
