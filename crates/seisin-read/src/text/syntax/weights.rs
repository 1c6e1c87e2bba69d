//! A linear model with few weights a feature, read from bytes.

/// The weights of one model.
///
/// # Method
/// An open-addressed table from a feature's number to a stretch of `(class, weight)` pairs. On
/// disk: the number of features, then for each, in rising order, the distance to the number
/// before (LEB128), the count of pairs, and the pairs (class: one byte; weight: two, little end
/// first).
#[derive(Debug)]
pub(crate) struct Weights {
    keys: Vec<u32>,
    stretches: Vec<(u32, u32)>,
    pairs: Vec<(u8, i16)>,
    mask: usize,
}

/// One feature's number and its weights.
pub(crate) type Row = (u32, Vec<(u8, i16)>);

impl Weights {
    /// The model of these rows.
    pub(crate) fn new(rows: impl ExactSizeIterator<Item = Row>) -> Self {
        let size = (rows.len() * 2).next_power_of_two().max(16);
        let mut table = Self {
            keys: vec![0; size],
            stretches: vec![(0, 0); size],
            pairs: Vec::new(),
            mask: size - 1,
        };
        for (key, pairs) in rows {
            table.insert(key, &pairs);
        }
        table
    }

    fn insert(&mut self, key: u32, pairs: &[(u8, i16)]) {
        let slot = self.slot(key);
        let start = u32::try_from(self.pairs.len()).unwrap_or(u32::MAX);
        self.pairs.extend_from_slice(pairs);
        let end = u32::try_from(self.pairs.len()).unwrap_or(u32::MAX);
        if let (Some(place), Some(stretch)) =
            (self.keys.get_mut(slot), self.stretches.get_mut(slot))
        {
            *place = key;
            *stretch = (start, end);
        }
    }

    fn slot(&self, key: u32) -> usize {
        let mut slot = index(key.wrapping_mul(0x9e37_79b1) >> 7) & self.mask;
        while self.keys.get(slot).is_some_and(|found| *found != 0 && *found != key) {
            slot = (slot + 1) & self.mask;
        }
        slot
    }

    /// Adds one feature's weights to the scores.
    pub(crate) fn add(&self, feature: u32, scores: &mut [i32]) {
        let slot = self.slot(feature);
        if self.keys.get(slot) != Some(&feature) {
            return;
        }
        let (start, end) = self.stretches.get(slot).copied().unwrap_or_default();
        for (class, weight) in self.pairs.get(index(start)..index(end)).unwrap_or_default() {
            if let Some(score) = scores.get_mut(usize::from(*class)) {
                *score += i32::from(*weight);
            }
        }
    }

    /// Reads one model and returns what follows it; `None` where the bytes end early.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (count, mut rest) = bytes.split_first_chunk::<4>()?;
        let count = index(u32::from_le_bytes(*count));
        let mut rows = Vec::with_capacity(count.min(1 << 22));
        let mut key = 0_u32;
        for _ in 0..count {
            let (step, after) = varint(rest)?;
            key = key.wrapping_add(step);
            let (pairs, after) = read_pairs(after)?;
            rows.push((key, pairs));
            rest = after;
        }
        Some((Self::new(rows.into_iter()), rest))
    }
}

/// The weights of one feature, by class.
type Pairs = Vec<(u8, i16)>;

fn read_pairs(bytes: &[u8]) -> Option<(Pairs, &[u8])> {
    let (count, mut rest) = bytes.split_first()?;
    let mut pairs = Vec::with_capacity(usize::from(*count));
    for _ in 0..*count {
        let ([class, low, high], after) = rest.split_first_chunk::<3>()?;
        pairs.push((*class, i16::from_le_bytes([*low, *high])));
        rest = after;
    }
    Some((pairs, rest))
}

/// Writes one model: rows in rising order of their numbers.
pub(crate) fn to_bytes(rows: &[Row]) -> Vec<u8> {
    let mut bytes = u32::try_from(rows.len()).unwrap_or(u32::MAX).to_le_bytes().to_vec();
    let mut before = 0_u32;
    for (key, pairs) in rows {
        let mut step = key.wrapping_sub(before);
        before = *key;
        while step >= 0x80 {
            bytes.push(u8::try_from(step & 0x7f).unwrap_or(0) | 0x80);
            step >>= 7;
        }
        bytes.push(u8::try_from(step).unwrap_or(0));
        bytes.push(u8::try_from(pairs.len()).unwrap_or(u8::MAX));
        for (class, weight) in pairs {
            bytes.push(*class);
            bytes.extend_from_slice(&weight.to_le_bytes());
        }
    }
    bytes
}

fn varint(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut value = 0_u32;
    let mut rest = bytes;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, after) = rest.split_first()?;
        rest = after;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some((value, rest));
        }
    }
    None
}

/// A table index.
pub(crate) fn index(number: u32) -> usize {
    usize::try_from(number).expect("this program runs where a pointer has at least 32 bits")
}

/// The class with the highest score among those allowed, the lowest number first.
pub(crate) fn best(scores: &[i32], allowed: impl Fn(usize) -> bool) -> usize {
    let mut best = None;
    for (class, score) in scores.iter().enumerate() {
        if allowed(class) && best.is_none_or(|(_, highest)| *score > highest) {
            best = Some((class, *score));
        }
    }
    best.map_or(0, |(class, _)| class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let rows: Vec<Row> =
            vec![(7, vec![(0, -3), (2, 500)]), (900, vec![(1, 1)]), (4_000_000_000, vec![(0, 9)])];
        let bytes = to_bytes(&rows);
        let (weights, rest) = Weights::from_bytes(&bytes).unwrap();
        assert!(rest.is_empty());
        let mut scores = [0; 3];
        for feature in [7, 900, 4_000_000_000, 8] {
            weights.add(feature, &mut scores);
        }
        assert_eq!(scores, [6, 1, 500]);
    }

    #[test]
    fn bytes_that_end_early_are_no_model() {
        let bytes = to_bytes(&[(7, vec![(0, -3)])]);
        for length in 0..bytes.len() {
            assert!(Weights::from_bytes(&bytes[..length]).is_none());
        }
    }
}
