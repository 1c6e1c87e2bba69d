//! The text of KML: its coordinates.

use super::builder::Builder;
use crate::geojson::MapFileError;
use seisin_measure::Position;

/// The positions of a `coordinates` element: `lon,lat` or `lon,lat,height`, apart by blanks.
///
/// # Errors
/// Where a tuple is none, or there are too many.
pub(super) fn positions(
    text: &str,
    builder: &mut Builder<'_>,
) -> Result<Vec<Position>, MapFileError> {
    let mut positions = Vec::new();
    let mut heights = 0;
    for tuple in text.split_ascii_whitespace() {
        builder.count(1)?;
        let mut numbers = tuple.split(',');
        let mut number = || numbers.next().and_then(|number| number.parse::<f64>().ok());
        let (Some(lon), Some(lat)) = (number(), number()) else {
            return Err(bad(tuple));
        };
        if !(lon.is_finite() && lat.is_finite()) {
            return Err(bad(tuple));
        }
        heights += usize::from(numbers.next().is_some_and(|height| !height.is_empty()));
        positions.push(Position::new(lon, lat));
    }
    builder.drop_heights(heights);
    Ok(positions)
}

fn bad(tuple: &str) -> MapFileError {
    let shown: String = tuple.chars().take(40).collect();
    MapFileError::Unreadable {
        form: "KML",
        reason: format!("\"{shown}\" is no position"),
        hint: "coordinates are written longitude,latitude with blanks between positions",
    }
}
