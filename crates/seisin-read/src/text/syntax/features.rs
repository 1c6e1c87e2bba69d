//! What the parser looks at around its state.

use super::{hash, state::State};

/// A word as a parser's state shows it.
#[derive(Debug, Clone, Copy)]
struct Atom {
    word: u32,
    tag: u32,
}

/// All that the parser's features are made of, looked up once a step.
#[derive(Debug)]
pub(crate) struct Around {
    s0: Atom,
    s1: Atom,
    s2: Atom,
    b0: Atom,
    b1: Atom,
    b2: Atom,
    s0l: Atom,
    s0r: Atom,
    s1l: Atom,
    s1r: Atom,
    b0l: Atom,
    gap: u32,
    s0n: u32,
    s0m: u32,
    b0n: u32,
    s1m: u32,
    comma_after: u32,
    comma_before: u32,
    s0_subject: u32,
    s1_subject: u32,
}

/// The features of one word by itself, one list for each of the six places where it may stand: on
/// top of the stack, the two below, the next three.
pub(crate) type Unary = ([u32; 3], [u32; 3], [u32; 1], [u32; 3], [u32; 3], [u32; 2]);

fn unary(Atom { word, tag }: Atom) -> Unary {
    let three = |first: u32| {
        [
            hash::feature(first, &[word]),
            hash::feature(first + 1, &[tag]),
            hash::feature(first + 2, &[word, tag]),
        ]
    };
    let two = [hash::feature(114, &[word]), hash::feature(115, &[tag])];
    (three(101), three(104), [hash::feature(107, &[tag])], three(108), three(111), two)
}

/// The features of a word of a sentence by itself, and what they are made of as one number.
pub(crate) fn alone(state: &State<'_>, at: usize) -> (Unary, u64) {
    let atom = Atom { word: state.word(at), tag: state.tag(at) };
    (unary(atom), u64::from(atom.word) << 7 | u64::from(atom.tag))
}

/// The keys that may tell the parser's next step for sure.
pub(crate) fn sure_keys(state: &State<'_>) -> [u32; 7] {
    let (s0, s1, b0) = (state.stack(0), state.stack(1), state.buffer(0));
    let [top, below, next, second] = [s0, s1, b0, state.buffer(1)].map(|at| state.tag(at));
    let subjects = state.subject(s0) << 2 | state.subject(s1);
    let children = [state.left_count(s0), state.right_count(s0)].map(|count| count.min(1));
    let comma = u32::from(state.comma_between(s0, b0));
    let built = subjects << 3 | children[0] << 2 | children[1] << 1 | comma;
    [
        hash::feature(401, &[top, next]),
        hash::feature(402, &[below, top, next]),
        hash::feature(403, &[top, next, second]),
        hash::feature(404, &[below, top, next, second]),
        hash::feature(405, &[below, top, next, second, built]),
        hash::feature(406, &[top, state.word(b0)]),
        hash::feature(407, &[below, top, state.word(b0)]),
    ]
}

/// A number of some small numbers: tags below 128, counts below 8.
fn key<const TAGS: usize, const COUNTS: usize>(
    group: u64,
    tags: [Atom; TAGS],
    counts: [u32; COUNTS],
) -> u64 {
    let tags = tags.iter().fold(group, |key, atom| key << 7 | u64::from(atom.tag));
    counts.iter().fold(tags, |key, count| key << 3 | u64::from(*count))
}

impl Around {
    /// What stands around a parser's state.
    pub(crate) fn of(state: &State<'_>) -> Self {
        let atom = |at| Atom { word: state.word(at), tag: state.tag(at) };
        let (s0, s1, s2) = (state.stack(0), state.stack(1), state.stack(2));
        let (b0, b1, b2) = (state.buffer(0), state.buffer(1), state.buffer(2));
        Self {
            s0: atom(s0),
            s1: atom(s1),
            s2: atom(s2),
            b0: atom(b0),
            b1: atom(b1),
            b2: atom(b2),
            s0l: atom(state.leftmost(s0)),
            s0r: atom(state.rightmost(s0)),
            s1l: atom(state.leftmost(s1)),
            s1r: atom(state.rightmost(s1)),
            b0l: atom(state.leftmost(b0)),
            gap: distance(s0, b0),
            s0n: state.left_count(s0),
            s0m: state.right_count(s0),
            b0n: state.left_count(b0),
            s1m: state.right_count(s1),
            comma_after: u32::from(state.comma_between(s0, b0)),
            comma_before: u32::from(state.comma_between(s1, s0)),
            s0_subject: state.subject(s0),
            s1_subject: state.subject(s1),
        }
    }

    /// Every feature that tells the parser's next step, for training.
    pub(crate) fn all(&self) -> Vec<u32> {
        let mut all = Vec::with_capacity(65);
        for group in [
            unary(self.s0).0.as_slice(),
            &unary(self.s1).1,
            &unary(self.s2).2,
            &unary(self.b0).3,
            &unary(self.b1).4,
            &unary(self.b2).5,
            &self.lexical(),
            &self.around(),
            &self.ahead(),
            &self.top(),
            &self.below(),
            &self.two(),
            &self.deep(),
            &self.next(),
        ] {
            all.extend(group);
        }
        all
    }

    /// The features that hold a word beside something else: seldom twice the same.
    pub(crate) fn lexical(&self) -> [u32; 24] {
        let Self { b0, b0l, b1, s0, s0l, s0r, s1, .. } = self;
        [
            hash::feature(116, &[s0.word, s0.tag, b0.word, b0.tag]),
            hash::feature(117, &[s0.word, b0.word]),
            hash::feature(118, &[s0.word, s0.tag, b0.tag]),
            hash::feature(119, &[s0.tag, b0.word, b0.tag]),
            hash::feature(121, &[s1.word, s0.word]),
            hash::feature(123, &[s1.tag, s0.word, s0.tag]),
            hash::feature(124, &[s1.word, s1.tag, s0.tag]),
            hash::feature(127, &[s1.word, b0.word]),
            hash::feature(141, &[s0.word, self.gap]),
            hash::feature(142, &[b0.word, self.gap]),
            hash::feature(144, &[s0.word, self.s0m]),
            hash::feature(146, &[b0.word, self.b0n]),
            hash::feature(147, &[s0.word, b0l.word]),
            hash::feature(148, &[s1.word, b0l.word, s0.tag]),
            hash::feature(149, &[s1.tag, s0.tag, b0l.word, b0.tag]),
            hash::feature(150, &[s0.word, s0r.word]),
            hash::feature(151, &[s0.word, s0l.word]),
            hash::feature(152, &[s0.tag, s0l.word, b0.tag]),
            hash::feature(153, &[s1.tag, s0l.word, s0.tag]),
            hash::feature(154, &[s1.word, s0l.word]),
            hash::feature(155, &[s0.word, b0.tag, b1.tag]),
            hash::feature(156, &[s0.tag, b0.word, b1.tag]),
            hash::feature(157, &[s1.tag, s0.tag, b0.word]),
            hash::feature(158, &[s1.word, s0.tag, b0.tag]),
        ]
    }

    /// The features of tags around the two words that a step may join.
    pub(crate) fn around(&self) -> [u32; 7] {
        let Self { b0, b1, s0, s1, .. } = self;
        [
            hash::feature(120, &[s0.tag, b0.tag]),
            hash::feature(122, &[s1.tag, s0.tag]),
            hash::feature(125, &[b0.tag, b1.tag]),
            hash::feature(126, &[s1.tag, b0.tag]),
            hash::feature(129, &[s0.tag, b0.tag, b1.tag]),
            hash::feature(130, &[s1.tag, s0.tag, b0.tag]),
            hash::feature(139, &[s1.tag, s0.tag, b0.tag, b1.tag]),
        ]
    }

    /// What [`Self::around`] are made of, as one number.
    pub(crate) fn around_key(&self) -> u64 {
        key(1, [self.s1, self.s0, self.b0, self.b1], [])
    }

    /// The features of tags of the top of the stack and the word ahead.
    pub(crate) fn ahead(&self) -> [u32; 4] {
        let Self { b0, b0l, s0, .. } = self;
        [
            hash::feature(134, &[s0.tag, b0.tag, b0l.tag]),
            hash::feature(140, &[s0.tag, b0.tag, self.gap]),
            hash::feature(145, &[b0.tag, self.b0n]),
            hash::feature(160, &[s0.tag, b0.tag, self.comma_after]),
        ]
    }

    /// What [`Self::ahead`] are made of, as one number.
    pub(crate) fn ahead_key(&self) -> u64 {
        key(2, [self.s0, self.b0, self.b0l], [self.gap, self.b0n, self.comma_after])
    }

    /// The features of tags of the top of the stack with its children.
    pub(crate) fn top(&self) -> [u32; 5] {
        let Self { b0, s0, s0l, s0r, .. } = self;
        [
            hash::feature(132, &[s0.tag, s0l.tag, b0.tag]),
            hash::feature(133, &[s0.tag, s0r.tag, b0.tag]),
            hash::feature(143, &[s0.tag, self.s0n, self.s0m]),
            hash::feature(162, &[s0.tag, s0l.tag, s0r.tag, b0.tag]),
            hash::feature(164, &[self.s0_subject, s0.tag, b0.tag]),
        ]
    }

    /// What [`Self::top`] are made of, as one number.
    pub(crate) fn top_key(&self) -> u64 {
        key(3, [self.s0, self.s0l, self.s0r, self.b0], [self.s0n, self.s0m, self.s0_subject])
    }

    /// The features of tags of the word below the top with its children.
    pub(crate) fn below(&self) -> [u32; 5] {
        let Self { b0, s0, s1, s1l, s1r, .. } = self;
        [
            hash::feature(135, &[s1.tag, s1r.tag, s0.tag]),
            hash::feature(136, &[s1.tag, s1l.tag, s0.tag]),
            hash::feature(159, &[s1.tag, self.s1m, s0.tag]),
            hash::feature(161, &[s1.tag, s0.tag, b0.tag, self.comma_before]),
            hash::feature(165, &[self.s1_subject, s1.tag, s0.tag, b0.tag]),
        ]
    }

    /// What [`Self::below`] are made of, as one number.
    pub(crate) fn below_key(&self) -> u64 {
        key(
            4,
            [self.s1, self.s1l, self.s1r, self.s0, self.b0],
            [self.s1m, self.comma_before, self.s1_subject],
        )
    }

    /// The features of tags of the two on top with the children of the first.
    pub(crate) fn two(&self) -> [u32; 2] {
        let Self { s0, s0l, s0r, s1, .. } = self;
        [
            hash::feature(137, &[s1.tag, s0.tag, s0l.tag]),
            hash::feature(138, &[s1.tag, s0.tag, s0r.tag]),
        ]
    }

    /// The features of tags of the three on top.
    pub(crate) fn deep(&self) -> [u32; 2] {
        let Self { b0, s0, s1, s2, .. } = self;
        [
            hash::feature(131, &[s2.tag, s1.tag, s0.tag]),
            hash::feature(163, &[s2.tag, s1.tag, s0.tag, b0.tag]),
        ]
    }

    /// The features of tags of the next three words.
    pub(crate) fn next(&self) -> [u32; 1] {
        let Self { b0, b1, b2, .. } = self;
        [hash::feature(128, &[b0.tag, b1.tag, b2.tag])]
    }
}

pub(super) fn distance(from: usize, to: usize) -> u32 {
    match to.abs_diff(from) {
        gap @ 0..=4 => u32::try_from(gap).unwrap_or(4),
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}
