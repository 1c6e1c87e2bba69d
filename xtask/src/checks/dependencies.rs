//! The page of dependencies names what the manifests name.

use super::manifests;
use crate::{steps::Outcome, workspace};
use std::{collections::BTreeSet, fs};

const PAGE: &str = "docs/internals/dependencies.md";

/// Compares the first column of the page's tables with the manifests of the crates.
pub(crate) fn dependencies() -> Outcome {
    let page = fs::read_to_string(workspace::root().join(PAGE)).unwrap_or_default();
    let used = manifests::all().map(|manifests| {
        manifests.iter().flat_map(manifests::dependencies).map(|(_, name)| name).collect()
    });
    match used {
        Ok(used) => Outcome::of(&faults(&named(&page), &used), "the page of dependencies".into()),
        Err(why) => Outcome::Failed(why),
    }
}

/// The crates in the first column of the tables, up to those of the front end.
fn named(page: &str) -> BTreeSet<String> {
    let page = page.split("## The front end").next().unwrap_or_default();
    let first = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let names = first.flat_map(|cell| cell.split(", ")).filter_map(|name| name.split(' ').next());
    names.filter(|name| *name != "crate").map(str::to_owned).collect()
}

fn faults(named: &BTreeSet<String>, used: &BTreeSet<String>) -> Vec<String> {
    let ours = |name: &&String| !name.starts_with("seisin");
    let unnamed = used.difference(named).filter(ours);
    let unused = named.difference(used);
    unnamed
        .map(|name| format!("{PAGE} does not say what {name} is for"))
        .chain(unused.map(|name| format!("{PAGE} names {name}, which no manifest does")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_column_names_crates() {
        let page = "| crate | for |\n|---|---|\n| serde, toml | data |\n| rusqlite (bundled) | x |\n\
                    ## The front end\n| preact | screens |\n";
        let expected = ["serde", "toml", "rusqlite"].map(str::to_owned).into();
        assert_eq!(named(page), expected);
    }

    #[test]
    fn both_sides_are_told() {
        let set = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        let told = faults(&set(&["serde", "gone"]), &set(&["serde", "new", "seisin-core"]));
        assert_eq!(
            told,
            [
                "docs/internals/dependencies.md does not say what new is for",
                "docs/internals/dependencies.md names gone, which no manifest does",
            ]
        );
    }
}
