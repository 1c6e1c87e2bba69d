//! Holdings as GeoJSON, to be drawn.

use seisin_answer::{DrawnHolding, Passing, terms};
use seisin_measure::{Polygon, Position, Ring, Shape};
use serde::Serialize;

/// A collection of holdings (RFC 7946).
#[derive(Debug, Serialize)]
pub(crate) struct ShapesJson {
    r#type: &'static str,
    features: Vec<FeatureJson>,
}

#[derive(Debug, Serialize)]
struct FeatureJson {
    r#type: &'static str,
    properties: PropertiesJson,
    geometry: Option<GeometryJson>,
}

/// The facts that name the holding's row; figures stand in the row alone.
#[derive(Debug, Serialize)]
struct PropertiesJson {
    party: String,
    region: Option<String>,
    publisher: String,
    edition: String,
    edition_date: String,
    licence: String,
    redistribution: bool,
}

#[derive(Debug, Serialize)]
struct GeometryJson {
    r#type: &'static str,
    coordinates: Vec<Vec<Vec<[f64; 2]>>>,
}

/// The shapes of `holdings` in the order given, rounded for drawing.
pub(crate) fn shapes(holdings: &[DrawnHolding]) -> ShapesJson {
    ShapesJson { r#type: "FeatureCollection", features: holdings.iter().map(feature).collect() }
}

fn feature(drawn: &DrawnHolding) -> FeatureJson {
    let row = &drawn.row;
    FeatureJson {
        r#type: "Feature",
        properties: PropertiesJson {
            party: row.party.to_string(),
            region: row.region.as_ref().map(ToString::to_string),
            publisher: row.publisher.to_string(),
            edition: row.edition.id.to_string(),
            edition_date: row.edition.edition_date.to_string(),
            licence: row.licence.to_string(),
            redistribution: terms(&row.licence).geometry == Passing::Allowed,
        },
        geometry: geometry(&drawn.shape),
    }
}

fn geometry(shape: &Shape) -> Option<GeometryJson> {
    let coordinates: Vec<_> = shape.polygons().iter().filter_map(polygon).collect();
    (!coordinates.is_empty()).then_some(GeometryJson { r#type: "MultiPolygon", coordinates })
}

fn polygon(polygon: &Polygon) -> Option<Vec<Vec<[f64; 2]>>> {
    let exterior = ring(polygon.exterior())?;
    let interiors = polygon.interiors().iter().filter_map(ring);
    Some(std::iter::once(exterior).chain(interiors).collect())
}

/// The ring rounded to [`STEPS_PER_DEGREE`], about a metre, with vertices that fall together
/// dropped; `None` where nothing is left to see.
fn ring(ring: &Ring) -> Option<Vec<[f64; 2]>> {
    let mut positions: Vec<[f64; 2]> = ring.positions().iter().map(rounded).collect();
    positions.dedup();
    (positions.len() >= FEWEST_POSITIONS).then_some(positions)
}

const STEPS_PER_DEGREE: f64 = 1e5;

/// A closed ring that bounds anything has at least a triangle's corners and the first again.
const FEWEST_POSITIONS: usize = 4;

fn rounded(position: &Position) -> [f64; 2] {
    [position.lon, position.lat]
        .map(|degrees| (degrees * STEPS_PER_DEGREE).round() / STEPS_PER_DEGREE)
}
