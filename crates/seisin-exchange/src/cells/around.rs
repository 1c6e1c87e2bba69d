//! The land nearest to each settlement: Voronoi cells.

use super::{
    divide::{Site, box_of, most, shape_of},
    error::DivideError,
};
use seisin_measure::{Bounds, Position, Shape};

/// Sites nearer to each other than this, in degrees, count as one.
const SAME: f64 = 1e-7;
/// How far beyond the land sites still matter, as a share of its size.
const MARGIN: f64 = 0.5;

/// The cell of each site that lies in or around the box, by name.
///
/// # Method
/// G. Voronoi's cells (1908): the box cut by the line half-way to every other site, nearest first,
/// until no other can be near enough. Distances are those of a plane with longitudes shortened by
/// the cosine of the middle latitude: over some hundred kilometres the lines are off by less than a
/// hundredth of their distance, and they divide land, they do not measure it.
pub(super) fn nearest(bounds: Bounds, sites: &[Site]) -> Result<Vec<(String, Shape)>, DivideError> {
    let (width, height) = (bounds.east - bounds.west, bounds.north - bounds.south);
    let wide = Bounds {
        west: bounds.west - MARGIN * width,
        east: bounds.east + MARGIN * width,
        south: bounds.south - MARGIN * height,
        north: bounds.north + MARGIN * height,
    };
    let shorten = f64::midpoint(bounds.south, bounds.north).to_radians().cos();
    let mut near: Vec<&Site> = sites.iter().filter(|site| wide.covers(site.at)).collect();
    near.sort_by(|a, b| b.people.total_cmp(&a.people).then_with(|| a.name.cmp(&b.name)));
    let mut apart: Vec<&Site> = Vec::new();
    for site in near {
        let there =
            |known: &&Site| (known.at.lon - site.at.lon).hypot(known.at.lat - site.at.lat) < SAME;
        if !apart.iter().any(there) {
            apart.push(site);
        }
    }
    if apart.is_empty() {
        return Err(DivideError::Units("no settlement is known on it or near it".to_owned()));
    }
    if apart.len() > most() / 4 {
        return Err(DivideError::TooMany { limit: most() / 4 });
    }
    let frame = Bounds {
        west: bounds.west - 1e-6,
        east: bounds.east + 1e-6,
        south: bounds.south - 1e-6,
        north: bounds.north + 1e-6,
    };
    let cells = apart.iter().filter_map(|site| {
        let ring = cell(site.at, &apart, box_of(frame), shorten);
        (ring.len() >= 3).then(|| shape_of(ring).map(|shape| (site.name.clone(), shape)))
    });
    cells.collect()
}

/// The part of the frame that is nearer to `own` than to any other site.
fn cell(own: Position, sites: &[&Site], frame: Vec<Position>, shorten: f64) -> Vec<Position> {
    let flat = |p: Position| ((p.lon - own.lon) * shorten, p.lat - own.lat);
    let mut others: Vec<(f64, f64, f64)> = sites
        .iter()
        .map(|site| flat(site.at))
        .map(|(x, y)| (x.hypot(y), x, y))
        .filter(|(distance, _, _)| *distance > 0.0)
        .collect();
    others.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut ring: Vec<(f64, f64)> = frame.into_iter().map(flat).collect();
    for (distance, x, y) in others {
        let reach = ring.iter().map(|(a, b)| a.hypot(*b)).fold(0.0, f64::max);
        if distance > 2.0 * reach {
            break;
        }
        ring = cut(&ring, (x, y));
        if ring.len() < 3 {
            return Vec::new();
        }
    }
    let back = |(x, y): (f64, f64)| Position::new(own.lon + x / shorten, own.lat + y);
    ring.into_iter().map(back).collect()
}

/// The part of a convex ring around the origin that is nearer to it than to `other`.
fn cut(ring: &[(f64, f64)], (x, y): (f64, f64)) -> Vec<(f64, f64)> {
    let half = f64::midpoint(x * x, y * y);
    let beyond = |p: &(f64, f64)| p.0 * x + p.1 * y - half;
    let mut kept = Vec::with_capacity(ring.len() + 1);
    for (index, p) in ring.iter().enumerate() {
        let next = &ring[(index + 1) % ring.len()];
        let (here, there) = (beyond(p), beyond(next));
        if here <= 0.0 {
            kept.push(*p);
        }
        if (here < 0.0 && there > 0.0) || (here > 0.0 && there < 0.0) {
            let share = here / (here - there);
            kept.push((p.0 + (next.0 - p.0) * share, p.1 + (next.1 - p.1) * share));
        }
    }
    kept
}
