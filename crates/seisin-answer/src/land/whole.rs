//! Land taken whole: measured once, when its edition is recorded.

use super::cut::join;
use seisin_core::{Digest, Length};
use seisin_ledger::MeasureRecord;
use seisin_measure::{Budget, OverlayError, Shape, area, area_geodesic, perimeter};
use std::collections::BTreeSet;

/// How [`measure`] measures, with the version of that: a change of any figure is another version.
pub(crate) const METHOD: &str = "whole/1";

/// The shapes that some land is made of, each once.
pub(crate) type Made = BTreeSet<Digest>;

/// The name of the land that some shapes make together.
pub(crate) fn subject(made: &Made) -> Digest {
    let digests: Vec<u8> = made.iter().flat_map(|digest| *digest.as_bytes()).collect();
    Digest::of(&digests)
}

/// The areas and the edge of the land that some shapes make together.
///
/// # Errors
/// [`OverlayError`] where they overlap in too many places.
pub(crate) fn measure(made: &Made, shapes: &[&Shape]) -> Result<MeasureRecord, OverlayError> {
    let whole = join(shapes, &Budget::default())?;
    Ok(MeasureRecord {
        subject: subject(made),
        method: METHOD.to_owned(),
        area: area(&whole),
        area_geodesic: area_geodesic(&whole),
        line: perimeter(&whole),
    })
}

/// How far apart two measures of the same land are, as a part of them.
pub(crate) fn apart(one: &MeasureRecord, other: &MeasureRecord) -> f64 {
    let part = |a: f64, b: f64| {
        let most = a.abs().max(b.abs());
        if most > 0.0 { (a - b).abs() / most } else { 0.0 }
    };
    let area = |of: fn(&MeasureRecord) -> f64| part(of(one), of(other));
    area(|measure| measure.area.square_metres())
        .max(area(|measure| measure.area_geodesic.square_metres()))
        .max(area(|measure| Length::metres(measure.line)))
}
