//! One program run on the maps, its words read as they come, its time bounded.

use super::options::Options;
use crate::workspace;
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How long a program may be silent beyond the limit of its tasks: it writes results meanwhile.
const PATIENCE: Duration = Duration::from_mins(5);

/// One task as a program carried it out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Timed {
    /// CPU seconds of all its threads.
    pub(super) seconds: f64,
    /// Whether it was done within the limit; else `seconds` is what it took up to there.
    pub(super) complete: bool,
}

/// What one program printed: tasks, other figures by name, and what it said of itself.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) tasks: BTreeMap<String, Timed>,
    pub(super) figures: Vec<(String, f64)>,
    pub(super) remarks: Vec<String>,
}

/// Runs a program and reads what it prints. One that falls silent is ended, and what it had said
/// until then counts.
pub(super) fn ask(command: &[String], options: Options) -> Result<Said, String> {
    let line = command.join(" ");
    eprintln!("$ {line}");
    let (program, arguments) = command.split_first().ok_or("no program")?;
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(workspace::root())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("`{line}` could not be started: {error}"))?;
    let lines = lines(child.stdout.take().ok_or("no output")?);
    let mut said = Said::default();
    let patience = Duration::from_secs(options.limit) + PATIENCE;
    loop {
        match lines.recv_timeout(patience) {
            Ok(line) => said.take(&line),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                said.remarks.push(format!("# {program} fell silent and was ended"));
                end(&mut child);
                return Ok(said);
            }
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() || !said.tasks.is_empty() {
        Ok(said)
    } else {
        Err(format!("`{line}` failed"))
    }
}

/// The lines of a program as they come.
fn lines(from: ChildStdout) -> Receiver<String> {
    let (send, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if send.send(line).is_err() {
                break;
            }
        }
    });
    lines
}

/// Ends a program that was started here.
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

impl Said {
    /// Takes in one line: `task`, name, seconds and optionally pieces done and in all; `figure`,
    /// name, figure; or a remark.
    fn take(&mut self, line: &str) {
        let cells: Vec<&str> = line.split('\t').collect();
        let number = |cell: &str| cell.parse::<f64>().unwrap_or(f64::NAN);
        match cells.as_slice() {
            ["task", name, seconds, rest @ ..] => {
                eprintln!("  {name}: {seconds} s");
                let complete = matches!(rest, [] | [_]) || rest.first() == rest.get(1);
                let timed = Timed { seconds: number(seconds), complete };
                self.tasks.insert((*name).to_owned(), timed);
            }
            ["figure", name, figure] => self.figures.push(((*name).to_owned(), number(figure))),
            _ => self.remarks.push(line.to_owned()),
        }
    }

    /// A figure by its name.
    pub(super) fn figure(&self, name: &str) -> f64 {
        let found = self.figures.iter().find(|(other, _)| other == name);
        found.map_or(f64::NAN, |(_, figure)| *figure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_figures_and_remarks_are_told_apart() {
        let mut said = Said::default();
        for line in
            ["task\t30,000 points\t1.5\t7\t7", "task\tslow\t9\t3\t7", "figure\tfloor\t2e6", "# v1"]
        {
            said.take(line);
        }
        assert_eq!(said.tasks["30,000 points"], Timed { seconds: 1.5, complete: true });
        assert!(!said.tasks["slow"].complete);
        assert!((said.figure("floor") - 2e6).abs() < 1.0 && said.figure("none").is_nan());
        assert_eq!(said.remarks, ["# v1"]);
    }

    #[test]
    fn a_program_that_says_nothing_and_fails_is_told() {
        let options = Options { every: 1, limit: 1 };
        assert!(ask(&["false".to_owned()], options).unwrap_err().contains("failed"));
        assert!(ask(&["/no/such/program".to_owned()], options).is_err());
    }
}
