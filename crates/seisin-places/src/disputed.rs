//! Lands that more than one state claims, or that are governed apart from who claims them.

use seisin_core::RegionId;
use serde::Deserialize;
use std::sync::LazyLock;

static BUILT_IN: LazyLock<Vec<DisputedArea>> = LazyLock::new(|| {
    parse(include_str!("../assets/sources/areas.toml"))
        .expect("the committed file is valid, as its test checks")
});

/// A land with those who claim it.
///
/// # Assumptions
/// A list of names and claims, written for seisin and compared with Natural Earth's and Who's On
/// First's disputed areas. It says who claims, not who is right, and measures nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct DisputedArea {
    /// Its identifier: `disputed:abyei`.
    pub id: RegionId,
    /// The name by which it is listed.
    pub name: String,
    /// Other names of it, those of the claimants among them.
    pub other_names: Vec<String>,
    /// The states that claim or have claimed it, by ISO 3166-1 code, in no order of merit.
    pub claimants: Vec<RegionId>,
    /// A rough position for a label: longitude, then latitude, in degrees.
    pub position: [f64; 2],
}

/// The disputed lands that come with the program, by identifier.
///
/// # Example
/// ```
/// use seisin_places::disputed_areas;
/// let abyei = disputed_areas().iter().find(|area| area.id.0 == "disputed:abyei");
/// assert_eq!(abyei.map(|area| area.claimants.len()), Some(2));
/// ```
pub fn disputed_areas() -> &'static [DisputedArea] {
    &BUILT_IN
}

#[derive(Deserialize)]
struct File {
    area: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    kind: String,
    name: String,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    claimants: Vec<String>,
    lat: f64,
    lon: f64,
}

fn parse(text: &str) -> Result<Vec<DisputedArea>, String> {
    let file: File = toml::from_str(text).map_err(|cause| cause.to_string())?;
    let rows = file.area.into_iter().filter(|row| row.kind == "disputed");
    let mut areas: Vec<DisputedArea> = rows
        .map(|row| DisputedArea {
            id: RegionId(row.id),
            name: row.name,
            other_names: row.names,
            claimants: row.claimants.into_iter().map(RegionId).collect(),
            position: [row.lon, row.lat],
        })
        .collect();
    areas.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(areas)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_is_listed_once_with_a_claimant_and_a_place() {
        let areas = disputed_areas();
        assert!(areas.len() > 100, "{}", areas.len());
        let ids: BTreeSet<&RegionId> = areas.iter().map(|area| &area.id).collect();
        assert_eq!(ids.len(), areas.len());
        for area in areas {
            let [lon, lat] = area.position;
            assert!(lon.abs() <= 180.0 && lat.abs() <= 90.0, "{area:?}");
            assert!(area.claimants.iter().all(|code| code.0.len() == 2), "{area:?}");
        }
    }
}
