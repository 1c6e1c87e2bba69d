//! A measured amount of land with everything a reader needs to redo it.

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
