//! Which pieces of two territories lie enclosed by the other, and how deep.

use super::measured::enclosed;
use seisin_core::Area;
use seisin_measure::{Polygon, Position, Shape, area};

/// How many pieces of a territory the other encloses, by order.
///
/// A piece that lies in a hole of the other territory is an enclave of the first order; a piece of
/// that other territory inside it is one of the second, a counter-enclave; and so on. A piece that
/// lies in a hole of its own territory, with nothing of the other between, counts as that one does.
///
/// # Method
/// B. R. Whyte, "Waiting for the Esquimo: an historical and documentary study of the Cooch Behar
/// enclaves of India and Bangladesh" (University of Melbourne, 2002), chapter 1, for the words. Of
/// the holes that cover a position inside a piece, the smallest tells what the piece lies in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Enclaves {
    /// The first order's number, the second's, and so on; empty where there are none.
    pub by_order: Vec<usize>,
}

impl Enclaves {
    /// How many there are of all orders.
    pub fn count(&self) -> usize {
        self.by_order.iter().sum()
    }

    fn add(&mut self, order: usize) {
        if order == 0 {
            return;
        }
        if self.by_order.len() < order {
            self.by_order.resize(order, 0);
        }
        self.by_order[order - 1] += 1;
    }
}

/// One piece of either territory.
struct Piece {
    side: usize,
    inside: Option<Position>,
    counts: bool,
    /// Its holes with the land each encloses.
    holes: Vec<(Shape, Area)>,
}

/// The enclaves of both territories, pieces smaller than `least` not counted.
pub(super) fn enclaves(territories: [&Shape; 2], least: Area) -> [Enclaves; 2] {
    let pieces: Vec<Piece> = (0..2)
        .flat_map(|side| territories[side].pieces().into_iter().map(move |piece| (side, piece)))
        .map(|(side, piece)| Piece {
            side,
            inside: piece.interior_point(),
            counts: area(&piece) >= least,
            holes: piece.polygons().iter().flat_map(holes).collect(),
        })
        .collect();
    let mut found = [Enclaves::default(), Enclaves::default()];
    for piece in pieces.iter().filter(|piece| piece.counts) {
        found[piece.side].add(order(piece, &pieces));
    }
    found
}

fn holes(polygon: &Polygon) -> Vec<(Shape, Area)> {
    let shapes = polygon.interiors().iter().map(enclosed);
    shapes.map(|shape| (area(&shape), shape)).map(|(land, shape)| (shape, land)).collect()
}

/// How many changes of side lie between a piece and the open; each step leads to a larger piece.
fn order(piece: &Piece, pieces: &[Piece]) -> usize {
    let (mut order, mut here) = (0, piece);
    while let Some(outer) = outer(here, pieces) {
        order += usize::from(outer.side != here.side);
        here = outer;
    }
    order
}

/// The piece in whose hole another lies: that of the smallest hole.
fn outer<'a>(piece: &Piece, pieces: &'a [Piece]) -> Option<&'a Piece> {
    let inside = piece.inside?;
    let around = pieces.iter().flat_map(|other| {
        other
            .holes
            .iter()
            .filter(|(hole, _)| hole.covers_position(inside))
            .map(move |(_, land)| (other, *land))
    });
    around
        .min_by(|a, b| a.1.square_metres().total_cmp(&b.1.square_metres()))
        .map(|(other, _)| other)
}
