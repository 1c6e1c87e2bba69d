//! Claims that other programs propose, from a file.

use super::{inputs, sources::Refused};
use crate::{exit::Failure, wire::CandidateJson};
use seisin_core::Document;
use seisin_read::text::Candidate;
use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

/// The largest file of candidates.
const MOST_BYTES: u64 = 256 << 20;

/// Claims that other programs propose, with which of them have found their document.
pub(crate) struct Candidates {
    lines: Vec<Line>,
    refused: Vec<Refused>,
    path: String,
}

struct Line {
    number: usize,
    json: CandidateJson,
    candidate: Candidate,
    met: AtomicBool,
}

impl Candidates {
    /// Reads a file of them; none where no file is named.
    ///
    /// # Errors
    /// Fails where the file cannot be read. A line that is no candidate is told and left out.
    pub(crate) fn read(file: Option<&Path>) -> Result<Self, Failure> {
        let mut found = Self { lines: Vec::new(), refused: Vec::new(), path: String::new() };
        let Some(file) = file else { return Ok(found) };
        found.path = file.display().to_string();
        let bytes = inputs::bytes(file, MOST_BYTES)?;
        for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let json = serde_json::from_slice::<CandidateJson>(line);
            let read = json.map_err(|error| error.to_string());
            let read = read.and_then(|json| Ok((json.candidate()?, json)));
            match read {
                Ok((candidate, json)) => {
                    found.lines.push(Line { number, json, candidate, met: AtomicBool::new(false) });
                }
                Err(reason) => found.refuse(number, &format!("it is no candidate: {reason}")),
            }
        }
        Ok(found)
    }

    fn refuse(&mut self, number: usize, reason: &str) {
        let place = format!("{}#{number}", self.path);
        let sentence =
            format!("take {place}: {reason}; it was left out\nhint: docs/reference/candidate.md");
        self.refused.push(Refused { place, sentence });
    }

    /// Those that speak of a document, in the order of the file.
    pub(crate) fn of(&self, document: &Document) -> Vec<&Candidate> {
        let here = self.lines.iter().filter(|line| line.json.is_of(document));
        here.inspect(|line| line.met.store(true, Ordering::Relaxed))
            .map(|line| &line.candidate)
            .collect()
    }

    /// The lines that were none, and those whose document was not read.
    pub(crate) fn finish(mut self) -> Vec<Refused> {
        for line in std::mem::take(&mut self.lines) {
            if !line.met.load(Ordering::Relaxed) {
                let document = line.json.document().to_owned();
                self.refuse(line.number, &format!("its document, {document}, was not read"));
            }
        }
        self.refused
    }
}
