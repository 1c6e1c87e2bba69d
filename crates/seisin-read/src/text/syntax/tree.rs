//! A sentence as a tree of words.

use super::{
    children::Children,
    clause::Clause,
    repairs::Held,
    tagged::Tagged,
    tags::{Label, Tag, TagSet},
};
use crate::text::{Prepared, Sentence};
use std::{cell::OnceCell, ops::Range};

/// One word or mark of a [`Tree`].
#[derive(Debug, Clone)]
pub struct Word {
    /// Where, in bytes of the repaired text.
    pub range: Range<usize>,
    /// The word in lower case, its apostrophes straight.
    pub lower: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Its part of speech.
    pub tag: Tag,
    /// The word it hangs on; `None` for the root.
    pub head: Option<usize>,
    /// The part it plays there.
    pub label: Label,
}

/// A sentence's words, each hanging on another.
///
/// # Assumptions
/// The tree is what a statistical model makes of the sentence: right for about 17 of 20 words of
/// news text, so a rule that reads it must tolerate a wrong branch.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    pub(super) words: Vec<Word>,
    /// What its words hold, kept while it is set right.
    pub(super) held: Held,
    children: Children,
    /// The clause of each word, once it was asked for; none of a tree that is not whole yet.
    clauses: Vec<OnceCell<Box<Clause>>>,
}

/// The most words of one sentence that are read; what stands after them is left out.
pub const MOST_WORDS: usize = 160;

impl Tree {
    /// The tree of one sentence.
    pub fn of(prepared: &Prepared, sentence: &Sentence) -> Self {
        Self::with_hints(prepared, sentence, &|_| TagSet::ALL)
    }

    /// The tree of one sentence whose words are known in part: `hint` gives the tags that the word
    /// at a range of the repaired text may have.
    pub fn with_hints(
        prepared: &Prepared,
        sentence: &Sentence,
        hint: &dyn Fn(&Range<usize>) -> TagSet,
    ) -> Self {
        Tagged::of(prepared, sentence, hint, &[]).tree()
    }

    /// The tree of some words that hang as the model has them.
    pub(super) fn set_right(words: Vec<Word>) -> Self {
        let mut tree = Self::as_modelled(words);
        tree.set_right_within_reason();
        let heads: Vec<usize> =
            tree.words.iter().map(|word| word.head.unwrap_or(tree.words.len())).collect();
        tree.children = Children::of_heads(&heads);
        tree.clauses = vec![OnceCell::new(); heads.len()];
        tree
    }

    /// Some words that hang as the model has them, before anything is set right.
    pub(super) fn as_modelled(words: Vec<Word>) -> Self {
        Self { words, ..Self::default() }
    }

    pub(super) fn hang(&mut self, at: usize, head: Option<usize>, label: &str) {
        if let Some(word) = self.words.get_mut(at) {
            (word.head, word.label) = (head, Label::named(label));
            self.held.labels.add(word.label);
            self.held.changed = true;
        }
    }

    pub(super) fn retag(&mut self, at: usize, tag: &str) {
        if let Some(word) = self.words.get_mut(at) {
            word.tag = Tag::named(tag);
            self.held.tags.add(word.tag);
            self.held.changed = true;
        }
    }

    /// The clause of a word, worked out once.
    pub(super) fn clause(&self, at: usize, work: impl Fn() -> Clause) -> Clause {
        match self.clauses.get(at) {
            Some(kept) => Clause::clone(kept.get_or_init(|| Box::new(work()))),
            None => work(),
        }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The word at a place; `None` beyond the last.
    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The word in lower case; empty beyond the last.
    pub fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    /// The name of its tag; empty beyond the last.
    pub fn tag(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.tag.name())
    }

    /// The name of its label; empty beyond the last.
    pub fn label(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.label.name())
    }

    /// The word it hangs on.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.words.get(at).and_then(|word| word.head)
    }

    /// The words that hang on it, in order.
    pub fn children(&self, at: usize) -> &[usize] {
        self.children.of(at)
    }

    /// The first child with one of the labels.
    pub fn child(&self, at: usize, labels: &[&str]) -> Option<usize> {
        self.children_with(at, labels).next()
    }

    /// Every child with one of the labels.
    pub fn children_with<'a>(
        &'a self,
        at: usize,
        labels: &'a [&str],
    ) -> impl Iterator<Item = usize> + 'a {
        self.children(at).iter().copied().filter(move |child| {
            let label = self.label(*child);
            labels.iter().any(|one| is_same(one, label))
        })
    }

    /// Whether it is a verb form.
    pub fn is_verb(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| VERBS.holds(word.tag))
    }

    /// Whether it is a noun, a name, a number or a pronoun.
    pub fn is_nominal(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| NOMINALS.holds(word.tag))
    }

    /// Whether `at` is `above` or hangs below it.
    pub fn is_below(&self, at: usize, above: usize) -> bool {
        std::iter::successors(Some(at), |at| self.head(*at))
            .take(self.len() + 1)
            .any(|at| at == above)
    }

    /// The words of a branch, from the first to one past the last.
    pub fn branch(&self, at: usize) -> Range<usize> {
        self.branch_without(at, &|_| false)
    }

    /// The words of a branch, the sub-branches that `cut` names left out.
    pub fn branch_without(&self, at: usize, cut: &dyn Fn(usize) -> bool) -> Range<usize> {
        let mut reach = at..at + 1;
        let mut open: Vec<usize> = vec![at];
        while let Some(word) = open.pop() {
            reach = reach.start.min(word)..reach.end.max(word + 1);
            open.extend(self.children(word).iter().copied().filter(|child| !cut(*child)));
        }
        reach
    }

    /// Where some words stand, in bytes of the repaired text, marks at either end left out.
    pub fn range(&self, words: Range<usize>) -> Range<usize> {
        let inner = self.trim(words);
        let start = self.words.get(inner.start).map_or(0, |word| word.range.start);
        let end = inner.end.checked_sub(1).and_then(|last| self.words.get(last));
        start..end.map_or(start, |word| word.range.end.max(start))
    }

    /// Some words, marks at either end left out.
    pub fn trim(&self, words: Range<usize>) -> Range<usize> {
        let mark = |at: usize| matches!(self.tag(at), "," | "." | ":" | "``" | "''" | "NFP");
        let mut inner = words.start..words.end.min(self.len());
        while inner.start + 1 < inner.end && mark(inner.start) {
            inner.start += 1;
        }
        while inner.start + 1 < inner.end && mark(inner.end - 1) {
            inner.end -= 1;
        }
        inner
    }

    /// The words that begin inside a stretch of the repaired text.
    pub fn words_in(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.words.partition_point(|word| word.range.start < range.start);
        let end = self.words.partition_point(|word| word.range.start < range.end);
        start..end.max(start)
    }
}

/// The forms of verbs.
const VERBS: TagSet = TagSet::of(&["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]);

/// Nouns, names, numbers and pronouns.
pub(crate) const NOMINALS: TagSet =
    TagSet::of(&["NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "WDT", "DT", "EX"]);

/// Whether two labels are the same: they are short, and most differ in the first letters.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().eq(other.bytes())
}
