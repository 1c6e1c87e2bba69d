//! Measured amounts as JSON: every number with its unit.

use seisin_answer::{Figure, MissingFeature};
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
    /// Whether features are missing, so that the land is what is held at least: the band is that of
    /// what was measured, and nothing bounds the holding from above.
    pub(crate) lower_bound: bool,
    pub(crate) missing: Vec<MissingJson>,
}

/// A feature of the edition that is invalid and was not measured.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MissingJson {
    feature: usize,
    party: Option<String>,
    region: Option<String>,
    polygon: Option<usize>,
    ring: Option<usize>,
    vertex: Option<usize>,
    reason: String,
}

impl From<&MissingFeature> for MissingJson {
    fn from(missing: &MissingFeature) -> Self {
        let [polygon, ring, vertex] = missing.place;
        Self {
            feature: missing.feature,
            party: missing.party.as_ref().map(ToString::to_string),
            region: missing.within.as_ref().map(ToString::to_string),
            polygon,
            ring,
            vertex,
            reason: missing.reason.clone(),
        }
    }
}

impl FigureJson {
    /// The upper end as a cell: empty where nothing bounds the holding from above.
    pub(crate) fn high_cell(&self) -> String {
        if self.lower_bound { String::new() } else { format!("{:.4}", self.area_km2.high) }
    }

    /// What is missing as a cell: each feature with its party and the reason.
    pub(crate) fn missing_cell(&self) -> String {
        let one = |missing: &MissingJson| {
            let party = missing.party.as_deref().unwrap_or("unnamed party");
            format!("feature {} ({party}): {}", missing.feature, missing.reason)
        };
        self.missing.iter().map(one).collect::<Vec<_>>().join("; ")
    }
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
            lower_bound: figure.is_lower_bound(),
            missing: figure.missing.iter().map(MissingJson::from).collect(),
        }
    }
}
