//! How each measure of an exchange is got: beside the figures, so that a record is read without a manual.

use serde::Serialize;

/// One measure: its unit, formula, reference and what its error is.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct MethodJson {
    measure: &'static str,
    unit: &'static str,
    formula: &'static str,
    reference: &'static str,
    error: &'static str,
}

/// Every measure, in the order of the record.
pub(super) const METHODS: [MethodJson; 11] = [
    MethodJson {
        measure: "people",
        unit: "people",
        formula: "the sum over settlements that lie on the land; of a raster, the sum over pixels of people × part of the pixel on the land",
        reference: "the source named with each figure",
        error: "of settlements a lower bound; of a raster the range without and with the pixels on the edge",
    },
    MethodJson {
        measure: "access_to_a_town",
        unit: "km",
        formula: "Σ people × geodesic to the nearest town of 20,000 of the own side / Σ people",
        reference: "W. Luo and F. Wang, Environment and Planning B 30 (2003), DOI 10.1068/b29120",
        error: "straight, not by road; settlements without a population are left out and counted",
    },
    MethodJson {
        measure: "area",
        unit: "km², sq mi",
        formula: "land between edges straight in longitude and latitude, integrated on the ellipsoid",
        reference: "WGS 84; RFC 7946 for the edges",
        error: "positional error × length, for each stretch of edge (epsilon band): low and high",
    },
    MethodJson {
        measure: "share",
        unit: "1",
        formula: "area of the item / area of its own base, named in share_of",
        reference: "the boundary set or frame named",
        error: "both areas at their worst: low and high",
    },
    MethodJson {
        measure: "ratio",
        unit: "1",
        formula: "area the first gives / area the second gives",
        reference: "",
        error: "both areas at their worst: low and high",
    },
    MethodJson {
        measure: "line_km",
        unit: "km",
        formula: "the length of the border that both territories have in common",
        reference: "OGC Simple Features; geodesics on WGS 84",
        error: "as finely as the line is drawn: compare only lines of one source",
    },
    MethodJson {
        measure: "pieces, holes",
        unit: "1",
        formula: "polygons, and interior rings, of a hectare and more, before and after",
        reference: "OGC Simple Features",
        error: "exact for the shapes as drawn",
    },
    MethodJson {
        measure: "enclaves_by_order",
        unit: "1",
        formula: "changes of side between a piece and the open, by the smallest hole that holds it",
        reference: "B. R. Whyte, Waiting for the Esquimo (2002), chapter 1",
        error: "exact for the shapes as drawn",
    },
    MethodJson {
        measure: "polsby_popper",
        unit: "1",
        formula: "4πA/P²",
        reference: "D. D. Polsby and R. D. Popper, Yale Law & Policy Review 9 (1991), p. 301",
        error: "lower the more finely the edge is drawn",
    },
    MethodJson {
        measure: "moment_of_inertia",
        unit: "1",
        formula: "A²/(2πI), I = ∫ r² dA about the centroid",
        reference: "W. Li, M. F. Goodchild and R. Church (2013), eq. 5",
        error: "1e-3 for land some 500 km across",
    },
    MethodJson {
        measure: "neck",
        unit: "km",
        formula: "the shortest line across that leaves 5 % of the piece on either side",
        reference: "",
        error: "from a vertex of the outer edge to an edge facing it",
    },
];
