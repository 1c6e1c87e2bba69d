//! A linear model with few weights a feature, read in place from the bytes it is kept in.

use super::{
    buckets::{self, Bucket, Buckets},
    sieve::{self, Sieve},
};

/// One feature's number and its weights, by class.
pub(crate) type Row = (u32, Vec<(u8, i16)>);

/// The weights of a model of many classes.
///
/// # Method
/// An open-addressed table from a feature's number to its weights: a stretch of `(class, weight)`
/// pairs where they are few, else one weight for each class. In bytes, numbers little end first:
/// how many slots (`u32`, a power of two), pairs (`u32`), full rows (`u32`) and classes (`u32`);
/// the slots, eight bytes each: the feature's number, nought where the slot is free, and
/// `first pair << 8 | how many`, or `row << 8 | 255`; the pairs, three bytes each: class, weight
/// (`i16`); the rows, two bytes a class; a [`Sieve`] of the features.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'a> {
    slots: &'a [[u8; 8]],
    pairs: &'a [[u8; 3]],
    rows: &'a [[u8; 2]],
    classes: usize,
    sieve: Sieve<'a>,
}

/// The count of a slot whose weights stand in a full row.
const FULL: usize = 255;
/// The most weights that are kept as pairs.
const MOST_PAIRS: usize = 8;

impl<'a> Weights<'a> {
    /// Adds the weights of some features to the scores.
    pub(crate) fn add_all<const MOST: usize>(&self, features: &[u32; MOST], scores: &mut [i32]) {
        let (kept, count) = self.sieve.sift(features);
        let kept = kept.get(..count).unwrap_or_default();
        let mask = self.slots.len().wrapping_sub(1);
        touch(kept.iter().map(|f| self.slots.get(spread(*f) & mask).map_or(0, |slot| slot[0])));
        let (mut stretches, mut found) = ([0; MOST], 0);
        for stretch in kept.iter().filter_map(|feature| self.find(*feature)) {
            stretches[found] = stretch;
            found += 1;
        }
        let stretches = stretches.get(..found).unwrap_or_default();
        touch(stretches.iter().map(|stretch| self.first_byte(*stretch)));
        for stretch in stretches {
            self.add_stretch(*stretch, scores);
        }
    }

    /// Where one feature's weights stand.
    fn find(&self, feature: u32) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = spread(feature) & mask;
        loop {
            let (key, stretch) = halves(*self.slots.get(at)?);
            if key == feature {
                return Some(stretch);
            }
            if key == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// The first byte of some weights.
    fn first_byte(&self, stretch: u32) -> u8 {
        let (first, count) = (index(stretch >> 8), index(stretch & 0xff));
        if count == FULL {
            return self.rows.get(first * self.classes).map_or(0, |weight| weight[0]);
        }
        self.pairs.get(first).map_or(0, |pair| pair[0])
    }

    fn add_stretch(&self, stretch: u32, scores: &mut [i32]) {
        let (first, count) = (index(stretch >> 8), index(stretch & 0xff));
        if count == FULL {
            let start = first * self.classes;
            let row = self.rows.get(start..start + self.classes).unwrap_or_default();
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i32::from(i16::from_le_bytes(*weight));
            }
            return;
        }
        for [class, low, high] in self.pairs.get(first..first + count).unwrap_or_default() {
            if let Some(score) = scores.get_mut(usize::from(*class)) {
                *score += i32::from(i16::from_le_bytes([*low, *high]));
            }
        }
    }

    /// Reads one model and returns what follows it; `None` where the bytes are none.
    pub(crate) fn from_bytes(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (counts, rest) = bytes.split_first_chunk::<16>()?;
        let (counts, _) = counts.as_chunks::<4>();
        let count = |at: usize| counts.get(at).map(|four| index(u32::from_le_bytes(*four)));
        let (slots, pairs, rows, classes) = (count(0)?, count(1)?, count(2)?, count(3)?);
        let (table, rest) = rest.split_at_checked(slots.checked_mul(8)?)?;
        let (list, rest) = rest.split_at_checked(pairs.checked_mul(3)?)?;
        let (full, rest) = rest.split_at_checked(rows.checked_mul(classes)?.checked_mul(2)?)?;
        let (sieve, rest) = Sieve::from_bytes(rest)?;
        let (slots, pairs, rows) = (table.as_chunks().0, list.as_chunks().0, full.as_chunks().0);
        let free = slots.iter().any(|slot: &[u8; 8]| slot.starts_with(&[0; 4]));
        let sound = slots.len().is_power_of_two() && free;
        sound.then_some((Self { slots, pairs, rows, classes, sieve }, rest))
    }
}

/// Writes one model of so many classes.
pub(crate) fn to_bytes(rows: &[Row], classes: usize) -> Vec<u8> {
    let slots = (rows.len() * 5 / 4 + 2).next_power_of_two();
    let mut table = vec![[0_u8; 8]; slots];
    let (mut pairs, mut full) = (Vec::<u8>::new(), Vec::<u8>::new());
    for (key, weights) in rows {
        let mut at = spread(*key) & (slots - 1);
        while !table[at].starts_with(&[0; 4]) {
            at = (at + 1) & (slots - 1);
        }
        let (first, count) = if weights.len() > MOST_PAIRS {
            let mut row = vec![[0; 2]; classes];
            for (class, weight) in weights {
                row[usize::from(*class)] = weight.to_le_bytes();
            }
            full.extend(row.as_flattened());
            (full.len() / 2 / classes - 1, FULL)
        } else {
            let first = pairs.len() / 3;
            for (class, weight) in weights {
                pairs.push(*class);
                pairs.extend_from_slice(&weight.to_le_bytes());
            }
            (first, weights.len())
        };
        let slot = u64::from(*key) | wide(first) << 40 | wide(count) << 32;
        table[at] = slot.to_le_bytes();
    }
    let counts = [slots, pairs.len() / 3, full.len() / 2 / classes.max(1), classes];
    let mut bytes: Vec<u8> =
        counts.iter().flat_map(|count| wide(*count).to_le_bytes().into_iter().take(4)).collect();
    bytes.extend(table.as_flattened());
    bytes.extend(pairs);
    bytes.extend(full);
    bytes.extend(sieve::to_bytes(rows.iter().map(|(key, _)| *key)));
    bytes
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).expect("a count fits 64 bits")
}

/// The two numbers of a slot.
fn halves(slot: [u8; 8]) -> (u32, u32) {
    let (numbers, _) = slot.as_chunks::<4>();
    let number = |at: usize| numbers.get(at).map_or(0, |four| u32::from_le_bytes(*four));
    (number(0), number(1))
}

/// Weights in one byte each: the squares of its numbers, so that small weights are told finely and
/// great ones roughly.
struct Scale([i16; 256]);

static SCALE: Scale = Scale::new();

impl Scale {
    const fn new() -> Self {
        let mut weights = [0; 256];
        let mut number = 0_u8;
        while number < 128 {
            #[expect(
                clippy::as_conversions,
                reason = "no other conversion is const, and none loses"
            )]
            let (at, root) = (number as usize, number as i16);
            weights[at] = root * root / 4;
            if number > 0 {
                weights[256 - at] = -weights[at];
            }
            number += 1;
        }
        Self(weights)
    }

    fn weight(&self, byte: u8) -> i32 {
        i32::from(self.0[usize::from(byte)])
    }

    /// The byte whose weight comes nearest.
    fn byte(&self, weight: i32) -> u8 {
        (0..=u8::MAX).min_by_key(|byte| (self.weight(*byte) - weight).abs()).unwrap_or(0)
    }
}

/// The weights of the model of three classes, the parser's steps.
///
/// # Method
/// By how much the second and the third class stand above the first, a byte for each, in [`Buckets`]:
/// small enough for the cache of one core. In bytes: how many buckets (`u32`, little end first, a power
/// of two), then the buckets.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Steps<'a>(Buckets<'a>);

impl<'a> Steps<'a> {
    /// By how much the second and the third class stand above the first.
    pub(crate) fn above_first<const MOST: usize>(&self, features: &[u32; MOST]) -> [i32; 2] {
        let (mut second, mut third) = (0, 0);
        for feature in features {
            let [more_second, more_third] = self.0.get(*feature);
            second += SCALE.weight(more_second);
            third += SCALE.weight(more_third);
        }
        [second, third]
    }

    /// Reads the model and returns what follows it; `None` where the bytes are none.
    pub(crate) fn from_bytes(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = index(u32::from_le_bytes(*count));
        let (table, rest) = rest.split_at_checked(count.checked_mul(size_of::<Bucket>())?)?;
        count.is_power_of_two().then_some((Self(Buckets::new(table.as_chunks().0)), rest))
    }
}

/// Reads bytes that lie far apart before they are needed, so that the waits for memory run at the
/// same time.
fn touch(bytes: impl Iterator<Item = u8>) {
    std::hint::black_box(bytes.fold(0, |all, byte| all ^ byte));
}

/// How many buckets the parser's steps have at most.
const MOST_BUCKETS: usize = 1 << 16;

/// Writes the model of three classes; where there are too many features, those of great weights stay.
pub(crate) fn steps_to_bytes(rows: &[Row]) -> Vec<u8> {
    let count = (rows.len() / 4 + 1).next_power_of_two().min(MOST_BUCKETS);
    let of = |weights: &[(u8, i16)], class: u8| {
        weights.iter().find(|(known, _)| *known == class).map_or(0, |(_, w)| i32::from(*w))
    };
    let greatest = |(key, weights): &Row| {
        let most = weights.iter().map(|(_, weight)| weight.unsigned_abs()).max();
        (u16::MAX - most.unwrap_or(0), *key)
    };
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by_cached_key(|row| greatest(row));
    let pair =
        |weights: &[(u8, i16)]| [1, 2].map(|class| SCALE.byte(of(weights, class) - of(weights, 0)));
    let entries: Vec<_> = rows
        .iter()
        .map(|(key, weights)| (*key, pair(weights)))
        .filter(|(_, pair)| *pair != [0; 2])
        .collect();
    let mut bytes = u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes().to_vec();
    bytes.extend(buckets::to_bytes(&entries, count));
    bytes
}

/// Where a feature's number is looked for first, before the size of the table is regarded.
fn spread(feature: u32) -> usize {
    index(feature.wrapping_mul(0x9e37_79b1) >> 7)
}

/// A table index.
pub(crate) fn index(number: u32) -> usize {
    usize::try_from(number).expect("this program runs where a pointer has at least 32 bits")
}

/// The class with the highest score among those allowed, the lowest number first.
pub(crate) fn best(scores: &[i32], allowed: impl Fn(usize) -> bool) -> usize {
    let mut best = None;
    for (class, score) in scores.iter().enumerate() {
        if best.is_none_or(|(_, highest)| *score > highest) && allowed(class) {
            best = Some((class, *score));
        }
    }
    best.map_or(0, |(class, _)| class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        let mut rows: Vec<Row> =
            vec![(7, vec![(0, -3), (2, 500)]), (900, vec![(1, 1)]), (4_000_000_000, vec![(0, 9)])];
        rows.extend((1_000..1_400).map(|key| (key, vec![(1, 2), (2, -1)])));
        rows
    }

    #[test]
    fn what_is_written_reads_back() {
        let bytes = to_bytes(&rows(), 3);
        let (weights, rest) = Weights::from_bytes(&bytes).unwrap();
        assert!(rest.is_empty());
        let mut scores = [0; 3];
        weights.add_all(&[7, 900, 4_000_000_000, 8, 1_399, 1_400], &mut scores);
        assert_eq!(scores, [6, 3, 499]);
    }

    #[test]
    fn full_rows_read_back() {
        let many: Vec<(u8, i16)> = (0..20).map(|class| (class, i16::from(class) - 7)).collect();
        let bytes = to_bytes(&[(5, many.clone()), (6, vec![(3, 1)]), (9, many)], 20);
        let (weights, _) = Weights::from_bytes(&bytes).unwrap();
        let mut scores = [0; 20];
        weights.add_all(&[9, 6, 5], &mut scores);
        assert_eq!((scores[0], scores[3], scores[19]), (-14, -7, 24));
    }

    #[test]
    fn weights_in_a_byte_come_near() {
        for weight in [-3_900, -36, -4, 0, 1, 9, 100, 1_000] {
            let near = SCALE.weight(SCALE.byte(weight));
            assert!((near - weight).abs() <= 1 + weight.abs() / 12, "{weight} as {near}");
        }
    }

    #[test]
    fn steps_read_back_as_differences() {
        let bytes = steps_to_bytes(&[(7, vec![(0, -36), (2, 64)]), (9, vec![(1, 100)])]);
        let (steps, rest) = Steps::from_bytes(&bytes).unwrap();
        assert!(rest.is_empty());
        assert_eq!(steps.above_first(&[7, 9, 8]), [36 + 100, 100]);
    }

    #[test]
    fn bytes_that_end_early_are_no_model() {
        let one = to_bytes(&[(7, vec![(0, -3)])], 3);
        assert!((0..one.len()).all(|length| Weights::from_bytes(&one[..length]).is_none()));
        let other = steps_to_bytes(&[(7, vec![(0, -3)])]);
        assert!((0..other.len()).all(|length| Steps::from_bytes(&other[..length]).is_none()));
    }
}
