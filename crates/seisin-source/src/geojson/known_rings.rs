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
    start: usize,
    /// The place after the bracket that closes each position, from `start`.
    ends: Vec<u32>,
    positions: Vec<Position>,
}

impl KnownRing {
    /// A ring that opens before `start`, to be read beside one that may be known.
    pub(super) fn beside(start: usize, known: Option<&Follower<'_>>) -> Self {
        let likely = known.map_or(0, |known| known.ring.ends.len() + WINDOW);
        let (ends, positions) = (Vec::with_capacity(likely), Vec::with_capacity(likely));
        Self { start, ends, positions }
    }

    /// Adds a position whose text ends at `end`; `None` where that is beyond what is counted.
    pub(super) fn push(&mut self, position: Position, end: usize) -> Option<()> {
        self.ends.push(u32::try_from(end - self.start).ok()?);
        self.positions.push(position);
        Some(())
    }

    pub(super) fn positions(&self) -> &[Position] {
        &self.positions
    }
}

impl KnownRings {
    /// Goes on to the rings read from `text`.
    pub(super) fn renew(&mut self, text: &[u8], rings: Vec<KnownRing>) {
        self.text.clear();
        self.text.extend_from_slice(text);
        self.rings = rings;
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
    /// what is expected, and gives how many bytes they take; `None` where that is beyond what is
    /// counted.
    ///
    /// # Assumptions
    /// Both texts stand after the bracket that opens the ring or that closes a position, so that
    /// equal bytes up to the end of a position are positions, commas and white space.
    pub(super) fn copy(&mut self, rest: &[u8], at: usize, ring: &mut KnownRing) -> Option<usize> {
        if self.patience == 0 {
            return Some(0);
        }
        let known = self.ring;
        let from = self.next.checked_sub(1).map_or(0, |last| known.ends[last]);
        let text = &self.text[known.start + count(from)..];
        let left = known.ends.last().map_or(0, |end| count(end - from));
        let common = in_common(&text[..left], rest);
        let ahead = &known.ends[self.next..];
        let same = ahead.partition_point(|end| count(end - from) <= common);
        let Some(last) = same.checked_sub(1).map(|last| ahead[last]) else { return Some(0) };
        ring.positions.extend_from_slice(&known.positions[self.next..self.next + same]);
        let here = u32::try_from(at - ring.start).ok()?;
        here.checked_add(last - from)?;
        ring.ends.extend(ahead[..same].iter().map(|end| here + (end - from)));
        self.next += same;
        Some(count(last - from))
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

/// A place in a ring's text, to count with.
fn count(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

/// How many bytes two texts have in common at their beginnings.
fn in_common(one: &[u8], other: &[u8]) -> usize {
    let (mut common, least) = (0, one.len().min(other.len()));
    // Long pieces are compared fastest, short ones find the place.
    for piece in [4096, 64, 1] {
        let same = |from: &usize| one[*from..*from + piece] == other[*from..*from + piece];
        let pieces = (common..).step_by(piece).take_while(|from| from + piece <= least);
        common += pieces.take_while(same).count() * piece;
    }
    common
}
