//! Laying Natural Earth's divisions out for naming and drawing.

use super::{
    inputs::{BuildAssetsError, Inputs, shape},
    natural_earth::{self, ADMIN1, Feature, Properties},
    place_names::country_code,
    pool::Pool,
    tables::narrow,
};
use crate::naming::{HEADER_BYTES, MAGIC, Rings, Vertex, encode};
use serde::Deserialize;

const LEVEL: i32 = 19;

#[derive(Deserialize)]
struct Shaped {
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<[f64; 2]>>),
    MultiPolygon(Vec<Vec<Vec<[f64; 2]>>>),
}

/// The bytes of `naming.bin`.
pub(super) fn lay_out(inputs: &mut Inputs) -> Result<Vec<u8>, BuildAssetsError> {
    let text = natural_earth::text(inputs)?;
    let features = natural_earth::features(inputs, &text)?;
    let ids = natural_earth::identifiers(&features);
    let named = features
        .iter()
        .filter_map(|(Feature { properties }, line)| {
            Some(Named {
                id: ids.get(&properties.ne_id)?.clone(),
                name: natural_earth::display_name(properties),
                line: (*line).to_owned(),
                country: country(properties),
                letters: [&properties.sov_a3, &properties.adm0_a3].map(Clone::clone),
            })
        })
        .collect();
    lay_out_named(named)
}

/// A region as it goes into the file: its line has its `geometry`.
pub(super) struct Named {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) line: String,
    pub(super) country: [u8; 2],
    pub(super) letters: [String; 2],
}

/// The bytes of a file of regions.
pub(super) fn lay_out_named(mut named: Vec<Named>) -> Result<Vec<u8>, BuildAssetsError> {
    named.sort_by(|a, b| a.id.cmp(&b.id));
    let (mut pool, mut records, mut rings) = (Pool::default(), Vec::new(), Vec::new());
    for Named { id, name, line, country, letters } in &named {
        let region = region(line)?;
        let packed = zstd::bulk::compress(&encode(&region), LEVEL).map_err(|c| shape(ADMIN1, c))?;
        let from = narrow(rings.len())?;
        for number in [pool.offset(id)?, pool.offset(name)?] {
            records.extend_from_slice(&number.to_le_bytes());
        }
        records.extend(bounds(&region).iter().flat_map(|bound| bound.to_le_bytes()));
        for number in [from, narrow(packed.len())?] {
            records.extend_from_slice(&number.to_le_bytes());
        }
        records.extend_from_slice(country);
        for letters in letters {
            let letters: [u8; 3] =
                letters.as_bytes().try_into().map_err(|_| shape(ADMIN1, letters))?;
            records.extend_from_slice(&letters);
        }
        rings.extend_from_slice(&packed);
    }
    let mut bytes = Vec::with_capacity(HEADER_BYTES + records.len() + rings.len());
    bytes.extend_from_slice(MAGIC);
    for number in [named.len(), pool.bytes().len()] {
        bytes.extend_from_slice(&narrow(number)?.to_le_bytes());
    }
    for section in [&records, pool.bytes(), &rings] {
        bytes.extend_from_slice(section);
    }
    Ok(bytes)
}

fn country(properties: &Properties) -> [u8; 2] {
    properties.iso_3166_2.get(..2).and_then(country_code).unwrap_or_default()
}

fn region(line: &str) -> Result<Rings, BuildAssetsError> {
    let shaped: Shaped = serde_json::from_str(line).map_err(|cause| shape(ADMIN1, cause))?;
    let polygons = match shaped.geometry {
        Some(Geometry::Polygon(polygon)) => vec![polygon],
        Some(Geometry::MultiPolygon(polygons)) => polygons,
        None => Vec::new(),
    };
    let ring = |ring: &Vec<[f64; 2]>| {
        let mut vertices: Vec<Vertex> =
            ring.iter().map(|at| at.map(super::tables::fixed)).collect();
        vertices.dedup();
        while vertices.len() > 1 && vertices.first() == vertices.last() {
            vertices.pop();
        }
        vertices
    };
    let rings = |polygon: &Vec<Vec<[f64; 2]>>| {
        polygon.iter().map(ring).filter(|ring| ring.len() > 2).collect::<Vec<_>>()
    };
    Ok(Rings(polygons.iter().map(rings).filter(|rings| !rings.is_empty()).collect()))
}

/// The box around a feature's land: west, south, east, north.
pub(super) fn bounds_of(line: &str) -> Result<[i32; 4], BuildAssetsError> {
    region(line).map(|rings| bounds(&rings))
}

/// West, south, east, north.
fn bounds(rings: &Rings) -> [i32; 4] {
    let nothing = [i32::MAX, i32::MAX, i32::MIN, i32::MIN];
    rings.0.iter().flatten().flatten().fold(nothing, |[west, south, east, north], [lon, lat]| {
        [west.min(*lon), south.min(*lat), east.max(*lon), north.max(*lat)]
    })
}
