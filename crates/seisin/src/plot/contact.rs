//! Lines of contact on a map.

use super::{
    colour::{OUTLINE, nth},
    frame::{SIZE, Sheet, Trouble, on_sheet},
    land::fitted,
};
use crate::exit::Failure;
use plotters::{
    chart::{ChartBuilder, SeriesLabelPosition},
    element::PathElement,
    prelude::{Color as _, WHITE},
};
use seisin_measure::{Bounds, Position};

/// Lines of one kind, from end to end.
#[derive(Debug, Clone)]
pub(crate) struct DrawnLine {
    /// What the legend calls them.
    pub(crate) label: String,
    /// Their course.
    pub(crate) course: Vec<Vec<Position>>,
}

/// Lines on a map as SVG, in the projection of [`super::plot_land`].
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
    let bounds = fitted(bounds, f64::from(SIZE.0) / f64::from(SIZE.1));
    let mut chart = ChartBuilder::on(sheet)
        .margin(12)
        .x_label_area_size(28)
        .y_label_area_size(64)
        .build_cartesian_2d(bounds.west..bounds.east, bounds.south..bounds.north)?;
    let degrees = |at: &f64| format!("{at:.2}°");
    chart
        .configure_mesh()
        .disable_mesh()
        .x_label_formatter(&degrees)
        .y_label_formatter(&degrees)
        .draw()?;
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
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(OUTLINE.mix(0.3))
        .draw()
}
