//! `seisin-suites SHARED [--misses] [--bars=FILE] [--program=SEISIN] [SUITE…]`: the figures of the
//! suites beside their bars, with `--program` those of the project's corpus as well.
#![expect(clippy::print_stdout, reason = "a program for people at a terminal")]
#![expect(clippy::print_stderr, reason = "a program for people at a terminal")]

use seisin_suites::{Bars, Figure, OpenSuiteError, corpus, fallen, suites, table};
use std::{path::PathBuf, process::ExitCode};

/// What the command line asks for.
struct Asked {
    shared: PathBuf,
    suites: Vec<String>,
    bars: Option<String>,
    program: Option<PathBuf>,
    misses: Misses,
}

#[derive(PartialEq, Eq)]
enum Misses {
    Shown,
    Left,
}

fn main() -> ExitCode {
    let Some(asked) = asked(std::env::args().skip(1)) else {
        eprintln!(
            "usage: seisin-suites SHARED [--misses] [--bars=FILE] [--program=SEISIN] [SUITE…]"
        );
        return ExitCode::from(2);
    };
    match bars(&asked) {
        Ok(bars) => run(&asked, &bars),
        Err(why) => {
            eprintln!("failed to read the bars: {why}");
            ExitCode::FAILURE
        }
    }
}

fn asked(arguments: impl Iterator<Item = String>) -> Option<Asked> {
    let (flags, rest): (Vec<String>, Vec<String>) =
        arguments.partition(|argument| argument.starts_with("--"));
    let value = |name: &str| flags.iter().find_map(|flag| flag.strip_prefix(name));
    let (shared, suites) = rest.split_first()?;
    let misses = flags.iter().any(|flag| flag == "--misses");
    Some(Asked {
        shared: PathBuf::from(shared),
        suites: suites.to_vec(),
        bars: value("--bars=").map(str::to_owned),
        program: value("--program=").map(PathBuf::from),
        misses: if misses { Misses::Shown } else { Misses::Left },
    })
}

fn bars(asked: &Asked) -> Result<Bars, String> {
    let text = match &asked.bars {
        Some(path) => std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?,
        None => String::new(),
    };
    Bars::parse(&text)
}

fn run(asked: &Asked, bars: &Bars) -> ExitCode {
    let wanted = |name: &str| asked.suites.is_empty() || asked.suites.iter().any(|one| one == name);
    let (mut figures, mut skipped, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    let mut take = |name: &str, scored: Result<Vec<Figure>, OpenSuiteError>| match scored {
        Ok(found) => figures.extend(found),
        Err(error @ OpenSuiteError::Absent { .. }) => {
            skipped.push(format!("{name}, failed to {error}"));
        }
        Err(error) => faults.push(format!("{name} failed to {error}")),
    };
    if let Some(program) = asked.program.as_ref().filter(|_| wanted("corpus")) {
        take("corpus", corpus::score(&asked.shared, program));
    }
    if let Some(program) = asked.program.as_ref().filter(|_| wanted("reports")) {
        take("reports", corpus::score_reports(&asked.shared, program));
    }
    if wanted("corpus") {
        take("corpus", corpus::seen(&asked.shared));
    }
    for suite in suites().iter().filter(|suite| wanted(suite.name)) {
        take(suite.name, suite.run(&asked.shared));
    }
    print!("{}", table(bars, &figures, &skipped));
    if asked.misses == Misses::Shown {
        figures.iter().for_each(show_misses);
    }
    faults.extend(fallen(bars, &figures));
    for line in &faults {
        eprintln!("fault: {line}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn show_misses(figure: &Figure) {
    println!("\n{} ({})", figure.id, figure.basis);
    figure.misses.iter().for_each(|miss| println!("    {}", miss.replace('\n', "\\n")));
}
