//! Every file of the world goes through the intake that real files go through.

use seisin_fixture::{MAP_SOURCES, WorldFile, articles, editions, regions, world};
use seisin_measure::{Shape, ShapeLimits};
use seisin_source::{
    CaptureLimits, DocumentMeta, MapFile, MapLimits, Sidecar, capture_text, parse_geojson,
};
use std::path::Path;

fn file(path: &str) -> WorldFile {
    world().into_iter().find(|file| file.path == path).expect("the world has it")
}

fn has_extension(file: &WorldFile, extension: &str) -> bool {
    Path::new(&file.path).extension().is_some_and(|found| found == extension)
}

fn maps() -> Vec<(String, MapFile)> {
    let files = editions().into_iter().chain([regions()]);
    let maps = files.filter(|file| has_extension(file, "geojson"));
    maps.map(|file| {
        let map = parse_geojson(&file.bytes, &MapLimits::default()).expect("a map");
        (file.path, map)
    })
    .collect()
}

#[test]
fn every_map_is_taken_in_and_every_ring_is_valid_as_it_stands() {
    for (path, map) in maps() {
        assert!(!map.features.is_empty(), "{path}");
        for feature in &map.features {
            let taken = Shape::from_rings(feature.polygons.clone(), &ShapeLimits::default());
            let (shape, notes) = taken.unwrap();
            assert_eq!(shape.polygons().len(), 1, "{path}");
            assert!(notes.is_empty(), "{path}: {notes:?}");
        }
    }
}

/// Heights are dropped with a note; no other file of the world needs one.
#[test]
fn only_the_edition_with_heights_is_noted() {
    let noted: Vec<String> =
        maps().into_iter().filter(|(_, map)| !map.notes.is_empty()).map(|(path, _)| path).collect();
    assert_eq!(noted, ["m1/2030-01-07.geojson"]);
}

#[test]
fn each_publishers_table_tells_when_its_editions_came_out() {
    for (source, rows) in MAP_SOURCES.iter().zip([4, 1]) {
        let table = Sidecar::parse(&file(source.published).bytes).unwrap();
        let published = table.files().filter(|name| table.row(name).unwrap().published.is_some());
        assert_eq!(published.count(), rows);
    }
}

#[test]
fn every_article_is_captured_with_its_publisher_and_day() {
    let (texts, metas): (Vec<WorldFile>, Vec<WorldFile>) =
        articles().into_iter().partition(|file| has_extension(file, "txt"));
    assert_eq!((texts.len(), metas.len()), (6, 6));
    for (text, meta) in texts.into_iter().zip(metas) {
        let meta = DocumentMeta::from_json(&meta.bytes).unwrap();
        let bytes = text.bytes.clone();
        let captured = capture_text(&text.path, bytes, meta, CaptureLimits::default()).unwrap();
        assert!(captured.notes.is_empty(), "{:?}", captured.notes);
        assert_eq!(captured.text.as_bytes(), text.bytes);
        assert!(captured.document.publisher.is_some());
        assert!(captured.document.published.is_some());
    }
}
