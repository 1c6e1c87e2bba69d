//! The command: reports in, candidates out.

use super::{
    answer::{self, Answer},
    endpoint::Endpoint,
    question::{self, LONGEST_REPORT},
    replies::Replies,
};
use crate::{
    args::ProposeArgs,
    command::{
        sources::{Defaults, Sources},
        talk,
    },
    exit::{Failure, Outcome},
    wire::CandidateJson,
};
use seisin_source::CapturedDocument;
use std::io::{self, Write as _};

/// Asks a model about each report and prints what it proposes, as `seisin.candidate/1`.
///
/// # Errors
/// Fails for a file that is missing, an address that is none, and answers that cannot be kept. A
/// report that cannot be taken, or about which there is no answer, is told and left out.
pub(crate) fn propose(args: &ProposeArgs) -> Result<Outcome, Failure> {
    let defaults = Defaults::of(&args.reports)?;
    let asked = Asked {
        endpoint: Endpoint::of(args)?,
        replies: args.replies.as_deref().map(Replies::open).transpose()?,
        model: &args.model,
    };
    let mut sources = Sources::open(&args.reports, "asking")?;
    let mut outcome = Outcome::Done;
    while let Some(batch) = sources.next_batch()? {
        for sourced in batch {
            match defaults.capture(sourced) {
                Ok(report) => asked.about(&report, &mut outcome)?,
                Err(refused) => left_out(&refused.sentence, &mut outcome),
            }
        }
    }
    Ok(outcome)
}

fn left_out(sentence: &str, outcome: &mut Outcome) {
    *outcome = Outcome::SomeRefused;
    talk(&format!("failed to {sentence}"));
}

/// Who is asked, and where answers are kept.
struct Asked<'a> {
    endpoint: Option<Endpoint>,
    replies: Option<Replies>,
    model: &'a str,
}

impl Asked<'_> {
    fn about(&self, report: &CapturedDocument, outcome: &mut Outcome) -> Result<(), Failure> {
        let place = &report.document.path;
        let answer = self
            .answer(report)?
            .and_then(|answer| answer::take_apart(&answer, self.model, &report.document));
        match answer {
            Ok(Answer { candidates, refused }) => {
                for why in refused {
                    left_out(&format!("take what was proposed of {place}: {why}"), outcome);
                }
                Ok(print(&candidates)?)
            }
            Err(why) => {
                left_out(&format!("ask about {place}: {why}"), outcome);
                Ok(())
            }
        }
    }

    /// The answer about a report, kept or new; why there is none.
    fn answer(&self, report: &CapturedDocument) -> Result<Result<String, String>, Failure> {
        if report.text.len() > LONGEST_REPORT {
            return Ok(Err(format!(
                "it has {} bytes, more than the {LONGEST_REPORT} one question takes\nhint: split \
                 it into reports",
                report.text.len()
            )));
        }
        let question = question::about(self.model, &report.text);
        let kept = self.replies.as_ref().map(|replies| replies.kept(&question)).transpose()?;
        if let Some(kept) = kept.flatten() {
            return Ok(Ok(kept));
        }
        let Some(endpoint) = &self.endpoint else {
            return Ok(Err(
                "no answer is kept\nhint: ask a service once, without --kept-only".to_owned()
            ));
        };
        let answer = endpoint.ask(&question);
        if let (Ok(answer), Some(replies)) = (&answer, &self.replies) {
            replies.keep(&question, answer)?;
        }
        Ok(answer)
    }
}

fn print(candidates: &[CandidateJson]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    candidates.iter().try_for_each(|candidate| {
        serde_json::to_writer(&mut out, candidate)?;
        writeln!(out)
    })
}
