//! A linear model with few weights a feature, read in place from the bytes it is kept in.

/// One feature's number and its weights, by class.
pub(crate) type Row = (u32, Vec<(u8, i16)>);

/// The weights of a model of many classes.
///
/// # Method
/// An open-addressed table from a feature's number to its stretch of `(class, weight)` pairs. In
/// bytes, numbers little end first: how many slots (`u32`, a power of two), how many pairs (`u32`);
/// the slots, eight bytes each: the feature's number, nought where the slot is free, and
/// `first pair << 8 | how many`; the pairs, three bytes each: class, weight (`i16`).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'a> {
    slots: &'a [[u8; 8]],
    pairs: &'a [[u8; 3]],
}

impl<'a> Weights<'a> {
    /// Adds one feature's weights to the scores.
    pub(crate) fn add(&self, feature: u32, scores: &mut [i32]) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = spread(feature) & mask;
        while let Some([a, b, c, d, e, f, g, h]) = self.slots.get(at).copied() {
            let key = u32::from_le_bytes([a, b, c, d]);
            if key == feature {
                let first = index(u32::from_le_bytes([f, g, h, 0]));
                let pairs = self.pairs.get(first..first + usize::from(e)).unwrap_or_default();
                for [class, low, high] in pairs {
                    if let Some(score) = scores.get_mut(usize::from(*class)) {
                        *score += i32::from(i16::from_le_bytes([*low, *high]));
                    }
                }
                return;
            }
            if key == 0 {
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// Reads one model and returns what follows it; `None` where the bytes are none.
    pub(crate) fn from_bytes(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (slots, rest) = bytes.split_first_chunk::<4>()?;
        let (pairs, rest) = rest.split_first_chunk::<4>()?;
        let slots = index(u32::from_le_bytes(*slots));
        let pairs = index(u32::from_le_bytes(*pairs));
        let (table, rest) = rest.split_at_checked(slots.checked_mul(8)?)?;
        let (list, rest) = rest.split_at_checked(pairs.checked_mul(3)?)?;
        let model = Self { slots: table.as_chunks().0, pairs: list.as_chunks().0 };
        let free = model.slots.iter().any(|slot| slot.starts_with(&[0; 4]));
        (slots.is_power_of_two() && free).then_some((model, rest))
    }
}

/// Writes one model of many classes.
pub(crate) fn to_bytes(rows: &[Row]) -> Vec<u8> {
    let slots = (rows.len() * 5 / 4 + 2).next_power_of_two();
    let mut table = vec![[0_u8; 8]; slots];
    let mut pairs = Vec::new();
    for (key, weights) in rows {
        let mut at = spread(*key) & (slots - 1);
        while !table[at].starts_with(&[0; 4]) {
            at = (at + 1) & (slots - 1);
        }
        let first = u32::try_from(pairs.len() / 3).expect("a model has fewer than 2^24 weights");
        let count = u8::try_from(weights.len()).expect("classes are few");
        let [f, g, h, _] = first.to_le_bytes();
        let [a, b, c, d] = key.to_le_bytes();
        table[at] = [a, b, c, d, count, f, g, h];
        for (class, weight) in weights {
            pairs.push(*class);
            pairs.extend_from_slice(&weight.to_le_bytes());
        }
    }
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
    let mut bytes = [count(slots), count(pairs.len() / 3)].concat();
    bytes.extend(table.as_flattened());
    bytes.extend(pairs);
    bytes
}

/// The weights of the model of three classes, the parser's steps.
///
/// # Method
/// A table of buckets of four features each; a feature that finds its bucket full stands in the
/// next that is not. Only what sets the second and third class apart from the first is kept. In
/// bytes, numbers little end first: how many buckets (`u32`, a power of two); the buckets, 32
/// bytes each: four numbers of features, nought where free, then for each two weights (`i16`).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Steps<'a> {
    buckets: &'a [[u8; 32]],
}

impl<'a> Steps<'a> {
    /// By how much the second and the third class stand above the first.
    pub(crate) fn above_first(&self, features: &[u32]) -> [i32; 2] {
        let mask = self.buckets.len().wrapping_sub(1);
        let mut sums = [0_i32; 2];
        for feature in features {
            let mut at = spread(*feature) & mask;
            while let Some(bucket) = self.buckets.get(at) {
                let (found, weights, full) = look_up(bucket, *feature);
                let [a, b, c, d] = weights.to_le_bytes();
                sums[0] += i32::from(i16::from_le_bytes([a, b]));
                sums[1] += i32::from(i16::from_le_bytes([c, d]));
                if found || !full {
                    break;
                }
                at = (at + 1) & mask;
            }
        }
        sums
    }

    /// Reads the model and returns what follows it; `None` where the bytes are none.
    pub(crate) fn from_bytes(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = index(u32::from_le_bytes(*count));
        let (table, rest) = rest.split_at_checked(count.checked_mul(32)?)?;
        let buckets: &[[u8; 32]] = table.as_chunks().0;
        let free = buckets.iter().any(|bucket| bucket.get(12..16) == Some(&[0; 4]));
        (count.is_power_of_two() && free).then_some((Self { buckets }, rest))
    }
}

/// Whether a bucket holds a feature, its two weights, and whether the bucket is full.
fn look_up(bucket: &[u8; 32], feature: u32) -> (bool, u32, bool) {
    let (numbers, _) = bucket.as_chunks::<4>();
    let (mut hit, mut weights, mut last) = (0_u32, 0_u32, 0_u32);
    if let [k0, k1, k2, k3, w0, w1, w2, w3] = numbers {
        for (key, pair) in [(k0, w0), (k1, w1), (k2, w2), (k3, w3)] {
            last = u32::from_le_bytes(*key);
            let mask = u32::from(last == feature).wrapping_neg();
            hit |= mask;
            weights |= mask & u32::from_le_bytes(*pair);
        }
    }
    (hit != 0, weights, last != 0)
}

/// Writes the model of three classes.
pub(crate) fn steps_to_bytes(rows: &[Row]) -> Vec<u8> {
    let count = (rows.len() / 2 + 1).next_power_of_two();
    let mut buckets = vec![[0_u8; 32]; count];
    for (key, weights) in rows {
        let of = |class: u8| {
            weights.iter().find(|(known, _)| *known == class).map_or(0, |(_, w)| i32::from(*w))
        };
        let above = |class| {
            i16::try_from(of(class) - of(0)).expect("averaged weights are far below 2^14")
        };
        let mut at = spread(*key) & (count - 1);
        let way = loop {
            let free = (0..4).find(|way| buckets[at][way * 4..way * 4 + 4] == [0; 4]);
            if let Some(way) = free {
                break way;
            }
            at = (at + 1) & (count - 1);
        };
        let pair = [above(1).to_le_bytes(), above(2).to_le_bytes()];
        buckets[at][way * 4..way * 4 + 4].copy_from_slice(&key.to_le_bytes());
        buckets[at][16 + way * 4..20 + way * 4].copy_from_slice(pair.as_flattened());
    }
    let mut bytes = u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes().to_vec();
    bytes.extend(buckets.as_flattened());
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
        let bytes = to_bytes(&rows());
        let (weights, rest) = Weights::from_bytes(&bytes).unwrap();
        assert!(rest.is_empty());
        let mut scores = [0; 3];
        for feature in [7, 900, 4_000_000_000, 8, 1_399, 1_400] {
            weights.add(feature, &mut scores);
        }
        assert_eq!(scores, [6, 3, 499]);
    }

    #[test]
    fn steps_read_back_as_differences() {
        let bytes = steps_to_bytes(&rows());
        let (steps, rest) = Steps::from_bytes(&bytes).unwrap();
        assert!(rest.is_empty());
        assert_eq!(steps.above_first(&[7, 900, 4_000_000_000, 8]), [3 + 1 - 9, 503 - 9]);
        for key in 1_000..1_400 {
            assert_eq!(steps.above_first(&[key, key + 400]), [2, -1]);
        }
    }

    #[test]
    fn bytes_that_end_early_are_no_model() {
        let one = to_bytes(&[(7, vec![(0, -3)])]);
        assert!((0..one.len()).all(|length| Weights::from_bytes(&one[..length]).is_none()));
        let other = steps_to_bytes(&[(7, vec![(0, -3)])]);
        assert!((0..other.len()).all(|length| Steps::from_bytes(&other[..length]).is_none()));
    }
}
