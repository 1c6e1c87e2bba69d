//! A sentence's words with their tags, from which its tree is made where it is wanted: tags cost a third of
//! what a tree does.

use super::{
    finite::{give_finite_verbs, give_objects_verbs, unseen_verb},
    forms::{lower, words},
    model::{Known, Model},
    opening,
    seen::Seen,
    segments,
    tags::{Label, Tag, TagSet},
    tree::{Tree, Word},
};
use crate::text::{Prepared, Sentence};
use std::{cell::RefCell, ops::Range};

thread_local! {
    /// What the model worked out before on this thread.
    static KNOWN: RefCell<Known> = RefCell::new(Known::default());
}

/// A sentence's words with their tags; those that stand apart have the tag `XX`.
pub(crate) struct Tagged<'a> {
    forms: Vec<&'a str>,
    ranges: Vec<Range<usize>>,
    lowers: Vec<String>,
    tags: Vec<Tag>,
    /// The places of the words that do not stand apart, which alone are analysed.
    outside: Vec<usize>,
    /// What the model sees of these.
    seen: Vec<Seen>,
    /// How many of these are a time that opens the sentence, to be analysed by itself.
    opening: usize,
}

impl<'a> Tagged<'a> {
    /// The tags of the words of a sentence outside some stretches of the text, in order; `hint` gives the
    /// tags that the word at a range of the repaired text may have.
    pub(crate) fn of(
        prepared: &'a Prepared,
        sentence: &Sentence,
        hint: &dyn Fn(&Range<usize>) -> TagSet,
        apart: &[Range<usize>],
    ) -> Self {
        let ranges = words(prepared, prepared.tokens_of(sentence));
        let forms: Vec<&str> = ranges.iter().map(|range| prepared.slice(range.clone())).collect();
        let lowers: Vec<String> = forms.iter().map(|form| lower(form)).collect();
        let within = |range: &Range<usize>| apart.iter().any(|one| one.contains(&range.start));
        let outside: Vec<usize> = (0..ranges.len()).filter(|at| !within(&ranges[*at])).collect();
        let seen: Vec<Seen> = outside.iter().map(|at| Seen::of(forms[*at])).collect();
        let allowed: Vec<TagSet> = outside.iter().map(|at| hint(&ranges[*at])).collect();
        let own: Vec<&str> = outside.iter().map(|at| lowers[*at].as_str()).collect();
        let opening = opening::time_end(&own).unwrap_or(0);
        let mut tags = vec![Tag::named("XX"); ranges.len()];
        for part in [0..opening, opening..own.len()] {
            let found = tags_of(&seen[part.clone()], &allowed[part.clone()], &own[part.clone()]);
            for (at, tag) in outside[part].iter().zip(found) {
                tags[*at] = tag;
            }
        }
        Self { forms, ranges, lowers, tags, outside, seen, opening }
    }

    /// The words that begin inside a stretch of the repaired text.
    pub(crate) fn words_in(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.ranges.partition_point(|word| word.start < range.start);
        let end = self.ranges.partition_point(|word| word.start < range.end);
        start..end.max(start)
    }

    /// The word in lower case; empty beyond the last.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.lowers.get(at).map_or("", String::as_str)
    }

    /// The tag of a word; `None` beyond the last.
    pub(crate) fn tag(&self, at: usize) -> Option<Tag> {
        self.tags.get(at).copied()
    }

    /// The tree of these words.
    pub(crate) fn tree(self) -> Tree {
        Tree::set_right(self.modelled())
    }

    /// The words as the model hangs them; those that stand apart hang on the main word.
    pub(super) fn modelled(self) -> Vec<Word> {
        let count = self.ranges.len();
        let (heads, labels) = self.hung();
        let place = |at: usize| self.outside.get(at).copied().unwrap_or(count);
        let root = heads.iter().position(|head| *head >= self.outside.len()).map_or(count, place);
        let mut hung = vec![((root < count).then_some(root), Label::named("dep")); count];
        for (at, (head, label)) in self.outside.iter().zip(heads.iter().zip(labels)) {
            let head = place(*head);
            hung[*at] = ((head < count).then_some(head), label);
        }
        self.ranges
            .into_iter()
            .zip(self.forms)
            .zip(self.lowers)
            .zip(self.tags)
            .zip(hung)
            .map(|((((range, form), lower), tag), (head, label))| Word {
                range,
                lower,
                capital: form.chars().next().is_some_and(char::is_uppercase),
                tag,
                head,
                label,
            })
            .collect()
    }

    /// The head and the label of each word that does not stand apart.
    fn hung(&self) -> (Vec<usize>, Vec<Label>) {
        let tags: Vec<Tag> = self.outside.iter().map(|at| self.tags[*at]).collect();
        let own: Vec<&str> = self.outside.iter().map(|at| self.lowers[*at].as_str()).collect();
        let part = |words: Range<usize>| {
            let seen = &self.seen[words.clone()];
            KNOWN.with_borrow_mut(|known| {
                let tagged = (seen, &tags[words.clone()]);
                segments::analysed(Model::built_in(), tagged, &own[words.clone()], known)
            })
        };
        let rest = part(self.opening..own.len());
        if self.opening == 0 {
            return rest;
        }
        opening::joined(&tags, part(0..self.opening), rest)
    }
}

fn tags_of(seen: &[Seen], allowed: &[TagSet], lowers: &[&str]) -> Vec<Tag> {
    let model = Model::built_in();
    KNOWN.with_borrow_mut(|known| {
        let mut tags = model.tag(seen, allowed, known);
        give_finite_verbs(&mut tags, lowers);
        give_objects_verbs(&mut tags, lowers);
        if let Some((at, tag)) = unseen_verb(model, (seen, &tags), lowers, known) {
            tags[at] = tag;
        }
        tags
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    #[test]
    fn a_word_is_not_told_by_a_short_one_that_it_ends_in() {
        let prepared = prepare("He knows the hills where the big settlements stand.");
        let tree = Tagged::of(&prepared, &prepared.sentences[0], &|_| TagSet::ALL, &[]).tree();
        let stand = (0..tree.len()).find(|at| tree.lower(*at) == "stand");
        assert!(stand.is_some_and(|at| tree.is_verb(at)));
    }
}
