//! Why land was not divided into cells.

use seisin_measure::OverlayError;

/// Why land was not divided into cells.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DivideError {
    /// The cells would be too many.
    #[error("divide the land: it makes more than {limit} cells\nhint: use larger units")]
    TooMany {
        /// The limit.
        limit: usize,
    },
    /// The cells are smaller than may be ranked.
    #[error(
        "rank cells of {square_km:.3} km² (the median): the least that is ranked is {least_km2:.3} \
         km², so that no answer singles out a street or a yard\nhint: use larger units"
    )]
    TooSmall {
        /// The median cell.
        square_km: f64,
        /// The least allowed.
        least_km2: f64,
    },
    /// No cell of the land has this name, or none lies there.
    #[error("find `{name}` among the cells\nhint: name a cell, or give a position as LON,LAT")]
    NoSuchCell {
        /// The name.
        name: String,
    },
    /// The units cannot divide this land.
    #[error("divide the land: {0}")]
    Units(String),
    /// An overlay was refused.
    #[error(transparent)]
    Overlay(#[from] OverlayError),
    /// Cells and borders make no instance.
    #[error(transparent)]
    Instance(#[from] crate::InstanceError),
}
