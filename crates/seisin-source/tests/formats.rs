//! The same map in every form is the same map, and what is hostile is refused at once.

#![expect(clippy::unwrap_used, reason = "a test fails where its own footing does")]

use seisin_measure::Position;
use seisin_source::{MapFile, MapFileError, MapLimits, PropertyValue, parse_map};
use std::io::{Cursor, Write as _};
use zip::{ZipWriter, write::SimpleFileOptions};

fn read(bytes: &[u8]) -> Result<MapFile, MapFileError> {
    parse_map(bytes, &MapLimits::default())
}

#[track_caller]
fn refused(bytes: &[u8], words: &str) {
    let refusal = read(bytes).expect_err("it is refused").to_string();
    assert!(refusal.contains(words), "{refusal}");
    assert!(refusal.contains("\nhint: "), "{refusal}");
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ring(text: &str) -> String {
    format!("<LinearRing><coordinates>{text}</coordinates></LinearRing>")
}

fn kml(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\
         <name>Made up</name><ExtendedData><Data name=\"licence\"><value>CC0-1.0</value></Data></ExtendedData>\
         {inside}</Document></kml>"
    )
}

fn placemark() -> String {
    let outer = ring("\n 35.5,51.2,10 36,51.2,10\n36,51.5,10 35.5,51.5,10 35.5,51.2,10 ");
    let inner = ring("35.6,51.3 35.6,51.4 35.7,51.4 35.6,51.3");
    format!(
        "<Folder><name>North</name><Placemark><name>arland &amp; kin</name>\
         <ExtendedData><SchemaData><SimpleData name=\"party\">arland</SimpleData></SchemaData></ExtendedData>\
         <TimeStamp><when>2030-01-14</when></TimeStamp><MultiGeometry><Polygon>\
         <outerBoundaryIs>{outer}</outerBoundaryIs><innerBoundaryIs>{inner}</innerBoundaryIs></Polygon></MultiGeometry>\
         </Placemark></Folder>"
    )
}

#[test]
fn a_placemark_is_a_feature() {
    let file = read(kml(&placemark()).as_bytes()).unwrap();
    let [feature] = file.features.as_slice() else { panic!("{file:?}") };
    let text = |name: &str| feature.properties[name].text().map(std::borrow::Cow::into_owned);
    assert_eq!(text("name").as_deref(), Some("arland & kin"));
    assert_eq!(text("party").as_deref(), Some("arland"));
    assert_eq!(text("when").as_deref(), Some("2030-01-14"));
    assert_eq!(text("folder").as_deref(), Some("North"));
    assert_eq!(file.foreign["licence"], PropertyValue::Text("CC0-1.0".into()));
    assert_eq!(file.foreign["title"], PropertyValue::Text("Made up".into()));
    let lengths: Vec<usize> = feature.polygons[0].iter().map(Vec::len).collect();
    assert_eq!(lengths, [5, 4]);
    assert_eq!(feature.polygons[0][0][2], Position::new(36.0, 51.5));
    let notes: Vec<String> = file.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["heights were dropped from 5 positions, first in feature 0"]);
}

#[test]
fn points_and_lines_are_noted_and_not_measured() {
    let point = "<Placemark><Point><coordinates>35,51</coordinates></Point></Placemark>";
    let file = read(kml(point).as_bytes()).unwrap();
    assert!(file.features[0].polygons.is_empty());
    assert_eq!(file.notes[0].to_string(), "feature 0 is a Point, which is not measured");
}

/// A KMZ gives what its KML gives, under the digest of the KMZ.
#[test]
fn a_kmz_is_its_kml() {
    let plain = kml(&placemark());
    let packed = zipped(&[("files/icon.txt", b"x"), ("doc.kml", plain.as_bytes())]);
    let (from_kml, from_kmz) = (read(plain.as_bytes()).unwrap(), read(&packed).unwrap());
    assert_eq!(from_kml.features, from_kmz.features);
    assert_ne!(from_kml.source, from_kmz.source);
}

#[test]
fn what_is_no_kml_is_refused() {
    refused(b"<html><body>Sign in</body></html>", "not kml");
    refused(b"<kml><Placemark>", "as KML");
    refused(b"<kml><a></b></kml>", "as KML");
    refused(kml("<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>35,51 north,52</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>").as_bytes(), "is no position");
    refused(&zipped(&[("readme.txt", b"nothing")]), "neither a .kml nor a .shp");
    refused(b"PK\x03\x04 and no more", "as a zip");
}

/// 34 KB of folders in folders, which overflow the stack of a reader that calls itself.
#[test]
fn nested_folders_are_refused() {
    let deep = format!("<kml>{}{}</kml>", "<Folder>".repeat(2_000), "</Folder>".repeat(2_000));
    assert!(deep.len() < 40_000);
    refused(deep.as_bytes(), "levels of nesting");
}

/// A small zip that unpacks to more than is allowed is refused once that much is unpacked, whatever
/// size it declares.
#[test]
fn a_bomb_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("doc.kml", SimpleFileOptions::default()).unwrap();
    let blanks = vec![b' '; 1 << 20];
    zip.write_all(b"<kml>").unwrap();
    for _ in 0..300 {
        zip.write_all(&blanks).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    refused(&bomb, "67108864 bytes once unpacked");
}

#[test]
fn entities_are_not_expanded() {
    let bomb = "<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><kml><Placemark><name>&b;</name></Placemark></kml>";
    let file = read(bomb.as_bytes()).unwrap();
    assert_eq!(file.features[0].properties["name"], PropertyValue::Text("&b;".into()));
}

#[test]
fn limits_hold_for_every_form() {
    let text = kml(&placemark());
    for (limits, words) in [
        (MapLimits { vertices: 6, ..MapLimits::default() }, "more than 6 positions"),
        (MapLimits { features: 0, ..MapLimits::default() }, "more than 0 features"),
        (MapLimits { bytes: 100, ..MapLimits::default() }, "more than the 100 allowed"),
        (MapLimits { properties: 2, ..MapLimits::default() }, "more than 2 properties"),
        (MapLimits { property_bytes: 4, ..MapLimits::default() }, "more than 4 bytes"),
    ] {
        let refusal = parse_map(text.as_bytes(), &limits).unwrap_err().to_string();
        assert!(refusal.contains(words), "{refusal}");
    }
}

/// A shapefile of one box with a hole, as the format's description of 1998 lays it out.
fn shapefile() -> Vec<u8> {
    let outer = [(35.5, 51.2), (35.5, 51.5), (36.0, 51.5), (36.0, 51.2), (35.5, 51.2)];
    let hole = [(35.6, 51.3), (35.7, 51.3), (35.7, 51.4), (35.6, 51.3)];
    let mut content: Vec<u8> = 5_i32.to_le_bytes().to_vec();
    for edge in [35.5_f64, 51.2, 36.0, 51.5] {
        content.extend(edge.to_le_bytes());
    }
    for number in [2_i32, 9, 0, 5] {
        content.extend(number.to_le_bytes());
    }
    for (x, y) in outer.iter().chain(&hole) {
        content.extend(f64::to_le_bytes(*x));
        content.extend(f64::to_le_bytes(*y));
    }
    let words = |bytes: usize| i32::try_from(bytes / 2).unwrap().to_be_bytes();
    let mut file: Vec<u8> = 9994_i32.to_be_bytes().to_vec();
    file.extend([0; 20]);
    file.extend(words(100 + 8 + content.len()));
    file.extend(1000_i32.to_le_bytes());
    file.extend(5_i32.to_le_bytes());
    for edge in [35.5_f64, 51.2, 36.0, 51.5, 0.0, 0.0, 0.0, 0.0] {
        file.extend(edge.to_le_bytes());
    }
    file.extend(1_i32.to_be_bytes());
    file.extend(words(content.len()));
    file.extend(content);
    file
}

const WGS_84: &str = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

#[test]
fn a_shapefile_comes_in_a_zip_with_its_reference_system() {
    let shp = shapefile();
    let file = read(&zipped(&[("map.shp", &shp), ("map.prj", WGS_84.as_bytes())])).unwrap();
    let lengths: Vec<usize> = file.features[0].polygons[0].iter().map(Vec::len).collect();
    assert_eq!((file.features.len(), lengths), (1, vec![5, 4]));
    refused(&shp, "without its table");
    refused(&zipped(&[("map.shp", &shp)]), "no .prj");
    let utm = "PROJCS[\"WGS_1984_UTM_Zone_36N\",GEOGCS[\"GCS_WGS_1984\"]]";
    refused(&zipped(&[("map.shp", &shp), ("map.prj", utm.as_bytes())]), "UTM_Zone_36N");
}

/// Cuts and changed bytes of small files of every form: refused or read, and never worse.
#[test]
fn damaged_files_are_refused() {
    let packed = zipped(&[("doc.kml", kml(&placemark()).as_bytes())]);
    let shapes = zipped(&[("m.shp", &shapefile()), ("m.prj", WGS_84.as_bytes())]);
    let fgb = include_bytes!("data/sarn.fgb").to_vec();
    let parquet = include_bytes!("data/sarn.parquet").to_vec();
    for whole in [packed, shapes, kml(&placemark()).into_bytes(), fgb, parquet] {
        // Every byte of the small files, every seventh of the larger.
        let step = if whole.len() > 4_000 { 7 } else { 1 };
        for end in (0..whole.len()).step_by(step) {
            let _ = read(&whole[..end]);
        }
        for at in (0..whole.len()).step_by(step) {
            for flip in [0x01, 0x80, 0xff] {
                let mut changed = whole.clone();
                changed[at] ^= flip;
                let _ = read(&changed);
            }
        }
    }
}

/// Two boxes with a hole and properties, as `geopandas` with GDAL and Arrow wrote them.
#[test]
fn other_programs_files_are_read() {
    for bytes in [&include_bytes!("data/sarn.fgb")[..], include_bytes!("data/sarn.parquet")] {
        let file = read(bytes).unwrap();
        let mut parties: Vec<String> = file
            .features
            .iter()
            .map(|feature| feature.properties["party"].text().unwrap().into_owned())
            .collect();
        // FlatGeobuf puts features in the order of its index.
        let first = parties.iter().position(|party| party == "arland").unwrap();
        parties.sort();
        assert_eq!(parties, ["arland", "borland"]);
        let arland = &file.features[first];
        assert_eq!(arland.properties["weight"], PropertyValue::Number(1.5));
        assert_eq!(arland.properties["since"].text().as_deref(), Some("2030-01-14"));
        let lengths: Vec<Vec<usize>> =
            arland.polygons.iter().map(|polygon| polygon.iter().map(Vec::len).collect()).collect();
        assert_eq!(lengths, [vec![5, 4], vec![4]]);
        assert!(arland.polygons[0][0].contains(&Position::new(35.5, 51.2)));
    }
}
