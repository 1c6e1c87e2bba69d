//! The area under one edge and over another.

use crate::ellipsoid::area_from_equator;
use crate::position::Position;
use crate::quadrature::mean;

/// What a pair of edges adds to the area of the land left of both, in m².
///
/// # Method
/// Land left of closed lines lies at a position as often as lines below it run east less lines
/// below it that run west. So the common land of two shapes is the integral, over every edge `e` of
/// one and every edge `f` of the other below it, of Q(φₑ) − Q(φf) where that is positive, over the
/// longitudes both span; taken with the sign of the ways both run. Q is the authalic zone function
/// ([`crate::area`]). Where the edges cross, the part on one side of the crossing counts.
pub(super) fn between(e: [Position; 2], f: [Position; 2]) -> f64 {
    let (e_way, e) = eastward(e);
    let (f_way, f) = eastward(f);
    let (west, east) = (e[0].lon.max(f[0].lon), e[1].lon.min(f[1].lon));
    if west >= east {
        return 0.0;
    }
    let upper = [lat_at(e, west), lat_at(e, east)];
    let lower = [lat_at(f, west), lat_at(f, east)];
    -e_way * f_way * above(upper, lower) * (east - west).to_radians()
}

/// The mean over the way of Q(upper) − Q(lower) where that is positive.
fn above(upper: [f64; 2], lower: [f64; 2]) -> f64 {
    let (start, end) = (upper[0] - lower[0], upper[1] - lower[1]);
    if start <= 0.0 && end <= 0.0 {
        return 0.0;
    }
    if start >= 0.0 && end >= 0.0 {
        return zone(upper, lower);
    }
    let crossing = start / (start - end);
    let at = lower[0] + (lower[1] - lower[0]) * crossing;
    if start > 0.0 {
        crossing * zone([upper[0], at], [lower[0], at])
    } else {
        (1.0 - crossing) * zone([at, upper[1]], [at, lower[1]])
    }
}

/// The mean of Q(upper) − Q(lower) over the way.
fn zone(upper: [f64; 2], lower: [f64; 2]) -> f64 {
    let (rise, fall) = (upper[1] - upper[0], lower[1] - lower[0]);
    let span = if rise.abs() > fall.abs() { rise } else { fall };
    let q = |lat: f64| area_from_equator(lat.to_radians().sin());
    mean(span, |t| q(upper[0] + rise * t) - q(lower[0] + fall * t))
}

/// Whether the edge runs east (1) or west (−1), and the edge from west to east.
fn eastward([a, b]: [Position; 2]) -> (f64, [Position; 2]) {
    if a.lon <= b.lon { (1.0, [a, b]) } else { (-1.0, [b, a]) }
}

/// The latitude of an edge, given from west to east, at a longitude it spans.
fn lat_at([a, b]: [Position; 2], lon: f64) -> f64 {
    if lon <= a.lon {
        return a.lat;
    }
    if lon >= b.lon {
        return b.lat;
    }
    a.lat + (b.lat - a.lat) * ((lon - a.lon) / (b.lon - a.lon))
}
