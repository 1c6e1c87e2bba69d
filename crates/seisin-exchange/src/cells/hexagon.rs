//! Cells of the H3 grid.

use super::{
    divide::{most, shape_of},
    error::DivideError,
};
use h3o::{CellIndex, LatLng, Resolution};
use seisin_measure::{Bounds, Budget, Position, Shape, union};
use std::collections::BTreeSet;

/// The H3 cells of the resolution that meet the box, in order of their indexes, by index.
///
/// # Method
/// H3 (Uber, 2018), cells as the `h3o` crate draws them, edges straight in longitude and latitude;
/// found by walking from the cell in the box's middle over neighbours that meet the box.
pub(super) fn hexagons(
    bounds: Bounds,
    resolution: u8,
) -> Result<Vec<(String, Shape)>, DivideError> {
    let units = |error: &dyn std::fmt::Display| DivideError::Units(error.to_string());
    let resolution = Resolution::try_from(resolution).map_err(|error| units(&error))?;
    let middle = LatLng::new(
        f64::midpoint(bounds.south, bounds.north),
        f64::midpoint(bounds.west, bounds.east),
    )
    .map_err(|error| units(&error))?;
    let start = middle.to_cell(resolution);
    let mut found: BTreeSet<CellIndex> = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(cell) = open.pop() {
        if found.len() > most() {
            return Err(DivideError::TooMany { limit: most() });
        }
        for next in cell.grid_disk::<Vec<_>>(1) {
            let meets = Bounds::around(&ring(next)).is_some_and(|own| own.intersects(bounds));
            if meets && found.insert(next) {
                open.push(next);
            }
        }
    }
    found.into_iter().map(|cell| Ok((cell.to_string(), shape_of(ring(cell))?))).collect()
}

/// The land of the H3 cells with these indexes.
///
/// # Errors
/// [`DivideError`] for words that are no index, and where the cells cannot be joined.
pub fn hexagons_named(indexes: &[&str]) -> Result<Shape, DivideError> {
    let named = |index: &&str| {
        let unknown = |_| DivideError::Units(format!("`{index}` is no index of an H3 cell"));
        shape_of(ring(index.trim().parse().map_err(unknown)?))
    };
    let shapes = indexes.iter().map(named).collect::<Result<Vec<Shape>, _>>()?;
    let all: Vec<&Shape> = shapes.iter().collect();
    Ok(union(&all, &Budget::default())?)
}

fn ring(cell: CellIndex) -> Vec<Position> {
    cell.boundary().iter().map(|corner| Position::new(corner.lng(), corner.lat())).collect()
}
