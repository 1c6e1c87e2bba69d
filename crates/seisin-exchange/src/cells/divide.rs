//! Land cut into cells by units.

use super::{around, error::DivideError, hexagon, strip};
use seisin_core::Area;
use seisin_measure::{Bounds, Budget, Position, Shape, area, intersection};

/// A settlement or another named place, with the people known to live there.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub at: Position,
    /// How many people are known to live there.
    pub people: f64,
}

/// By what land is divided.
#[derive(Debug, Clone, PartialEq)]
pub enum Units {
    /// Strips along meridians, so many degrees of longitude wide, from the western edge on.
    Strips {
        /// The width.
        degrees: f64,
    },
    /// Named regions; land in none of them is one cell a piece.
    Regions(Vec<(String, Shape)>),
    /// The land nearest to each settlement.
    Around(Vec<Site>),
    /// Cells of the H3 grid of this resolution.
    H3 {
        /// 0 to 15.
        resolution: u8,
    },
}

/// A piece of land that makes a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What it is called.
    pub name: String,
    /// The land, in one piece.
    pub shape: Shape,
}

/// The most cells land is divided into.
const MOST: usize = 20_000;
/// Slivers below this are where two lines were meant to be one.
const SLIVER: Area = Area::from_square_metres(1.0);

/// The land divided by the units, in order of the units; land in several pieces makes several cells.
///
/// # Errors
/// [`DivideError`] for too many cells, units that fit no land, or an overlay that is refused.
///
/// # Example
/// ```
/// use seisin_exchange::{Units, divide};
/// use seisin_measure::{Budget, Position, Shape, ShapeLimits};
/// let p = Position::new;
/// let ring = vec![p(35.0, 51.0), p(36.0, 51.0), p(36.0, 52.0), p(35.0, 52.0), p(35.0, 51.0)];
/// let land = Shape::from_rings(vec![vec![ring]], &ShapeLimits::default())?.0;
/// let cells = divide(&land, &Units::Strips { degrees: 0.25 }, &Budget::default())?;
/// assert_eq!(cells.len(), 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn divide(land: &Shape, units: &Units, budget: &Budget) -> Result<Vec<Piece>, DivideError> {
    let Some(bounds) = land.bounds() else { return Ok(Vec::new()) };
    let grid: Vec<(String, Shape)> = match units {
        Units::Strips { degrees } => strip::strips(bounds, *degrees)?,
        Units::Regions(regions) => regions.clone(),
        Units::Around(sites) => around::nearest(bounds, sites)?,
        Units::H3 { resolution } => hexagon::hexagons(bounds, *resolution)?,
    };
    let mut pieces = Vec::new();
    for (name, shape) in &grid {
        let meets = shape.bounds().is_some_and(|own| own.intersects(bounds));
        if meets {
            add(&mut pieces, name, &intersection(land, shape, budget)?);
        }
        if pieces.len() > MOST {
            return Err(DivideError::TooMany { limit: MOST });
        }
    }
    if let Units::Regions(regions) = units {
        let all: Vec<&Shape> = regions.iter().map(|(_, shape)| shape).collect();
        let covered = seisin_measure::union(&all, budget)?;
        let rest = seisin_measure::difference(land, &covered, budget)?;
        add(&mut pieces, "outside the regions", &rest);
    }
    Ok(pieces)
}

fn add(pieces: &mut Vec<Piece>, name: &str, land: &Shape) {
    let parts = land.pieces().into_iter().filter(|part| area(part) >= SLIVER);
    for (index, shape) in parts.enumerate() {
        let name = if index == 0 { name.to_owned() } else { format!("{name} ({})", index + 1) };
        pieces.push(Piece { name, shape });
    }
}

/// The shape of one ring of positions without repetition of the first.
pub(super) fn shape_of(mut ring: Vec<Position>) -> Result<Shape, DivideError> {
    ring.extend(ring.first().copied());
    let limits = seisin_measure::ShapeLimits::default();
    Shape::from_rings(vec![vec![ring]], &limits)
        .map(|(shape, _)| shape)
        .map_err(|error| DivideError::Units(error.to_string()))
}

/// The box as a shape.
pub(super) fn box_of(bounds: Bounds) -> Vec<Position> {
    let p = Position::new;
    vec![
        p(bounds.west, bounds.south),
        p(bounds.east, bounds.south),
        p(bounds.east, bounds.north),
        p(bounds.west, bounds.north),
    ]
}

/// The most cells, for units that can tell beforehand.
pub(super) const fn most() -> usize {
    MOST
}
