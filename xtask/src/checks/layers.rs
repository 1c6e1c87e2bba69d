//! The road: no crate depends on one that comes after it.

use super::manifests;
use crate::steps::Outcome;
use toml::Table;

/// The crates in reading order. A crate may depend on those before it.
const ROAD: &[&str] = &[
    "seisin-core",
    "seisin-measure",
    "seisin-places",
    "seisin-source",
    "seisin-read",
    "seisin-ledger",
    "seisin-exchange",
    "seisin-answer",
    "seisin-fixture",
    "seisin-suites",
    "seisin",
    "xtask",
];

/// Made-up places and reports, which any crate's tests may use.
const FIXTURE: &str = "seisin-fixture";

/// Looks at the manifest of every member of the workspace.
pub(crate) fn layers() -> Outcome {
    match manifests::all() {
        Ok(manifests) => {
            let faults: Vec<String> = manifests.iter().flat_map(faults_of).collect();
            Outcome::of(&faults, format!("{} manifests", manifests.len()))
        }
        Err(why) => Outcome::Failed(why),
    }
}

fn faults_of(manifest: &Table) -> Vec<String> {
    let name = manifest
        .get("package")
        .and_then(|package| package.get("name")?.as_str())
        .unwrap_or_default();
    let place_of = |name: &str| ROAD.iter().position(|on_the_road| *on_the_road == name);
    let Some(place) = place_of(name) else {
        return vec![format!("{name} has no place on the road: add it to xtask's list")];
    };
    manifests::dependencies(manifest)
        .into_iter()
        .filter(|(section, dependency)| {
            let is_test_material = section == "dev-dependencies" && dependency == FIXTURE;
            place_of(dependency).is_some_and(|other| other >= place) && !is_test_material
        })
        .map(|(_, dependency)| {
            format!("{name} names {dependency}, which comes after it on the road")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_follows_the_road() {
        assert!(matches!(layers(), Outcome::Passed(_)), "{:?}", layers());
    }

    #[test]
    fn a_step_back_is_told() {
        let manifest = |dependency: &str, section: &str| {
            let text = format!(
                "[package]\nname = 'seisin-read'\n[{section}]\n{dependency}.workspace = true\n"
            );
            faults_of(&text.parse().unwrap())
        };
        assert_eq!(manifest("seisin-core", "dependencies"), Vec::<String>::new());
        assert_eq!(manifest("serde", "dependencies"), Vec::<String>::new());
        assert_eq!(manifest("seisin-fixture", "dev-dependencies"), Vec::<String>::new());
        for (dependency, section) in [
            ("seisin-ledger", "dependencies"),
            ("seisin-read", "dependencies"),
            ("seisin-answer", "dev-dependencies"),
            ("seisin-fixture", "dependencies"),
        ] {
            let fault = format!("seisin-read names {dependency}, which comes after it on the road");
            assert_eq!(manifest(dependency, section), [fault]);
        }
    }

    #[test]
    fn a_crate_without_a_place_is_told() {
        let faults = faults_of(&"[package]\nname = 'seisin-new'\n".parse().unwrap());
        assert_eq!(faults, ["seisin-new has no place on the road: add it to xtask's list"]);
    }
}
