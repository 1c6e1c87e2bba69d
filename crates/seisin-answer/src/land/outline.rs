//! The land within a boundary, at hand or still on record.

use super::whole::Made;
use seisin_measure::Shape;

/// The land within a boundary.
#[derive(Debug, Clone)]
pub(crate) enum Outline {
    /// At hand, so that it can be cut along.
    AtHand(Shape),
    /// On record, as the union of these shapes: what was cut along it before can be looked up
    /// without reading it ([`crate::store::Store::at_hand`]).
    OnRecord(Made),
}

impl Outline {
    /// The land itself.
    ///
    /// # Assumptions
    /// Whoever cuts has the land at hand.
    pub(crate) const fn shape(&self) -> &Shape {
        match self {
            Self::AtHand(shape) => shape,
            Self::OnRecord(_) => panic!("land is at hand before anything is cut along it"),
        }
    }
}
