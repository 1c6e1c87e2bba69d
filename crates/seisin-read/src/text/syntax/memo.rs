//! Sums of weights kept for the next time the same features come together.

/// Sums kept by what they were worked out from: a table where the newer displaces the older.
///
/// # Assumptions
/// One memo serves one model: what it keeps is what that model said.
#[derive(Debug)]
pub(crate) struct Memo<V> {
    slots: Vec<(u64, V)>,
}

/// No number that anything is worked out from.
const FREE: u64 = u64::MAX;

impl<V: Copy + Default> Memo<V> {
    /// An empty table of so many places, a power of two.
    pub(crate) fn new(places: usize) -> Self {
        Self { slots: vec![(FREE, V::default()); places] }
    }

    /// What was worked out from `key`, worked out now where it is not kept.
    #[inline]
    pub(crate) fn get(&mut self, key: u64, work: impl FnOnce() -> V) -> V {
        let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        let at = usize::try_from(mixed).unwrap_or(0) & self.slots.len().wrapping_sub(1);
        let Some(slot) = self.slots.get_mut(at) else { return work() };
        if slot.0 != key {
            *slot = (key, work());
        }
        slot.1
    }

    /// Where what was worked out from `key` is kept, and whether it is kept already.
    #[inline]
    pub(crate) fn place(&mut self, key: u64) -> Option<(&mut V, bool)> {
        let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        let at = usize::try_from(mixed).unwrap_or(0) & self.slots.len().wrapping_sub(1);
        let slot = self.slots.get_mut(at)?;
        let kept = slot.0 == key;
        slot.0 = key;
        Some((&mut slot.1, kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_not_worked_out_again() {
        let mut memo = Memo::new(4);
        assert_eq!(memo.get(7, || 1), 1);
        assert_eq!(memo.get(7, || 2), 1);
        for key in 0..100 {
            assert_eq!(memo.get(key, || key), key);
        }
    }
}
