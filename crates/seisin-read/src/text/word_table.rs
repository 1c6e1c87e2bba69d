//! Words looked up whatever their case.

/// A fixed set of lower-case words, each with a meaning, looked up without regard to case.
///
/// # Method
/// Open addressing over a power of two of slots, at most half of them filled. A word's place comes of
/// its length, its first eight bytes and its last eight, whatever their case: a few steps however long
/// the word, and nothing allocated for ASCII. Every word of every text is looked up here, and most are in
/// no list: a byte for each slot, nought where it is free, tells that of nearly all of them.
#[derive(Debug)]
pub(crate) struct WordTable<V> {
    checks: Vec<u8>,
    slots: Vec<Option<(&'static str, V)>>,
    /// Whether a word may be in the table that is not all of ASCII and begins with a letter of ASCII.
    mixed: bool,
    /// Whether a word may be in it that begins otherwise.
    other: bool,
}

impl<V: Copy> WordTable<V> {
    /// The table of `entries`; where a word stands twice, the first meaning counts.
    pub(crate) fn new(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let entries: Vec<_> = entries.into_iter().collect();
        let count = (entries.len() * 2).next_power_of_two().max(2);
        let (mut checks, mut slots) = (vec![0; count], vec![None; count]);
        let wide = |ascii: bool| {
            entries.iter().any(|(word, _)| !word.is_ascii() && begins_ascii(word) == ascii)
        };
        let (mixed, other) = (wide(true), wide(false));
        for (word, meaning) in entries {
            let (start, check, _) = mixed_bytes(word);
            let mut at = start & (count - 1);
            while slots[at].is_some_and(|(present, _)| present != word) {
                at = (at + 1) & (count - 1);
            }
            slots[at].get_or_insert((word, meaning));
            checks[at] = check;
        }
        Self { checks, slots, mixed, other }
    }

    /// What `word` means.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        let (start, check, ascii) = mixed_bytes(word);
        if ascii {
            return self.find(word, start, check);
        }
        let possible = if begins_ascii(word) { self.mixed } else { self.other };
        if !possible {
            return None;
        }
        let word = word.to_lowercase();
        let (start, check, _) = mixed_bytes(&word);
        self.find(&word, start, check)
    }

    #[inline]
    fn find(&self, word: &str, start: usize, check: u8) -> Option<V> {
        let mask = self.checks.len() - 1;
        let mut at = start & mask;
        while let Some(present) = self.checks.get(at).filter(|present| **present != 0) {
            if *present == check
                && let Some(meaning) = self.meaning(at, word)
            {
                return Some(meaning);
            }
            at = (at + 1) & mask;
        }
        None
    }

    fn meaning(&self, slot: usize, word: &str) -> Option<V> {
        let (present, meaning) = self.slots.get(slot).copied().flatten()?;
        present.eq_ignore_ascii_case(word).then_some(meaning)
    }
}

fn begins_ascii(word: &str) -> bool {
    word.as_bytes().first().is_some_and(u8::is_ascii)
}

/// The first slot of a word in a table, before the size of the table is regarded, and its check, never
/// nought, both the same whatever the case of its letters; and whether it is all of ASCII.
#[inline]
pub(crate) fn mixed_bytes(word: &str) -> (usize, u8, bool) {
    let bytes = word.as_bytes();
    let (first, last) = match bytes.len() {
        0 => (0, 0),
        1 => (u64::from(bytes[0]), 0),
        2..=3 => (two(bytes.first_chunk()), two(bytes.last_chunk())),
        4..=7 => (four(bytes.first_chunk()), four(bytes.last_chunk())),
        _ => (eight(bytes.first_chunk()), eight(bytes.last_chunk())),
    };
    let length = u64::try_from(bytes.len()).unwrap_or(0);
    let mixed = ((first | SMALL).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ (last | SMALL).rotate_left(29).wrapping_add(length))
    .wrapping_mul(0xd6e8_feb8_6659_fd93);
    let [.., check] = mixed.to_le_bytes();
    let ascii = (first | last) & HIGH == 0 && (bytes.len() <= 16 || word.is_ascii());
    (usize::try_from(mixed >> 32 & 0xff_ffff).unwrap_or(0), check | 1, ascii)
}

/// The bit that small letters have and capitals have not, in each of eight bytes.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The bit that no byte of ASCII has, in each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

fn two(bytes: Option<&[u8; 2]>) -> u64 {
    bytes.map_or(0, |bytes| u64::from(u16::from_le_bytes(*bytes)))
}

fn four(bytes: Option<&[u8; 4]>) -> u64 {
    bytes.map_or(0, |bytes| u64::from(u32::from_le_bytes(*bytes)))
}

fn eight(bytes: Option<&[u8; 8]>) -> u64 {
    bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_in_any_case() {
        let words = ["one", "two", "three", "км", "sq"];
        let table = WordTable::new(words.into_iter().zip(0..));
        for (meaning, word) in words.into_iter().enumerate() {
            assert_eq!(table.get(&word.to_uppercase()), i32::try_from(meaning).ok());
        }
        assert_eq!(table.get("four"), None);
        assert_eq!(table.get(""), None);
    }
}
