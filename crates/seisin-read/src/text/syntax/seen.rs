//! A word as the models see it, and what the tagger looks at around it.

use super::{hash, tags::Tag};

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

    /// The keys that may tell the word's tag for sure: of the word itself, not of its ending, which the
    /// commonest word with it ("and" of "stand") would tell.
    pub(crate) fn sure_keys(&self) -> [u32; 3] {
        let word = self.here.word;
        [
            hash::feature(301, &[word]),
            hash::feature(302, &[word, self.tags[0]]),
            hash::feature(303, &[word, self.after[0].word]),
        ]
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
