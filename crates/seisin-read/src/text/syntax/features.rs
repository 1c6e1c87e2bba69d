//! What the models look at: around a word, around a parser's state, along an arc.

use super::{
    children::Children,
    hash,
    state::State,
    tags::{Tag, TagSet},
};
use std::sync::LazyLock;

/// A word as the models see it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Seen {
    /// The word in lower case, digits made alike.
    pub(crate) word: u32,
    /// Its last three letters.
    pub(crate) end: u32,
    /// How it is written: capital, digits, hyphen.
    pub(crate) shape: u32,
    /// The features of the word as written in lower case, its last two, last four and first three
    /// letters.
    affixes: [u32; 3],
}

impl Seen {
    /// What the models see of a word.
    pub(crate) fn of(form: &str) -> Self {
        if form.is_ascii() { Self::of_ascii(form) } else { Self::of_any(form) }
    }

    fn of_ascii(form: &str) -> Self {
        let lower = |byte: &u8| byte.to_ascii_lowercase();
        let alike =
            |byte: &u8| if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
        let all = form.as_bytes();
        let last = |count: usize| all.get(all.len().saturating_sub(count)..).unwrap_or_default();
        let first = all.get(..all.len().min(3)).unwrap_or_default();
        Self {
            word: hash::bytes(all.iter().map(alike)),
            end: hash::bytes(last(3).iter().map(alike)),
            shape: shape(form),
            affixes: affixes([
                hash::bytes(last(2).iter().map(lower)),
                hash::bytes(last(4).iter().map(lower)),
                hash::bytes(first.iter().map(lower)),
            ]),
        }
    }

    fn of_any(form: &str) -> Self {
        let lower = form.to_lowercase();
        let alike: String =
            lower.chars().map(|c| if c.is_ascii_digit() { '0' } else { straight(c) }).collect();
        let start = lower.char_indices().nth(3).map_or(lower.len(), |(at, _)| at);
        Self {
            word: hash::word(&alike),
            end: hash::word(tail(&alike, 3)),
            shape: shape(form),
            affixes: affixes([
                hash::word(tail(&lower, 2)),
                hash::word(tail(&lower, 4)),
                hash::word(lower.get(..start).unwrap_or("")),
            ]),
        }
    }
}

fn affixes([two, four, first]: [u32; 3]) -> [u32; 3] {
    [hash::feature(4, &[two]), hash::feature(5, &[four]), hash::feature(23, &[first])]
}

const fn straight(character: char) -> char {
    match character {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        other => other,
    }
}

/// The last `count` characters of a word.
fn tail(word: &str, count: usize) -> &str {
    let start = word.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    word.get(start..).unwrap_or("")
}

fn shape(form: &str) -> u32 {
    let first = form.chars().next().unwrap_or(' ');
    let capital = u32::from(first.is_uppercase());
    let all = u32::from(form.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
    let digit = u32::from(form.bytes().any(|byte| byte.is_ascii_digit()));
    let letter = u32::from(form.chars().any(char::is_alphabetic));
    let hyphen = u32::from(form.contains('-'));
    1 + capital + all * 2 + digit * 4 + letter * 8 + hyphen * 16
}

/// The features that tell a word's tag.
pub(crate) fn tagging(seen: &[Seen], tags: &[Tag], at: usize) -> [u32; 24] {
    let look = |offset: isize| {
        at.checked_add_signed(offset).and_then(|i| seen.get(i)).copied().unwrap_or_default()
    };
    let tag = |back: usize| {
        at.checked_sub(back).and_then(|i| tags.get(i)).map_or(99, |tag| u32::from(tag.0))
    };
    let here = look(0);
    let (t1, t2) = (tag(1), tag(2));
    let (before, after) = (look(-1), look(1));
    let start = u32::from(at == 0);
    let [two, four, first] = here.affixes;
    [
        hash::feature(1, &[here.word]),
        hash::feature(2, &[here.word, t1]),
        hash::feature(3, &[here.end]),
        two,
        four,
        hash::feature(6, &[here.shape, start]),
        hash::feature(7, &[here.shape, t1]),
        hash::feature(8, &[t1]),
        hash::feature(9, &[t1, t2]),
        hash::feature(10, &[before.word]),
        hash::feature(11, &[after.word]),
        hash::feature(12, &[before.word, t1, here.end]),
        hash::feature(13, &[after.end, here.end]),
        hash::feature(14, &[look(-2).word]),
        hash::feature(15, &[look(2).word]),
        hash::feature(16, &[here.word, after.word]),
        hash::feature(17, &[here.word, before.word]),
        hash::feature(18, &[after.shape, here.shape]),
        hash::feature(19, &[here.end, t1, t2]),
        hash::feature(20, &[t1, after.word]),
        hash::feature(21, &[here.end, after.word]),
        hash::feature(22, &[look(-2).word, before.word]),
        first,
        hash::feature(24, &[]),
    ]
}

/// The features that tell a parser's next step.
#[expect(clippy::too_many_lines, reason = "one line a template")]
pub(crate) fn parsing(state: &State<'_>) -> [u32; 65] {
    let s0 = state.stack(0);
    let s1 = state.stack(1);
    let s2 = state.stack(2);
    let b0 = state.buffer(0);
    let b1 = state.buffer(1);
    let b2 = state.buffer(2);
    let w = |i: usize| state.word(i);
    let t = |i: usize| state.tag(i);
    let (s0l, s0r) = (state.leftmost(s0), state.rightmost(s0));
    let (s1l, s1r) = (state.leftmost(s1), state.rightmost(s1));
    let b0l = state.leftmost(b0);
    let gap = distance(s0, b0);
    let (s0n, s0m) = (state.left_count(s0), state.right_count(s0));
    let b0n = state.left_count(b0);
    let s1m = state.right_count(s1);
    [
        hash::feature(101, &[w(s0)]),
        hash::feature(102, &[t(s0)]),
        hash::feature(103, &[w(s0), t(s0)]),
        hash::feature(104, &[w(s1)]),
        hash::feature(105, &[t(s1)]),
        hash::feature(106, &[w(s1), t(s1)]),
        hash::feature(107, &[t(s2)]),
        hash::feature(108, &[w(b0)]),
        hash::feature(109, &[t(b0)]),
        hash::feature(110, &[w(b0), t(b0)]),
        hash::feature(111, &[w(b1)]),
        hash::feature(112, &[t(b1)]),
        hash::feature(113, &[w(b1), t(b1)]),
        hash::feature(114, &[w(b2)]),
        hash::feature(115, &[t(b2)]),
        hash::feature(116, &[w(s0), t(s0), w(b0), t(b0)]),
        hash::feature(117, &[w(s0), w(b0)]),
        hash::feature(118, &[w(s0), t(s0), t(b0)]),
        hash::feature(119, &[t(s0), w(b0), t(b0)]),
        hash::feature(120, &[t(s0), t(b0)]),
        hash::feature(121, &[w(s1), w(s0)]),
        hash::feature(122, &[t(s1), t(s0)]),
        hash::feature(123, &[t(s1), w(s0), t(s0)]),
        hash::feature(124, &[w(s1), t(s1), t(s0)]),
        hash::feature(125, &[t(b0), t(b1)]),
        hash::feature(126, &[t(s1), t(b0)]),
        hash::feature(127, &[w(s1), w(b0)]),
        hash::feature(128, &[t(b0), t(b1), t(b2)]),
        hash::feature(129, &[t(s0), t(b0), t(b1)]),
        hash::feature(130, &[t(s1), t(s0), t(b0)]),
        hash::feature(131, &[t(s2), t(s1), t(s0)]),
        hash::feature(132, &[t(s0), t(s0l), t(b0)]),
        hash::feature(133, &[t(s0), t(s0r), t(b0)]),
        hash::feature(134, &[t(s0), t(b0), t(b0l)]),
        hash::feature(135, &[t(s1), t(s1r), t(s0)]),
        hash::feature(136, &[t(s1), t(s1l), t(s0)]),
        hash::feature(137, &[t(s1), t(s0), t(s0l)]),
        hash::feature(138, &[t(s1), t(s0), t(s0r)]),
        hash::feature(139, &[t(s1), t(s0), t(b0), t(b1)]),
        hash::feature(140, &[t(s0), t(b0), gap]),
        hash::feature(141, &[w(s0), gap]),
        hash::feature(142, &[w(b0), gap]),
        hash::feature(143, &[t(s0), s0n, s0m]),
        hash::feature(144, &[w(s0), s0m]),
        hash::feature(145, &[t(b0), b0n]),
        hash::feature(146, &[w(b0), b0n]),
        hash::feature(147, &[w(s0), w(b0l)]),
        hash::feature(148, &[w(s1), w(b0l), t(s0)]),
        hash::feature(149, &[t(s1), t(s0), w(b0l), t(b0)]),
        hash::feature(150, &[w(s0), w(s0r)]),
        hash::feature(151, &[w(s0), w(s0l)]),
        hash::feature(152, &[t(s0), w(s0l), t(b0)]),
        hash::feature(153, &[t(s1), w(s0l), t(s0)]),
        hash::feature(154, &[w(s1), w(s0l)]),
        hash::feature(155, &[w(s0), t(b0), t(b1)]),
        hash::feature(156, &[t(s0), w(b0), t(b1)]),
        hash::feature(157, &[t(s1), t(s0), w(b0)]),
        hash::feature(158, &[w(s1), t(s0), t(b0)]),
        hash::feature(159, &[t(s1), s1m, t(s0)]),
        hash::feature(160, &[t(s0), t(b0), u32::from(state.comma_between(s0, b0))]),
        hash::feature(161, &[t(s1), t(s0), t(b0), u32::from(state.comma_between(s1, s0))]),
        hash::feature(162, &[t(s0), t(s0l), t(s0r), t(b0)]),
        hash::feature(163, &[t(s2), t(s1), t(s0), t(b0)]),
        hash::feature(164, &[state.subject(s0), t(s0), t(b0)]),
        hash::feature(165, &[state.subject(s1), t(s1), t(s0), t(b0)]),
    ]
}

fn distance(from: usize, to: usize) -> u32 {
    match to.abs_diff(from) {
        gap @ 0..=4 => u32::try_from(gap).unwrap_or(4),
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}

static VERBS: LazyLock<TagSet> =
    LazyLock::new(|| TagSet::of(&["VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"]));

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
        let place = siblings.iter().position(|child| *child == at).unwrap_or(0);
        let before =
            place.checked_sub(1).and_then(|i| siblings.get(i)).copied().unwrap_or(usize::MAX);
        let after = siblings.get(place + 1).copied().unwrap_or(usize::MAX);
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
