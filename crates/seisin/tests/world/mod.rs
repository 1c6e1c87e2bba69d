//! The made-up world of the demo, built once for each test program, and answers read as JSON.

use crate::road::{Output, run};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

/// The folder with the demo's world and its store; nothing may be added to it.
pub(crate) fn demo() -> &'static Path {
    static WORLD: OnceLock<PathBuf> = OnceLock::new();
    WORLD.get_or_init(|| {
        // A test runner may give every test a process of its own, several at a time.
        let name = format!("{}-{}", env!("CARGO_CRATE_NAME"), std::process::id());
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if dir.exists() {
            std::fs::remove_dir_all(&dir).expect("what an earlier run left is this test's own");
        }
        std::fs::create_dir_all(&dir).expect("the build's own folder can be written");
        done(run(&dir, &["demo", "--dir", "."]));
        dir
    })
}

/// What a command printed that is to succeed.
pub(crate) fn done(output: Output) -> Output {
    assert_eq!(output.code, 0, "{}", output.stderr);
    output
}

/// The JSON answer of a command run in `dir`.
pub(crate) fn answer(dir: &Path, args: &[&str]) -> Value {
    let output = done(run(dir, &[args, &["--format", "json"]].concat()));
    serde_json::from_str(&output.stdout).expect("a JSON answer")
}
