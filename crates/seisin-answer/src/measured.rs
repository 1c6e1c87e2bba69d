//! A measured amount of land with everything a reader needs to redo it.

use crate::missing::MissingFeature;
use seisin_core::{Area, Band};

/// A measured holding: land, its error, and the share it is of a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The land in m², edges straight in lon/lat, with the error of map and boundary.
    pub area: Band,
    /// The same land with geodesic edges, for comparison with other tools.
    pub area_geodesic: Area,
    /// The part it is of a whole, where a whole is named.
    pub share: Option<ShareFigure>,
    /// Features of the edition that may belong to the holding and could not be measured; where there
    /// is one, the figure is what is held at least, and nothing bounds it from above.
    pub missing: Vec<MissingFeature>,
}

impl Figure {
    /// Whether the figure is only what is held at least.
    pub fn is_lower_bound(&self) -> bool {
        !self.missing.is_empty()
    }
}

/// The part a holding is of a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareFigure {
    /// The part, as a plain ratio.
    pub share: Band,
    /// The whole, named with the source of its area.
    pub of: String,
    /// The whole in m².
    pub whole: Band,
}
