//! The colours of parties and lines.

use plotters::style::RGBColor;

/// Colours that are told apart with any colour vision, by order of use.
///
/// # Method
/// Okabe and Ito, "Color Universal Design" (2008), their blue and orange first.
const PALETTE: [RGBColor; 7] = [
    RGBColor(0, 114, 178),
    RGBColor(230, 159, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(86, 180, 233),
    RGBColor(213, 94, 0),
    RGBColor(240, 228, 66),
];

/// The dark outline of points and land.
pub(super) const OUTLINE: RGBColor = RGBColor(34, 34, 34);

/// The colour of the line or party of this place in the order.
pub(super) fn nth(place: usize) -> RGBColor {
    PALETTE.get(place % PALETTE.len()).copied().unwrap_or(OUTLINE)
}
