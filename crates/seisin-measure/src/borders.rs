//! The borders many shapes have with each other.

use crate::border::{Way, merged, stretch};
use crate::edge_index::{Edge, EdgeIndex};
use crate::length::edge_metres;
use crate::overlay::{Budget, OverlayError, SAME_LINE};
use crate::position::Position;
use crate::ring::Ring;
use crate::shape::Shape;
use seisin_core::Length;
use std::{collections::BTreeMap, ops::ControlFlow};

/// The lines where any two of the shapes meet, as [`crate::common_border`] measures each, in order
/// of the pairs; pairs that meet in single positions alone are left out.
///
/// # Method
/// One index over all edges instead of one a pair, so that thousands of cells take seconds.
///
/// # Errors
/// [`OverlayError`] where the budget does not suffice.
///
/// # Example
/// ```
/// use seisin_measure::{Budget, Position, Shape, ShapeLimits, common_border, common_borders};
/// let square = |lon: f64| {
///     let p = |x, y| Position::new(lon + x, y);
///     let ring = vec![p(0.0, 51.0), p(1.0, 51.0), p(1.0, 52.0), p(0.0, 52.0), p(0.0, 51.0)];
///     Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).expect("a square").0
/// };
/// let (one, two, far) = (square(35.0), square(36.0), square(40.0));
/// let budget = Budget::default();
/// let borders = common_borders(&[&one, &two, &far], &budget)?;
/// assert_eq!(borders, [(0, 1, common_border(&one, &two, &budget)?)]);
/// # Ok::<(), seisin_measure::OverlayError>(())
/// ```
pub fn common_borders(
    shapes: &[&Shape],
    budget: &Budget,
) -> Result<Vec<(usize, usize, Length)>, OverlayError> {
    let rings: Vec<(usize, &Ring)> = shapes
        .iter()
        .enumerate()
        .flat_map(|(owner, shape)| shape.rings().map(move |ring| (owner, ring)))
        .collect();
    let open: Vec<&[Position]> = rings.iter().map(|(_, ring)| ring.open()).collect();
    let index = EdgeIndex::new(&open);
    if index.len() > budget.vertices {
        let (found, limit) = (index.len(), budget.vertices);
        return Err(OverlayError::TooManyVertices { found, limit });
    }
    let mut pairs = 0;
    let mut lengths: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (owner, ring) in &rings {
        for edge in ring.edges() {
            let area = Edge { ends: edge, ring: 0, at: 0 }.bounds().grown(SAME_LINE);
            let mut stretches: BTreeMap<usize, Vec<[f64; 2]>> = BTreeMap::new();
            let _: ControlFlow<()> = index.visit(area, &mut |other| {
                pairs += 1;
                let (neighbour, _) = rings[other.ring];
                if neighbour > *owner {
                    let shared = stretch(edge, other.ends, Way::Opposite);
                    stretches.entry(neighbour).or_default().extend(shared);
                }
                ControlFlow::Continue(())
            });
            if pairs > budget.edge_pairs {
                return Err(OverlayError::TooManyEdgePairs { limit: budget.edge_pairs });
            }
            let at = |share: f64| edge[0].towards(edge[1], share);
            for (neighbour, found) in stretches {
                let metres: f64 =
                    merged(found).into_iter().map(|[a, b]| edge_metres([at(a), at(b)])).sum();
                if metres > 0.0 {
                    *lengths.entry((*owner, neighbour)).or_default() += metres;
                }
            }
        }
    }
    let found = lengths.into_iter();
    Ok(found.map(|((a, b), metres)| (a, b, Length::from_metres(metres))).collect())
}
