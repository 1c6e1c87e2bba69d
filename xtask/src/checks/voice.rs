//! The program's own voice is neutral: loaded words stand in quotations and in the lists by which
//! the reader recognises them, nowhere else.

use super::{
    prose::own_words,
    rust_text::{self, Kind},
};
use crate::{steps::Outcome, workspace};
use std::{fs, path::Path};

/// The words, by their stems; a stem matches where a word starts with it and ends as listed.
const LOADED: &[(&str, &[&str])] = &[
    ("liberat", &["e", "ed", "es", "ing", "ion", "or", "ors"]),
    ("occup", &["y", "ied", "ies", "ying", "ation", "ier", "iers"]),
    ("captur", &["e", "ed", "es", "ing"]),
    ("enem", &["y", "ies"]),
    ("rebel", &["", "s", "lion"]),
    ("terroris", &["t", "ts", "m"]),
    ("concession", &["", "s"]),
    ("aggressor", &["", "s"]),
];

/// A report or a map file is *captured* when its bytes are taken in; land is not. Which is meant
/// shows in the words around it.
const CAPTURE: &str = "captur";
const OF_DOCUMENTS: &[&str] =
    &["text", "byte", "document", "report", "file", "page", "code", "character", "offset", "what"];
const OF_LAND: &[&str] = &["land", "territor", "town", "village", "city", "forces", "troops"];
const WORDS_BEFORE: usize = 6;
const WORDS_AFTER: usize = 8;

/// The crates that recognise words of reports: short literals in them are what is looked for.
const RECOGNISING: &[&str] = &["crates/seisin-read/", "crates/seisin-places/"];
const LONGEST_ENTRY: usize = 4;

/// Looks at the strings and documentation of the crates, at the front end, and at the documents.
pub(crate) fn voice() -> Outcome {
    let root = workspace::root();
    let mut looked_at = 0;
    let mut faults = Vec::new();
    let mut look = |path: &Path, of: fn(&str, &str) -> Vec<Fault>| {
        looked_at += 1;
        let text = fs::read_to_string(path).unwrap_or_default();
        let name = workspace::short(path);
        let found = of(&name, &text);
        faults.extend(
            found
                .iter()
                .map(|fault| format!("{name}:{}: our own words say `{}`", fault.0, fault.1)),
        );
    };
    for path in workspace::files(&root.join("crates"), &["rs"]) {
        if workspace::short(&path).contains("/src/") {
            look(&path, in_rust);
        }
    }
    for path in workspace::files(&root.join("web/src"), &["ts", "tsx", "css", "html"]) {
        look(&path, in_web);
    }
    let mut documents = workspace::files(&root.join("docs"), &["md"]);
    let others = ["README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CHANGELOG.md", "CONTRIBUTING.md"];
    documents.extend(others.map(|name| root.join(name)).into_iter().filter(|path| path.is_file()));
    for path in documents {
        look(&path, in_prose);
    }
    Outcome::of(&faults, format!("{looked_at} files"))
}

/// A line and the word on it.
type Fault = (usize, String);

fn in_rust(name: &str, source: &str) -> Vec<Fault> {
    let recognises = RECOGNISING.iter().any(|place| name.starts_with(place));
    rust_text::said(source)
        .into_iter()
        .filter(|said| match said.kind {
            Kind::Documentation => true,
            Kind::Literal => !(recognises && said.text.split_whitespace().count() <= LONGEST_ENTRY),
        })
        .flat_map(|said| {
            let own = own_words(&said.text.replace("\\\"", "\""));
            found_in(&own, said.line)
        })
        .collect()
}

fn in_prose(_: &str, text: &str) -> Vec<Fault> {
    let own = own_words(text);
    let own: Vec<&str> =
        own.lines().map(|line| if line.starts_with('>') { "" } else { line }).collect();
    found_in(&own.join("\n"), 1)
}

/// Quotation marks are string literals there, which are looked at.
fn in_web(_: &str, text: &str) -> Vec<Fault> {
    found_in(text, 1)
}

fn found_in(text: &str, first_line: usize) -> Vec<Fault> {
    let words: Vec<Fault> = text
        .lines()
        .enumerate()
        .flat_map(|(at, line)| {
            let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            words
                .filter(|word| !word.is_empty())
                .map(move |word| (first_line + at, word.to_lowercase()))
        })
        .collect();
    let is_told = |at: usize, word: &str| {
        let around = at.saturating_sub(WORDS_BEFORE)..words.len().min(at + WORDS_AFTER + 1);
        let around = words.get(around).unwrap_or_default();
        is_loaded(word) && !(word.starts_with(CAPTURE) && is_about_a_document(around))
    };
    let told = words.iter().enumerate().filter(|(at, (_, word))| is_told(*at, word));
    told.map(|(_, fault)| fault.clone()).collect()
}

fn is_loaded(word: &str) -> bool {
    LOADED.iter().any(|(stem, endings)| {
        word.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending))
    })
}

fn is_about_a_document(around: &[Fault]) -> bool {
    let has = |stems: &[&str]| {
        around.iter().any(|(_, word)| stems.iter().any(|stem| word.starts_with(stem)))
    };
    has(OF_DOCUMENTS) && !has(OF_LAND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_words_are_neutral() {
        assert!(matches!(voice(), Outcome::Passed(_)), "{:?}", voice());
    }

    /// Line by line: a text of a crate, and the words that are told.
    #[test]
    fn loaded_words_are_told_and_quoted_ones_are_not() {
        for (line, told) in [
            ("f(\"the occupied area\")", vec!["occupied"]),
            ("/// Land the Rebels hold.", vec!["rebels"]),
            ("/// Reports say \"liberated\"; the answer does not.", vec![]),
            ("/// Reports say `liberated`.", vec![]),
            ("// liberated stands in a remark for ourselves", vec![]),
            ("f(\"a report says \\\"enemy\\\" of both\")", vec![]),
            ("/// The text as captured.", vec![]),
            ("/// The town it captured, as the report has it.", vec!["captured"]),
            ("f(\"terrorists and concessions\")", vec!["terrorists", "concessions"]),
            ("let occupied = Entry::Occupied;", vec![]),
            ("/// The preoccupied rebellious captain.", vec![]),
        ] {
            let words: Vec<String> =
                in_rust("crates/seisin/src/a.rs", line).into_iter().map(|fault| fault.1).collect();
            assert_eq!(words, told, "{line}");
        }
    }

    #[test]
    fn what_a_reader_looks_for_may_be_any_word() {
        let list = "[\"liberated\", \"rebel forces\"]; g(\"nothing but the enemy of mankind\")";
        let told = in_rust("crates/seisin-read/src/text/a.rs", list);
        assert_eq!(told, [(1, "enemy".to_owned())]);
        assert_eq!(in_rust("crates/seisin-answer/src/a.rs", list).len(), 3);
    }
}
