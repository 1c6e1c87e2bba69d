//! Why a shape is refused.

use std::fmt;

/// Which ring of which polygon, both counted from zero in the order given; ring 0 is the exterior.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RingPlace {
    /// Index of the polygon.
    pub polygon: usize,
    /// Index of the ring in the polygon.
    pub ring: usize,
}

impl fmt::Display for RingPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "polygon {}, ring {}", self.polygon, self.ring)
    }
}

/// Which vertex of which ring, all counted from zero in the order given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct VertexPlace {
    /// The polygon and ring.
    pub ring: RingPlace,
    /// Index of the vertex in the ring.
    pub vertex: usize,
}

impl fmt::Display for VertexPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, vertex {}", self.ring, self.vertex)
    }
}

/// The rule a shape breaks, and where. Edges are named by the vertex they start from.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidShape {
    /// More polygons, rings or positions than [`crate::ShapeLimits`] allows.
    #[error(
        "accept a shape of {found} {what}: at most {limit} are taken\n\
         hint: simplify or split the shape, or raise the limit"
    )]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How many were found.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// So many edges lie over each other that checking would take too long.
    #[error(
        "check a shape whose edges lie over each other in more than {limit} pairs\n\
         hint: such a shape is no map of land; check how it was made"
    )]
    TooTangled {
        /// The limit.
        limit: usize,
    },
    /// A polygon has an exterior ring (RFC 7946 §3.1.6).
    #[error("accept polygon {polygon}: it has no ring")]
    NoExterior {
        /// Index of the polygon.
        polygon: usize,
    },
    /// A ring has four positions or more, three of them different (RFC 7946 §3.1.6).
    #[error("accept {at}: {found} different positions in a row do not enclose land")]
    TooFewPositions {
        /// The ring.
        at: RingPlace,
        /// Positions found, after dropping repetitions, the last included.
        found: usize,
    },
    /// A ring ends where it starts (RFC 7946 §3.1.6).
    #[error(
        "accept {at}: it is not closed\n\
         hint: repeat the first position at the end; it is not added silently because the end of \
         the line may be missing"
    )]
    NotClosed {
        /// The ring.
        at: RingPlace,
    },
    /// Coordinates are numbers.
    #[error("accept {at}: a coordinate is not a finite number")]
    NotFinite {
        /// The vertex.
        at: VertexPlace,
    },
    /// Longitude lies in −180..=180.
    #[error(
        "accept {at}: longitude {lon} is outside -180..180\n\
         hint: coordinates must be degrees on WGS 84, longitude first; reproject the file"
    )]
    LongitudeOutOfRange {
        /// The vertex.
        at: VertexPlace,
        /// The longitude found, in degrees.
        lon: f64,
    },
    /// Latitude lies in −90..=90.
    #[error(
        "accept {at}: latitude {lat} is outside -90..90\n\
         hint: coordinates must be degrees on WGS 84, longitude first; latitude and longitude may \
         be swapped"
    )]
    LatitudeOutOfRange {
        /// The vertex.
        at: VertexPlace,
        /// The latitude found, in degrees.
        lat: f64,
    },
    /// No edge spans more than 180 degrees of longitude (RFC 7946 §3.1.9).
    #[error(
        "accept the edge from {at}: it spans more than 180 degrees of longitude\n\
         hint: cut the shape at the antimeridian (RFC 7946, section 3.1.9)"
    )]
    SpansHalfTheWorld {
        /// The vertex the edge starts from.
        at: VertexPlace,
    },
    /// A ring does not run round a pole.
    #[error(
        "accept {at}: it runs round a pole, which has no outline in longitude and latitude\n\
         hint: close it along the antimeridian: to longitude 180, up to the pole (latitude 90 or \
         -90), along it to longitude -180 and back"
    )]
    RoundPole {
        /// The ring.
        at: RingPlace,
    },
    /// A polygon that runs across the antimeridian can be cut there.
    #[error("cut polygon {polygon} at the antimeridian: failed to {reason}")]
    NotCut {
        /// Index of the polygon.
        polygon: usize,
        /// What keeps it from being cut.
        reason: String,
    },
    /// A line does not turn back upon itself.
    #[error("accept {at}: the line turns back upon itself")]
    Spike {
        /// The vertex of the turn.
        at: VertexPlace,
    },
    /// A ring does not cross or touch itself.
    #[error("accept {at}: the ring crosses or touches itself at the edge from vertex {other}")]
    NotSimple {
        /// The vertex one edge starts from.
        at: VertexPlace,
        /// The vertex of the same ring the other edge starts from.
        other: usize,
    },
    /// Two rings do not cross.
    #[error("accept {at}: its edge crosses {other}")]
    RingsCross {
        /// The vertex one edge starts from, or where the rings cross.
        at: VertexPlace,
        /// The vertex of the other ring.
        other: VertexPlace,
    },
    /// Two rings share single positions only, never a stretch of line.
    #[error(
        "accept {at}: its edge runs along {other}\n\
         hint: polygons that share a border must be merged, or given as separate shapes"
    )]
    RingsOverlap {
        /// The vertex one edge starts from.
        at: VertexPlace,
        /// The vertex the other edge starts from.
        other: VertexPlace,
    },
    /// A hole lies inside the exterior of its polygon.
    #[error("accept {at}: the hole lies outside its polygon")]
    InteriorOutside {
        /// The hole.
        at: RingPlace,
    },
    /// A hole does not lie inside another hole of its polygon.
    #[error("accept {at}: the hole lies inside ring {other} of the same polygon")]
    InteriorsNested {
        /// The inner hole.
        at: RingPlace,
        /// Index of the outer hole.
        other: usize,
    },
    /// The interior of a polygon is connected.
    #[error(
        "accept {at}: it cuts its polygon in two by touching other rings in more than one position\n\
         hint: give the parts as separate polygons"
    )]
    InteriorCut {
        /// A ring of the chain that cuts.
        at: RingPlace,
    },
    /// Polygons of one shape do not overlap.
    #[error(
        "accept polygon {polygon}: it overlaps polygon {other}\n\
         hint: land counted twice has no area; merge them first"
    )]
    PolygonsOverlap {
        /// Index of the polygon inside.
        polygon: usize,
        /// Index of the polygon round it.
        other: usize,
    },
}
