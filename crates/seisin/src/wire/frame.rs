//! Frames as JSON.

use crate::output::Record;
use seisin_places::Frame;
use serde::Serialize;

/// A named, dated, attributed view of who is sovereign where.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FrameJson {
    id: String,
    title: String,
    as_of: String,
    according_to: String,
    members: Vec<String>,
    area_km2: Option<f64>,
    area_source: Option<String>,
    note: String,
}

impl From<&Frame> for FrameJson {
    fn from(frame: &Frame) -> Self {
        Self {
            id: frame.id.clone(),
            title: frame.title.clone(),
            as_of: frame.as_of.to_string(),
            according_to: frame.according_to.clone(),
            members: frame.members.iter().map(ToString::to_string).collect(),
            area_km2: frame.area().map(|published| published.area.square_km()),
            area_source: frame.area().map(|published| published.source.clone()),
            note: frame.note.clone(),
        }
    }
}

impl Record for FrameJson {
    const COLUMNS: &'static [&'static str] =
        &["id", "title", "as_of", "according_to", "members", "area_km2", "area_source"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.id.clone(),
            self.title.clone(),
            self.as_of.clone(),
            self.according_to.clone(),
            self.members.len().to_string(),
            self.area_km2.map(|area| area.to_string()).unwrap_or_default(),
            self.area_source.clone().unwrap_or_default(),
        ]
    }
}
