//! Running the program as a person would: words in, both streams and the exit code out.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

/// What the program said and how it ended.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The program, to be run in `dir` with nothing of the tester's own settings.
pub(crate) fn program(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seisin"));
    command
        .current_dir(dir)
        .env_remove("SEISIN_STORE")
        .env_remove("RUST_LOG")
        .env("COLUMNS", "100");
    command
}

/// Runs the program in `dir`; standard input is empty.
pub(crate) fn run(dir: &Path, args: &[&str]) -> Output {
    run_with(dir, args, b"")
}

/// Runs the program in `dir` with `input` on its standard input.
pub(crate) fn run_with(dir: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut child = program(dir)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built for this test");
    // A program that ends without reading its input closes the pipe, which is its right.
    let _ = child.stdin.take().expect("it is piped").write_all(input);
    let output = child.wait_with_output().expect("the program was started");
    Output {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).expect("answers are UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("talk is UTF-8"),
    }
}
