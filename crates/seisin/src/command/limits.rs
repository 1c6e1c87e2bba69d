//! The limits of map files as a command line sets them.

use crate::args::LimitArgs;
use seisin_measure::ShapeLimits;
use seisin_source::MapLimits;

impl LimitArgs {
    /// The limits of one file.
    pub(super) fn of_file(&self) -> MapLimits {
        let safe = MapLimits::default();
        MapLimits {
            bytes: self.max_bytes.unwrap_or(safe.bytes),
            unpacked_bytes: self.max_unpacked_bytes.unwrap_or(safe.unpacked_bytes),
            depth: self.max_depth.unwrap_or(safe.depth),
            features: self.max_features.unwrap_or(safe.features),
            vertices: self.max_positions.unwrap_or(safe.vertices),
            ..safe
        }
    }

    /// The limits of one feature.
    pub(super) fn of_feature(&self) -> ShapeLimits {
        let safe = ShapeLimits::default();
        ShapeLimits {
            positions: self.max_positions.unwrap_or(safe.positions),
            edge_pairs: self.max_edge_pairs.unwrap_or(safe.edge_pairs),
            ..safe
        }
    }
}
