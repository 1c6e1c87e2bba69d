//! Telling quickly that no name begins with a word.

/// Which words names begin with, told roughly: a word that is not among them begins none.
///
/// # Method
/// A Bloom filter of 65,536 bits with one hash (FNV-1a). Nearly every word of a report is turned
/// away by it without anything being allocated.
#[derive(Debug, Clone, Default)]
pub(super) struct FirstWords {
    bits: Vec<u64>,
}

const BITS: u64 = 1 << 16;

impl FirstWords {
    /// Takes in the first word of a name's key.
    pub(super) fn insert(&mut self, word: &str) {
        if self.bits.is_empty() {
            self.bits = vec![0; usize::try_from(BITS / 64).unwrap_or(0)];
        }
        let (at, bit) = place(word.bytes());
        if let Some(bits) = self.bits.get_mut(at) {
            *bits |= bit;
        }
    }

    /// Whether a name may begin where `text` does; false only where none does.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        let word = text.bytes().take_while(u8::is_ascii_alphanumeric);
        let length = word.clone().count();
        // What is no plain end of a word may go on with it once folded: "U.S.", "Côte", "Sana'a".
        let open = text
            .as_bytes()
            .get(length)
            .is_some_and(|next| !next.is_ascii() || matches!(next, b'\'' | b'`' | b'.'));
        let (at, bit) = place(word.map(|byte| byte.to_ascii_lowercase()));
        open || self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

fn place(word: impl Iterator<Item = u8>) -> (usize, u64) {
    let hash = word.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    let at = (hash ^ (hash >> 32)) % BITS;
    (usize::try_from(at / 64).unwrap_or(0), 1 << (at % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_taken_in_is_never_turned_away() {
        let mut words = FirstWords::default();
        for word in ["arland", "u", "united", "cote"] {
            words.insert(word);
        }
        for text in ["Arland", "ARLAND says", "United-Arland", "U.S. troops", "Côte", "arland’s"]
        {
            assert!(words.may_begin(text), "{text}");
        }
        assert!(!words.may_begin("the army") && !words.may_begin(""));
    }
}
