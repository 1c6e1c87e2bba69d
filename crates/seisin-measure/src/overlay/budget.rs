//! How much work an overlay may be.

use crate::edge_index::EdgeIndex;
use crate::position::Position;
use crate::predicate::{Meeting, meet};
use crate::ring::Ring;
use crate::shape::Shape;
use crate::validity::InvalidShape;
use std::ops::ControlFlow;

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
    /// Greatest number of pairs of edges whose boxes meet that may be looked at to count those.
    pub edge_pairs: usize,
}

impl Default for Budget {
    /// 1,000,000 vertices, 200,000 crossings, 50,000,000 pairs: some seconds at the worst.
    fn default() -> Self {
        Self { vertices: 1_000_000, crossings: 200_000, edge_pairs: 50_000_000 }
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

/// Checks that an overlay of the shapes stays within the budget.
pub(super) fn check(shapes: &[&Shape], budget: &Budget) -> Result<(), OverlayError> {
    let found = shapes.iter().map(|shape| shape.vertices()).sum();
    if found > budget.vertices {
        return Err(OverlayError::TooManyVertices { found, limit: budget.vertices });
    }
    let numbered = shapes.iter().enumerate();
    let rings: Vec<(usize, &Ring)> =
        numbered.flat_map(|(owner, shape)| shape.rings().map(move |ring| (owner, ring))).collect();
    let owners: Vec<usize> = rings.iter().map(|(owner, _)| *owner).collect();
    let lines: Vec<&[Position]> = rings.iter().map(|(_, ring)| ring.open()).collect();
    count_crossings(&EdgeIndex::new(&lines), &owners, budget)
}

fn count_crossings(
    index: &EdgeIndex,
    owners: &[usize],
    budget: &Budget,
) -> Result<(), OverlayError> {
    let (mut crossings, mut pairs) = (0_usize, 0_usize);
    for (number, edge) in index.edges().iter().enumerate() {
        let counted = index.visit(edge.bounds(), &mut |other_number, other| {
            if other_number <= number || owners[edge.ring] == owners[other.ring] {
                return ControlFlow::Continue(());
            }
            pairs += 1;
            crossings += usize::from(meet(edge.ends, other.ends) != Meeting::Apart);
            if crossings > budget.crossings {
                return ControlFlow::Break(OverlayError::TooManyCrossings {
                    limit: budget.crossings,
                });
            }
            if pairs > budget.edge_pairs {
                return ControlFlow::Break(OverlayError::TooManyEdgePairs {
                    limit: budget.edge_pairs,
                });
            }
            ControlFlow::Continue(())
        });
        if let ControlFlow::Break(error) = counted {
            return Err(error);
        }
    }
    Ok(())
}
