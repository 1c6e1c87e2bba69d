//! An exchange on two maps: before and after.

use super::{
    colour::OUTLINE,
    frame::{SIZE, Sheet, Trouble, on_sheet},
    land::{DrawnLand, draw_land},
    map::fitted_in,
};
use crate::exit::Failure;
use plotters::prelude::{IntoFont as _, Text};
use seisin_measure::{Bounds, Budget, Position, Shape, ShapeLimits, intersection};

/// Who holds what before and after, and what changes hands.
#[derive(Debug, Clone)]
pub(crate) struct DrawnExchange {
    /// What changes hands: it is in the middle of both maps.
    pub(crate) given: [Shape; 2],
    /// The map before.
    pub(crate) before: Vec<DrawnLand>,
    /// The map after.
    pub(crate) after: Vec<DrawnLand>,
}

/// How much land is shown around what changes hands, as a share of its size.
const AROUND: f64 = 0.4;
/// The height of a map's heading.
const HEADING: i32 = 22;

/// The exchange on two maps side by side as SVG; the same colours mean the same on both.
///
/// # Errors
/// Where the picture cannot be drawn.
pub(crate) fn plot_exchange(
    title: &str,
    exchange: &DrawnExchange,
    print: &[String],
) -> Result<String, Failure> {
    on_sheet(title, print, |sheet| draw(sheet, exchange))
        .map_err(|error| Failure::to("draw the picture", &error))
}

fn draw(sheet: &Sheet<'_>, exchange: &DrawnExchange) -> Result<(), Trouble> {
    let given = exchange.given.iter().filter_map(Shape::bounds);
    let Some(bounds) = given.reduce(Bounds::cover) else { return Ok(()) };
    let half = f64::from(SIZE.0) / 2.0;
    let view = fitted_in(around(bounds), half / f64::from(SIZE.1));
    let (left, right) = sheet.split_horizontally(i32::try_from(SIZE.0 / 2).unwrap_or(i32::MAX));
    for (part, heading, lands) in
        [(left, "before", &exchange.before), (right, "after", &exchange.after)]
    {
        let (top, map) = part.split_vertically(HEADING);
        let font = ("sans-serif", 14).into_font().color(&OUTLINE);
        top.draw(&Text::new(heading.to_owned(), (12, 2), font))?;
        let seen: Vec<DrawnLand> = lands.iter().map(|land| within(land, view)).collect();
        draw_land(&map, &seen, view)?;
    }
    Ok(())
}

fn around(bounds: Bounds) -> Bounds {
    let margin = AROUND * (bounds.east - bounds.west).max(bounds.north - bounds.south);
    Bounds {
        west: bounds.west - margin,
        east: bounds.east + margin,
        south: bounds.south - margin,
        north: bounds.north + margin,
    }
}

/// The part of the land that is seen; all of it where it cannot be cut.
fn within(land: &DrawnLand, view: Bounds) -> DrawnLand {
    let frame = box_of(view);
    let cut = |shape: &Shape| match &frame {
        Some(frame) => {
            intersection(shape, frame, &Budget::default()).unwrap_or_else(|_| shape.clone())
        }
        None => shape.clone(),
    };
    DrawnLand { label: land.label.clone(), shapes: land.shapes.iter().map(cut).collect() }
}

fn box_of(view: Bounds) -> Option<Shape> {
    let p = Position::new;
    let (south, north) = (view.south.max(-90.0), view.north.min(90.0));
    let (west, east) = (view.west.max(-180.0), view.east.min(180.0));
    let ring = vec![p(west, south), p(east, south), p(east, north), p(west, north), p(west, south)];
    Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).ok().map(|(shape, _)| shape)
}
