//! Telling quickly that a model knows nothing of a feature.

use super::weights::index;

/// Which features a model may know, told roughly.
///
/// # Method
/// A Bloom filter with one hash, at least eight bits a feature. More than half of the features of
/// a text were never seen in training; they are turned away here, in a table that stays in the
/// processor's cache, before the large ones are looked at. In bytes: how many (`u32`, little end
/// first, a power of two), then the bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sieve<'a> {
    bits: &'a [u8],
}

impl<'a> Sieve<'a> {
    /// Those of some features that may be known, in order, and how many they are.
    pub(crate) fn sift<const MOST: usize>(&self, features: &[u32; MOST]) -> ([u32; MOST], usize) {
        let (mut kept, mut count) = ([0; MOST], 0);
        let mask = self.bits.len().wrapping_sub(1);
        for feature in features {
            let (at, bit) = place(*feature);
            let known = self.bits.get(at & mask).is_some_and(|bits| bits & bit != 0);
            kept[count] = *feature;
            count += usize::from(known);
        }
        (kept, count)
    }

    /// Reads a sieve and returns what follows it; `None` where the bytes are none.
    pub(crate) fn from_bytes(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = index(u32::from_le_bytes(*count));
        let (bits, rest) = rest.split_at_checked(count)?;
        count.is_power_of_two().then_some((Self { bits }, rest))
    }
}

/// Writes a sieve of these features.
pub(crate) fn to_bytes(features: impl ExactSizeIterator<Item = u32>) -> Vec<u8> {
    let count = features.len().next_power_of_two();
    let mut bits = vec![0_u8; count];
    for feature in features {
        let (at, bit) = place(feature);
        bits[at & (count - 1)] |= bit;
    }
    let mut bytes = u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes().to_vec();
    bytes.extend(bits);
    bytes
}

/// The byte and the bit of a feature, before the size of the sieve is regarded.
fn place(feature: u32) -> (usize, u8) {
    let mixed = feature.wrapping_mul(0x85eb_ca6b);
    (index(mixed >> 11), 1 << ((mixed >> 8) & 7))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_passes_in_order() {
        let bytes = to_bytes((1..2_000).map(|number| number * 77));
        let (sieve, rest) = Sieve::from_bytes(&bytes).unwrap();
        assert!(rest.is_empty());
        for number in 1..2_000 {
            let (kept, count) = sieve.sift(&[number * 77, 5 + number * 77, 77]);
            assert!(count >= 2 && kept[0] == number * 77 && kept[count - 1] == 77);
        }
        let turned_away = (1..2_000).filter(|number| sieve.sift(&[5 + number * 77]).1 == 0);
        assert!(turned_away.count() > 1_500);
    }
}
