//! Lines of contact on a map.

use super::{
    colour::nth,
    frame::{Sheet, Trouble, legend, on_sheet},
    map::{fitted, map_of},
};
use crate::exit::Failure;
use plotters::{element::PathElement, prelude::Color as _};
use seisin_measure::{Bounds, Position};

/// Lines of one kind, from end to end.
#[derive(Debug, Clone)]
pub(crate) struct DrawnLine {
    /// What the legend calls them.
    pub(crate) label: String,
    /// Their course.
    pub(crate) course: Vec<Vec<Position>>,
}

/// Lines on a map as SVG, in the projection of [`map_of`].
///
/// # Errors
/// Where the picture cannot be drawn.
pub(crate) fn plot_contact(
    title: &str,
    lines: &[DrawnLine],
    print: &[String],
) -> Result<String, Failure> {
    on_sheet(title, print, |sheet| draw(sheet, lines))
        .map_err(|error| Failure::to("draw the picture", &error))
}

fn draw(sheet: &Sheet<'_>, lines: &[DrawnLine]) -> Result<(), Trouble> {
    let positions = lines.iter().flat_map(|line| line.course.iter().flatten());
    let Some(bounds) = Bounds::around(positions) else { return Ok(()) };
    let mut chart = map_of(sheet, fitted(bounds))?;
    for (at, line) in lines.iter().enumerate() {
        let style = nth(at).stroke_width(2);
        let paths = line.course.iter().map(|course| {
            let corners: Vec<(f64, f64)> = course.iter().map(|at| (at.lon, at.lat)).collect();
            PathElement::new(corners, style)
        });
        chart
            .draw_series(paths)?
            .label(line.label.clone())
            .legend(move |(x, y)| PathElement::new(vec![(x, y), (x + 14, y)], style));
    }
    legend(&mut chart)
}
