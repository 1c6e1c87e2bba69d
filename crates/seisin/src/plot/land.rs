//! Land on a map.

use super::{
    colour::{OUTLINE, nth},
    frame::{Sheet, Trouble, legend, on_sheet},
    map::{fitted, map_of},
};
use crate::exit::Failure;
use plotters::{
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

/// Land on a map as SVG, in the projection of [`map_of`].
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
    draw_land(sheet, lands, fitted(bounds))
}

/// Land within these bounds, with its legend; what reaches beyond them is to be cut before.
pub(super) fn draw_land(
    sheet: &Sheet<'_>,
    lands: &[DrawnLand],
    bounds: Bounds,
) -> Result<(), Trouble> {
    let mut chart = map_of(sheet, bounds)?;
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
    legend(&mut chart)
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
