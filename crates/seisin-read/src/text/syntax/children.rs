//! Which words hang on which.

/// The words that hang on each word, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Children {
    starts: Vec<usize>,
    list: Vec<usize>,
}

impl Children {
    /// The children that the words have whose heads these are; a head beyond the last is none.
    pub(crate) fn of_heads(heads: &[usize]) -> Self {
        let mut starts = vec![0; heads.len() + 1];
        for head in heads {
            if let Some(count) = starts.get_mut(*head + 1) {
                *count += 1;
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut list = vec![0; starts.last().copied().unwrap_or(0)];
        for (at, head) in heads.iter().enumerate() {
            if *head < heads.len() {
                list[next[*head]] = at;
                next[*head] += 1;
            }
        }
        Self { starts, list }
    }

    /// The children of a word; none beyond the last.
    pub(crate) fn of(&self, at: usize) -> &[usize] {
        let end = at.checked_add(1).and_then(|next| self.starts.get(next));
        let (Some(start), Some(end)) = (self.starts.get(at), end) else { return &[] };
        self.list.get(*start..*end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_stand_in_order() {
        let children = Children::of_heads(&[1, 4, 1, 2]);
        assert_eq!(children.of(1), [0, 2]);
        assert_eq!(children.of(2), [3]);
        assert!(children.of(0).is_empty() && children.of(4).is_empty());
        assert!(children.of(usize::MAX).is_empty());
    }
}
