//! Coverage as JSON, `seisin.coverage/1`: one record a thing there is to know of a publisher's maps.

use crate::output::Record;
use seisin_answer::CoverageRow;
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.coverage/1";

/// One thing there is to know of what a publisher's maps speak for.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CoverageJson {
    schema: &'static str,
    publisher: String,
    kind: &'static str,
    party: Option<String>,
    regions: Vec<String>,
    except: Vec<String>,
    from: Option<String>,
    to: Option<String>,
    editions: Option<usize>,
    area_km2: Option<f64>,
    sentence: String,
}

impl From<&CoverageRow> for CoverageJson {
    fn from(row: &CoverageRow) -> Self {
        Self {
            schema: SCHEMA,
            publisher: row.publisher.to_string(),
            kind: row.kind.word(),
            party: row.party.as_ref().map(ToString::to_string),
            regions: row.regions.iter().map(ToString::to_string).collect(),
            except: row.except.iter().map(ToString::to_string).collect(),
            from: row.from.map(|day| day.to_string()),
            to: row.to.map(|day| day.to_string()),
            editions: row.editions,
            area_km2: row.area.map(seisin_core::Area::square_km),
            sentence: row.sentence.clone(),
        }
    }
}

impl Record for CoverageJson {
    const COLUMNS: &'static [&'static str] = &[
        "publisher",
        "kind",
        "party",
        "regions",
        "except",
        "from",
        "to",
        "editions",
        "area_km2",
        "sentence",
    ];

    fn cells(&self) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            self.publisher.clone(),
            self.kind.to_owned(),
            text(&self.party),
            self.regions.join(" "),
            self.except.join(" "),
            text(&self.from),
            text(&self.to),
            self.editions.map(|count| count.to_string()).unwrap_or_default(),
            self.area_km2.map(|km2| format!("{km2:.4}")).unwrap_or_default(),
            self.sentence.clone(),
        ]
    }
}
