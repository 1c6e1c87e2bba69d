//! Silence that is reported, and words that say neither yes nor no: "had no comment", "did not
//! reply", "asked for time", "would not be drawn".

use super::super::{context::Context, title::noun_before, view::View};
use std::ops::Range;

impl Context<'_> {
    /// The words of a reported silence or of putting off, and who keeps it.
    pub(super) fn put_off(&self, view: &View) -> Option<(usize, usize, Range<usize>)> {
        let tree = &view.tree;
        (0..tree.len()).find_map(|at| {
            let phrase = self.lexicon.putting_off.iter().find(|phrase| {
                phrase
                    .split(' ')
                    .enumerate()
                    .all(|(step, word)| word == "*" || matches(tree.lower(at + step), word))
            })?;
            let end = at + phrase.split(' ').count();
            let asked = (end..end + 4).any(|word| {
                matches!(
                    tree.lower(word),
                    "questions" | "question" | "calls" | "emails" | "requests" | "request"
                )
            });
            if asked {
                return None;
            }
            let subject = noun_before(view, at)?;
            let verb = (at..end).find(|word| tree.is_verb(*word)).unwrap_or(at);
            Some((subject, verb, subject..end))
        })
    }
}

/// Whether a word is one of several, parted by a stroke: "reply|respond|answer".
fn matches(word: &str, wanted: &str) -> bool {
    wanted.split('|').any(|one| one == word)
}
