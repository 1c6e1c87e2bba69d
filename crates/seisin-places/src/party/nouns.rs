//! Nouns that make a force or a government of a demonym.

use crate::fold::{fold, fold_words};
use serde::Deserialize;
use std::{collections::BTreeSet, sync::LazyLock};

static BUILT_IN: LazyLock<RoleNouns> = LazyLock::new(|| {
    let lists: Lists = toml::from_str(include_str!("../../assets/lexicon/nouns.toml"))
        .expect("the committed file is valid, as its test checks");
    RoleNouns {
        forces: folded(&lists.forces),
        governments: folded(&lists.governments),
        backers: folded(&lists.backers),
    }
});

#[derive(Deserialize)]
struct Lists {
    forces: Vec<String>,
    governments: Vec<String>,
    backers: Vec<String>,
}

fn folded(words: &[String]) -> BTreeSet<String> {
    words.iter().map(|word| fold(word)).collect()
}

/// Nouns that, after a party's name or demonym, still speak of that party.
///
/// # Example
/// ```
/// use seisin_places::RoleNouns;
/// assert_eq!(RoleNouns::built_in().force("armed forces hold"), Some("armed forces".len()));
/// ```
#[derive(Debug)]
pub struct RoleNouns {
    forces: BTreeSet<String>,
    governments: BTreeSet<String>,
    backers: BTreeSet<String>,
}

impl RoleNouns {
    /// The nouns that come with the program.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Bytes of the noun for a force at the start of `text`, the longest there is.
    pub fn force(&self, text: &str) -> Option<usize> {
        longest(&self.forces, text)
    }

    /// Bytes of the noun for a government or who speaks for it at the start of `text`.
    pub fn government(&self, text: &str) -> Option<usize> {
        longest(&self.governments, text)
    }

    /// Bytes of the participle at the start of `text` that ties one party to another: "backed" in
    /// "Russian-backed separatists".
    pub fn backer(&self, text: &str) -> Option<usize> {
        longest(&self.backers, text)
    }
}

fn longest(list: &BTreeSet<String>, text: &str) -> Option<usize> {
    const MOST_WORDS: usize = 4;
    let mut key = String::new();
    let ends = fold_words(text, MOST_WORDS, &mut key);
    let known =
        |end: &&crate::fold::WordEnd| key.get(..end.key).is_some_and(|key| list.contains(key));
    ends.iter().rev().find(known).map(|end| end.text)
}
