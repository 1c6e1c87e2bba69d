//! How far an area may be off, given how far its edges may be off.

use seisin_core::{Area, Band, Length};

/// A stretch of edge and how far it may be from where it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineError {
    /// How long the stretch is.
    pub length: Length,
    /// How far the true line may lie to either side.
    pub error: Length,
}

/// The band of an area whose whole edge may be off by `error`.
///
/// # Units
/// m².
///
/// # Method
/// The epsilon band: a true line within ε of the drawn one encloses an area within ε·L of the drawn
/// one's, to first order in ε. Perkal, "On the length of empirical curves" (1966; English in
/// Discussion Paper 10, Michigan Inter-University Community of Mathematical Geographers); Goodchild
/// and Hunter, "A simple positional accuracy measure for linear features", IJGIS 11 (1997),
/// DOI 10.1080/136588197242419.
///
/// # Accuracy
/// A bound for the worst case, all of the line off to one side; independent errors would partly
/// cancel. The area of the band beyond corners, about πε² for each piece, is left out.
///
/// # Example
/// ```
/// use seisin_core::{Area, Length};
/// let band = seisin_measure::area_band(Area::from_square_km(100.0), Length::from_km(40.0), Length::from_metres(500.0));
/// assert_eq!((band.low, band.best, band.high), (80e6, 100e6, 120e6));
/// ```
pub fn area_band(area: Area, perimeter: Length, error: Length) -> Band {
    clip_band(area, &[LineError { length: perimeter, error }])
}

/// The band of an area whose edge is made of stretches with errors of their own: for a holding
/// clipped to a region, the map's line and the region's boundary (see [`crate::clip_lines`]).
///
/// # Units
/// m².
///
/// # Method
/// As [`area_band`]; the bounds of the stretches are added.
pub fn clip_band(area: Area, lines: &[LineError]) -> Band {
    let error =
        lines.iter().map(|line| line.length.metres().abs() * line.error.metres().abs()).sum();
    Band::new(area.square_metres(), error)
}
