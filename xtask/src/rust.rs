//! Formatting, lints and tests of the Rust code.

use crate::{
    command::{cargo, is_there},
    steps::Outcome,
};

/// `rustfmt` would change nothing.
pub(crate) fn fmt() -> Outcome {
    cargo(&["fmt", "--all", "--check", "--", "-l"], "rustfmt")
}

/// The workspace's lints, warnings being errors.
pub(crate) fn clippy() -> Outcome {
    cargo(
        &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
        "all targets, -D warnings",
    )
}

/// Unit and integration tests, by nextest where it is installed.
pub(crate) fn tests() -> Outcome {
    if is_there("cargo", &["nextest", "--version"]) {
        let run = ["nextest", "run", "--workspace", "--locked", "--no-fail-fast"];
        return cargo(&run, "with nextest");
    }
    let run = ["test", "--workspace", "--locked", "--no-fail-fast", "--lib", "--bins", "--tests"];
    cargo(&run, "with cargo test")
}

/// The examples of the documentation.
pub(crate) fn doctests() -> Outcome {
    cargo(&["test", "--workspace", "--locked", "--doc"], "all crates")
}

/// What `deny.toml` says of licences, sources and duplicates. The list of advisories would have to
/// be fetched and is left to whoever releases.
pub(crate) fn deny() -> Outcome {
    if !is_there("cargo", &["deny", "--version"]) {
        return Outcome::Skipped("cargo-deny is not installed; `licences` looked at them".into());
    }
    cargo(&["deny", "--offline", "check", "bans", "licenses", "sources"], "bans, licences, sources")
}
