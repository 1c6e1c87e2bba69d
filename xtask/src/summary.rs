//! The table at the end of a test run.

use crate::steps::Outcome;
use std::{process::ExitCode, time::Duration};

/// Prints a line for each step and a closing line; fails where a step did.
pub(crate) fn print(done: &[(&str, Outcome, Duration)]) -> ExitCode {
    println!();
    for (name, outcome, took) in done {
        let (word, remark) = match outcome {
            Outcome::Passed(looked_at) => ("passed", looked_at.as_str()),
            Outcome::Skipped(reason) => ("skipped", reason.as_str()),
            Outcome::Failed(why) => ("FAILED", why.lines().next().unwrap_or_default()),
        };
        println!("{name:<10} {word:<8} {:>7.1} s  {remark}", took.as_secs_f64());
    }
    let count = |wanted: fn(&Outcome) -> bool| {
        done.iter().filter(|(_, outcome, _)| wanted(outcome)).count()
    };
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    let skipped = count(|outcome| matches!(outcome, Outcome::Skipped(_)));
    let took: Duration = done.iter().map(|(_, _, took)| *took).sum();
    let passed = done.len() - failed - skipped;
    println!(
        "\n{passed} passed, {failed} failed, {skipped} skipped in {:.0} s",
        took.as_secs_f64()
    );
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
