//! In which region and country a position lies, by the lines there are.

use super::profile::Place;
use seisin_core::{Length, RegionId};
use seisin_measure::Position;
use seisin_places::{BoundarySet, NamingRegions};
use std::{collections::BTreeSet, sync::Arc};

/// Where a position was found to lie.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told<'a> {
    /// The region and its country.
    pub(super) place: Place,
    /// The boundary set that settled it; `None` for the regions by which land is named.
    pub(super) by: Option<&'a BoundarySet>,
}

/// The lines by which a position is told to lie in one region or another.
///
/// # Method
/// Natural Earth names the region. Where its lines may be on the wrong side of the position, the
/// boundary sets on record are asked first: the region of a set that covers the position; else,
/// where a set has every region of the country that Natural Earth names, so that the position is
/// shown to be outside that country, the nearest region of another.
///
/// # Accuracy
/// That of a boundary set near a border where there is one, else Natural Earth's: 0.9 km in the
/// median, 3 km at the 95th percentile.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placing<'a> {
    pub(super) regions: &'a NamingRegions,
    pub(super) sets: &'a [Arc<BoundarySet>],
}

impl<'a> Placing<'a> {
    /// Where `point` lies; `None` at sea and outside every region.
    pub(super) fn at(self, point: Position) -> Option<Told<'a>> {
        let named = self.named(point);
        if self.sets.is_empty() || !self.near_other(point, named.as_ref()) {
            return named.map(|place| Told { place, by: None });
        }
        let settled = self.sets.iter().find_map(|set| {
            let place = self.covering(set, point).or_else(|| {
                let country = named.as_ref()?.country.as_ref()?;
                self.is_whole(set, country).then(|| self.nearest_outside(point, country))?
            })?;
            Some(Told { place, by: Some(set) })
        });
        settled.or_else(|| named.map(|place| Told { place, by: None }))
    }

    /// How far the lines that told a place may be off.
    pub(super) fn error(self, told: &Told<'_>) -> Length {
        told.by.map_or_else(
            || self.regions.positional_error_at_95_percent(),
            |set| set.positional_error,
        )
    }

    fn named(self, point: Position) -> Option<Place> {
        self.regions.region_at(point).map(Place::from)
    }

    /// Whether Natural Earth's lines run so near that they may be on the wrong side of `point`.
    fn near_other(self, point: Position, here: Option<&Place>) -> bool {
        let reach = self.regions.positional_error_at_95_percent();
        [reach, Length::from_metres(2.0 * reach.metres())].into_iter().any(|reach| {
            around(point, reach).into_iter().any(|other| self.named(other).as_ref() != here)
        })
    }

    fn covering(self, set: &BoundarySet, point: Position) -> Option<Place> {
        let covers = |region: &&seisin_places::Region| {
            region.shape.bounds().is_some_and(|bounds| {
                (bounds.west..=bounds.east).contains(&point.lon)
                    && (bounds.south..=bounds.north).contains(&point.lat)
            }) && region.shape.covers_position(point)
        };
        let region = set.regions.iter().find(covers)?;
        // A set's own identifier says no country; only a region that ISO lists can be placed.
        let country = self.regions.region(&region.id)?.iso_country;
        Some(Place { region: region.id.clone(), country })
    }

    /// Whether a set has every region of a country.
    fn is_whole(self, set: &BoundarySet, country: &RegionId) -> bool {
        let there: BTreeSet<&RegionId> = set.regions.iter().map(|region| &region.id).collect();
        let divisions = self.regions.iso_divisions(country);
        !divisions.is_empty() && divisions.iter().all(|division| there.contains(&division.id))
    }

    /// The nearest region that is not of `country`, within three times the error of the lines.
    fn nearest_outside(self, point: Position, country: &RegionId) -> Option<Place> {
        let step = self.regions.positional_error_at_95_percent().metres() / 4.0;
        let outside = |place: &Place| place.country.as_ref() != Some(country);
        (1..=12_u32).find_map(|steps| {
            let ring = around(point, Length::from_metres(f64::from(steps) * step));
            ring.into_iter().find_map(|other| self.named(other).filter(outside))
        })
    }
}

/// Metres in a degree of latitude, to the accuracy that a search around a point needs.
const METRES_A_DEGREE: f64 = 111_000.0;

/// Eight positions that far from `point`.
pub(super) fn around(point: Position, distance: Length) -> [Position; 8] {
    let north = distance.metres() / METRES_A_DEGREE;
    let east = north / point.lat.to_radians().cos().max(0.05);
    let diagonal = std::f64::consts::FRAC_1_SQRT_2;
    [
        (1.0, 0.0),
        (diagonal, diagonal),
        (0.0, 1.0),
        (-diagonal, diagonal),
        (-1.0, 0.0),
        (-diagonal, -diagonal),
        (0.0, -1.0),
        (diagonal, -diagonal),
    ]
    .map(|(x, y)| Position { lon: point.lon + x * east, lat: point.lat + y * north })
}
