//! What the machine can do at best on one core, to hold the tasks against.

use crate::archive::Day;
use crate::timing::{count, figure, timed};
use seisin_measure::{area, area_geodesic};
use serde_json::Value;
use std::path::PathBuf;

/// Prints how much there is, and bytes of JSON and edges under each rule a second.
pub(crate) fn all(files: &[(String, PathBuf)], days: &[Day]) {
    let bytes: usize = days.iter().map(|day| day.bytes).sum();
    let vertices: usize = days.iter().map(|day| day.shape.vertices()).sum();
    println!("# {} days, {bytes} bytes, {vertices} edges", days.len());
    figure("bytes", count(bytes));
    figure("edges", count(vertices));
    let texts: Vec<Vec<u8>> = files.iter().map(|(_, path)| std::fs::read(path).unwrap()).collect();
    rate("bytes of JSON into a tree", bytes, || {
        for text in &texts {
            std::hint::black_box(serde_json::from_slice::<Value>(text).unwrap());
        }
    });
    rate("lon/lat edges", vertices, || {
        for day in days {
            std::hint::black_box(area(&day.shape));
        }
    });
    let some: Vec<&Day> = days.iter().step_by(20).collect();
    rate("geodesic edges", some.iter().map(|day| day.shape.vertices()).sum(), || {
        for day in some {
            std::hint::black_box(area_geodesic(&day.shape));
        }
    });
}

/// Prints how many of `things` a second `work` gets through.
fn rate(name: &str, things: usize, work: impl FnOnce()) {
    let ((), seconds) = timed(work);
    figure(name, count(things) / seconds);
}
