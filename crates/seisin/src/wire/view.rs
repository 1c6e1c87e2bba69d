//! Whose some lands are, as seen by whom, as JSON.

use crate::output::Record;
use seisin_core::RegionId;
use seisin_places::{PartyLexicon, ViewedArea};
use serde::Serialize;

/// One land in one view.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ViewJson {
    id: String,
    name: String,
    seen_by: String,
    seen_by_name: String,
    seen_as: String,
    seen_as_name: String,
    note: String,
    source: &'static str,
}

/// Who says so.
const SOURCE: &str = "Natural Earth: disputed areas 4.0 and countries 5.1.2 (public domain)";

impl ViewJson {
    /// A land in every view of it that is known.
    pub(crate) fn all(area: &ViewedArea) -> Vec<Self> {
        let named = |code: &RegionId| {
            let state = PartyLexicon::built_in().state_of(code);
            state.map_or_else(|| code.to_string(), |state| state.name.clone())
        };
        let one = |(by, of): (&RegionId, &RegionId)| Self {
            id: area.id.to_string(),
            name: area.name.clone(),
            seen_by: by.to_string(),
            seen_by_name: named(by),
            seen_as: of.to_string(),
            seen_as_name: named(of),
            note: area.note.clone(),
            source: SOURCE,
        };
        area.seen_as.iter().map(one).collect()
    }

    /// Whether it is the view of this state.
    pub(crate) fn is_of(&self, viewer: &RegionId) -> bool {
        self.seen_by == viewer.0
    }
}

impl Record for ViewJson {
    const COLUMNS: &'static [&'static str] = &["id", "name", "seen_by", "seen_as", "note"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.id.clone(),
            self.name.clone(),
            self.seen_by_name.clone(),
            self.seen_as_name.clone(),
            self.note.clone(),
        ]
    }
}
