//! Validates and measures every GeoJSON file of the folders given, and says how long each step
//! took: `cargo run --release -p seisin-measure --example editions -- FOLDER…`.
//!
//! One line of tab-separated values for each file goes to standard output: name, feature type,
//! vertices, area in km² with edges straight in lon/lat, area with geodesic edges, perimeter in
//! km, and for the whole file the union of all features but losses.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example talks to its user")]

use seisin_measure::{Budget, Position, Shape, ShapeLimits, area, area_geodesic, perimeter, union};
use serde_json::Value;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[derive(Default)]
struct Clock {
    files: u32,
    vertices: usize,
    validity: Duration,
    area: Duration,
    geodesic: Duration,
    perimeter: Duration,
    union: Duration,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut clock = Clock::default();
    for folder in std::env::args().skip(1) {
        let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_, std::io::Error>>()?;
        files.sort();
        for file in files {
            measure_file(&file, &mut clock)?;
        }
    }
    let each = |total: Duration| total.as_secs_f64() * 1e3 / f64::from(clock.files);
    eprintln!("{} files, {} vertices; ms a file:", clock.files, clock.vertices);
    for (step, total) in [
        ("validity", clock.validity),
        ("area", clock.area),
        ("geodesic area", clock.geodesic),
        ("perimeter", clock.perimeter),
        ("union", clock.union),
    ] {
        eprintln!("{step:>14} {:.3}", each(total));
    }
    Ok(())
}

/// Adds the time `work` takes to `spent`.
fn timed<T>(spent: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    *spent += start.elapsed();
    result
}

fn measure_file(file: &Path, clock: &mut Clock) -> Result<(), Box<dyn Error>> {
    let json: Value = serde_json::from_slice(&std::fs::read(file)?)?;
    let name = file.file_name().unwrap_or_default().display().to_string();
    let collection = json.get("value").unwrap_or(&json);
    let mut held = Vec::new();
    for feature in collection["features"].as_array().into_iter().flatten() {
        let kind = feature["properties"]["type"].as_str().unwrap_or("-");
        let given = polygons(&feature["geometry"]);
        let made = timed(&mut clock.validity, || Shape::from_rings(given, &ShapeLimits::default()));
        let shape = match made {
            Ok((shape, _)) => shape,
            Err(invalid) => {
                println!("{name}\t{kind}\tfailed to {invalid}");
                continue;
            }
        };
        clock.vertices += shape.vertices();
        let flat = timed(&mut clock.area, || area(&shape)).square_km();
        let geodesic = timed(&mut clock.geodesic, || area_geodesic(&shape)).square_km();
        let around = timed(&mut clock.perimeter, || perimeter(&shape)).km();
        println!("{name}\t{kind}\t{}\t{flat:.6}\t{geodesic:.6}\t{around:.6}", shape.vertices());
        if kind != "losses" {
            held.push(shape);
        }
    }
    let held: Vec<&Shape> = held.iter().collect();
    let whole = timed(&mut clock.union, || union(&held, &Budget::default()))?;
    clock.files += 1;
    println!(
        "{name}\tunion\t{}\t{:.6}\t{:.6}\t{:.6}",
        whole.vertices(),
        area(&whole).square_km(),
        area_geodesic(&whole).square_km(),
        perimeter(&whole).km()
    );
    Ok(())
}

/// The rings of a polygon or multipolygon.
fn polygons(geometry: &Value) -> Vec<Vec<Vec<Position>>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let position = |value: &Value| Position::new(number(&value[0]), number(&value[1]));
    let ring = |value: &Value| list(value).iter().map(position).collect();
    let polygon = |value: &Value| list(value).iter().map(ring).collect();
    match geometry["type"].as_str() {
        Some("Polygon") => vec![polygon(&geometry["coordinates"])],
        _ => list(&geometry["coordinates"]).iter().map(polygon).collect(),
    }
}
