//! Stretches of days, one under the other: what maps speak for, and where something is to be known.

use super::{
    colour::{OUTLINE, nth},
    frame::{Sheet, Trouble, on_sheet},
    lines::{label, number},
};
use crate::exit::Failure;
use plotters::{
    chart::ChartBuilder,
    element::{Rectangle, Text},
    prelude::{Color as _, IntoFont as _, WHITE},
};
use seisin_core::Date;

/// One row: what it is about, and its stretches.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SpanRow {
    /// What stands before it.
    pub(crate) label: String,
    /// Whose it is, by order: rows of one source have one colour.
    pub(crate) source: usize,
    /// Its stretches, half-open; an end that is not told is that of the picture.
    pub(crate) spans: Vec<(Option<Date>, Option<Date>)>,
}

/// How wide the labels are, as a part of the days drawn.
const LABELS: f64 = 0.28;

/// How high a bar is, where a row is 1.
const BAR: f64 = 0.6;

/// Rows of stretches over the days from the first to before the second that any of them tells.
///
/// # Errors
/// Where the picture cannot be drawn.
pub(crate) fn plot_spans(
    title: &str,
    rows: &[SpanRow],
    print: &[String],
) -> Result<String, Failure> {
    on_sheet(title, print, |sheet| draw(sheet, rows))
        .map_err(|error| Failure::to("draw the picture", &error))
}

fn draw(sheet: &Sheet<'_>, rows: &[SpanRow]) -> Result<(), Trouble> {
    let spans = rows.iter().flat_map(|row| &row.spans);
    let days = spans.flat_map(|(from, to)| [*from, *to]).flatten();
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return Ok(()) };
    let (from, to) = (number(first), number(last).max(number(first) + 1.0));
    let left = from - (to - from) * LABELS;
    let mut chart = ChartBuilder::on(sheet)
        .margin(12)
        .x_label_area_size(34)
        .build_cartesian_2d(left..to + (to - from) * 0.02, -height(rows.len())..0.0)?;
    chart
        .configure_mesh()
        .disable_y_mesh()
        .x_label_formatter(&|day| if *day < from { String::new() } else { label(*day) })
        .light_line_style(WHITE)
        .draw()?;
    let words = || ("sans-serif", 12).into_font().color(&OUTLINE);
    // No bar is thinner than a line that can be seen.
    let thinnest = (to - from) / 500.0;
    for (at, row) in rows.iter().enumerate() {
        let middle = -height(at) - 0.5;
        chart.draw_series([Text::new(row.label.clone(), (left, middle + 0.25), words())])?;
        for (start, end) in &row.spans {
            let start = start.map_or(from, number);
            let end = end.map_or(to, number).max(start + thinnest);
            let corners = [(start, middle - BAR / 2.0), (end, middle + BAR / 2.0)];
            chart.draw_series([Rectangle::new(corners, nth(row.source).filled())])?;
            chart.draw_series([Rectangle::new(corners, OUTLINE.mix(0.6).stroke_width(1))])?;
        }
    }
    Ok(())
}

fn height(rows: usize) -> f64 {
    u32::try_from(rows).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_named_and_an_open_end_reaches_the_edge() {
        let day = |day: &str| Some(day.parse().unwrap());
        let row = |label: &str, spans| SpanRow { label: label.to_owned(), source: 0, spans };
        let rows = [
            row("m1 declared", vec![(None, None)]),
            row("m1 missing", vec![(day("2030-01-05"), day("2030-01-09"))]),
        ];
        let svg = plot_spans("What maps speak for", &rows, &["m1 (CC0)".to_owned()]).unwrap();
        for words in ["<svg", "m1 declared", "m1 missing", "2030-01-0", "m1 (CC0)"] {
            assert!(svg.contains(words), "{words} in {svg}");
        }
        let nothing = plot_spans("Nothing", &[], &[]).unwrap();
        assert!(nothing.contains("Nothing"));
    }
}
