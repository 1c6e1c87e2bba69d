//! Zips: KMZ, and shapefiles with what belongs to them.

use super::{kml, shapefile};
use crate::geojson::{MapFile, MapFileError, MapLimits};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The most entries of a zip.
const MOST_ENTRIES: usize = 1_000;

/// Reads the map in a zip; nothing is written to disk, and no entry's name is used as a path.
pub(super) fn parse(bytes: &[u8], limits: &MapLimits) -> Result<MapFile, MapFileError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_ENTRIES {
        return Err(MapFileError::Beyond { what: "entries in one zip", limit: MOST_ENTRIES });
    }
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.map(|name| name.to_lowercase()).unwrap_or_default())
        .collect();
    let mut unpacking = Unpacking { left: limits.unpacked_bytes, limit: limits.unpacked_bytes };
    let shapes = ending(&names, ".shp");
    match (shapes.as_slice(), kml_entry(&names)) {
        ([shp], _) => {
            let stem = names[*shp].strip_suffix(".shp").unwrap_or_default().to_owned();
            let part = |part: &str| names.iter().position(|name| *name == format!("{stem}.{part}"));
            let mut parts = Vec::with_capacity(4);
            for at in [Some(*shp), part("dbf"), part("prj"), part("cpg")] {
                parts.push(at.map(|at| unpacking.entry(&mut archive, at)).transpose()?);
            }
            shapefile::parse(bytes, parts, limits)
        }
        ([], Some(at)) => {
            let text = unpacking.entry(&mut archive, at)?;
            kml::parse(&text, bytes, limits)
        }
        ([], None) => Err(MapFileError::Unreadable {
            form: "a zip",
            reason: "it holds neither a .kml nor a .shp".to_owned(),
            hint: "a KMZ holds doc.kml; a shapefile's .shp, .dbf, .prj and .cpg go into one .zip",
        }),
        _ => Err(MapFileError::Unreadable {
            form: "a zip",
            reason: "it holds several shapefiles".to_owned(),
            hint: "put each into a .zip of its own",
        }),
    }
}

fn ending(names: &[String], ending: &str) -> Vec<usize> {
    let ends =
        |(_, name): &(usize, &String)| name.ends_with(ending) && !name.starts_with("__macosx");
    names.iter().enumerate().filter(ends).map(|(at, _)| at).collect()
}

/// The map of a KMZ: `doc.kml`, else its first KML.
fn kml_entry(names: &[String]) -> Option<usize> {
    let all = ending(names, ".kml");
    all.iter().copied().find(|at| names[*at] == "doc.kml").or_else(|| all.first().copied())
}

/// How much may still be unpacked.
struct Unpacking {
    left: usize,
    limit: usize,
}

impl Unpacking {
    /// The bytes of an entry, however many it declares: more than the limit are refused.
    fn entry(
        &mut self,
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        at: usize,
    ) -> Result<Vec<u8>, MapFileError> {
        let entry = archive.by_index(at).map_err(|error| damaged(&error))?;
        let most = u64::try_from(self.left).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        entry.take(most).read_to_end(&mut bytes).map_err(|error| damaged(&error))?;
        let Some(left) = self.left.checked_sub(bytes.len()) else {
            return Err(MapFileError::Beyond { what: "bytes once unpacked", limit: self.limit });
        };
        self.left = left;
        Ok(bytes)
    }
}

fn damaged(error: &dyn std::error::Error) -> MapFileError {
    MapFileError::Unreadable {
        form: "a zip",
        reason: error.to_string(),
        hint: "it may be damaged or encrypted; pack it anew",
    }
}
