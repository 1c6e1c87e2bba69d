//! Finding parties in running text.

use super::{
    lexicon::{NameEntry, PartyLexicon},
    role::PartyRole,
};
use crate::fold::{fold_words, starts_as_name};
use seisin_core::PartyId;

/// A party's name found at the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyMatch {
    /// Bytes of the text it covers; a possessive ending is not part of it.
    pub len: usize,
    /// Whose name.
    pub party: PartyId,
    /// The party's name in English.
    pub name: String,
    /// In which role the word stands for the party.
    pub role: PartyRole,
    /// For a leader or spokesperson, the first and last year in office, where known.
    pub years: Option<(u16, u16)>,
    /// Other parties the same words may name, in the lexicon's order.
    pub also: Vec<(PartyId, PartyRole)>,
}

impl PartyLexicon {
    /// The longest name of a party at the start of `text`, which must be the start of a word.
    ///
    /// A name written in the lexicon with a capital must have one in the text; one written all in
    /// capitals ("US", "IS", "SAF") must stand so.
    pub fn longest_match(&self, text: &str) -> Option<PartyMatch> {
        if !self.quick.may_begin(text) {
            return None;
        }
        let start = text.chars().next()?;
        if start.is_lowercase() && !self.small_starts.contains(&start) && !starts_as_name(text) {
            return None;
        }
        let mut key = String::new();
        let first = fold_words(text, 1, &mut key);
        let most = first.iter().filter_map(|end| self.first_words.get(key.get(..end.key)?)).max();
        let most = *most?;
        let ends = fold_words(text, most, &mut key);
        ends.iter().rev().find_map(|end| {
            let names = self.names.get(key.get(..end.key)?)?;
            self.choose(names, with_full_stop(text, end.text)?)
        })
    }

    /// Every party `name` may stand for, in the lexicon's order, whatever its capitals.
    pub fn lookup(&self, name: &str) -> Vec<(PartyId, PartyRole)> {
        let key = crate::fold(name);
        let bare = key.strip_prefix("the ").unwrap_or(&key);
        self.names.get(bare).into_iter().flatten().filter_map(|entry| self.named(entry)).collect()
    }

    fn choose(&self, names: &[NameEntry], printed: &str) -> Option<PartyMatch> {
        let mut fitting = names.iter().filter(|entry| capitals_agree(&entry.written, printed));
        let best = fitting.next()?;
        let party = self.parties.get(best.party)?;
        Some(PartyMatch {
            len: printed.len(),
            party: party.id.clone(),
            name: party.name.clone(),
            role: best.role,
            years: best.years,
            also: fitting.filter_map(|entry| self.named(entry)).collect(),
        })
    }

    fn named(&self, entry: &NameEntry) -> Option<(PartyId, PartyRole)> {
        self.parties.get(entry.party).map(|party| (party.id.clone(), entry.role))
    }
}

/// The first `end` bytes of `text`, with the full stop that closes a dotted abbreviation: "U.S.".
fn with_full_stop(text: &str, end: usize) -> Option<&str> {
    let (printed, rest) = text.split_at_checked(end)?;
    let dotted = printed.chars().rev().nth(1) == Some('.') && rest.starts_with('.');
    if dotted { text.get(..=end) } else { Some(printed) }
}

/// Whether the capitals of `printed` allow it to be the name `written`.
fn capitals_agree(written: &str, printed: &str) -> bool {
    let acronym =
        !written.chars().any(char::is_lowercase) && written.chars().any(char::is_uppercase);
    if acronym {
        return !printed.chars().any(char::is_lowercase);
    }
    !starts_as_name(written) || starts_as_name(printed)
}
