//! The files of an archive of daily maps, and the shapes in them.

use seisin_measure::{Budget, RunningValidity, Shape, ShapeLimits, union};
use seisin_source::{MapFeature, MapLimits, RunningGeojson, parse_geojson};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One day of a publisher.
#[derive(Clone)]
pub(crate) struct Day {
    pub(crate) date: String,
    pub(crate) shape: Arc<Shape>,
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

/// Some files, read and validated one after the other, each beside the one before.
pub(crate) fn days(files: &[(String, PathBuf)]) -> impl Iterator<Item = Day> {
    let (mut running, limits) = (RunningGeojson::default(), MapLimits::default());
    // Features of one kind follow each other from day to day.
    let mut validity: BTreeMap<String, RunningValidity> = BTreeMap::new();
    let mut bytes = Vec::new();
    files.iter().map(move |(date, path)| {
        bytes.clear();
        fs::File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
        let features = running.features(&bytes, &limits).unwrap();
        Day { date: date.clone(), shape: held(&features, &mut validity), bytes: bytes.len() }
    })
}

/// Reads and validates some files.
pub(crate) fn load(files: &[(String, PathBuf)]) -> Vec<Day> {
    days(files).collect()
}

/// The land a file shows as held: every feature but what its publisher calls a loss.
fn held(features: &[MapFeature], validity: &mut BTreeMap<String, RunningValidity>) -> Arc<Shape> {
    let kind = |feature: &MapFeature| {
        let kind = feature.properties.get("type").and_then(seisin_source::PropertyValue::text);
        kind.map(std::borrow::Cow::into_owned).unwrap_or_default()
    };
    let mut shapes: Vec<Arc<Shape>> = Vec::new();
    for feature in features {
        let kind = kind(feature);
        if kind != "losses" {
            let running = validity.entry(kind).or_default();
            shapes.push(running.take(&feature.polygons, &ShapeLimits::default()).unwrap().0);
        }
    }
    if let [only] = shapes.as_slice() {
        return Arc::clone(only);
    }
    let shapes: Vec<&Shape> = shapes.iter().map(|shape| &**shape).collect();
    Arc::new(union(&shapes, &Budget::default()).unwrap())
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
