//! A list of settlements with their people, as given by the user.

use crate::{command::inputs, exit::Failure};
use seisin_answer::SitesRequest;
use seisin_exchange::Site;
use seisin_measure::Position;
use std::path::Path;

/// The largest list of settlements taken, in bytes.
const LARGEST: u64 = 64 << 20;

/// The columns of a list.
const COLUMNS: [&str; 4] = ["name", "lon", "lat", "people"];

/// `gazetteer`, or the file of a list.
///
/// # Errors
/// Fails where the file cannot be read or a line is no settlement.
pub(super) fn sites(text: &str) -> Result<SitesRequest, Failure> {
    if text == "gazetteer" {
        return Ok(SitesRequest::Gazetteer);
    }
    let path = Path::new(text);
    let bytes = inputs::bytes(path, LARGEST)?;
    let list = listed(&bytes).map_err(|(line, reason)| {
        Failure::Failed(format!(
            "failed to read {text}, line {line}: {reason}\nhint: the columns are \
             name,lon,lat,people, in degrees"
        ))
    })?;
    Ok(SitesRequest::Given(list, path.display().to_string()))
}

/// What is wrong, and in which line.
type Wrong = (u64, String);

fn listed(bytes: &[u8]) -> Result<Vec<Site>, Wrong> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    let headings = reader.headers().map_err(|error| (1, error.to_string()))?.clone();
    let mut places = [0; 4];
    for (place, name) in places.iter_mut().zip(COLUMNS) {
        *place = headings
            .iter()
            .position(|heading| heading.eq_ignore_ascii_case(name))
            .ok_or_else(|| (1, format!("there is no column `{name}`")))?;
    }
    let mut sites = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            (error.position().map_or(0, csv::Position::line), error.to_string())
        })?;
        sites.push(site(&record, places)?);
    }
    Ok(sites)
}

fn site(record: &csv::StringRecord, [name, lon, lat, people]: [usize; 4]) -> Result<Site, Wrong> {
    let wrong = |why: &str| (record.position().map_or(0, csv::Position::line), why.to_owned());
    let number = |at: usize| record.get(at).and_then(|text| text.parse::<f64>().ok());
    let (Some(x), Some(y), Some(people)) = (number(lon), number(lat), number(people)) else {
        return Err(wrong("a position or a number of people is no number"));
    };
    let on_earth = x.abs() <= 180.0 && y.abs() <= 90.0;
    if !(on_earth && people.is_finite() && people >= 0.0) {
        return Err(wrong("a position or a number of people is out of range"));
    }
    let name = record.get(name).unwrap_or_default().to_owned();
    Ok(Site { name, at: Position::new(x, y), people })
}
