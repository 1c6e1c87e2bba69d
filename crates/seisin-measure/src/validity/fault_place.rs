//! Where the fault of a refused shape lies, as numbers.

use super::invalid::{InvalidShape, RingPlace, VertexPlace};

/// Where the fault of a refused shape lies: polygon, ring and vertex, counted from zero in the order
/// given, as far as the rule broken is about one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FaultPlace {
    /// Index of the polygon.
    pub polygon: Option<usize>,
    /// Index of the ring in the polygon.
    pub ring: Option<usize>,
    /// Index of the vertex in the ring.
    pub vertex: Option<usize>,
}

impl InvalidShape {
    /// Where the fault lies.
    pub fn place(&self) -> FaultPlace {
        match self {
            Self::TooLarge { .. } | Self::TooTangled { .. } => FaultPlace::default(),
            Self::NoExterior { polygon }
            | Self::NotCut { polygon, .. }
            | Self::PolygonsOverlap { polygon, .. } => {
                FaultPlace { polygon: Some(*polygon), ..FaultPlace::default() }
            }
            Self::TooFewPositions { at, .. }
            | Self::NotClosed { at }
            | Self::RoundPole { at }
            | Self::InteriorOutside { at }
            | Self::InteriorsNested { at, .. }
            | Self::InteriorCut { at } => FaultPlace::from(*at),
            Self::NotFinite { at }
            | Self::LongitudeOutOfRange { at, .. }
            | Self::LatitudeOutOfRange { at, .. }
            | Self::SpansHalfTheWorld { at }
            | Self::Spike { at }
            | Self::NotSimple { at, .. }
            | Self::RingsCross { at, .. }
            | Self::RingsOverlap { at, .. } => FaultPlace::from(*at),
        }
    }

    /// Whether the fault may be that of a polygon that runs across the antimeridian.
    pub(super) fn may_cross_antimeridian(&self) -> bool {
        matches!(self, Self::LongitudeOutOfRange { .. } | Self::SpansHalfTheWorld { .. })
    }

    /// Whether the land meant lies, for all the fault, within the bounds of the positions given: so
    /// where lines merely cross, and not where positions are missing, out of range or no numbers.
    pub fn keeps_extent(&self) -> bool {
        matches!(
            self,
            Self::Spike { .. }
                | Self::NotSimple { .. }
                | Self::RingsCross { .. }
                | Self::RingsOverlap { .. }
                | Self::InteriorOutside { .. }
                | Self::InteriorsNested { .. }
                | Self::InteriorCut { .. }
                | Self::PolygonsOverlap { .. }
        )
    }
}

impl From<RingPlace> for FaultPlace {
    fn from(at: RingPlace) -> Self {
        Self { polygon: Some(at.polygon), ring: Some(at.ring), vertex: None }
    }
}

impl From<VertexPlace> for FaultPlace {
    fn from(at: VertexPlace) -> Self {
        Self { vertex: Some(at.vertex), ..Self::from(at.ring) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_placed_as_closely_as_its_rule_allows() {
        let ring = RingPlace { polygon: 2, ring: 1 };
        let crossing = InvalidShape::NotSimple { at: VertexPlace { ring, vertex: 7 }, other: 3 };
        let place = FaultPlace { polygon: Some(2), ring: Some(1), vertex: Some(7) };
        assert_eq!((crossing.place(), crossing.keeps_extent()), (place, true));
        let open = InvalidShape::NotClosed { at: ring };
        let place = FaultPlace { vertex: None, ..place };
        assert_eq!((open.place(), open.keeps_extent()), (place, false));
    }
}
