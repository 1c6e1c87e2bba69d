//! A table of words looked up very often, by a hash that costs little.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

/// Words with what is known of each.
///
/// # Assumptions
/// The words are this crate's own lists, so nobody can choose them to make the table slow.
pub(crate) type WordMap<V> = HashMap<String, V, BuildHasherDefault<Quick>>;

/// A list of words, looked up by a quick hash and told in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    quick: HashSet<String, BuildHasherDefault<Quick>>,
    ordered: Vec<String>,
}

impl Words {
    /// Whether a word stands in the list.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.quick.contains(word)
    }

    /// The words, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &String> {
        self.ordered.iter()
    }
}

impl FromIterator<String> for Words {
    fn from_iter<T: IntoIterator<Item = String>>(words: T) -> Self {
        let mut ordered: Vec<String> = words.into_iter().collect();
        ordered.sort_unstable();
        ordered.dedup();
        Self { quick: ordered.iter().cloned().collect(), ordered }
    }
}

/// Eight bytes at a time, mixed by rotation and multiplication.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Quick(u64);

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

impl Quick {
    const fn mix(&mut self, eight: u64) {
        self.0 = (self.0.rotate_left(5) ^ eight).wrapping_mul(FACTOR);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for eight in whole {
            self.mix(u64::from_le_bytes(*eight));
        }
        let last = rest.iter().fold(0_u64, |last, byte| last << 8 | u64::from(*byte));
        self.mix(last);
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::BuildHasher;

    #[test]
    fn words_that_differ_in_one_letter_are_told_apart() {
        let build = BuildHasherDefault::<Quick>::default();
        let words = ["take", "takes", "taken", "rake", "retaken", "withdraws", "withdrawn", ""];
        let hashes: std::collections::BTreeSet<u64> =
            words.iter().map(|word| build.hash_one(word)).collect();
        assert_eq!(hashes.len(), words.len());
    }
}
