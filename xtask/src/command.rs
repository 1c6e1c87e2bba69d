//! Running another program, its output going where ours goes.

use crate::{steps::Outcome, workspace};
use std::{
    path::Path,
    process::{Command, Stdio},
};

/// Runs a program in a folder of the project; says what failed where it does.
pub(crate) fn run(folder: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    let line = format!("{program} {}", arguments.join(" "));
    eprintln!("$ {line}");
    let status = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .status()
        .map_err(|error| format!("`{line}` could not be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed")) }
}

/// The output of a program that succeeds.
pub(crate) fn output(program: &str, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let line = format!("{program} {}", arguments.join(" "));
    let output = Command::new(program)
        .args(arguments)
        .current_dir(workspace::root())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{line}` could not be started: {error}"))?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("`{line}` failed")) }
}

/// Whether a program is there: that it answers when asked for its version.
pub(crate) fn is_there(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A step that runs `cargo` once.
pub(crate) fn cargo(arguments: &[&str], looked_at: &str) -> Outcome {
    match run(&workspace::root(), "cargo", arguments) {
        Ok(()) => Outcome::Passed(looked_at.to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}
