//! What the models look at: around a word, around a parser's state, along an arc.

use super::{hash, state::State, tags::Tag};

/// A word as the models see it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Seen {
    /// The word in lower case, digits made alike.
    pub(crate) word: u32,
    /// Its last three letters.
    pub(crate) end: u32,
    /// How it is written: capital, digits, hyphen.
    pub(crate) shape: u32,
}

impl Seen {
    /// What the models see of a word.
    pub(crate) fn of(form: &str) -> Self {
        let lower: String = form
            .to_lowercase()
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { straight(c) })
            .collect();
        Self { word: hash::word(&lower), end: hash::word(&tail(&lower, 3)), shape: shape(form) }
    }
}

const fn straight(character: char) -> char {
    match character {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        other => other,
    }
}

fn tail(word: &str, count: usize) -> String {
    let length = word.chars().count();
    word.chars().skip(length.saturating_sub(count)).collect()
}

fn shape(form: &str) -> u32 {
    let first = form.chars().next().unwrap_or(' ');
    let capital = u32::from(first.is_uppercase());
    let all = u32::from(form.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
    let digit = u32::from(form.chars().any(|c| c.is_ascii_digit()));
    let letter = u32::from(form.chars().any(char::is_alphabetic));
    let hyphen = u32::from(form.contains('-'));
    1 + capital + all * 2 + digit * 4 + letter * 8 + hyphen * 16
}

/// The features that tell a word's tag.
pub(crate) fn tagging(forms: &[&str], seen: &[Seen], tags: &[Tag], at: usize) -> Vec<u32> {
    let form = forms.get(at).copied().unwrap_or("").to_lowercase();
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
    vec![
        hash::feature(1, &[here.word]),
        hash::feature(2, &[here.word, t1]),
        hash::feature(3, &[here.end]),
        hash::feature(4, &[hash::word(&tail(&form, 2))]),
        hash::feature(5, &[hash::word(&tail(&form, 4))]),
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
        hash::feature(23, &[hash::word(&form.chars().take(3).collect::<String>())]),
        hash::feature(24, &[]),
    ]
}

/// The features that tell a parser's next step.
#[expect(clippy::too_many_lines, reason = "one line a template")]
pub(crate) fn parsing(state: &State<'_>) -> Vec<u32> {
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
    let f = hash::feature;
    vec![
        f(101, &[w(s0)]),
        f(102, &[t(s0)]),
        f(103, &[w(s0), t(s0)]),
        f(104, &[w(s1)]),
        f(105, &[t(s1)]),
        f(106, &[w(s1), t(s1)]),
        f(107, &[t(s2)]),
        f(108, &[w(b0)]),
        f(109, &[t(b0)]),
        f(110, &[w(b0), t(b0)]),
        f(111, &[w(b1)]),
        f(112, &[t(b1)]),
        f(113, &[w(b1), t(b1)]),
        f(114, &[w(b2)]),
        f(115, &[t(b2)]),
        f(116, &[w(s0), t(s0), w(b0), t(b0)]),
        f(117, &[w(s0), w(b0)]),
        f(118, &[w(s0), t(s0), t(b0)]),
        f(119, &[t(s0), w(b0), t(b0)]),
        f(120, &[t(s0), t(b0)]),
        f(121, &[w(s1), w(s0)]),
        f(122, &[t(s1), t(s0)]),
        f(123, &[t(s1), w(s0), t(s0)]),
        f(124, &[w(s1), t(s1), t(s0)]),
        f(125, &[t(b0), t(b1)]),
        f(126, &[t(s1), t(b0)]),
        f(127, &[w(s1), w(b0)]),
        f(128, &[t(b0), t(b1), t(b2)]),
        f(129, &[t(s0), t(b0), t(b1)]),
        f(130, &[t(s1), t(s0), t(b0)]),
        f(131, &[t(s2), t(s1), t(s0)]),
        f(132, &[t(s0), t(s0l), t(b0)]),
        f(133, &[t(s0), t(s0r), t(b0)]),
        f(134, &[t(s0), t(b0), t(b0l)]),
        f(135, &[t(s1), t(s1r), t(s0)]),
        f(136, &[t(s1), t(s1l), t(s0)]),
        f(137, &[t(s1), t(s0), t(s0l)]),
        f(138, &[t(s1), t(s0), t(s0r)]),
        f(139, &[t(s1), t(s0), t(b0), t(b1)]),
        f(140, &[t(s0), t(b0), gap]),
        f(141, &[w(s0), gap]),
        f(142, &[w(b0), gap]),
        f(143, &[t(s0), s0n, s0m]),
        f(144, &[w(s0), s0m]),
        f(145, &[t(b0), b0n]),
        f(146, &[w(b0), b0n]),
        f(147, &[w(s0), w(b0l)]),
        f(148, &[w(s1), w(b0l), t(s0)]),
        f(149, &[t(s1), t(s0), w(b0l), t(b0)]),
        f(150, &[w(s0), w(s0r)]),
        f(151, &[w(s0), w(s0l)]),
        f(152, &[t(s0), w(s0l), t(b0)]),
        f(153, &[t(s1), w(s0l), t(s0)]),
        f(154, &[w(s1), w(s0l)]),
        f(155, &[w(s0), t(b0), t(b1)]),
        f(156, &[t(s0), w(b0), t(b1)]),
        f(157, &[t(s1), t(s0), w(b0)]),
        f(158, &[w(s1), t(s0), t(b0)]),
        f(159, &[t(s1), s1m, t(s0)]),
        f(160, &[t(s0), t(b0), u32::from(state.comma_between(s0, b0))]),
        f(161, &[t(s1), t(s0), t(b0), u32::from(state.comma_between(s1, s0))]),
        f(162, &[t(s0), t(s0l), t(s0r), t(b0)]),
        f(163, &[t(s2), t(s1), t(s0), t(b0)]),
        f(164, &[state.subject(s0), t(s0), t(b0)]),
        f(165, &[state.subject(s1), t(s1), t(s0), t(b0)]),
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

/// A finished tree's arc, as the labelling model sees it.
pub(crate) struct Arc<'a> {
    /// The words.
    pub(crate) seen: &'a [Seen],
    /// Their tags.
    pub(crate) tags: &'a [Tag],
    /// Their heads.
    pub(crate) heads: &'a [usize],
    /// The children of each word, in order.
    pub(crate) children: &'a [Vec<usize>],
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
        self.children.get(at).and_then(|list| list.get(nth)).copied().unwrap_or(usize::MAX)
    }

    /// The features that tell the arc's label.
    pub(crate) fn features(&self) -> Vec<u32> {
        let at = self.at;
        let head = self.heads.get(at).copied().unwrap_or(usize::MAX);
        let above = self.heads.get(head).copied().unwrap_or(usize::MAX);
        let (dw, dt, hw, ht) = (self.word(at), self.tag(at), self.word(head), self.tag(head));
        let side = u32::from(at < head);
        let (c0, c1) = (self.child(at, 0), self.child(at, 1));
        let gap = distance(at, head);
        let siblings = self.children.get(head).map_or(&[][..], Vec::as_slice);
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
                **child < head
                    && matches!(
                        self.tags.get(**child).map(|t| t.name()),
                        Some("VBD" | "VBZ" | "VBP" | "VB" | "VBN" | "VBG" | "MD")
                    )
            })
            .copied()
            .unwrap_or(usize::MAX);
        let f = hash::feature;
        let (d_1, d1) = (at.wrapping_sub(1), at + 1);
        vec![
            f(201, &[dw, side]),
            f(202, &[dt, side, ht]),
            f(203, &[dw, hw]),
            f(204, &[dt, hw, side]),
            f(205, &[dw, ht, side]),
            f(206, &[dt, ht, side, gap]),
            f(207, &[dt, ht, self.tag(d_1), side]),
            f(208, &[dt, ht, self.tag(d1), side]),
            f(209, &[dt, ht, self.word(c0), side]),
            f(210, &[dt, self.word(c0), self.word(c1)]),
            f(211, &[hw, self.word(c0), side]),
            f(212, &[dw, self.word(c0)]),
            f(213, &[dt, ht, self.tag(c0), self.tag(c1), side]),
            f(214, &[dt, ht, self.tag(before), side]),
            f(215, &[dt, ht, self.tag(after), side]),
            f(216, &[dt, ht, helpers, side]),
            f(217, &[dt, ht, self.word(last_aux), side]),
            f(218, &[dt, ht, self.tag(above), side]),
            f(219, &[self.seen.get(at).map_or(0, |s| s.end), dt, ht, side]),
            f(220, &[self.word(before), dt, ht, side]),
            f(221, &[self.word(d_1), dt, ht]),
            f(222, &[self.word(d1), dt, ht]),
            f(223, &[dw, ht, self.word(d_1)]),
            f(224, &[dt, ht, side, u32::from(head == usize::MAX)]),
            f(225, &[dt, ht, self.tag(before), self.tag(after), side]),
            f(226, &[dt, ht, self.word(self.child(at, 0)), self.tag(before), side]),
            f(227, &[dt, ht, self.word(last_aux), self.word(c0), side]),
        ]
    }
}
