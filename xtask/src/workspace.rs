//! Where the project is, and what is in it.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The files below `folder` with one of these extensions, in alphabetical order; what others made
/// (`node_modules`, `dist`, `target`) left out.
pub(crate) fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    gather(folder, extensions, &mut found);
    found.sort();
    found
}

fn gather(folder: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["node_modules", "dist", "target"].contains(&name.as_str())
                && !name.starts_with('.')
            {
                gather(&path, extensions, found);
            }
        } else if extensions.iter().any(|ending| name.ends_with(&format!(".{ending}"))) {
            found.push(path);
        }
    }
}

/// A path as it stands in messages: from the workspace on.
pub(crate) fn short(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use crate::command::output;
    use serde_json::Value;

    /// The readme's `cargo run` names no package, so there must be one program it can mean.
    #[test]
    fn cargo_run_means_the_program() {
        let json = output("cargo", &["metadata", "--format-version", "1", "--no-deps", "--locked"]);
        let metadata: Value = serde_json::from_slice(&json.unwrap()).unwrap();
        let default = metadata["workspace_default_members"].as_array().unwrap();
        let names: Vec<&str> = default.iter().filter_map(Value::as_str).collect();
        assert!(names.len() == 1 && names[0].contains("/crates/seisin#"), "{names:?}");
    }
}
