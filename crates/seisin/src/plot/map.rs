//! A map to draw on, with degrees at its edges.

use super::frame::{SIZE, Sheet, Trouble};
use plotters::{
    chart::{ChartBuilder, ChartContext},
    coord::{cartesian::Cartesian2d, types::RangedCoordf64},
    prelude::SVGBackend,
};
use seisin_measure::Bounds;

/// Longitudes and latitudes on a sheet.
pub(super) type Chart<'a> =
    ChartContext<'a, SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// A map of what lies within these bounds, with degrees at its edges.
///
/// # Method
/// Plate carrée; [`fitted`] bounds are narrowed by the cosine of the middle latitude: for looking, not
/// for measuring.
pub(super) fn map_of<'a>(sheet: &Sheet<'a>, bounds: Bounds) -> Result<Chart<'a>, Trouble> {
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
    Ok(chart)
}

/// The bounds with a margin, in the proportions of the sheet.
pub(super) fn fitted(bounds: Bounds) -> Bounds {
    fitted_in(bounds, f64::from(SIZE.0) / f64::from(SIZE.1))
}

/// The bounds with a margin, in these proportions: width over height.
pub(super) fn fitted_in(bounds: Bounds, proportion: f64) -> Bounds {
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
