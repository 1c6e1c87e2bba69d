//! Rasters of people: where they lie, what of them is read, and what is refused.

use seisin_fixture::{POPULATION_SIZE, population_of, population_tif};
use seisin_measure::{Bounds, Position, Shape, ShapeLimits};
use seisin_source::{RasterFileError, RasterLimits, read_raster};
use std::io::Cursor;

fn read(bytes: &[u8], bounds: Bounds) -> Result<Option<seisin_measure::Raster>, RasterFileError> {
    read_raster(Cursor::new(bytes), bounds, &RasterLimits::default())
}

const SARN: Bounds = Bounds { west: 35.48, south: 51.2, east: 36.0, north: 51.5 };

fn rectangle(b: Bounds) -> Shape {
    let p = Position::new;
    let ring = vec![
        p(b.west, b.south),
        p(b.east, b.south),
        p(b.east, b.north),
        p(b.west, b.north),
        p(b.west, b.south),
    ];
    Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).expect("a rectangle").0
}

/// Rows 5 to 7, a fifth of column 14 and the columns 15 to 19.
fn people_in_sarn() -> f64 {
    let people = |column: u16, row: u16| f64::from(population_of(column, row).expect("counted"));
    let row =
        |row: u16| 0.2 * people(14, row) + (15..20).map(|column| people(column, row)).sum::<f64>();
    (5..8).map(row).sum()
}

#[test]
fn a_window_has_the_people_of_its_land() {
    let raster = read(&population_tif(), SARN).expect("a raster").expect("it meets the box");
    let sum = raster.sum_on(&rectangle(SARN));
    let expected = people_in_sarn();
    assert!((sum.best - expected).abs() < 1e-6 * expected, "{} for {expected}", sum.best);
    assert!(sum.low < sum.best && sum.best < sum.high);
    assert!((sum.known - 1.0).abs() < 1e-9);
}

#[test]
fn a_box_beside_it_has_no_data() {
    let beside = Bounds { west: 10.0, south: 51.0, east: 11.0, north: 52.0 };
    assert!(read(&population_tif(), beside).expect("a raster").is_none());
    let last = Bounds { west: 37.9, south: 51.0, east: 38.0, north: 52.0 };
    let raster = read(&population_tif(), last).expect("a raster").expect("it meets the box");
    let sum = raster.sum_on(&rectangle(last));
    assert!(sum.known.abs() < 1e-9 && sum.best.abs() < 1e-9, "nobody counted there");
}

#[test]
fn too_large_a_window_is_refused() {
    let whole = Bounds { west: 34.0, south: 51.0, east: 38.0, north: 52.0 };
    let limits = RasterLimits { pixels: 399, ..RasterLimits::default() };
    let refused = read_raster(Cursor::new(population_tif()), whole, &limits);
    assert!(matches!(refused, Err(RasterFileError::TooLarge { pixels: 400, limit: 399 })));
    assert_eq!(POPULATION_SIZE, [40, 10]);
}

/// The bytes with a number of the directory of keys changed.
fn with_key(from: u16, to: u16) -> Vec<u8> {
    let mut bytes = population_tif();
    let key = |value: u16| [&[0, 0, 1, 0][..], &value.to_le_bytes()].concat();
    let at = bytes.windows(6).rposition(|six| six == key(from)).expect("the key is there");
    bytes[at..at + 6].copy_from_slice(&key(to));
    bytes
}

#[test]
fn another_coordinate_system_is_refused_with_a_remedy() {
    let mercator = read(&with_key(4326, 3857), SARN).expect_err("it is not WGS 84");
    assert!(matches!(mercator, RasterFileError::OtherSystem { code: 3857 }));
    assert!(mercator.to_string().contains("hint: take"), "{mercator}");
    let projected = read(&with_key(2, 1), SARN).expect_err("no geographic model");
    assert!(matches!(projected, RasterFileError::NoSystem), "{projected}");
}

/// Cut short, or with any byte changed, it is read or refused; it never ends the program.
#[test]
fn damaged_files_are_refused() {
    let whole = population_tif();
    for length in 0..whole.len() {
        let _ = read(&whole[..length], SARN);
    }
    for at in 0..whole.len() {
        for value in [0, 1, 0x7f, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] = value;
            let _ = read(&bytes, SARN);
        }
    }
    assert!(read(b"not a raster", SARN).is_err());
}
