//! What the machine can do at best on one core, to hold the tasks against.

use crate::archive::{Day, files};
use crate::timing::timed;
use seisin_measure::{RunningAreas, Shape, area};
use serde_json::Value;
use std::path::Path;

/// Prints bytes of JSON, edges under each rule and vertices validated a second.
pub(crate) fn all(folder: &Path, days: &[Day]) {
    let bytes: usize = days.iter().map(|day| day.bytes).sum();
    let vertices: usize = days.iter().map(|day| day.shape.vertices()).sum();
    println!("# {} days, {bytes} bytes, {vertices} edges", days.len());
    let texts: Vec<Vec<u8>> =
        files(folder).iter().map(|(_, path)| std::fs::read(path).unwrap()).collect();
    let ((), seconds) = timed(|| {
        for text in &texts {
            std::hint::black_box(serde_json::from_slice::<Value>(text).unwrap());
        }
    });
    println!("floor: bytes of JSON a second into a tree,{:.0}", rate(bytes, seconds));
    let ((), seconds) = timed(|| {
        for day in days {
            std::hint::black_box(area(&day.shape));
        }
    });
    println!("floor: lon/lat edges a second,{:.0}", rate(vertices, seconds));
    let some: Vec<&Day> = days.iter().step_by(20).collect();
    let edges: usize = some.iter().map(|day| day.shape.vertices()).sum();
    let ((), seconds) = timed(|| {
        for day in some {
            let mut fresh = RunningAreas::default();
            std::hint::black_box(fresh.take(&Shape::empty(), &day.shape));
        }
    });
    println!("floor: edges a second under both rules,{:.0}", rate(edges, seconds));
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "a rate to look at")]
fn rate(count: usize, seconds: f64) -> f64 {
    count as f64 / seconds
}
