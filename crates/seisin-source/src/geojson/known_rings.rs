//! The rings of the file read before, to be recognised by their text.

use seisin_measure::Position;

/// How many positions ahead one just read is looked for.
const WINDOW: usize = 24;

/// How many positions of a ring may be read in vain before its text is no longer compared.
const PATIENCE: usize = 64;

/// How many bytes tell where a ring may be known from.
const OPENING: usize = 24;

/// A file's text with the positions read from it.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownRings {
    text: Vec<u8>,
    rings: Vec<KnownRing>,
}

/// The positions of a ring and where their text stands.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownRing {
    /// The place after the bracket that opens the ring.
    pub(super) start: usize,
    /// The place after the bracket that closes each position.
    pub(super) ends: Vec<usize>,
    pub(super) positions: Vec<Position>,
}

impl KnownRings {
    /// The rings read from `text`.
    pub(super) fn new(text: &[u8], rings: Vec<KnownRing>) -> Self {
        Self { text: text.to_vec(), rings }
    }

    /// The ring that the one whose text begins here most likely was: the one at the same place in
    /// the file or, where that begins otherwise, the first that begins like it.
    pub(super) fn like(&self, place: usize, begins: &[u8]) -> Option<Follower<'_>> {
        let alike = |ring: &&KnownRing| {
            let text = &self.text[ring.start..];
            text.len() >= OPENING && begins.get(..OPENING) == text.get(..OPENING)
        };
        let here = self.rings.get(place);
        let found = here.filter(alike).or_else(|| self.rings.iter().find(alike)).or(here)?;
        Some(Follower { text: &self.text, ring: found, next: 0, patience: PATIENCE })
    }
}

/// A known ring, followed while another is read.
#[derive(Debug)]
pub(super) struct Follower<'k> {
    text: &'k [u8],
    ring: &'k KnownRing,
    /// The position expected next.
    next: usize,
    patience: usize,
}

impl Follower<'_> {
    /// Adds to `ring` the positions that `rest`, which begins at the place `at`, has in common with
    /// what is expected, and gives how many bytes they take.
    ///
    /// # Assumptions
    /// Both texts stand after the bracket that opens the ring or that closes a position, so that
    /// equal bytes up to the end of a position are positions, commas and white space.
    pub(super) fn copy(&mut self, rest: &[u8], at: usize, ring: &mut KnownRing) -> usize {
        if self.patience == 0 {
            return 0;
        }
        let from = self.next.checked_sub(1).map_or(self.ring.start, |last| self.ring.ends[last]);
        let end = self.ring.ends.last().copied().unwrap_or(from);
        let common = from + in_common(&self.text[from..end], rest);
        let same = self.ring.ends[self.next..].partition_point(|end| *end <= common);
        let known = self.next..self.next + same;
        ring.positions.extend_from_slice(&self.ring.positions[known.clone()]);
        let moved = self.ring.ends[known.clone()].iter().map(|end| at + (end - from));
        ring.ends.extend(moved);
        self.next = known.end;
        ring.ends.last().filter(|_| same > 0).map_or(0, |end| end - at)
    }

    /// Goes on after `position`, which was read from the text, where it is expected soon.
    pub(super) fn pass(&mut self, position: Position) {
        let ahead = self.ring.positions[self.next..].iter().take(WINDOW);
        match ahead.zip(1..).find(|(known, _)| **known == position) {
            Some((_, steps)) => self.next += steps,
            None => self.patience = self.patience.saturating_sub(1),
        }
    }
}

/// How many bytes two texts have in common at their beginnings.
fn in_common(one: &[u8], other: &[u8]) -> usize {
    const AT_ONCE: usize = 64;
    let same = |(a, b): &(&[u8], &[u8])| a == b;
    let pieces = one.chunks_exact(AT_ONCE).zip(other.chunks_exact(AT_ONCE));
    let whole = pieces.take_while(same).count() * AT_ONCE;
    let rest = one[whole..].iter().zip(&other[whole..]).take_while(|(a, b)| a == b);
    whole + rest.count()
}
