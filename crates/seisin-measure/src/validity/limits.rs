//! How much a shape may hold, and what intake changed in it.

use super::invalid::{RingPlace, VertexPlace};
use std::fmt;

/// How large a shape may be before it is looked at.
///
/// # Example
/// ```
/// use seisin_measure::ShapeLimits;
/// let limits = ShapeLimits { positions: 20_000, ..ShapeLimits::default() };
/// assert_eq!(limits.polygons, 100_000);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShapeLimits {
    /// Greatest number of polygons.
    pub polygons: usize,
    /// Greatest number of rings of all polygons.
    pub rings: usize,
    /// Greatest number of positions of all rings, as given.
    pub positions: usize,
    /// Greatest number of pairs of edges whose boxes meet that may be looked at: a bound on time
    /// (about 40 ns each). A map of land needs a few for each edge.
    pub edge_pairs: usize,
}

impl ShapeLimits {
    /// No limit: for shapes that are ours already.
    pub(crate) const NONE: Self = Self {
        polygons: usize::MAX,
        rings: usize::MAX,
        positions: usize::MAX,
        edge_pairs: usize::MAX,
    };
}

impl Default for ShapeLimits {
    /// 100,000 polygons, 200,000 rings, 2,000,000 positions, 10,000,000 pairs of edges.
    fn default() -> Self {
        Self { polygons: 100_000, rings: 200_000, positions: 2_000_000, edge_pairs: 10_000_000 }
    }
}

/// Something intake changed in a shape without changing the land it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShapeNote {
    /// A ring ran opposite to RFC 7946 §3.1.6 and was turned round.
    RingTurned(RingPlace),
    /// A position equal to the one before it was dropped.
    DuplicateDropped(VertexPlace),
    /// A polygon runs across the antimeridian and was cut there (RFC 7946 §3.1.9).
    CutAtAntimeridian {
        /// Index of the polygon, as given.
        polygon: usize,
    },
}

impl fmt::Display for ShapeNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RingTurned(at) => {
                write!(f, "{at} ran the wrong way (RFC 7946) and was turned round")
            }
            Self::DuplicateDropped(at) => {
                write!(f, "{at} repeats the position before it and was dropped")
            }
            Self::CutAtAntimeridian { polygon } => write!(
                f,
                "polygon {polygon} runs across the antimeridian and was cut there (RFC 7946, \
                 section 3.1.9)"
            ),
        }
    }
}
