//! The steps of a test run, cheapest first.

use crate::{checks, rust, summary, web};
use std::{process::ExitCode, time::Instant};

/// What a step came to.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// All is well; what was looked at, in a few words.
    Passed(String),
    /// It could not or need not be done, for this reason.
    Skipped(String),
    /// What is wrong, line by line.
    Failed(String),
}

impl Outcome {
    /// Passed where there are no faults, failed with them otherwise.
    pub(crate) fn of(faults: &[String], looked_at: String) -> Self {
        if faults.is_empty() { Self::Passed(looked_at) } else { Self::Failed(faults.join("\n")) }
    }
}

/// One step.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    act: fn() -> Outcome,
}

/// Every step, in the order they run.
pub(crate) const STEPS: &[Step] = &[
    step("layers", "each crate depends only on those before it", checks::layers),
    step("voice", "our own words are neutral", checks::voice),
    step("links", "links between our documents lead somewhere", checks::links),
    step("licences", "every dependency's licence is on the list", checks::licences),
    step("needs", "every dependency has its reason", checks::dependencies),
    step("fmt", "the code is formatted", rust::fmt),
    step("clippy", "the code has no warnings", rust::clippy),
    step("tests", "unit and integration tests", rust::tests),
    step("doctests", "examples in the documentation run", rust::doctests),
    step("deny", "cargo-deny, where it is installed", rust::deny),
    step("web", "types, units and the page in a browser", web::tests),
    step("dist", "the committed front end is what its sources give", web::dist),
];

const fn step(name: &'static str, what: &'static str, act: fn() -> Outcome) -> Step {
    Step { name, what, act }
}

/// Whether all of these are names of steps.
pub(crate) fn all_known(names: &[String]) -> bool {
    names.iter().all(|name| STEPS.iter().any(|step| step.name == name))
}

/// Runs the named steps, all where none is named, to the end even if one fails.
pub(crate) fn run(names: &[String]) -> ExitCode {
    let mut done = Vec::new();
    for step in STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|n| n == step.name))
    {
        eprintln!("── {}: {}", step.name, step.what);
        let started = Instant::now();
        let outcome = (step.act)();
        if let Outcome::Failed(why) = &outcome {
            eprintln!("{why}");
        }
        done.push((step.name, outcome, started.elapsed()));
    }
    summary::print(&done)
}
