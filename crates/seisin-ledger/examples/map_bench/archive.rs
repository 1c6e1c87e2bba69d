//! The files of an archive of daily maps, and the shapes in them.

use seisin_measure::{Budget, Shape, ShapeLimits, union};
use seisin_source::{MapFeature, MapLimits, parse_geojson};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// One day of a publisher.
#[derive(Clone)]
pub(crate) struct Day {
    pub(crate) date: String,
    pub(crate) shape: Rc<Shape>,
    pub(crate) bytes: usize,
}

/// The files of a folder with the days their names tell, in order.
pub(crate) fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let paths = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<(String, PathBuf)> = paths.map(|path| (date(&path), path)).collect();
    files.sort();
    files
}

/// The day a name tells: its digits.
fn date(path: &Path) -> String {
    let name = path.file_stem().unwrap().to_str().unwrap();
    let digits: Vec<char> = name.chars().filter(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize| digits[from..to].iter().collect::<String>();
    format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8))
}

/// Reads and validates some files; one with the very bytes of the one before is not read again.
pub(crate) fn load(files: &[(String, PathBuf)]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::with_capacity(files.len());
    let mut before = Vec::new();
    for (date, path) in files {
        let bytes = fs::read(path).unwrap();
        let repeat = days.last().filter(|_| bytes == before);
        let shape = repeat.map_or_else(|| Rc::new(held(&bytes)), |day| Rc::clone(&day.shape));
        days.push(Day { date: date.clone(), shape, bytes: bytes.len() });
        before = bytes;
    }
    days
}

/// The land a file shows as held: every feature but what its publisher calls a loss.
fn held(bytes: &[u8]) -> Shape {
    let map = parse_geojson(bytes, &MapLimits::default()).unwrap();
    let is_loss = |feature: &MapFeature| {
        feature
            .properties
            .get("type")
            .and_then(seisin_source::PropertyValue::text)
            .is_some_and(|k| k == "losses")
    };
    let shapes: Vec<Shape> = map
        .features
        .into_iter()
        .filter(|feature| !is_loss(feature))
        .map(|feature| Shape::from_rings(feature.polygons, &ShapeLimits::default()).unwrap().0)
        .collect();
    match <[Shape; 1]>::try_from(shapes) {
        Ok([only]) => only,
        Err(several) => union(&several.iter().collect::<Vec<_>>(), &Budget::default()).unwrap(),
    }
}

/// The shapes of a file of regions, with their names, by name.
pub(crate) fn regions(path: &Path) -> Vec<(String, Shape)> {
    let map = parse_geojson(&fs::read(path).unwrap(), &MapLimits::default()).unwrap();
    let region = |feature: MapFeature| {
        let name = feature.properties["shapeISO"].text().unwrap().into_owned();
        (name, Shape::from_rings(feature.polygons, &ShapeLimits::default()).unwrap().0)
    };
    let mut regions: Vec<(String, Shape)> = map.features.into_iter().map(region).collect();
    regions.sort_by(|a, b| a.0.cmp(&b.0));
    regions
}
