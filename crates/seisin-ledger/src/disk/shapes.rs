//! Shapes read back: each told by what it shares with the one before it, back to a key shape.

use super::{
    blobs::{self, Stored, damaged},
    trouble::Outcome,
};
use crate::blob::Codec;
use rusqlite::Connection;
use seisin_core::Digest;
use seisin_measure::Shape;
use std::{collections::VecDeque, sync::Arc};

/// How many shapes in a row may be told by the one before: the format's promise, so that none needs
/// more read.
const LONGEST_CHAIN: usize = 32;

/// How long the runs are that this program makes, the one told by itself among them: shorter than
/// they may be, so that any one day is soon read, for a little more room.
pub(super) const KEY_AFTER: usize = 12;

/// How many shapes are kept at hand: the parts of an edition, and of the one before.
const AT_HAND: usize = 24;

/// How many bytes of the check stand before the packed shape.
const CHECK_LEN: usize = 16;

/// Reads shapes one after the other; those of one run of editions each from the one before.
#[derive(Debug, Default)]
pub(crate) struct ShapeReader {
    recent: VecDeque<(i64, Arc<Shape>)>,
}

impl ShapeReader {
    /// The shape of a row.
    pub(crate) fn read(&mut self, connection: &Connection, id: i64) -> Outcome<Arc<Shape>> {
        let mut steps = Vec::new();
        let mut next = Some(id);
        let mut shape = Arc::new(Shape::empty());
        while let Some(row) = next {
            if let Some(known) = self.at_hand(row) {
                shape = known;
                break;
            }
            if steps.len() > LONGEST_CHAIN {
                return Err(damaged(id, "it is told by too many others"));
            }
            let stored = blobs::stored(connection, row)?;
            next = stored.base;
            steps.push((row, stored));
        }
        while let Some((row, stored)) = steps.pop() {
            shape = Arc::new(told(connection, row, &stored, &shape)?);
            self.keep(row, Arc::clone(&shape));
        }
        Ok(shape)
    }

    /// Keeps at hand a shape that was just put into a row.
    pub(crate) fn keep(&mut self, row: i64, shape: Arc<Shape>) {
        if self.recent.len() == AT_HAND {
            self.recent.pop_front();
        }
        self.recent.push_back((row, shape));
    }

    fn at_hand(&self, row: i64) -> Option<Arc<Shape>> {
        self.recent.iter().rev().find(|(id, _)| *id == row).map(|(_, shape)| Arc::clone(shape))
    }
}

/// The shape a row tells by what it shares with `base`.
fn told(connection: &Connection, id: i64, stored: &Stored, base: &Shape) -> Outcome<Shape> {
    let why = |error: seisin_measure::ShapeBytesError| damaged(id, &error.to_string());
    if stored.codec != Codec::Shape {
        let bytes = blobs::read_row(connection, id)?;
        return Shape::from_bytes(&bytes).map_err(why);
    }
    let (check, packed) =
        stored.content.split_at_checked(CHECK_LEN).ok_or_else(|| damaged(id, "it is too short"))?;
    if check != checked(stored.digest, packed) {
        return Err(damaged(id, "its check differs"));
    }
    let positions = usize::try_from(stored.size / 16).map_err(|_| damaged(id, "its size"))?;
    Shape::unpack(packed, base, positions).map_err(why)
}

/// The content of a row: the packed shape behind its check.
pub(super) fn content(digest: Digest, packed: &[u8]) -> Vec<u8> {
    [checked(digest, packed).as_slice(), packed].concat()
}

/// The check: of the bytes that are stored and of what they stand for, so that a run of shapes is
/// found whole without making the canonical bytes of each.
fn checked(digest: Digest, packed: &[u8]) -> [u8; CHECK_LEN] {
    let both = Digest::of(&[digest.as_bytes().as_slice(), packed].concat());
    let mut check = [0; CHECK_LEN];
    check.copy_from_slice(&both.as_bytes()[..CHECK_LEN]);
    check
}
