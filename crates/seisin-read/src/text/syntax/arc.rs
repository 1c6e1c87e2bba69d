//! What the labeller looks at along an arc.

use super::{
    children::Children,
    features::distance,
    hash,
    seen::Seen,
    tags::{Tag, TagSet},
};

const VERBS: TagSet = TagSet::of(&["VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"]);

/// A finished tree's arc, as the labelling model sees it.
pub(crate) struct Arc<'a> {
    /// The words.
    pub(crate) seen: &'a [Seen],
    /// Their tags.
    pub(crate) tags: &'a [Tag],
    /// Their heads.
    pub(crate) heads: &'a [usize],
    /// The children of each word, in order.
    pub(crate) children: &'a Children,
    /// The dependent.
    pub(crate) at: usize,
}

impl Arc<'_> {
    fn word(&self, at: usize) -> u32 {
        self.seen.get(at).map_or(0, |seen| seen.word)
    }

    fn tag(&self, at: usize) -> u32 {
        self.tags.get(at).map_or(98, |tag| u32::from(tag.0))
    }

    fn child(&self, at: usize, nth: usize) -> usize {
        self.children.of(at).get(nth).copied().unwrap_or(usize::MAX)
    }

    /// The keys that may tell the arc's label for sure.
    pub(crate) fn sure_keys(&self) -> [u32; 9] {
        let at = self.at;
        let head = self.heads.get(at).copied().unwrap_or(usize::MAX);
        let above = self.heads.get(head).copied().unwrap_or(usize::MAX);
        let (word, tag, over) = (self.word(at), self.tag(at), self.tag(head));
        let first = self.child(at, 0);
        let (child, below) = (self.word(first), self.tag(first));
        let [before, after] = self.beside(head).map(|at| self.tag(at));
        let side = u32::from(at < head);
        [
            hash::feature(311, &[tag, over, side]),
            hash::feature(312, &[word, over, side]),
            hash::feature(313, &[tag, over, below, side]),
            hash::feature(314, &[tag, over, below, child, side]),
            hash::feature(315, &[tag, over, before, after, side]),
            hash::feature(316, &[word, over, below, side]),
            hash::feature(317, &[tag, over, child, before, side]),
            hash::feature(318, &[tag, over, self.tag(at.wrapping_sub(1)), self.tag(at + 1), side]),
            hash::feature(319, &[tag, over, below, child, self.tag(above), side]),
        ]
    }

    /// The words that hang on the head right before and right after the dependent.
    fn beside(&self, head: usize) -> [usize; 2] {
        let siblings = self.children.of(head);
        let place = siblings.iter().position(|child| *child == self.at).unwrap_or(0);
        let sibling = |at: Option<usize>| at.and_then(|at| siblings.get(at)).copied();
        [place.checked_sub(1), Some(place + 1)].map(|at| sibling(at).unwrap_or(usize::MAX))
    }

    /// The features that tell the arc's label.
    pub(crate) fn features(&self) -> [u32; 27] {
        let at = self.at;
        let head = self.heads.get(at).copied().unwrap_or(usize::MAX);
        let above = self.heads.get(head).copied().unwrap_or(usize::MAX);
        let (dw, dt, hw, ht) = (self.word(at), self.tag(at), self.word(head), self.tag(head));
        let side = u32::from(at < head);
        let (c0, c1) = (self.child(at, 0), self.child(at, 1));
        let gap = distance(at, head);
        let siblings = self.children.of(head);
        let [before, after] = self.beside(head);
        let helpers = siblings
            .iter()
            .filter(|child| **child < head && **child != at)
            .fold(0_u32, |sum, child| hash::feature(sum, &[self.tag(*child)]));
        let last_aux = siblings
            .iter()
            .rev()
            .find(|child| {
                **child < head && self.tags.get(**child).is_some_and(|tag| VERBS.holds(*tag))
            })
            .copied()
            .unwrap_or(usize::MAX);
        let (d_1, d1) = (at.wrapping_sub(1), at + 1);
        [
            hash::feature(201, &[dw, side]),
            hash::feature(202, &[dt, side, ht]),
            hash::feature(203, &[dw, hw]),
            hash::feature(204, &[dt, hw, side]),
            hash::feature(205, &[dw, ht, side]),
            hash::feature(206, &[dt, ht, side, gap]),
            hash::feature(207, &[dt, ht, self.tag(d_1), side]),
            hash::feature(208, &[dt, ht, self.tag(d1), side]),
            hash::feature(209, &[dt, ht, self.word(c0), side]),
            hash::feature(210, &[dt, self.word(c0), self.word(c1)]),
            hash::feature(211, &[hw, self.word(c0), side]),
            hash::feature(212, &[dw, self.word(c0)]),
            hash::feature(213, &[dt, ht, self.tag(c0), self.tag(c1), side]),
            hash::feature(214, &[dt, ht, self.tag(before), side]),
            hash::feature(215, &[dt, ht, self.tag(after), side]),
            hash::feature(216, &[dt, ht, helpers, side]),
            hash::feature(217, &[dt, ht, self.word(last_aux), side]),
            hash::feature(218, &[dt, ht, self.tag(above), side]),
            hash::feature(219, &[self.seen.get(at).map_or(0, |s| s.end), dt, ht, side]),
            hash::feature(220, &[self.word(before), dt, ht, side]),
            hash::feature(221, &[self.word(d_1), dt, ht]),
            hash::feature(222, &[self.word(d1), dt, ht]),
            hash::feature(223, &[dw, ht, self.word(d_1)]),
            hash::feature(224, &[dt, ht, side, u32::from(head == usize::MAX)]),
            hash::feature(225, &[dt, ht, self.tag(before), self.tag(after), side]),
            hash::feature(226, &[dt, ht, self.word(self.child(at, 0)), self.tag(before), side]),
            hash::feature(227, &[dt, ht, self.word(last_aux), self.word(c0), side]),
        ]
    }
}
