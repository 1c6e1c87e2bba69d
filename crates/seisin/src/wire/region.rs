//! Regions of boundary sets as JSON.

use super::figure::{BandJson, km2};
use crate::output::Record;
use seisin_answer::{AnswerError, Store};
use seisin_core::SeaLimit;
use serde::Serialize;

/// A region of a boundary set on record.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RegionRowJson {
    boundary_set: String,
    region: String,
    name: String,
    aliases: Vec<String>,
    sovereign: Option<String>,
    area_km2: BandJson,
    positional_error_m: f64,
    regions_end_at: Option<&'static str>,
    as_of: Option<String>,
    according_to: Option<String>,
    licence: String,
}

impl RegionRowJson {
    /// Every region of every set on record.
    ///
    /// # Errors
    /// [`AnswerError`] where the store cannot be read.
    pub(crate) fn all(store: &Store) -> Result<Vec<Self>, AnswerError> {
        let rows = seisin_answer::regions(store)?;
        Ok(rows
            .into_iter()
            .map(|region| Self {
                boundary_set: region.set,
                region: region.id.to_string(),
                name: region.name,
                aliases: region.aliases,
                sovereign: region.sovereign.map(|party| party.to_string()),
                area_km2: km2(region.area),
                positional_error_m: region.positional_error.metres(),
                regions_end_at: region.view.sea.map(SeaLimit::word),
                as_of: region.view.as_of.map(|day| day.to_string()),
                according_to: region.view.according_to,
                licence: region.licence.to_string(),
            })
            .collect())
    }
}

impl Record for RegionRowJson {
    const COLUMNS: &'static [&'static str] = &[
        "boundary_set",
        "region",
        "name",
        "sovereign",
        "area_km2",
        "positional_error_m",
        "regions_end_at",
        "as_of",
        "according_to",
        "licence",
    ];

    fn cells(&self) -> Vec<String> {
        vec![
            self.boundary_set.clone(),
            self.region.clone(),
            self.name.clone(),
            self.sovereign.clone().unwrap_or_default(),
            format!("{:.3}", self.area_km2.best),
            self.positional_error_m.to_string(),
            self.regions_end_at.unwrap_or_default().to_owned(),
            self.as_of.clone().unwrap_or_default(),
            self.according_to.clone().unwrap_or_default(),
            self.licence.clone(),
        ]
    }
}
