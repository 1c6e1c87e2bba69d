//! Reports: read, clustered with their copies, recorded.

use super::error::IntakeError;
use crate::{origins::told, store::Store};
use seisin_core::{Claim, Problem, ProblemKind, Reading, Timestamp};
use seisin_ledger::{AppendError, Appended, DocumentEntry, Entry, OriginEntry, PreparedBlob};
use seisin_read::text::{Candidate, ReadSettings, Vocabulary, admit, read_text};
use seisin_source::CapturedDocument;

/// A report with what was read in it.
#[derive(Debug, Clone)]
pub struct ReportRead {
    /// The report as captured.
    pub captured: CapturedDocument,
    /// Its claims and problems.
    pub reading: Reading,
}

/// Reads one report. Content never makes it fail: what could not be told is a problem.
pub fn read_report(captured: CapturedDocument, vocabulary: &Vocabulary) -> ReportRead {
    let settings = ReadSettings::default();
    let mut reading = read_text(&captured.document, &captured.text, vocabulary, &settings);
    reading.problems.splice(0..0, captured.notes.iter().cloned());
    ReportRead { captured, reading }
}

impl ReportRead {
    /// Takes claims that other programs propose, if the report bears them out; each that it does
    /// not is a problem with the reason.
    pub fn take_candidates(&mut self, candidates: &[&Candidate], vocabulary: &Vocabulary) {
        let admitted = admit(&self.captured.document, &self.captured.text, vocabulary, candidates);
        for (candidate, admitted) in candidates.iter().zip(admitted) {
            match admitted {
                Ok(claim) => self.reading.claims.push(claim),
                Err(refusal) => self.reading.problems.push(Problem {
                    span: None,
                    kind: ProblemKind::RefusedCandidate,
                    sentence: format!("a candidate of {}: {refusal}", candidate.reader),
                }),
            }
        }
        let place = |claim: &Claim| (claim.evidence.span.start, claim.evidence.span.end);
        self.reading.claims.sort_by_key(place);
        let mut seen = std::collections::BTreeSet::new();
        self.reading.claims.retain(|claim| seen.insert(claim.id.clone()));
    }
}

impl Store {
    /// Records reports with their claims, then tells anew which of them are copies of which.
    ///
    /// # Errors
    /// [`AppendError`] where the store cannot be written; then nothing of the batch is recorded.
    pub fn record_reports(
        &mut self,
        reports: &[ReportRead],
        at: Timestamp,
    ) -> Result<Appended, AppendError> {
        let entries = reports.iter().map(|report| {
            Entry::Document(Box::new(DocumentEntry {
                document: report.captured.document.clone(),
                text: report.captured.text.clone(),
                bytes: PreparedBlob::compress(&report.captured.bytes),
                reading: report.reading.clone(),
            }))
        });
        self.ledger.append(at, entries)
    }

    /// Records which documents are copies of which, where that changed.
    ///
    /// # Errors
    /// [`IntakeError`] where the store cannot be read or written.
    pub fn record_origins(&mut self, at: Timestamp) -> Result<Appended, IntakeError> {
        let entries: Vec<Entry> = told(self)?
            .into_iter()
            .flat_map(|answer| {
                let origin = answer.origin.earliest;
                answer.origin.members.into_iter().map(move |member| {
                    Entry::Origin(OriginEntry { document: member.document, origin })
                })
            })
            .collect();
        Ok(self.ledger.append(at, entries)?)
    }
}
