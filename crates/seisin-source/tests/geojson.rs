//! What map files are taken, what is refused and with which words.

use proptest::prelude::*;
use seisin_source::{MapFile, MapFileError, MapLimits, PropertyValue, parse_geojson};

const SQUARE: &str = "[[[34,51],[36,51],[36,52],[34,52],[34,51]]]";

fn read(json: &str) -> Result<MapFile, MapFileError> {
    parse_geojson(json.as_bytes(), &MapLimits::default())
}

fn feature(geometry: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{{}},"geometry":{geometry}}}"#)
}

fn polygon(coordinates: &str) -> String {
    feature(&format!(r#"{{"type":"Polygon","coordinates":{coordinates}}}"#))
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

/// One word a polygon for what was read: its rings and their positions.
fn outline(file: &MapFile) -> String {
    let polygon = |rings: &Vec<Vec<_>>| {
        rings.iter().map(|ring| ring.len().to_string()).collect::<Vec<_>>().join("+")
    };
    let feature = |feature: &seisin_source::MapFeature| {
        feature.polygons.iter().map(polygon).collect::<Vec<_>>().join(",")
    };
    file.features.iter().map(feature).collect::<Vec<_>>().join(" | ")
}

#[test]
fn every_object_of_geojson_that_shows_land_is_read() {
    let bare = format!(r#"{{"type":"Polygon","coordinates":{SQUARE}}}"#);
    let multi = format!(r#"{{"type":"MultiPolygon","coordinates":[{SQUARE},{SQUARE}]}}"#);
    let type_last = format!(
        r#"{{"geometry":{{"coordinates":{SQUARE},"type":"Polygon"}},"type":"Feature","properties":null}}"#
    );
    let two = collection(&[polygon(SQUARE), feature(&multi)]);
    let rows = [
        (bare, "5"),
        (multi.clone(), "5,5"),
        (polygon(SQUARE), "5"),
        (type_last, "5"),
        (two.clone(), "5 | 5,5"),
        (format!(r#"{{"value":{two}}}"#), "5 | 5,5"),
        (format!(r#"{{"features":[{}],"type":"FeatureCollection"}}"#, polygon(SQUARE)), "5"),
        (format!("\u{feff}{two}"), "5 | 5,5"),
        (collection(&[]), ""),
        (polygon("[[[34,51],[36,51]],[[35,51.5]]]"), "2+1"),
    ];
    for (json, expected) in rows {
        let file = read(&json).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert_eq!(outline(&file), expected, "{json}");
    }
}

#[test]
fn what_shows_no_land_is_noted_and_the_rest_stays() {
    let features = [
        feature("null"),
        r#"{"type":"Feature"}"#.to_owned(),
        feature(r#"{"type":"Point","coordinates":[34,51]}"#),
        feature(r#"{"type":"MultiLineString","coordinates":[[[34,51],[35,52]]]}"#),
        feature(r#"{"type":"GeometryCollection","geometries":[]}"#),
        polygon("[]"),
        feature(r#"{"type":"MultiPolygon","coordinates":[[]]}"#),
        polygon("[[[34,51,7],[36,51,7,8],[36,52],[34,51,7]]]"),
    ];
    let file = read(&format!("\u{feff}{}", collection(&features))).unwrap();
    let notes: Vec<String> = file.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "feature 0 has no geometry",
            "feature 1 has no geometry",
            "feature 2 is a Point, which is not measured",
            "feature 3 is a MultiLineString, which is not measured",
            "feature 4 is a GeometryCollection, which is not measured",
            "feature 5 has a geometry without positions",
            "feature 6 has a geometry without positions",
            "heights were dropped from 3 positions, first in feature 7",
            "a byte order mark before the JSON was skipped",
        ]
    );
    assert_eq!(outline(&file).rsplit(' ').next(), Some("4"));
}

#[test]
fn what_a_file_says_of_itself_is_kept() {
    let file = read(
        r#"{"type":"FeatureCollection","publisher":"m1","positional_error_m":0,"scale":2.5,
            "open":true,"bbox":[1,2,3,4],"metadata":{"a":1},"value":{"crs":null,"by":"x"},
            "features":[{"type":"Feature","geometry":null,"id":7,
                "properties":{"n":9007199254740993,"big":18446744073709551615,"o":{},"z":null}}]}"#,
    )
    .unwrap();
    let foreign: Vec<_> = file.foreign.iter().map(|(name, value)| (name.as_str(), value)).collect();
    assert_eq!(
        foreign,
        [
            ("open", &PropertyValue::Bool(true)),
            ("positional_error_m", &PropertyValue::Integer(0)),
            ("publisher", &PropertyValue::Text("m1".into())),
            ("scale", &PropertyValue::Number(2.5)),
        ]
    );
    let properties = &file.features[0].properties;
    assert_eq!(properties["n"].text().unwrap(), "9007199254740993");
    assert_eq!(properties["big"].text().unwrap(), "18446744073709551615");
    assert_eq!(properties["o"], PropertyValue::Nested);
    assert_eq!(properties["z"].text(), None);
}

#[test]
fn every_coordinate_is_the_nearest_double() {
    let file =
        read(&polygon("[[[35.15569915237929,51.22237576987761],[3e1,-0.0],[1,2]]]")).unwrap();
    let ring = &file.features[0].polygons[0][0];
    assert_eq!(ring[0].lon.to_bits(), 35.155_699_152_379_29_f64.to_bits());
    assert_eq!(ring[0].lat.to_bits(), 51.222_375_769_877_61_f64.to_bits());
    assert_eq!(ring[1].lon.to_bits(), 30.0_f64.to_bits());
}

#[test]
fn what_would_be_measured_wrongly_is_refused_with_the_place_and_a_remedy() {
    let crs = |crs: &str| format!(r#"{{"type":"FeatureCollection","crs":{crs},"features":[]}}"#);
    let bad = |x: &str| collection(&[polygon(SQUARE), polygon(&SQUARE.replacen("36", x, 1))]);
    let rows = [
        (String::new(), "EOF while parsing a value (byte 0, line 1"),
        ("<html>".into(), "expected value (byte 0, line 1, column 1)"),
        (bad("NaN"), "JSON has no NaN or Infinity"),
        (bad("-Infinity"), "JSON has no NaN or Infinity"),
        (bad("1e999"), "number out of range"),
        (bad("\"36\""), "invalid type: string \"36\""),
        (bad("null"), "invalid type: null"),
        (
            bad("400"),
            "position (400, 51) is outside longitude -180..180, latitude -90..90 (feature 1, polygon 0, ring 0, vertex 1)",
        ),
        (bad("36,51],[36.5,91],[36"), "position (36.5, 91) is outside"),
        (bad("36,51],7,[36"), "invalid type: integer `7`"),
        (
            crs(r#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}"#),
            "ogr2ogr -t_srs OGC:CRS84",
        ),
        (crs("[]"), "expected the name of a reference system, or null"),
        ("[]".into(), "expected a GeoJSON object"),
        ("null".into(), "expected a GeoJSON object"),
        ("{}".into(), "its type is not given"),
        (r#"{"type":"Topology","objects":{}}"#.into(), "its type is \"Topology\""),
        (
            r#"{"type":"FeatureCollection"}"#.into(),
            "FeatureCollection without the member `features`",
        ),
        (r#"{"type":"FeatureCollection","features":{}}"#.into(), "expected an array of features"),
        (r#"{"type":"FeatureCollection","features":[null]}"#.into(), "expected a feature"),
        (
            r#"{"type":"FeatureCollection","features":[],"features":[]}"#.into(),
            "the member `features` stands twice",
        ),
        (
            r#"{"type":"Feature","geometry":null,"properties":{"a":1,"a":2}}"#.into(),
            "the member `a` stands twice",
        ),
        (
            collection(&[r#"{"type":"Polygon","coordinates":[]}"#.into()]),
            "feature 0 has type \"Polygon\", not \"Feature\"",
        ),
        (feature(r#"{"type":"Circle"}"#), "a geometry of the unknown type \"Circle\""),
        (feature(r#"{"type":"Polygon"}"#), "is a Polygon without coordinates"),
        (polygon("[[34,51],[36,51]]"), "whose coordinates are one array of positions"),
        (polygon("[[[[34,51]]]]"), "an array of polygons, as a MultiPolygon has"),
        (polygon("[[[[[34,51]]]]]"), "nested deeper than a MultiPolygon's"),
        (polygon("[[[34]]]"), "a position needs a longitude and a latitude"),
        (polygon("7"), "whose coordinates are a number"),
        (format!("{}x", collection(&[])), "trailing characters"),
    ];
    for (json, expected) in rows {
        let message = read(&json).expect_err(&json).to_string();
        assert!(message.contains(expected), "{json}:\n{message}");
        assert!(message.contains("\nhint: "), "{message}");
    }
    let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe], utf16.as_slice()].concat();
    assert_eq!(parse_geojson(&marked, &MapLimits::default()), Err(MapFileError::Utf16));
}

#[test]
fn the_byte_named_is_the_byte_that_is_wrong() {
    let json = collection(&[polygon("[[[34,51],\n [36, NaN]]]")]);
    let Err(MapFileError::NotJson { offset, line, .. }) = read(&json) else {
        panic!("NaN was taken")
    };
    assert_eq!(line, 2);
    assert!(json.find("NaN").unwrap().abs_diff(offset) <= 1, "{offset}");
}

#[test]
fn nothing_is_read_beyond_its_limit() {
    let two = collection(&[polygon(SQUARE), polygon(SQUARE)]);
    let deep = format!(
        r#"{{"type":"FeatureCollection","features":[],"note":{}1{}}}"#,
        "[".repeat(20),
        "]".repeat(20)
    );
    let long = collection(&[
        r#"{"type":"Feature","geometry":null,"properties":{"a":"0123456789","b":1,"c":2}}"#.into(),
    ]);
    let limits = MapLimits::default();
    let rows = [
        (&two, MapLimits { bytes: 20, ..limits }, "has"),
        (&two, MapLimits { features: 1, ..limits }, "more than 1 features (line 1)"),
        (&two, MapLimits { vertices: 9, ..limits }, "more than 9 positions"),
        (&deep, MapLimits { depth: 12, ..limits }, "more than 12 levels of nesting"),
        (&long, MapLimits { property_bytes: 9, ..limits }, "more than 9 bytes in one property"),
        (&long, MapLimits { properties: 2, ..limits }, "more than 2 properties of one feature"),
    ];
    for (json, limits, expected) in rows {
        let message = parse_geojson(json.as_bytes(), &limits).expect_err(expected).to_string();
        assert!(message.contains(expected) && message.contains("\nhint: "), "{message}");
        assert!(read(json).is_ok(), "{json}");
    }
}

#[test]
fn a_hundred_thousand_brackets_are_refused_not_followed() {
    for open in ["[", r#"{"a":"#, r#"{"type":"Polygon","coordinates":["#] {
        assert!(read(&open.repeat(100_000)).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_file_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse_geojson(&bytes, &MapLimits::default());
    }

    #[test]
    fn a_damaged_file_gives_a_file_or_an_error(
        at in 0_usize..400,
        with in proptest::collection::vec(any::<u8>(), 0..4),
        drop in 0_usize..20,
    ) {
        let mut bytes = collection(&[polygon(SQUARE), feature("null")]).into_bytes();
        let at = at.min(bytes.len());
        let end = (at + drop).min(bytes.len());
        bytes.splice(at..end, with);
        if let Err(error) = parse_geojson(&bytes, &MapLimits::default()) {
            prop_assert!(error.to_string().contains("\nhint: "));
        }
    }
}
