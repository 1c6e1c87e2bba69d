//! Words looked up whatever their case.

/// A fixed set of lower-case words, each with a meaning, looked up without regard to case.
///
/// # Method
/// Open addressing over a power of two of slots, at most half of them filled; a word's place is
/// its FNV-1a hash, folded while it is computed, so a lookup allocates nothing for ASCII.
#[derive(Debug)]
pub(crate) struct WordTable<V> {
    slots: Vec<Option<(&'static str, V)>>,
}

impl<V: Copy> WordTable<V> {
    /// The table of `entries`; where a word stands twice, the first meaning counts.
    pub(crate) fn new(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let entries: Vec<_> = entries.into_iter().collect();
        let mut slots = vec![None; (entries.len() * 2).next_power_of_two().max(2)];
        for (word, meaning) in entries {
            let mut at = place(word, slots.len());
            while slots[at].is_some_and(|(present, _)| present != word) {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at].get_or_insert((word, meaning));
        }
        Self { slots }
    }

    /// What `word` means.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        if word.is_ascii() {
            return self.find(word);
        }
        self.find(&word.to_lowercase())
    }

    fn find(&self, word: &str) -> Option<V> {
        let mut at = place(word, self.slots.len());
        while let Some((present, meaning)) = self.slots[at] {
            if present.eq_ignore_ascii_case(word) {
                return Some(meaning);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }
}

/// The first slot of a word in a table of `slots`, a power of two.
fn place(word: &str, slots: usize) -> usize {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x100_0000_01b3)
    });
    let mixed = hash ^ (hash >> 32);
    usize::try_from(mixed & 0xffff_ffff).unwrap_or(0) & (slots - 1)
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
