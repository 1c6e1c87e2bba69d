//! Disputed lands as JSON.

use crate::output::Record;
use seisin_places::{DisputedArea, PartyLexicon};
use serde::Serialize;

/// A land that more than one state claims, or that is governed apart from who claims it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DisputedJson {
    id: String,
    name: String,
    other_names: Vec<String>,
    claimants: Vec<ClaimantJson>,
    lon: f64,
    lat: f64,
}

#[derive(Debug, Clone, Serialize)]
struct ClaimantJson {
    code: String,
    name: String,
}

impl From<&DisputedArea> for DisputedJson {
    fn from(area: &DisputedArea) -> Self {
        let claimant = |code: &seisin_core::RegionId| ClaimantJson {
            code: code.to_string(),
            name: PartyLexicon::built_in()
                .state_of(code)
                .map_or_else(|| code.to_string(), |state| state.name.clone()),
        };
        let [lon, lat] = area.position;
        Self {
            id: area.id.to_string(),
            name: area.name.clone(),
            other_names: area.other_names.clone(),
            claimants: area.claimants.iter().map(claimant).collect(),
            lon,
            lat,
        }
    }
}

impl Record for DisputedJson {
    const COLUMNS: &'static [&'static str] =
        &["id", "name", "other_names", "claimants", "lon", "lat"];

    fn cells(&self) -> Vec<String> {
        let claimants: Vec<&str> =
            self.claimants.iter().map(|claimant| claimant.name.as_str()).collect();
        vec![
            self.id.clone(),
            self.name.clone(),
            self.other_names.join("; "),
            claimants.join("; "),
            self.lon.to_string(),
            self.lat.to_string(),
        ]
    }
}
