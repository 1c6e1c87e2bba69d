//! The reference of the command line is what the program itself says, and nothing is left out of it.
//!
//! `UPDATE_DOCS=1 cargo test -p seisin --test cli_docs` writes the page anew.

mod road;

use road::{run, run_with};
use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

const HEAD: &str = "# The command line\n\nWhat each command prints for `--help`, in the order \
                    `seisin --help` lists them. Exit codes are explained in \
                    [exit-codes.md](exit-codes.md). This page is made by `UPDATE_DOCS=1 cargo test \
                    -p seisin --test cli_docs`.\n";

fn page(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference").join(name)
}

/// What `seisin COMMAND --help` prints.
fn help(command: &[&str]) -> String {
    let output = run(Path::new("."), &[command, &["--help"]].concat());
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{command:?}");
    let lines: Vec<&str> = output.stdout.lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// The commands a help text lists: indented by two, a name, then what it does.
fn commands_in(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    lines
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next().map(ToOwned::to_owned))
        .filter(|name| name != "help")
        .collect()
}

/// The section of `command` and those of the commands under it.
fn write_section(out: &mut String, command: &[&str]) {
    let text = help(command);
    let title = [&["seisin"], command].concat().join(" ");
    write!(out, "\n## `{title}`\n\n```text\n{text}\n```\n").expect("a string takes all");
    for name in commands_in(&text) {
        write_section(out, &[command, &[&name]].concat());
    }
}

#[test]
fn the_reference_is_what_the_program_says() {
    let mut expected = HEAD.to_owned();
    write_section(&mut expected, &[]);
    for command in ["demo", "maps add", "boundaries list", "check", "exchange eval", "verify"] {
        assert!(expected.contains(&format!("\n## `seisin {command}`\n")), "{command}");
    }
    let path = page("cli.md");
    #[expect(clippy::disallowed_methods, reason = "a test may be told to write the page")]
    if std::env::var("UPDATE_DOCS").is_ok() {
        std::fs::write(&path, &expected).expect("the page can be written");
    }
    let written = std::fs::read_to_string(&path).expect("docs/reference/cli.md");
    assert!(
        written == expected,
        "docs/reference/cli.md is not what the program says; UPDATE_DOCS=1 writes it anew"
    );
}

/// Every exit code that `--help` names is in the table of exit codes, and no other.
#[test]
fn exit_codes_are_in_the_reference() {
    let help = help(&[]).replace('\n', " ");
    let named = help.split("Exit codes: ").nth(1).and_then(|rest| rest.split(". ").next());
    let named = named.expect("--help names the exit codes").split(", ");
    let named: Vec<&str> = named.filter_map(|code| code.split(' ').next()).collect();
    assert!(named.iter().all(|code| code.parse::<u8>().is_ok()), "{named:?}");
    let table =
        std::fs::read_to_string(page("exit-codes.md")).expect("docs/reference/exit-codes.md");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next());
    let rows: Vec<&str> = rows.filter(|cell| cell.parse::<u8>().is_ok()).collect();
    assert_eq!(named, rows);
}

/// A completion script for every shell names every command.
#[test]
fn completions_name_every_command() {
    let commands = commands_in(&help(&[]));
    assert!(commands.len() >= 14, "{commands:?}");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run_with(Path::new("."), &["completions", shell], b"");
        assert_eq!(output.code, 0, "{}", output.stderr);
        for command in &commands {
            assert!(output.stdout.contains(command), "{shell}: {command}");
        }
    }
}
