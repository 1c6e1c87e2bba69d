//! What hardly ever is otherwise: tags of words, labels of arcs, steps of the parser.

use super::{
    buckets::{self, Bucket, Buckets},
    state::Step,
    tags::{Label, Tag},
};
use std::collections::BTreeMap;

/// What the models nearly always say, told in a few look-ups where they would need dozens.
///
/// # Method
/// Counted over the treebanks as the models read them: a key, a number made of a few words and tags
/// around what is asked, that they give one class. The first of the keys given that is known tells.
/// A class that the models give less often than in [`SHARE`] of a thousand cases is not told. The values are classes,
/// counted from one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sure<'a>(Buckets<'a>);

impl<'a> Sure<'a> {
    /// What these buckets tell.
    pub(crate) const fn new(buckets: &'a [Bucket]) -> Self {
        Self(Buckets::new(buckets))
    }

    /// The tag of a word by its keys.
    pub(crate) fn tag<const KEYS: usize>(&self, keys: &[u32; KEYS]) -> Option<Tag> {
        self.class(keys).filter(|class| usize::from(*class) < Tag::COUNT).map(Tag)
    }

    /// The label of an arc by its keys.
    pub(crate) fn label<const KEYS: usize>(&self, keys: &[u32; KEYS]) -> Option<Label> {
        self.class(keys).filter(|class| usize::from(*class) < Label::COUNT).map(Label)
    }

    /// The parser's next step by its keys.
    pub(crate) fn step<const KEYS: usize>(&self, keys: &[u32; KEYS]) -> Option<Step> {
        Step::ALL.get(usize::from(self.class(keys)?)).copied()
    }

    fn class<const KEYS: usize>(&self, keys: &[u32; KEYS]) -> Option<u8> {
        keys.iter().find_map(|key| {
            let [class, check] = self.0.get(*key);
            class.checked_sub(1).filter(|_| check == further_check(*key))
        })
    }
}

/// What tells two keys apart that the table takes for one.
const fn further_check(key: u32) -> u8 {
    key.to_le_bytes()[3]
}

/// What is counted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What {
    /// Tags of words.
    Tag,
    /// Labels of arcs.
    Label,
    /// Steps of the parser.
    Step,
}

impl What {
    /// How often a key must be met for what it tells to be sure. A wrong step costs more than a wrong tag or
    /// label: every step after it follows from it.
    const fn least(self) -> usize {
        match self {
            Self::Tag | Self::Label => 50,
            Self::Step => 100,
        }
    }
}

/// In how many of a thousand cases a key tells the same class where it is sure.
const SHARE: usize = 999;

/// How often the models gave which class for each key.
#[derive(Debug, Default)]
pub(crate) struct Counted(BTreeMap<u32, (usize, BTreeMap<u8, usize>)>);

impl Counted {
    /// Counts what was told by some keys.
    pub(crate) fn count(&mut self, what: What, keys: &[u32], class: u8) {
        for key in keys {
            let (least, classes) = self.0.entry(*key).or_default();
            *least = (*least).max(what.least());
            *classes.entry(class).or_default() += 1;
        }
    }

    /// What is sure, as so many buckets; where there is too much, what is met most often stays.
    pub(crate) fn to_bytes(&self, count: usize) -> Vec<u8> {
        let mut sure: Vec<(usize, u32, u8)> = Vec::new();
        for (key, (least, classes)) in &self.0 {
            let all: usize = classes.values().sum();
            let first = classes.iter().max_by_key(|(class, count)| (**count, u8::MAX - **class));
            let Some((class, most)) = first else { continue };
            if most >= least && *most * 1000 >= all * SHARE {
                sure.push((all, *key, *class));
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
        for _ in 0..100 {
            counted.count(What::Tag, &[70, 71], Tag::named("DT").0);
            counted.count(What::Label, &[6], Label::named("det").0);
            counted.count(What::Label, &[5], Label::named("amod").0);
            counted.count(What::Label, &[5], Label::named("nmod").0);
            counted.count(What::Step, &[9], 2);
        }
        counted.count(What::Tag, &[8], Tag::named("DT").0);
        let bytes = counted.to_bytes(64);
        let sure = Sure::new(bytes.as_chunks().0);
        assert_eq!(sure.tag(&[8, 70]), Some(Tag::named("DT")));
        assert_eq!(sure.tag(&[8]), None);
        assert_eq!(sure.label(&[6, 5]), Some(Label::named("det")));
        assert_eq!(sure.label(&[5]), None);
        assert_eq!(sure.step(&[9]), Some(Step::ALL[2]));
        assert_eq!(sure.step(&[6]), None);
    }
}
