//! A table of words looked up very often, at little cost.

use crate::text::word_table::mixed_bytes;

/// Words with what is known of each.
///
/// # Method
/// Open addressing over a power of two of slots, at most half of them filled. A byte for each slot, nought
/// where it is free, tells of nearly every word that is not there, without its letters being compared.
///
/// # Assumptions
/// The words are this crate's own lists, so nobody can choose them to make the table slow.
#[derive(Debug, Clone)]
pub(crate) struct WordMap<V> {
    checks: Vec<u8>,
    /// For each slot the place of its word.
    slots: Vec<u32>,
    words: Vec<(String, V)>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self { checks: vec![0; 2], slots: vec![0; 2], words: Vec::new() }
    }
}

impl<V> WordMap<V> {
    /// What is known of a word.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.place(word).and_then(|place| self.words.get(place)).map(|(_, value)| value)
    }

    /// Whether a word is known.
    #[inline]
    pub(crate) fn contains_key(&self, word: &str) -> bool {
        self.place(word).is_some()
    }

    /// The words, in the order in which they were put in.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &String> {
        self.words.iter().map(|(word, _)| word)
    }

    /// What is known of a word, put in where it is not there.
    pub(crate) fn or_default(&mut self, word: String) -> &mut V
    where
        V: Default,
    {
        let place = self.place(&word).unwrap_or_else(|| {
            self.put_in(word, V::default());
            self.words.len() - 1
        });
        &mut self.words[place].1
    }

    #[inline]
    fn place(&self, word: &str) -> Option<usize> {
        let (start, check, _) = mixed_bytes(word);
        let mask = self.checks.len().wrapping_sub(1);
        let mut at = start & mask;
        loop {
            let present = *self.checks.get(at)?;
            if present == 0 {
                return None;
            }
            if present == check {
                let place = usize::try_from(*self.slots.get(at)?).ok()?;
                if self.words.get(place).is_some_and(|(known, _)| known == word) {
                    return Some(place);
                }
            }
            at = (at + 1) & mask;
        }
    }

    fn put_in(&mut self, word: String, value: V) {
        self.words.push((word, value));
        if self.words.len() * 2 > self.checks.len() {
            let count = self.checks.len() * 4;
            (self.checks, self.slots) = (vec![0; count], vec![0; count]);
            (0..self.words.len()).for_each(|place| self.find_room(place));
        } else {
            self.find_room(self.words.len() - 1);
        }
    }

    fn find_room(&mut self, place: usize) {
        let Some((word, _)) = self.words.get(place) else { return };
        let (start, check, _) = mixed_bytes(word);
        let mask = self.checks.len() - 1;
        let mut at = start & mask;
        while self.checks[at] != 0 {
            at = (at + 1) & mask;
        }
        self.checks[at] = check;
        self.slots[at] = u32::try_from(place).unwrap_or(u32::MAX);
    }
}

impl<V> FromIterator<(String, V)> for WordMap<V> {
    fn from_iter<T: IntoIterator<Item = (String, V)>>(words: T) -> Self {
        let mut map = Self::default();
        for (word, value) in words {
            match map.place(&word) {
                Some(place) => map.words[place].1 = value,
                None => map.put_in(word, value),
            }
        }
        map
    }
}

/// A list of words, told in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words(WordMap<()>);

impl Words {
    /// Whether a word stands in the list.
    #[inline]
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// The words, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }
}

impl FromIterator<String> for Words {
    fn from_iter<T: IntoIterator<Item = String>>(words: T) -> Self {
        let mut ordered: Vec<String> = words.into_iter().collect();
        ordered.sort_unstable();
        ordered.dedup();
        Self(ordered.into_iter().map(|word| (word, ())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_in_one_letter_are_told_apart() {
        let words = ["take", "takes", "taken", "rake", "retaken", "withdraws", "withdrawn", ""];
        let list: Words = words.into_iter().map(str::to_owned).collect();
        assert!(words.into_iter().all(|word| list.contains(word)));
        for other in ["Take", "tak", "takens", "rakes", "withdraw", "withdrew"] {
            assert!(!list.contains(other), "{other}");
        }
        assert!(list.iter().is_sorted());
    }

    #[test]
    fn what_is_put_in_last_counts() {
        let numbers = (0..500).map(|number| ((number % 300).to_string(), number));
        let map: WordMap<u32> = numbers.collect();
        assert_eq!(map.keys().count(), 300);
        assert_eq!((map.get("299"), map.get("7"), map.get("300")), (Some(&299), Some(&307), None));
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        assert!(!Words::default().contains("take"));
        assert_eq!(WordMap::<u32>::default().get(""), None);
    }
}
