//! The manifests of the workspace's members.

use crate::workspace;
use std::fs;
use toml::Table;

/// The manifest of every crate and of xtask.
pub(crate) fn all() -> Result<Vec<Table>, String> {
    let root = workspace::root();
    let crates = workspace::files(&root.join("crates"), &["toml"]);
    let manifests = crates.into_iter().filter(|path| path.ends_with("Cargo.toml"));
    manifests
        .chain([root.join("xtask/Cargo.toml")])
        .map(|path| {
            let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            text.parse().map_err(|error| format!("{}: {error}", workspace::short(&path)))
        })
        .collect()
}

/// The section and the name of everything a manifest depends on.
pub(crate) fn dependencies(manifest: &Table) -> Vec<(String, String)> {
    let sections = ["dependencies", "build-dependencies", "dev-dependencies"];
    let tables = sections.into_iter().filter_map(|section| {
        Some((section, manifest.get(section).and_then(toml::Value::as_table)?))
    });
    tables
        .flat_map(|(section, table)| {
            table.keys().map(move |name| (section.to_owned(), name.clone()))
        })
        .collect()
}
