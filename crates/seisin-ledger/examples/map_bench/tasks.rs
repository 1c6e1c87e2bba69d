//! The five tasks.

use crate::archive::{self, Day, files, load};
use crate::timing::{count, figure, task};
use seisin_measure::{
    Areas, Budget, Position, PositionsInside, Regions, RunningAreas, RunningOverlaps, Shape, area,
    gained_and_lost as change, overlap_area,
};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Each day with the shape of the day before, nothing before the first.
fn steps<'a>(
    days: &'a [Day],
    nothing: &'a Shape,
) -> impl Iterator<Item = (&'a str, &'a Shape, &'a Shape)> {
    let before = std::iter::once(nothing).chain(days.iter().map(|day| &*day.shape));
    before.zip(days).map(|(before, day)| (day.date.as_str(), before, &*day.shape))
}

/// Reads and validates every file and gives its area under both rules.
pub(crate) fn load_and_area(files: &[(String, PathBuf)], out: &Path) -> Vec<Day> {
    let (days, areas) = task("load and area", || {
        let (mut running, mut before) = (RunningAreas::default(), Arc::new(Shape::empty()));
        let measured = archive::days(files).map(|day| {
            let before = std::mem::replace(&mut before, Arc::clone(&day.shape));
            let areas = running.take(&before, &day.shape);
            (day, areas)
        });
        measured.unzip::<_, Areas, Vec<_>, Vec<_>>()
    });
    let mut rows = String::from("date,lonlat_km2,geodesic_km2\n");
    for (day, areas) in days.iter().zip(areas) {
        let (lonlat, geodesic) = (areas.lonlat.square_km(), areas.geodesic.square_km());
        writeln!(rows, "{},{lonlat:.9},{geodesic:.9}", day.date).unwrap();
    }
    fs::write(out.join("areas.csv"), rows).unwrap();
    days
}

/// What each day gained and lost since the day before, as shapes with their areas.
pub(crate) fn gained_and_lost(days: &[Day], out: &Path) {
    let nothing = Shape::empty();
    let changes = task("gained and lost", || {
        let pairs = steps(days, &nothing).skip(1);
        pairs
            .map(|(date, before, after)| (date, change(before, after, &Budget::default()).unwrap()))
            .collect::<Vec<_>>()
    });
    let mut rows = String::from("date,gained_km2,lost_km2\n");
    for (date, change) in changes {
        let (gained, lost) = (change.gained_area.square_km(), change.lost_area.square_km());
        writeln!(rows, "{date},{gained:.9},{lost:.9}").unwrap();
    }
    fs::write(out.join("changes.csv"), rows).unwrap();
}

/// How much of each region each day holds.
pub(crate) fn regions(days: &[Day], path: &Path, out: &Path) {
    let regions = archive::regions(path);
    let nothing = Shape::empty();
    let budget = Budget::default();
    let held = task("27 oblasts by day", || {
        let index = Regions::new(regions.iter().map(|(_, shape)| shape));
        let mut running = RunningOverlaps::new(&index);
        steps(days, &nothing)
            .map(|(date, before, after)| (date, running.take(before, after, &budget).unwrap()))
            .collect::<Vec<_>>()
    });
    let names: Vec<&str> = regions.iter().map(|(name, _)| name.as_str()).collect();
    let mut rows = format!("date,{}\n", names.join(","));
    for (date, areas) in held {
        write!(rows, "{date}").unwrap();
        for area in areas {
            write!(rows, ",{:.9}", area.square_km()).unwrap();
        }
        rows.push('\n');
    }
    fs::write(out.join("oblasts.csv"), rows).unwrap();
}

/// How many of many positions lie in each day's land.
pub(crate) fn points(days: &[Day], path: &Path, out: &Path) {
    let position = |row: &str| {
        let mut cells = row.split(',').skip(1).map(|cell| cell.parse::<f64>().unwrap());
        Position::new(cells.next().unwrap(), cells.next().unwrap())
    };
    let text = fs::read_to_string(path).unwrap();
    let positions: Vec<Position> = text.lines().skip(1).map(|row| position(&lean(row))).collect();
    figure("positions by day", count(positions.len() * days.len()));
    let nothing = Shape::empty();
    let counts = task("30,000 points by day", || {
        let mut inside = PositionsInside::new(&positions);
        steps(days, &nothing)
            .map(|(date, before, after)| {
                inside.take(before, after);
                (date, inside.count())
            })
            .collect::<Vec<_>>()
    });
    let mut rows = String::from("date,inside\n");
    for (date, count) in counts {
        writeln!(rows, "{date},{count}").unwrap();
    }
    fs::write(out.join("points.csv"), rows).unwrap();
}

/// The first three cells of a row.
fn lean(row: &str) -> String {
    row.splitn(4, ',').take(3).collect::<Vec<_>>().join(",")
}

/// How much each of two publishers shows beyond the other on a hundred days, read from their files;
/// and, as a task of its own, that land as shapes.
pub(crate) fn two_publishers([one, other]: [&Path; 2], every: usize, out: &Path) {
    let of_one = files(one);
    let of_other: std::collections::BTreeMap<_, _> = files(other).into_iter().collect();
    let common = of_one.into_iter().filter(|(date, _)| of_other.contains_key(date));
    let one: Vec<_> = common.step_by(7).take(100).step_by(every).collect();
    let other: Vec<_> =
        one.iter().map(|(date, _)| (date.clone(), of_other[date].clone())).collect();
    let budget = Budget::default();
    let rows = task("two publishers on 100 days", || {
        let (one, other) = (load(&one), load(&other));
        let mut rows = String::from("date,one_only_km2,other_only_km2\n");
        for (a, b) in one.iter().zip(&other) {
            let common = overlap_area(&a.shape, &b.shape, &budget).unwrap();
            let [a_only, b_only] = [a, b].map(|day| (area(&day.shape) - common).square_km());
            writeln!(rows, "{},{a_only:.9},{b_only:.9}", a.date).unwrap();
        }
        rows
    });
    fs::write(out.join("publishers.csv"), rows).unwrap();
    task("two publishers on 100 days, the land itself as well", || {
        let (one, other) = (load(&one), load(&other));
        for (a, b) in one.iter().zip(&other) {
            std::hint::black_box(change(&b.shape, &a.shape, &budget).unwrap());
        }
    });
}
