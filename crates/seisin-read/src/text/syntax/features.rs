//! What the models look at: around a word, around a parser's state, along an arc.

use super::{
    children::Children,
    hash,
    state::State,
    sure::Joint,
    tags::{Tag, TagSet},
};

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
    if form.is_ascii() {
        return plain_shape(form.as_bytes());
    }
    let first = form.chars().next().unwrap_or(' ');
    let capital = u32::from(first.is_uppercase());
    let all = u32::from(form.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
    let digit = u32::from(form.bytes().any(|byte| byte.is_ascii_digit()));
    let letter = u32::from(form.chars().any(char::is_alphabetic));
    let hyphen = u32::from(form.contains('-'));
    1 + capital + all * 2 + digit * 4 + letter * 8 + hyphen * 16
}

/// The same of a word in ASCII.
fn plain_shape(form: &[u8]) -> u32 {
    let (mut small, mut large, mut digit, mut hyphen) = (false, false, false, false);
    for byte in form {
        small |= byte.is_ascii_lowercase();
        large |= byte.is_ascii_uppercase();
        digit |= byte.is_ascii_digit();
        hyphen |= *byte == b'-';
    }
    let capital = form.first().is_some_and(u8::is_ascii_uppercase);
    1 + u32::from(capital)
        + u32::from(!small) * 2
        + u32::from(digit) * 4
        + u32::from(small || large) * 8
        + u32::from(hyphen) * 16
}

/// What stands around a word whose tag is looked for.
#[derive(Debug)]
pub(crate) struct Beside {
    here: Seen,
    before: [Seen; 2],
    after: [Seen; 2],
    /// The tags of the two words before, the nearer first.
    tags: [u32; 2],
    start: u32,
}

impl Beside {
    /// What stands around the word at a place; the tags before it are known.
    pub(crate) fn of(seen: &[Seen], tags: &[Tag], at: usize) -> Self {
        let look = |offset: isize| {
            at.checked_add_signed(offset).and_then(|i| seen.get(i)).copied().unwrap_or_default()
        };
        let tag = |back: usize| {
            at.checked_sub(back).and_then(|i| tags.get(i)).map_or(99, |tag| u32::from(tag.0))
        };
        Self {
            here: look(0),
            before: [look(-1), look(-2)],
            after: [look(1), look(2)],
            tags: [tag(1), tag(2)],
            start: u32::from(at == 0),
        }
    }

    /// Every feature that tells the word's tag, for training.
    pub(crate) fn all(&self) -> Vec<u32> {
        [self.word().as_slice(), &self.turn(), &self.rest()].concat()
    }

    /// The features of the word by itself and of where it stands.
    pub(crate) fn word(&self) -> [u32; 7] {
        let here = &self.here;
        let [two, four, first] = here.affixes;
        [
            hash::feature(1, &[here.word]),
            hash::feature(3, &[here.end]),
            two,
            four,
            hash::feature(6, &[here.shape, self.start]),
            first,
            hash::feature(24, &[]),
        ]
    }

    /// What [`Self::word`] are made of, as one number; none where digits were made alike.
    pub(crate) fn word_key(&self) -> Option<u64> {
        let here = &self.here;
        let [two, four, first] = here.affixes;
        let rest =
            two ^ four.rotate_left(9) ^ first.rotate_left(18) ^ (here.shape << 1 | self.start);
        let digit = here.shape.wrapping_sub(1) & 4 != 0;
        (!digit).then_some(u64::from(here.word) << 32 | u64::from(rest))
    }

    /// The features of the tags before and of how the word is written.
    pub(crate) fn turn(&self) -> [u32; 3] {
        let [t1, t2] = self.tags;
        [
            hash::feature(7, &[self.here.shape, t1]),
            hash::feature(8, &[t1]),
            hash::feature(9, &[t1, t2]),
        ]
    }

    /// What [`Self::turn`] are made of, as one number.
    pub(crate) fn turn_key(&self) -> u64 {
        let [t1, t2] = self.tags;
        u64::from(self.here.shape) << 14 | u64::from(t1) << 7 | u64::from(t2)
    }

    /// The features that hold other words or several things at once.
    pub(crate) fn rest(&self) -> [u32; 14] {
        let Self { here, before: [before, second], after: [after, next], .. } = self;
        let [t1, t2] = self.tags;
        [
            hash::feature(2, &[here.word, t1]),
            hash::feature(10, &[before.word]),
            hash::feature(11, &[after.word]),
            hash::feature(12, &[before.word, t1, here.end]),
            hash::feature(13, &[after.end, here.end]),
            hash::feature(14, &[second.word]),
            hash::feature(15, &[next.word]),
            hash::feature(16, &[here.word, after.word]),
            hash::feature(17, &[here.word, before.word]),
            hash::feature(18, &[after.shape, here.shape]),
            hash::feature(19, &[here.end, t1, t2]),
            hash::feature(20, &[t1, after.word]),
            hash::feature(21, &[here.end, after.word]),
            hash::feature(22, &[second.word, before.word]),
        ]
    }
}

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

fn distance(from: usize, to: usize) -> u32 {
    match to.abs_diff(from) {
        gap @ 0..=4 => u32::try_from(gap).unwrap_or(4),
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}

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

    /// What may tell the arc's label for sure.
    pub(crate) fn joint(&self) -> Joint {
        let at = self.at;
        let head = self.heads.get(at).copied().unwrap_or(usize::MAX);
        let child = self.child(at, 0);
        Joint {
            word: self.word(at),
            tag: self.tag(at),
            head: self.tag(head),
            child: [self.word(child), self.tag(child)],
            before: at < head,
        }
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
