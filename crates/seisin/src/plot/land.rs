//! Land on a map.

use super::{
    colour::{OUTLINE, nth},
    frame::{SIZE, Sheet, Trouble, on_sheet},
};
use crate::exit::Failure;
use plotters::{
    chart::{ChartBuilder, SeriesLabelPosition},
    element::{PathElement, Polygon as Filled, Rectangle},
    prelude::{Color as _, RGBColor, WHITE},
};
use seisin_measure::{Bounds, Polygon, Ring, Shape};

/// Land of one kind: one party's, gained, lost.
#[derive(Debug, Clone)]
pub(crate) struct DrawnLand {
    /// What the legend calls it.
    pub(crate) label: String,
    /// The land.
    pub(crate) shapes: Vec<Shape>,
}

/// Land on a map as SVG.
///
/// # Method
/// Plate carrée, narrowed by the cosine of the middle latitude: for looking, not for measuring.
///
/// # Errors
/// Where the picture cannot be drawn.
pub(crate) fn plot_land(
    title: &str,
    lands: &[DrawnLand],
    print: &[String],
) -> Result<String, Failure> {
    on_sheet(title, print, |sheet| draw(sheet, lands))
        .map_err(|error| Failure::to("draw the picture", &error))
}

fn draw(sheet: &Sheet<'_>, lands: &[DrawnLand]) -> Result<(), Trouble> {
    let shapes = lands.iter().flat_map(|land| &land.shapes);
    let Some(bounds) = shapes.filter_map(Shape::bounds).reduce(Bounds::cover) else {
        return Ok(());
    };
    let bounds = fitted(bounds, f64::from(SIZE.0) / f64::from(SIZE.1));
    draw_land(sheet, lands, bounds)
}

/// Land within these bounds, with its legend; what reaches beyond them is to be cut before.
pub(super) fn draw_land(
    sheet: &Sheet<'_>,
    lands: &[DrawnLand],
    bounds: Bounds,
) -> Result<(), Trouble> {
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
    for (at, land) in lands.iter().enumerate() {
        let colour = nth(at);
        let polygons = land.shapes.iter().flat_map(Shape::polygons);
        for (nth, polygon) in polygons.enumerate() {
            let drawn = chart.draw_series(filled(polygon, colour))?;
            if nth == 0 {
                let sample =
                    move |(x, y)| Rectangle::new([(x, y - 5), (x + 14, y + 5)], colour.filled());
                drawn.label(land.label.clone()).legend(sample);
            }
            chart.draw_series(polygon.rings().map(outline))?;
        }
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(OUTLINE.mix(0.3))
        .draw()
}

/// A polygon filled, its holes white again.
fn filled(polygon: &Polygon, colour: RGBColor) -> impl Iterator<Item = Filled<(f64, f64)>> {
    let exterior = std::iter::once(Filled::new(corners(polygon.exterior()), colour.filled()));
    let holes = polygon.interiors().iter().map(|ring| Filled::new(corners(ring), WHITE.filled()));
    exterior.chain(holes)
}

fn outline(ring: &Ring) -> PathElement<(f64, f64)> {
    PathElement::new(corners(ring), OUTLINE.stroke_width(1))
}

fn corners(ring: &Ring) -> Vec<(f64, f64)> {
    ring.positions().iter().map(|position| (position.lon, position.lat)).collect()
}

/// The bounds with a margin, in these proportions: width over height.
pub(super) fn fitted(bounds: Bounds, proportion: f64) -> Bounds {
    let x = f64::midpoint(bounds.west, bounds.east);
    let y = f64::midpoint(bounds.south, bounds.north);
    let narrow = y.to_radians().cos().max(0.05);
    let wide = (bounds.east - bounds.west).max(1e-6) * narrow;
    let high = (bounds.north - bounds.south).max(1e-6);
    let sheet = proportion * 1.05;
    let (wide, high) = (wide.max(high * sheet) * 0.55, high.max(wide / sheet) * 0.55);
    let wide = wide / narrow;
    Bounds { west: x - wide, east: x + wide, south: y - high, north: y + high }
}
