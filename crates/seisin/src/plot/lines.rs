//! Areas over time.

use super::{
    colour::{OUTLINE, nth},
    frame::{Sheet, Trouble, legend, on_sheet},
};
use crate::exit::Failure;
use plotters::{
    chart::ChartBuilder,
    element::{Circle, PathElement},
    prelude::{Color as _, WHITE},
    series::LineSeries,
};
use seisin_core::Date;

/// One line: a party in a land by one publisher's maps or several.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// What the legend calls it.
    pub(crate) label: String,
    /// Its points in order of days.
    pub(crate) points: Vec<Point>,
}

/// One point of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    /// The day.
    pub(crate) day: Date,
    /// The area in km²; none where no map says, which breaks the line.
    pub(crate) km2: Option<f64>,
    /// Whether the line is broken before it: another source or scope.
    pub(crate) joined: Joined,
    /// How the point is drawn.
    pub(crate) mark: Mark,
}

/// Whether a point is joined to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joined {
    Yes,
    No,
}

/// How a point is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Filled: the edition shows that very day.
    Fresh,
    /// Hollow: the edition is older.
    Old,
    /// Ringed: something about it is flagged.
    Flagged,
}

/// With more points than that, only those flagged are marked.
const MARKED: usize = 130;

/// Lines over time as SVG.
///
/// # Errors
/// Where the picture cannot be drawn.
pub(crate) fn plot_lines(title: &str, lines: &[Line], print: &[String]) -> Result<String, Failure> {
    on_sheet(title, print, |sheet| draw(sheet, lines))
        .map_err(|error| Failure::to("draw the picture", &error))
}

fn draw(sheet: &Sheet<'_>, lines: &[Line]) -> Result<(), Trouble> {
    let points = || lines.iter().flat_map(|line| &line.points);
    let days = points().map(|point| number(point.day));
    let from = days.clone().fold(f64::INFINITY, f64::min);
    let to = days.fold(f64::NEG_INFINITY, f64::max);
    let amounts = points().filter_map(|point| point.km2);
    let high = amounts.clone().fold(0.0, f64::max);
    let low = amounts.fold(high, f64::min);
    if !(from.is_finite() && to.is_finite()) {
        return Ok(());
    }
    let (bottom, top) = span(low, high);
    let mut chart = ChartBuilder::on(sheet)
        .margin(12)
        .x_label_area_size(34)
        .y_label_area_size(86)
        .build_cartesian_2d(from - 0.5..to + 0.5, bottom..top)?;
    chart
        .configure_mesh()
        .x_label_formatter(&|day| label(*day))
        .y_label_formatter(&|km2| format!("{km2:.0}"))
        .y_desc("km²")
        .light_line_style(WHITE)
        .draw()?;
    for (at, line) in lines.iter().enumerate() {
        let colour = nth(at);
        for (part, run) in runs(&line.points).into_iter().enumerate() {
            let drawn = chart.draw_series(LineSeries::new(run, colour.stroke_width(2)))?;
            if part == 0 {
                let sample = move |(x, y)| {
                    PathElement::new(vec![(x, y), (x + 18, y)], colour.stroke_width(2))
                };
                drawn.label(line.label.clone()).legend(sample);
            }
        }
        let marked = line.points.len() <= MARKED;
        for point in line.points.iter().filter(|point| marked || point.mark == Mark::Flagged) {
            let Some(km2) = point.km2 else { continue };
            let at = (number(point.day), km2);
            let inside = if point.mark == Mark::Old { WHITE } else { colour };
            chart.draw_series([Circle::new(at, 4, inside.filled())])?;
            let edge = if point.mark == Mark::Old { colour } else { OUTLINE };
            chart.draw_series([Circle::new(at, 4, edge.stroke_width(1))])?;
            if point.mark == Mark::Flagged {
                chart.draw_series([Circle::new(at, 8, OUTLINE.stroke_width(1))])?;
            }
        }
    }
    legend(&mut chart)
}

/// The stretches of a line that are joined, each with one point at least.
fn runs(points: &[Point]) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut open = false;
    for point in points {
        let Some(km2) = point.km2 else {
            open = false;
            continue;
        };
        let at = (number(point.day), km2);
        match runs.last_mut().filter(|_| open && point.joined == Joined::Yes) {
            Some(run) => run.push(at),
            None => runs.push(vec![at]),
        }
        open = true;
    }
    runs
}

/// The axis of areas: from zero where that does not flatten the line.
fn span(low: f64, high: f64) -> (f64, f64) {
    let spread = (high - low).max(0.01 * high).max(1e-6);
    let bottom = if low < 3.0 * spread { 0.0 } else { low - 0.25 * spread };
    (bottom, high + 0.25 * spread)
}

fn epoch() -> Date {
    jiff::civil::date(1970, 1, 1)
}

/// A day as a number on an axis.
pub(super) fn number(day: Date) -> f64 {
    f64::from((day - epoch()).get_days())
}

/// The day at a place of the axis.
#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "days of the calendar")]
pub(super) fn label(day: f64) -> String {
    use jiff::ToSpan as _;
    epoch().saturating_add((day.round() as i64).days()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(day: &str, km2: Option<f64>, joined: Joined) -> Point {
        Point { day: day.parse().unwrap(), km2, joined, mark: Mark::Fresh }
    }

    #[test]
    fn a_line_is_broken_where_it_is_not_joined_or_says_nothing() {
        let points = [
            point("2030-01-01", Some(1.0), Joined::Yes),
            point("2030-01-02", Some(2.0), Joined::Yes),
            point("2030-01-03", Some(3.0), Joined::No),
            point("2030-01-04", None, Joined::Yes),
            point("2030-01-05", Some(5.0), Joined::Yes),
        ];
        let lengths: Vec<usize> = runs(&points).iter().map(Vec::len).collect();
        assert_eq!(lengths, [2, 1, 1]);
    }

    #[test]
    fn a_picture_names_days_and_sources() {
        let lines = [Line {
            label: "arland in sarn, m1".to_owned(),
            points: vec![
                point("2030-01-07", Some(1162.6), Joined::Yes),
                point("2030-01-14", Some(1209.1), Joined::No),
            ],
        }];
        let svg = plot_lines("Held land", &lines, &["m1 (no redistribution)".to_owned()]).unwrap();
        for words in ["<svg", "arland in sarn, m1", "2030-01-1", "no redistribution", "Held land"] {
            assert!(svg.contains(words), "{words} in {svg}");
        }
    }
}
