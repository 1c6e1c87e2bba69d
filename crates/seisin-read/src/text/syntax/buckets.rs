//! Sixteen bits for a feature's number, found in one line of the processor's cache.

use super::weights::index;

/// Eight features of one bucket: the lower halves of their numbers, then two bytes for each.
pub(crate) type Bucket = [u8; 32];

/// A table from features' numbers to two bytes each, read in place.
///
/// # Method
/// A bucket holds eight features, told by the lower half of their number; the upper half has chosen the
/// bucket. A feature that is not there is taken for another once in some ten thousand times. What finds
/// its bucket full when the table is made is left out, so the weightier comes first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Buckets<'a> {
    buckets: &'a [Bucket],
}

impl<'a> Buckets<'a> {
    /// The table of these buckets, a power of two of them.
    pub(crate) const fn new(buckets: &'a [Bucket]) -> Self {
        Self { buckets }
    }

    /// The two bytes of a feature; noughts where it is not known.
    #[inline]
    pub(crate) fn get(&self, feature: u32) -> [u8; 2] {
        let mask = self.buckets.len().wrapping_sub(1);
        let Some(bucket) = self.buckets.get(place(feature) & mask) else { return [0; 2] };
        let (checks, values) = lanes(bucket);
        // Without a branch, so that the processor compares all eight at once.
        let mask = |lane: usize| u16::from(checks[lane] == check_of(feature)).wrapping_neg();
        let found = (0..8).fold(0, |found, lane| found | values[lane] & mask(lane));
        found.to_le_bytes()
    }
}

/// The checks and the values of a bucket.
#[inline]
fn lanes(bucket: &Bucket) -> ([u16; 8], [u16; 8]) {
    let (pairs, _) = bucket.as_chunks::<2>();
    let number = |at: usize| pairs.get(at).map_or(0, |pair| u16::from_le_bytes(*pair));
    (std::array::from_fn(number), std::array::from_fn(|lane| number(lane + 8)))
}

/// Writes a table of so many buckets, the weightiest first; what finds its bucket full is left out.
pub(crate) fn to_bytes(entries: &[(u32, [u8; 2])], count: usize) -> Vec<u8> {
    let mut buckets = vec![[0_u8; 32]; count];
    let mut filled = vec![0_usize; count];
    for (feature, value) in entries {
        let at = place(*feature) & (count - 1);
        if filled[at] < 8 {
            let start = filled[at] * 2;
            buckets[at][start..start + 2].copy_from_slice(&check_of(*feature).to_le_bytes());
            buckets[at][16 + start..18 + start].copy_from_slice(value);
            filled[at] += 1;
        }
    }
    buckets.into_flattened()
}

/// The bucket of a feature, before their number is regarded.
pub(crate) fn place(feature: u32) -> usize {
    index(feature.wrapping_mul(0x9e37_79b1) >> 15)
}

/// What tells a feature from the others of its bucket.
pub(crate) const fn check_of(feature: u32) -> u16 {
    let [low, high, ..] = feature.to_le_bytes();
    u16::from_le_bytes([low, high])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightiest_of_a_full_bucket_stay() {
        let entries: Vec<(u32, [u8; 2])> =
            (1..=2_000_u32).map(|number| (number * 7_919, [1, 2])).collect();
        let bytes = to_bytes(&entries, 128);
        let table = Buckets::new(bytes.as_chunks().0);
        let kept = |part: &[(u32, [u8; 2])]| {
            part.iter().filter(|(feature, value)| table.get(*feature) == *value).count()
        };
        assert!(kept(&entries[..400]) > 395 && kept(&entries[1_500..]) < 200);
        assert_eq!(table.get(3), [0; 2]);
    }
}
