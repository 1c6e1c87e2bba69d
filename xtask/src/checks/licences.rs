//! Every dependency's licence is one that `deny.toml` allows.

use super::spdx;
use crate::{command::output, steps::Outcome, workspace};
use serde_json::Value;
use std::{collections::BTreeSet, fs};

/// Looks at every package of `Cargo.lock`, for all platforms.
pub(crate) fn licences() -> Outcome {
    let rules = fs::read_to_string(workspace::root().join("deny.toml"))
        .map_err(|error| format!("deny.toml: {error}"))
        .and_then(|text| text.parse().map_err(|error| format!("deny.toml: {error}")))
        .map(|table: toml::Table| Rules::of(&table));
    let packages = output("cargo", &["metadata", "--format-version", "1", "--locked"])
        .and_then(|json| serde_json::from_slice(&json).map_err(|error| error.to_string()));
    match (rules, packages) {
        (Ok(rules), Ok(metadata)) => compare(&rules, &metadata),
        (Err(why), _) | (_, Err(why)) => Outcome::Failed(why),
    }
}

/// What `deny.toml` allows: everybody, and some packages beyond.
#[derive(Debug, Default)]
struct Rules {
    allowed: BTreeSet<String>,
    exceptions: Vec<(String, BTreeSet<String>)>,
}

impl Rules {
    fn of(table: &toml::Table) -> Self {
        let names = |value: Option<&toml::Value>| -> BTreeSet<String> {
            let list = value.and_then(toml::Value::as_array).into_iter().flatten();
            list.filter_map(|name| Some(name.as_str()?.to_owned())).collect()
        };
        let Some(licenses) = table.get("licenses") else { return Self::default() };
        let allowed = names(licenses.get("allow"));
        let exceptions = licenses.get("exceptions").and_then(toml::Value::as_array);
        let exceptions = exceptions.into_iter().flatten().filter_map(|exception| {
            let package = exception.get("crate")?.as_str()?.to_owned();
            Some((package, names(exception.get("allow")).union(&allowed).cloned().collect()))
        });
        Self { exceptions: exceptions.collect(), allowed }
    }

    fn for_package(&self, package: &str) -> &BTreeSet<String> {
        let exception = self.exceptions.iter().find(|(name, _)| name == package);
        exception.map_or(&self.allowed, |(_, allowed)| allowed)
    }
}

fn compare(rules: &Rules, metadata: &Value) -> Outcome {
    let packages = metadata.get("packages").and_then(Value::as_array);
    let packages: Vec<&Value> = packages.into_iter().flatten().collect();
    let faults: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let field = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default();
            let (name, licence) = (field("name"), field("license"));
            let met = spdx::is_met(licence, rules.for_package(name));
            (!met).then(|| {
                format!("{name} {}: the licence `{licence}` is not allowed", field("version"))
            })
        })
        .collect();
    Outcome::of(&faults, format!("{} packages", packages.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_holds_for_its_package_alone() {
        let rules = "[licenses]\nallow = ['MIT']\n\
                     [[licenses.exceptions]]\ncrate = 'one'\nallow = ['Unicode-3.0']\n";
        let rules = Rules::of(&rules.parse().unwrap());
        let package = |name: &str, licence: &str| {
            serde_json::json!({"packages": [
                {"name": name, "version": "1.0.0", "license": licence}
            ]})
        };
        let passes =
            |name, licence| matches!(compare(&rules, &package(name, licence)), Outcome::Passed(_));
        assert!(passes("one", "MIT AND Unicode-3.0"));
        assert!(passes("two", "MIT"));
        assert!(!passes("two", "MIT AND Unicode-3.0"));
        assert!(!passes("three", ""));
    }
}
