//! Who says how many people live where, and lists of sites, as given by the user.

use super::inputs;
use crate::exit::Failure;
use seisin_answer::{NamedSite, PeopleRaster, PeopleRequest};
use seisin_exchange::Site;
use seisin_measure::{Bounds, Position};
use seisin_source::{RasterLimits, read_raster};
use std::{fs::File, io::BufReader, path::Path, sync::Arc};

/// The largest list of settlements taken, in bytes.
const LARGEST: u64 = 64 << 20;

/// `gazetteer`, the file of a list, or a `GeoTIFF`.
///
/// # Errors
/// Fails where the file cannot be read or a line is no settlement.
pub(crate) fn people(text: &str) -> Result<PeopleRequest, Failure> {
    if text == "gazetteer" {
        return Ok(PeopleRequest::Gazetteer);
    }
    let path = Path::new(text);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| ending == "tif" || ending == "tiff") {
        return raster(path);
    }
    let bytes = inputs::bytes(path, LARGEST)?;
    let list = listed(&bytes).map_err(|wrong| failed(text, &wrong, "name,lon,lat,people"))?;
    Ok(PeopleRequest::Given(list, path.display().to_string()))
}

/// A raster of people: looked at now, so that a wrong file is told at once, and read where it is
/// needed.
fn raster(path: &Path) -> Result<PeopleRequest, Failure> {
    let name = path.display().to_string();
    let file = path.to_path_buf();
    let within = move |bounds: Bounds| {
        let opened = File::open(&file).map_err(|error| error.to_string())?;
        let read = read_raster(BufReader::new(opened), bounds, &RasterLimits::default());
        read.map_err(|error| format!("{}: {error}", file.display()))
    };
    let nowhere = Bounds { west: 0.0, south: 0.0, east: 0.0, north: 0.0 };
    within(nowhere)
        .map_err(|reason| Failure::Failed(format!("failed to count the people: {reason}")))?;
    let source = format!("{name} (GeoTIFF)");
    Ok(PeopleRequest::Raster(PeopleRaster { source, within: Arc::new(within) }))
}

/// The sites of a list with the columns `name,lon,lat` and perhaps `kind`.
///
/// # Errors
/// Fails where the file cannot be read or a line is no site.
pub(crate) fn named_sites(path: &Path) -> Result<(Vec<NamedSite>, String), Failure> {
    let name = path.display().to_string();
    let bytes = inputs::bytes(path, LARGEST)?;
    let sites = sites_listed(&bytes).map_err(|wrong| failed(&name, &wrong, "name,lon,lat,kind"))?;
    Ok((sites, name))
}

fn failed(name: &str, (line, reason): &Wrong, columns: &str) -> Failure {
    Failure::Failed(format!(
        "failed to read {name}, line {line}: {reason}\nhint: the columns are {columns}, in degrees"
    ))
}

/// What is wrong, and in which line.
type Wrong = (u64, String);

/// The lines of a list with the places of the columns asked for; the last may be missing.
fn lines<T>(
    bytes: &[u8],
    columns: [&str; 4],
    last_may_be_missing: Missing,
    line: impl Fn(&csv::StringRecord, [usize; 4]) -> Result<T, Wrong>,
) -> Result<Vec<T>, Wrong> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    let headings = reader.headers().map_err(|error| (1, error.to_string()))?.clone();
    let mut places = [usize::MAX; 4];
    for (at, (place, name)) in places.iter_mut().zip(columns).enumerate() {
        match headings.iter().position(|heading| heading.eq_ignore_ascii_case(name)) {
            Some(found) => *place = found,
            None if at == 3 && last_may_be_missing == Missing::May => {}
            None => return Err((1, format!("there is no column `{name}`"))),
        }
    }
    let mut all = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            (error.position().map_or(0, csv::Position::line), error.to_string())
        })?;
        all.push(line(&record, places)?);
    }
    Ok(all)
}

/// Whether the last column may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    May,
    MayNot,
}

fn listed(bytes: &[u8]) -> Result<Vec<Site>, Wrong> {
    lines(bytes, ["name", "lon", "lat", "people"], Missing::MayNot, |record, places| {
        let people = number(record, places[3]);
        match people.filter(|people| *people >= 0.0) {
            Some(people) => {
                Ok(Site { name: name(record, places), at: at(record, places)?, people })
            }
            None => Err(wrong(record, "a number of people is no number or out of range")),
        }
    })
}

fn sites_listed(bytes: &[u8]) -> Result<Vec<NamedSite>, Wrong> {
    lines(bytes, ["name", "lon", "lat", "kind"], Missing::May, |record, places| {
        let kind = record.get(places[3]).unwrap_or_default().to_owned();
        Ok(NamedSite { name: name(record, places), kind, at: at(record, places)? })
    })
}

fn wrong(record: &csv::StringRecord, why: &str) -> Wrong {
    (record.position().map_or(0, csv::Position::line), why.to_owned())
}

fn name(record: &csv::StringRecord, [name, ..]: [usize; 4]) -> String {
    record.get(name).unwrap_or_default().to_owned()
}

fn number(record: &csv::StringRecord, at: usize) -> Option<f64> {
    record.get(at).and_then(|text| text.parse::<f64>().ok()).filter(|number| number.is_finite())
}

fn at(record: &csv::StringRecord, [_, lon, lat, _]: [usize; 4]) -> Result<Position, Wrong> {
    match (number(record, lon), number(record, lat)) {
        (Some(lon), Some(lat)) if lon.abs() <= 180.0 && lat.abs() <= 90.0 => {
            Ok(Position::new(lon, lat))
        }
        _ => Err(wrong(record, "a position is no number or out of range")),
    }
}
