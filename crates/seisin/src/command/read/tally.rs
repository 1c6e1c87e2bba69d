//! How many of what was read.

use crate::{
    command::{clock, sources::Refused},
    exit::{Failure, Outcome},
};
use seisin_answer::{ReportRead, Store};

/// How many of what was read.
#[derive(Debug, Default)]
pub(super) struct Tally {
    reports: usize,
    claims: usize,
    problems: usize,
    new: usize,
    again: usize,
    refused: usize,
}

/// Whether there was a store to record in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recorded {
    Yes,
    No,
}

impl Tally {
    pub(super) fn count(&mut self, reports: &[ReportRead], refused: &[Refused]) {
        self.reports += reports.len();
        self.claims += reports.iter().map(|report| report.reading.claims.len()).sum::<usize>();
        self.problems += reports.iter().map(|report| report.reading.problems.len()).sum::<usize>();
        self.refused += refused.len();
    }

    pub(super) fn record(
        &mut self,
        store: &mut Store,
        reports: &[ReportRead],
    ) -> Result<(), Failure> {
        let appended = store
            .record_reports(reports, clock::now())
            .map_err(|error| Failure::to("record the reports", &error))?;
        self.new += appended.new + appended.corrected;
        self.again += appended.already_there;
        Ok(())
    }

    pub(super) const fn outcome(&self) -> Outcome {
        if self.refused > 0 { Outcome::SomeRefused } else { Outcome::Done }
    }

    pub(super) fn sentence(&self, recorded: Recorded) -> String {
        let refused = match self.refused {
            0 => String::new(),
            refused => format!("; {refused} could not be taken"),
        };
        let read = format!(
            "read {} reports: {} claims, {} problems{refused}",
            self.reports, self.claims, self.problems
        );
        match recorded {
            Recorded::Yes => {
                format!("{read}; recorded {} new, {} were on record", self.new, self.again)
            }
            Recorded::No => format!(
                "{read}; nothing was recorded: there is no store here\nhint: make one with `seisin \
                 init`"
            ),
        }
    }
}
