//! Names that stand for several regions at once.

use seisin_core::RegionId;
use serde::Deserialize;
use std::sync::LazyLock;

static BUILT_IN: LazyLock<Vec<RegionGroup>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../assets/groups.toml"))
        .expect("the committed file is valid, as its test checks");
    file.group
        .into_iter()
        .map(|row| RegionGroup {
            id: RegionId(row.id),
            name: row.name,
            members: row.members.into_iter().map(RegionId).collect(),
            source: row.source,
        })
        .collect()
});

/// Several regions known by one name: the Donbas is Donetsk and Luhansk oblasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionGroup {
    /// Its identifier: `group:donbas`.
    pub id: RegionId,
    /// Its name in English.
    pub name: String,
    /// The regions it takes in.
    pub members: Vec<RegionId>,
    /// Who uses the name so.
    pub source: String,
}

/// The groups that come with the program.
pub fn region_groups() -> &'static [RegionGroup] {
    &BUILT_IN
}

/// The built-in group with this identifier.
pub fn region_group(id: &RegionId) -> Option<&'static RegionGroup> {
    region_groups().iter().find(|group| &group.id == id)
}

#[derive(Deserialize)]
struct File {
    group: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    members: Vec<String>,
    source: String,
}
