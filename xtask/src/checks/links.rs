//! Links between our documents lead to files and headings that are there.

use crate::{steps::Outcome, workspace};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Looks at every document of the project.
pub(crate) fn links() -> Outcome {
    let root = workspace::root();
    let documents = workspace::files(&root, &["md"]);
    let mut looked_at = 0;
    let mut faults = Vec::new();
    for document in &documents {
        let text = fs::read_to_string(document).unwrap_or_default();
        for (line, target) in targets(&text) {
            looked_at += 1;
            if let Some(fault) = fault_of(document, &target) {
                faults.push(format!("{}:{line}: {fault}", workspace::short(document)));
            }
        }
    }
    Outcome::of(&faults, format!("{looked_at} links in {} documents", documents.len()))
}

/// The targets of a document's links, with their lines; examples of code have none.
fn targets(text: &str) -> Vec<(usize, String)> {
    let mut in_code = false;
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        let links = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        found.extend(links.map(|target| (number + 1, target.to_owned())));
    }
    found
}

fn fault_of(document: &Path, target: &str) -> Option<String> {
    if target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let (path, heading) = target.split_once('#').unwrap_or((target, ""));
    let file: PathBuf = match path {
        "" => document.to_owned(),
        path => document.parent()?.join(path),
    };
    if !file.exists() {
        return Some(format!("there is no {path}"));
    }
    if heading.is_empty() {
        return None;
    }
    let text = fs::read_to_string(&file).unwrap_or_default();
    let known =
        text.lines().filter(|line| line.starts_with('#')).any(|line| anchor(line) == heading);
    (!known).then(|| format!("{target} names no heading"))
}

/// The name by which a heading is linked to.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_leads_somewhere() {
        assert!(matches!(links(), Outcome::Passed(_)), "{:?}", links());
    }

    #[test]
    fn links_are_found_outside_of_code() {
        let text = "See [one](a.md#two) and [web](https://example.org).\n```\n[no](b.md)\n```\n";
        let found = targets(text);
        let expected = [(1, "a.md#two".to_owned()), (1, "https://example.org".to_owned())];
        assert_eq!(found, expected);
    }

    #[test]
    fn headings_are_linked_to_by_their_words() {
        assert_eq!(anchor("## Boundaries and frames"), "boundaries-and-frames");
        assert_eq!(anchor("# What it's: `now`"), "what-its-now");
    }

    #[test]
    fn a_dead_link_is_told() {
        let here = workspace::root().join("README.md");
        assert_eq!(fault_of(&here, "nowhere.md").as_deref(), Some("there is no nowhere.md"));
        assert_eq!(fault_of(&here, "#no-such").as_deref(), Some("#no-such names no heading"));
        assert_eq!(fault_of(&here, "https://example.org/x"), None);
    }
}
