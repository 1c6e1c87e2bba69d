//! What hardly ever is otherwise: tags of words, labels between tags.

use super::{
    buckets::{self, Bucket, Buckets},
    hash,
    tags::{Label, Tag},
};
use std::collections::BTreeMap;

/// What the models nearly always say, told in one look-up where they would need dozens.
///
/// # Method
/// Counted over the treebanks as the models read them: a word that they give one tag, tags (or a word)
/// along an arc that they give one label. Two words in five and three labels in five are told so. The
/// values are classes, counted from one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sure<'a>(Buckets<'a>);

impl<'a> Sure<'a> {
    /// What these buckets tell.
    pub(crate) const fn new(buckets: &'a [Bucket]) -> Self {
        Self(Buckets::new(buckets))
    }

    /// The tag of a word given by its number.
    pub(crate) fn tag(&self, word: u32) -> Option<Tag> {
        self.class(tag_key(word)).filter(|class| usize::from(*class) < Tag::COUNT).map(Tag)
    }

    /// The label of an arc.
    pub(crate) fn label(&self, arc: &Joint) -> Option<Label> {
        let class = arc.keys().into_iter().find_map(|key| self.class(key));
        class.filter(|class| usize::from(*class) < Label::COUNT).map(Label)
    }

    fn class(&self, key: u32) -> Option<u8> {
        let [class, check] = self.0.get(key);
        class.checked_sub(1).filter(|_| check == further_check(key))
    }
}

/// A word, its head, and the first word that hangs on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Joint {
    /// The word's number.
    pub(crate) word: u32,
    /// Its tag.
    pub(crate) tag: u32,
    /// Its head's tag.
    pub(crate) head: u32,
    /// The number and the tag of the first word that hangs on it.
    pub(crate) child: [u32; 2],
    /// Whether it stands before its head.
    pub(crate) before: bool,
}

impl Joint {
    fn keys(&self) -> [u32; 4] {
        let Self { word, tag, head, child: [child, child_tag], before } = *self;
        let side = u32::from(before);
        [
            hash::feature(311, &[tag, head, side]),
            hash::feature(312, &[word, head, side]),
            hash::feature(313, &[tag, head, child_tag, side]),
            hash::feature(314, &[tag, head, child_tag, child, side]),
        ]
    }
}

/// What tells two keys apart that the table takes for one.
const fn further_check(key: u32) -> u8 {
    key.to_le_bytes()[3]
}

fn tag_key(word: u32) -> u32 {
    hash::feature(301, &[word])
}

/// How often a word must occur, and how often tags must come together, for what follows to be sure.
const LEAST: [usize; 2] = [20, 50];

/// Which share of the time a tag and a label must be the same, in thousandths.
const SHARES: [usize; 2] = [1000, 999];

/// What the models say of tags and labels, counted.
#[derive(Debug, Default)]
pub(crate) struct Counted([BTreeMap<u32, BTreeMap<u8, usize>>; 2]);

impl Counted {
    fn count(&mut self, what: usize, key: u32, class: u8) {
        *self.0[what].entry(key).or_default().entry(class).or_default() += 1;
    }

    /// Counts a word with its tag.
    pub(crate) fn tag(&mut self, word: u32, tag: Tag) {
        self.count(0, tag_key(word), tag.0);
    }

    /// Counts an arc with its label.
    pub(crate) fn label(&mut self, arc: &Joint, label: Label) {
        for key in arc.keys() {
            self.count(1, key, label.0);
        }
    }

    /// Writes what is sure as so many buckets, the commonest first.
    pub(crate) fn to_bytes(&self, count: usize) -> Vec<u8> {
        let mut sure: Vec<(usize, u32, u8)> = Vec::new();
        for ((counts, share), least) in self.0.iter().zip(SHARES).zip(LEAST) {
            for (key, classes) in counts {
                let all: usize = classes.values().sum();
                let first =
                    classes.iter().max_by_key(|(class, count)| (**count, u8::MAX - **class));
                let Some((class, most)) = first else { continue };
                if *most >= least && *most * 1000 >= all * share {
                    sure.push((all, *key, *class));
                }
            }
        }
        sure.sort_unstable_by_key(|(all, key, _)| (usize::MAX - all, *key));
        let value = |key: u32, class: u8| (key, [class + 1, further_check(key)]);
        let entries: Vec<_> = sure.iter().map(|(_, key, class)| value(*key, *class)).collect();
        buckets::to_bytes(&entries, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_always_so_is_sure_and_nothing_else() {
        let mut counted = Counted::default();
        let arc = |tag| Joint { word: 9, tag, head: 2, child: [0, 98], before: true };
        for _ in 0..60 {
            counted.tag(7, Tag::named("DT"));
            counted.label(&arc(6), Label::named("det"));
            counted.label(&arc(5), Label::named("amod"));
            counted.label(&arc(5), Label::named("nmod"));
        }
        counted.tag(8, Tag::named("DT"));
        let bytes = counted.to_bytes(64);
        let sure = Sure::new(bytes.as_chunks().0);
        assert_eq!(sure.tag(7), Some(Tag::named("DT")));
        assert_eq!(sure.tag(8), None);
        assert_eq!(sure.label(&arc(6)), Some(Label::named("det")));
        assert_eq!(sure.label(&Joint { word: 1, ..arc(5) }), None);
    }
}
