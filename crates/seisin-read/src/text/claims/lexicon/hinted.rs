//! What the lists know of a word in small letters before its sentence is analysed.

use super::{quick::WordMap, words::Lexicon};
use crate::text::syntax::TagSet;

/// What a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// An event of land or people; the word is no form of a verb.
    Noun,
    /// Bodies under arms.
    Forces,
}

/// What is known of a word in small letters before its sentence is analysed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hinted {
    /// The tags it may have.
    pub(crate) tags: TagSet,
    /// What it names, where it is a noun that matters.
    pub(crate) names: Option<Names>,
    /// Whether it is a form of a verb that says something of land.
    pub(crate) says: bool,
    /// Whether it may be a verb's plain form or end in "s".
    pub(crate) plain: bool,
}

impl Lexicon {
    /// What is known of every word that anything is known of.
    pub(super) fn all_hinted(&self) -> WordMap<Hinted> {
        let known = self.tags.keys().chain(self.lemmas.keys()).chain(self.nouns.keys());
        let names = |form: &String| match () {
            () if self.nouns.contains_key(form) && self.lemmas(form).is_empty() => {
                Some(Names::Noun)
            }
            () if form.ends_with('s')
                && self.groups.contains(form)
                && self.lemmas(form).is_empty() =>
            {
                Some(Names::Noun)
            }
            () if form.ends_with('s') && self.forces.contains(form) => Some(Names::Forces),
            () => None,
        };
        let hinted = |form: &String| Hinted {
            tags: self.tags(form),
            names: names(form),
            says: self.senses(form).next().is_some(),
            plain: form.ends_with('s') || self.lemmas(form).contains(form),
        };
        known
            .chain(self.forces.iter())
            .chain(self.groups.iter())
            .map(|form| (form.clone(), hinted(form)))
            .collect()
    }

    /// What is known of a word in small letters before its sentence is analysed; `None` where it may
    /// be anything.
    pub(crate) fn hinted(&self, form: &str) -> Option<&Hinted> {
        self.hinted.get(form)
    }

    /// The tags a form may have: those of a verb where no noun or adjective is written like it.
    fn tags(&self, form: &str) -> TagSet {
        self.tags.get(form).copied().unwrap_or(TagSet::ALL)
    }
}
