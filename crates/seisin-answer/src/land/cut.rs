//! Cutting a holding to a land, and what its error is then.

use super::wanted::{Land, Way};
use crate::measured::{Figure, ShareFigure};
use seisin_core::{Area, Band, Length, MapEdition, RegionId};
use seisin_ledger::{CutPart, MeasureRecord};
use seisin_measure::{
    Budget, LineError, OverlayError, Shape, area, area_geodesic, clip_band, clip_lines,
    intersection, perimeter, union,
};
use seisin_places::{NamedRegion, naming_regions};

/// A holding's shape with the country its publisher draws it in.
#[derive(Debug, Clone)]
pub(crate) struct PlacedShape {
    /// The country, where the publisher's profile tells by place.
    pub(crate) within: Option<RegionId>,
    /// The land.
    pub(crate) shape: Shape,
}

/// Why a holding cannot be cut to a land.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CutError {
    /// An overlay was refused.
    #[error(transparent)]
    Overlay(#[from] OverlayError),
    /// A piece of the map lies in several regions, so a boundary is needed to cut it.
    #[error(
        "a piece of the map of {area_km2:.1} km² lies in {regions}, so it must be cut along their \
         boundary\nhint: add one with `seisin boundaries add`, or pass --allow-coarse"
    )]
    Straddles {
        /// The piece's area in km².
        area_km2: f64,
        /// The regions it lies in.
        regions: String,
    },
}

/// A holding cut to a land.
#[derive(Debug, Clone)]
pub(crate) struct CutHolding {
    /// The land held.
    pub(crate) shape: Shape,
    /// The figure with its error.
    pub(crate) figure: Figure,
    /// The stretches of its edge and how far each may be off.
    pub(crate) lines: Vec<LineError>,
}

impl CutHolding {
    /// A part of a holding, whose whole edge is taken to be as far off as the map's lines.
    pub(crate) fn of_part(shape: Shape, edition: &MapEdition) -> Self {
        let error = edition.positional_error.unwrap_or(Length::ZERO);
        let lines = vec![LineError { length: perimeter(&shape), error }];
        Self { figure: figure([area(&shape), area_geodesic(&shape)], &lines, None), shape, lines }
    }
}

/// The part of `shapes` that lies in `land`, measured, where lines of the map may be off by
/// `map_error`.
///
/// # Method
/// Shapes of one holding may overlap: their union is measured. The band is
/// [`clip_band`]'s: the map's line by its own error, the part of the edge that is the land's
/// boundary by the boundary's.
///
/// # Errors
/// [`CutError`] where an overlay is refused or a boundary is needed that is not on record.
pub(crate) fn cut(
    shapes: &[PlacedShape],
    land: &Land,
    map_error: Length,
) -> Result<CutHolding, CutError> {
    let budget = Budget::default();
    let near: Vec<&Shape> = shapes
        .iter()
        .filter(|placed| land.may_lie_in(placed.within.as_ref()))
        .map(|placed| &placed.shape)
        .collect();
    let whole = join(&near, &budget)?;
    let shape = match &land.way {
        Way::Everywhere | Way::Drawn(_) | Way::Country(_) => whole,
        Way::Pieces { country, region } => pieces_in(&whole, country, region, &budget)?,
        Way::Boundary { land, .. } => intersection(&whole, land.shape(), &budget)?,
    };
    let lines = match &land.way {
        Way::Boundary { land: region, error } => {
            let lines = clip_lines(&shape, region.shape(), &budget)?;
            vec![
                LineError { length: lines.map, error: map_error },
                LineError { length: lines.boundary, error: *error },
            ]
        }
        _ => vec![LineError { length: perimeter(&shape), error: map_error }],
    };
    let areas = [area(&shape), area_geodesic(&shape)];
    let figure = figure(areas, &lines, land.whole.as_ref());
    Ok(CutHolding { shape, figure, lines })
}

/// The land that any of `shapes` holds.
///
/// # Errors
/// [`OverlayError`] where they overlap in too many places.
pub(crate) fn join(shapes: &[&Shape], budget: &Budget) -> Result<Shape, OverlayError> {
    match shapes {
        [] => Ok(Shape::empty()),
        [one] => Ok((*one).clone()),
        several => union(several, budget),
    }
}

/// The figure of a holding taken whole, from what was measured of it, where lines of the map may be
/// off by `map_error`: that of [`cut`].
pub(crate) fn figure_of_whole(measure: &MeasureRecord, land: &Land, map_error: Length) -> Figure {
    let lines = [LineError { length: measure.line, error: map_error }];
    figure([measure.area, measure.area_geodesic], &lines, land.whole.as_ref())
}

/// The figure of what of a holding lies in a land cut along a boundary , from what was measured of it,
/// where lines of the map may be off by `map_error`: that of [`cut`].
pub(crate) fn figure_of_part(part: &CutPart, land: &Land, map_error: Length) -> Figure {
    let boundary_error = match &land.way {
        Way::Boundary { error, .. } => *error,
        _ => Length::ZERO,
    };
    let lines = [
        LineError { length: part.map_line, error: map_error },
        LineError { length: part.boundary_line, error: boundary_error },
    ];
    figure([part.area, part.area_geodesic], &lines, land.whole.as_ref())
}

/// The figure of the areas by both rules for edges.
pub(super) fn figure(
    [lonlat, geodesic]: [Area; 2],
    lines: &[LineError],
    whole: Option<&(Band, String)>,
) -> Figure {
    let band = clip_band(lonlat, lines);
    let share = whole.and_then(|(whole, of)| {
        Some(ShareFigure { share: band.share_of(*whole)?, of: of.clone(), whole: *whole })
    });
    Figure { area: band, area_geodesic: geodesic, share, missing: Vec::new() }
}

/// How much of a piece must lie in one region, among those of its country, to count as there.
///
/// Natural Earth is off by 0.9 km in the median and 3 km at the 95th percentile; what strays from
/// a piece of the map into the next region by that alone is a strip, not a fifth of the piece.
const WHOLLY: f64 = 0.8;

/// The pieces of `whole` that lie in `region`, told apart among the regions of `country`.
fn pieces_in(
    whole: &Shape,
    country: &RegionId,
    region: &RegionId,
    budget: &Budget,
) -> Result<Shape, CutError> {
    let mut kept = Vec::new();
    for piece in whole.pieces() {
        if home_of(&piece, country, budget)?.is_some_and(|home| home.id == *region) {
            kept.push(piece);
        }
    }
    Ok(Shape::gather(&kept).expect("pieces of one valid shape lie side by side"))
}

/// The region of `country` in which a piece of the map lies; `None` where it lies in none.
///
/// # Errors
/// [`CutError::Straddles`] where no region has nearly all of it.
fn home_of(
    piece: &Shape,
    country: &RegionId,
    budget: &Budget,
) -> Result<Option<NamedRegion>, CutError> {
    let Some(bounds) = piece.bounds() else { return Ok(None) };
    let mut parts: Vec<(NamedRegion, f64)> = Vec::new();
    for region in naming_regions().regions_meeting(bounds) {
        if region.iso_country.as_ref() != Some(country) {
            continue;
        }
        if let Some(coarse) = naming_regions().shape(&region.id) {
            let part = area(&intersection(piece, coarse.allow_coarse(), budget)?).square_km();
            if part > 0.0 {
                parts.push((region, part));
            }
        }
    }
    let total: f64 = parts.iter().map(|(_, part)| part).sum();
    let Some((home, most)) = parts.iter().max_by(|a, b| a.1.total_cmp(&b.1)) else {
        return Ok(None);
    };
    if *most >= WHOLLY * total {
        return Ok(Some(home.clone()));
    }
    let regions: Vec<String> = parts.iter().map(|(region, _)| region.name.clone()).collect();
    Err(CutError::Straddles { area_km2: area(piece).square_km(), regions: regions.join(", ") })
}
