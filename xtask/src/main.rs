//! What the project does to itself: `cargo xtask test`, `score`, `bench`, `gazetteer`, `syntax-model`.
//!
//! In reading order: the steps of a test run (`steps`), how one is carried out (`command`,
//! `install`, `rust`, `web`), what is checked without building anything (`checks`), the table
//! at the end (`summary`); and the tasks beside it (`score`, `bench`).
#![expect(clippy::print_stdout, reason = "a program for people at a terminal")]
#![expect(clippy::print_stderr, reason = "a program for people at a terminal")]

mod bench_exchange;
mod bench_maps;
mod bench_read;
mod checks;
mod command;
mod install;
mod rust;
mod score;
mod steps;
mod summary;
mod web;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask test [STEP…]

Runs every check of the project, or the named steps alone:";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((task, names)) if task == "test" && steps::all_known(names) => steps::run(names),
        Some((name, rest)) => match score::TASKS.iter().find(|task| task.name == name) {
            Some(task) => task.run(rest),
            None => usage(),
        },
        None => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("{USAGE}");
    for step in steps::STEPS {
        eprintln!("  {:<11}{}", step.name, step.what);
    }
    eprintln!("\nor another task:");
    for task in score::TASKS {
        eprintln!("  {:<13}{}", task.name, task.what);
    }
    ExitCode::from(2)
}
