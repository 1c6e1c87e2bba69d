//! Strips along meridians.

use super::{
    divide::{box_of, most, shape_of},
    error::DivideError,
};
use seisin_measure::{Bounds, Shape};

/// Edges this near to the land's own, in degrees, are the land's own.
const SAME: f64 = 1e-9;

/// Strips of the width from the western edge of the box to its eastern edge.
pub(super) fn strips(bounds: Bounds, degrees: f64) -> Result<Vec<(String, Shape)>, DivideError> {
    if !(degrees.is_finite() && degrees > 0.0) {
        return Err(DivideError::Units("a strip needs a width above 0°".to_owned()));
    }
    if (bounds.east - bounds.west) / degrees > f64::from(u32::try_from(most()).unwrap_or(u32::MAX))
    {
        return Err(DivideError::TooMany { limit: most() });
    }
    let mut strips = Vec::new();
    let mut west = bounds.west;
    for count in 1_u32.. {
        let next = bounds.west + f64::from(count) * degrees;
        let east = if next > bounds.east - SAME { bounds.east } else { next };
        let name = format!("{west:.4}°–{east:.4}°");
        // A little beyond the land to north and south, so that its own edge is the cell's.
        let strip = Bounds { west, east, south: bounds.south - 1e-6, north: bounds.north + 1e-6 };
        strips.push((name, shape_of(box_of(strip))?));
        west = east;
        if east >= bounds.east {
            break;
        }
    }
    Ok(strips)
}
