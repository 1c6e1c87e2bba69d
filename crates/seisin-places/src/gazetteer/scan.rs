//! Finding names in running text.

use super::{
    entry::PlaceKind,
    lookup::{Gazetteer, PlaceMatch, first_posting, importance, is_ordinary},
    nouns::{self, Sort},
};
use crate::fold::{Event, fold, read_names, starts_as_name};

/// How far a walk through the keys has come.
struct Walk<'a> {
    fst: &'a fst::raw::Fst<&'static [u8]>,
    node: fst::raw::Node<'a>,
    value: fst::raw::Output,
}

impl Walk<'_> {
    fn step(&mut self, c: char) -> Option<()> {
        let mut buffer = [0; 4];
        for byte in c.encode_utf8(&mut buffer).bytes() {
            let transition = self.node.transition(self.node.find_input(byte)?);
            self.value = self.value.cat(transition.out);
            self.node = self.fst.node(transition.addr);
        }
        Some(())
    }

    fn found(&self) -> Option<u64> {
        self.node.is_final().then(|| self.value.cat(self.node.final_output()).value())
    }
}

impl Gazetteer {
    /// The longest name at the start of `text`, which must be the start of a word.
    ///
    /// A name must start with an upper-case letter or be written in a script without case; a noun
    /// after it, as in "Kursk region", is taken in. A possessive ending is not part of the match.
    ///
    /// # Example
    /// ```
    /// use seisin_places::Gazetteer;
    /// let gazetteer = Gazetteer::built_in();
    /// let found = gazetteer.longest_match("Kursk region’s border").expect("it is known");
    /// assert_eq!(found.len, "Kursk region".len());
    /// assert_eq!(gazetteer.places(&found, &[])[0].id.0, "RU-KRS");
    /// ```
    pub fn longest_match(&self, text: &str) -> Option<PlaceMatch> {
        if !starts_as_name(text) {
            return None;
        }
        let (name_len, value) = self.longest_name(text).or_else(|| self.inflected_word(text))?;
        let (posting, raw) = self.likeliest(value)?;
        let sort = text.get(name_len..).and_then(following_noun);
        Some(PlaceMatch {
            len: name_len + sort.map_or(0, |(bytes, ..)| bytes),
            name_len,
            ordinary_word: is_ordinary(value),
            kind: raw.kind,
            misprinted_code: raw.kind == PlaceKind::Country
                && is_misprinted_code(text.get(..name_len)?),
            importance: importance(posting.form, &raw),
            first: first_posting(value),
            sort: sort.map(|(_, sort, noun)| (sort, noun)),
        })
    }

    /// The first word of `text` where it is a case of a name in Cyrillic letters.
    fn inflected_word(&self, text: &str) -> Option<(usize, u64)> {
        let cyrillic = |c: char| matches!(c, '\u{400}'..='\u{52f}');
        let end = text.find(|c| !cyrillic(c)).unwrap_or(text.len());
        let word = text.get(..end).filter(|word| !word.is_empty())?;
        Some((end, self.inflected(&fold(word))?))
    }

    fn longest_name(&self, text: &str) -> Option<(usize, u64)> {
        let fst = self.keys.as_fst();
        let mut walk = Walk { fst, node: fst.root(), value: fst::raw::Output::zero() };
        let mut best = None;
        let _ = read_names(text, |event| match event {
            Event::Letter(c) => walk.step(c),
            Event::Gap => walk.step(' '),
            Event::End(at) => {
                // "Peru's" is Peru, though a Perus is known.
                let owner = best.is_some() && text.get(..at).is_some_and(is_possessive);
                best = walk.found().filter(|_| !owner).map(|value| (at, value)).or(best);
                Some(())
            }
        });
        best
    }
}

fn is_possessive(name: &str) -> bool {
    name.ends_with("'s") || name.ends_with("’s")
}

/// Whether two or three Latin letters do not stand in capitals.
fn is_misprinted_code(name: &str) -> bool {
    (2..=3).contains(&name.len()) && name.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The noun that follows a name after one space, and how many bytes it adds.
fn following_noun(rest: &str) -> Option<(usize, Sort, &'static str)> {
    let words = rest.strip_prefix(' ')?;
    let word = words.split(|c: char| !c.is_alphanumeric()).next()?;
    let (sort, noun) = nouns::known_after(word)?;
    Some((1 + word.len(), sort, noun))
}
