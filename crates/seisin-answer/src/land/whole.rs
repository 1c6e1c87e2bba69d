//! Land taken whole: measured once, when its edition is recorded.

use seisin_core::Digest;
use seisin_ledger::{CutPart, MeasureRecord};
use seisin_measure::{Shape, area, area_geodesic, perimeter};
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

/// The areas and the edge of the land `whole` that some shapes make together.
pub(crate) fn measure(made: &Made, whole: &Shape) -> MeasureRecord {
    MeasureRecord {
        subject: subject(made),
        method: METHOD.to_owned(),
        area: area(whole),
        area_geodesic: area_geodesic(whole),
        line: perimeter(whole),
    }
}

/// How far apart two measures of the same land are, as a part of them.
pub(crate) fn apart(one: &MeasureRecord, other: &MeasureRecord) -> f64 {
    let figures = |of: &MeasureRecord| {
        [of.area.square_metres(), of.area_geodesic.square_metres(), of.line.metres()]
    };
    most_apart(&figures(one), &figures(other), 0.0)
}

/// How far apart two measures of the same part of a land are, as a part of them, or of 1 km² and 1 km
/// where they are less: the sum of an area that comes and goes ends within rounding of nothing.
pub(crate) fn parts_apart(one: &CutPart, other: &CutPart) -> f64 {
    let areas = |of: &CutPart| [of.area.square_km(), of.area_geodesic.square_km()];
    let lines = |of: &CutPart| [of.map_line.km(), of.boundary_line.km()];
    let apart = most_apart(&areas(one), &areas(other), 1.0);
    apart.max(most_apart(&lines(one), &lines(other), 1.0))
}

/// The most that figures differ, as a part of the greater or of `least`.
fn most_apart(one: &[f64], other: &[f64], least: f64) -> f64 {
    let part = |(a, b): (&f64, &f64)| {
        let most = a.abs().max(b.abs()).max(least);
        if most > 0.0 { (a - b).abs() / most } else { 0.0 }
    };
    // A figure that is none is as far off as can be.
    one.iter().zip(other).map(part).fold(0.0, |most, part| if part <= most { most } else { part })
}
