//! What a row of an export draws.

use seisin_measure::{Bounds, Position, Shape};

/// What a row of an export draws: land, lines or one position.
#[derive(Debug, Clone)]
pub(crate) enum Drawn {
    /// Land: a `MultiPolygon`.
    Land(Shape),
    /// Lines: a `MultiLineString`.
    Lines(Vec<Vec<Position>>),
    /// One position: a `Point`.
    Point(Position),
}

impl Drawn {
    /// The name of its kind in GeoJSON and GeoParquet.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Land(_) => "MultiPolygon",
            Self::Lines(_) => "MultiLineString",
            Self::Point(_) => "Point",
        }
    }

    /// Whether there is nothing of it.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Land(shape) => shape.is_empty(),
            Self::Lines(lines) => lines.is_empty(),
            Self::Point(_) => false,
        }
    }

    /// The box around it.
    pub(super) fn bounds(&self) -> Option<Bounds> {
        match self {
            Self::Land(shape) => shape.bounds(),
            Self::Lines(lines) => Bounds::around(lines.iter().flatten()),
            Self::Point(at) => Bounds::around([at]),
        }
    }
}
