//! How much work an overlay may be.

use crate::validity::InvalidShape;

/// How much work an overlay may be before it is refused.
///
/// # Example
/// ```
/// use seisin_measure::Budget;
/// let quick = Budget { vertices: 10_000, ..Budget::default() };
/// assert!(quick.crossings > 1_000);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Greatest number of vertices of all shapes together.
    pub vertices: usize,
    /// Greatest number of positions at which edges of different shapes meet.
    pub crossings: usize,
    /// Greatest number of pairs of edges whose boxes meet that may be looked at to find those.
    pub edge_pairs: usize,
}

impl Default for Budget {
    /// 1,000,000 vertices, 200,000 crossings, 20,000,000 pairs: a few seconds at the worst.
    fn default() -> Self {
        Self { vertices: 1_000_000, crossings: 200_000, edge_pairs: 20_000_000 }
    }
}

/// Why an overlay was not made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum OverlayError {
    /// The shapes have more vertices than the budget allows.
    #[error(
        "overlay shapes of {found} vertices: the budget allows {limit}\n\
         hint: clip to a smaller region, or raise the budget"
    )]
    TooManyVertices {
        /// Vertices of all shapes.
        found: usize,
        /// The budget.
        limit: usize,
    },
    /// The edges of the shapes meet more often than the budget allows.
    #[error(
        "overlay shapes whose edges meet in more than {limit} positions\n\
         hint: such shapes are seldom maps of land; check how they were made, or raise the budget"
    )]
    TooManyCrossings {
        /// The budget.
        limit: usize,
    },
    /// The edges of the shapes lie over each other in more pairs than the budget allows.
    #[error(
        "overlay shapes whose edges lie over each other in more than {limit} pairs\n\
         hint: clip to a smaller region, or raise the budget"
    )]
    TooManyEdgePairs {
        /// The budget.
        limit: usize,
    },
    /// The result is not a valid shape even on coarser grids: a fault of the overlay engine.
    #[error("put the result of an overlay together: {0}\nhint: please report the two shapes")]
    ResultNotValid(InvalidShape),
}
