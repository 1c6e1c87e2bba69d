//! Measured amounts as JSON: every number with its unit.

use seisin_answer::Figure;
use seisin_core::{Band, Unit};
use serde::Serialize;

/// An amount with its error.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct BandJson {
    pub(crate) low: f64,
    pub(crate) best: f64,
    pub(crate) high: f64,
}

impl From<Band> for BandJson {
    fn from(band: Band) -> Self {
        Self { low: band.low, best: band.best, high: band.high }
    }
}

/// A measured holding.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FigureJson {
    pub(crate) area_km2: BandJson,
    pub(crate) area_mi2: BandJson,
    pub(crate) area_geodesic_km2: f64,
    pub(crate) share: Option<BandJson>,
    pub(crate) of: Option<String>,
    pub(crate) of_area_km2: Option<BandJson>,
}

/// An area in km².
pub(crate) fn km2(band: Band) -> BandJson {
    band.scale(1.0 / Unit::SQUARE_METRES_PER_SQUARE_KM).into()
}

/// An area in international square miles.
pub(crate) fn mi2(band: Band) -> BandJson {
    band.scale(1.0 / Unit::SQUARE_METRES_PER_SQUARE_MILE).into()
}

impl From<&Figure> for FigureJson {
    fn from(figure: &Figure) -> Self {
        Self {
            area_km2: km2(figure.area),
            area_mi2: mi2(figure.area),
            area_geodesic_km2: figure.area_geodesic.square_km(),
            share: figure.share.as_ref().map(|share| share.share.into()),
            of: figure.share.as_ref().map(|share| share.of.clone()),
            of_area_km2: figure.share.as_ref().map(|share| km2(share.whole)),
        }
    }
}
