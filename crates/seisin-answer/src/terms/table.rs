//! The table of terms that come with seisin.

use serde::Deserialize;
use std::sync::LazyLock;

/// The table, read once.
pub(super) static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("licences.toml"))
        .expect("the committed table is valid, as its test checks");
    file.licence
});

/// Terms and what they allow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) url: Option<String>,
    #[serde(default)]
    pub(super) phrases: Vec<String>,
    #[serde(default)]
    pub(super) words: Vec<String>,
    pub(super) geometry: Geometry,
    #[serde(default)]
    pub(super) duties: Vec<String>,
    pub(super) why: Option<String>,
}

/// Whether shapes may be passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Geometry {
    Allowed,
    Forbidden,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "the version tells a later program how to read the file")]
    version: i64,
    licence: Vec<Row>,
}
