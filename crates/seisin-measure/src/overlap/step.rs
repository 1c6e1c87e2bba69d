//! What changed from one edition to the next, in the form that cutting it to regions needs.

use crate::change::Changes;
use crate::edge_index::EdgeIndex;
use crate::position::{Bounds, Position};
use crate::shape::Shape;
use std::sync::OnceLock;

/// A closed line with the box around it.
#[derive(Debug, Clone)]
pub(super) struct Loop {
    pub(super) line: Vec<Position>,
    pub(super) bounds: Bounds,
}

/// The loops of what changed.
pub(super) fn loops_of(changes: &Changes) -> Vec<Loop> {
    let bounded = |line: Vec<Position>| Some(Loop { bounds: Bounds::around(&line)?, line });
    changes.loops().into_iter().filter_map(bounded).collect()
}

/// A map of whose edges one in so many came is measured from nothing.
const REDRAWN: usize = 4;

/// The step from one edition of a map to the next, worked out once for any number of regions that
/// both are cut to ([`crate::RunningClip::take_step`]).
pub struct ClipStep<'s> {
    before: &'s Shape,
    after: &'s Shape,
    pub(super) changes: Changes,
    pub(super) loops: Vec<Loop>,
    redrawn: bool,
    indexes: [OnceLock<EdgeIndex>; 2],
}

impl<'s> ClipStep<'s> {
    /// The step from `before` to `after`.
    ///
    /// A map that is drawn anew for the most part is taken from nothing on, in the order of its
    /// rings, which takes less than to look up edge by edge.
    pub fn between(before: &'s Shape, after: &'s Shape) -> Self {
        let changes = Changes::between(before, after);
        let redrawn = !before.is_empty() && changes.came().len() * REDRAWN > after.vertices();
        let changes = if redrawn { Changes::between(&Shape::empty(), after) } else { changes };
        let loops = loops_of(&changes);
        Self { before, after, changes, loops, redrawn, indexes: [const { OnceLock::new() }; 2] }
    }

    /// Whether nothing of the edition before counts: it is drawn anew, or there was none.
    pub(super) fn starts_afresh(&self) -> bool {
        self.redrawn || self.before.is_empty()
    }

    /// How many vertices both editions have.
    pub(super) fn vertices(&self) -> usize {
        self.before.vertices() + self.after.vertices()
    }

    /// The edition after.
    pub(super) const fn after(&self) -> &'s Shape {
        self.after
    }

    /// The edges of the edition before that is gone on from, if there is one.
    pub(super) fn index_before(&self) -> Option<&EdgeIndex> {
        let index = || self.indexes[0].get_or_init(|| EdgeIndex::of(self.before));
        (!self.starts_afresh()).then(index)
    }

    /// The edges of the edition after, if it has any.
    pub(super) fn index_after(&self) -> Option<&EdgeIndex> {
        let index = || self.indexes[1].get_or_init(|| EdgeIndex::of(self.after));
        (!self.after.is_empty()).then(index)
    }
}
