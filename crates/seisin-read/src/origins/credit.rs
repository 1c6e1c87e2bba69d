//! Where a report names the one it comes from.

use super::{
    latin::name_key,
    sheet::Sheet,
    words::{Word, words},
};
use std::{collections::BTreeMap, sync::LazyLock};

/// The most words between a publisher's name and the words that make it a credit.
const CUE_DISTANCE: usize = 4;

/// The most words of a line that is a credit for the whole report rather than a sentence of it.
const LINE_WORDS: usize = 16;

/// The longest cue in words.
const CUE_WORDS: usize = 4;

/// How far a credit reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// A sentence: "Wire reported that …".
    Sentence,
    /// The whole report: a line of its own, a dateline, an address.
    Report,
}

/// A credit to a publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Credit {
    /// How far it reaches.
    pub(crate) reach: Reach,
    /// Whether it says that the report is a translation.
    pub(crate) translated: bool,
    /// The line or the words around it as printed.
    pub(crate) words: String,
}

#[derive(serde::Deserialize)]
struct Cues {
    credit: Vec<String>,
    translation: Vec<String>,
    other: Vec<String>,
}

/// The cues as words.
struct Lexicon {
    credit: Vec<Vec<String>>,
    translation: Vec<Vec<String>>,
    other: Vec<Vec<String>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let cues: Cues = toml::from_str(include_str!("../../lexicon/credit.toml"))
        .expect("the committed file is read by a test");
    let cut = |cues: Vec<String>| cues.iter().map(|cue| plain(&words(cue))).collect();
    Lexicon { credit: cut(cues.credit), translation: cut(cues.translation), other: cut(cues.other) }
});

fn plain(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.plain.clone()).collect()
}

/// The lines of a report in which credits are looked for, by the names in them.
pub(crate) struct CreditLines {
    lines: Vec<Line>,
    /// Which lines hold a word, by its plain spelling or its key in Latin letters.
    index: BTreeMap<String, Vec<usize>>,
}

struct Line {
    printed: String,
    words: Vec<Word>,
    keys: Vec<Option<String>>,
}

impl CreditLines {
    pub(crate) fn of(sheet: &Sheet<'_>) -> Self {
        let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut lines = Vec::new();
        for printed in &sheet.lines {
            let line = Line::of(printed);
            for word in line.words.iter().map(|word| &word.plain).chain(line.keys.iter().flatten())
            {
                index.entry(word.clone()).or_default().push(lines.len());
            }
            lines.push(line);
        }
        Self { lines, index }
    }

    /// The furthest-reaching credit to `publisher`.
    pub(crate) fn credit(&self, publisher: &str) -> Option<Credit> {
        let name = Line::of(publisher);
        let first = name.words.first()?.plain.clone();
        let key = name_key(publisher.split(' ').next()?);
        let mut lines: Vec<usize> = [Some(first), key]
            .into_iter()
            .flatten()
            .filter_map(|word| self.index.get(&word))
            .flatten()
            .copied()
            .collect();
        lines.sort_unstable();
        lines.dedup();
        lines
            .into_iter()
            .filter_map(|at| self.lines.get(at)?.credit(&name))
            .max_by_key(|credit| (credit.reach, credit.translated))
    }
}

impl Line {
    fn of(printed: &str) -> Self {
        let words = words(printed);
        let letters: Vec<char> = printed.chars().collect();
        let key = |word: &Word| {
            let word: String = letters.get(word.span.start..word.span.end)?.iter().collect();
            (!word.is_ascii()).then(|| name_key(&word)).flatten()
        };
        let keys = words.iter().map(key).collect();
        Self { printed: printed.to_owned(), words, keys }
    }

    fn credit(&self, name: &Self) -> Option<Credit> {
        let length = name.words.len();
        let starts = 0..(self.words.len() + 1).saturating_sub(length);
        starts.filter(|at| self.holds(name, *at)).find_map(|at| self.credit_at(at, length))
    }

    /// Whether the name stands at word `at`: in its own letters, with a capital where it has one,
    /// or in another script by its key.
    fn holds(&self, name: &Self, at: usize) -> bool {
        let here = self.words.iter().zip(&self.keys).skip(at);
        let same = |((word, key), own): ((&Word, &Option<String>), &Word)| {
            word.plain == own.plain
                || key.as_deref().is_some_and(|key| Some(key) == name_key(&own.plain).as_deref())
        };
        let capital = |line: &Self, at: usize| {
            let start = line.words.get(at).map(|word| word.span.start);
            start.and_then(|start| line.printed.chars().nth(start)).is_some_and(char::is_lowercase)
        };
        here.zip(&name.words).all(same) && (!capital(self, at) || capital(name, 0))
    }

    fn credit_at(&self, at: usize, length: usize) -> Option<Credit> {
        let near = at.saturating_sub(CUE_DISTANCE + CUE_WORDS)..(at + length + CUE_DISTANCE);
        let near = self.words.get(near.start..near.end.min(self.words.len())).unwrap_or(&[]);
        let says = |cues: &[Vec<String>], words: &[Word]| {
            let words = plain(words);
            cues.iter()
                .any(|cue| words.windows(cue.len().max(1)).any(|window| window == cue.as_slice()))
        };
        if says(&LEXICON.other, near) {
            return None;
        }
        let translated = says(&LEXICON.translation, near);
        let bare = self.words.len() <= length + 1 || self.in_brackets(at, length);
        if !bare && !translated && !says(&LEXICON.credit, near) {
            return None;
        }
        let whole = bare || translated || self.is_credit_line();
        let reach = if whole { Reach::Report } else { Reach::Sentence };
        Some(Credit { reach, translated, words: self.around(at, length, reach) })
    }

    /// Whether the line is short and no sentence that reports something: it gives no number.
    fn is_credit_line(&self) -> bool {
        let figure = |word: &Word| word.plain.chars().all(char::is_numeric);
        self.words.len() <= LINE_WORDS && !self.words.iter().any(figure)
    }

    /// "(Wire)", "[Wire]".
    fn in_brackets(&self, at: usize, length: usize) -> bool {
        let letters: Vec<char> = self.printed.chars().collect();
        let (Some(first), Some(last)) = (self.words.get(at), self.words.get(at + length - 1))
        else {
            return false;
        };
        let before = first.span.start.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(last.span.end);
        matches!((before, after), (Some('('), Some(')')) | (Some('['), Some(']')))
    }

    fn around(&self, at: usize, length: usize, reach: Reach) -> String {
        if reach == Reach::Report && self.words.len() <= LINE_WORDS {
            return self.printed.trim().to_owned();
        }
        let first = self.words.get(at.saturating_sub(CUE_DISTANCE)).map_or(0, |w| w.span.start);
        let last = (at + length + CUE_DISTANCE).min(self.words.len()).saturating_sub(1);
        let end = self.words.get(last).map_or(first, |word| word.span.end);
        self.printed.chars().skip(first).take(end.saturating_sub(first)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origins::OriginInput;
    use seisin_core::Document;

    fn credit(text: &str, publisher: &str) -> Option<Credit> {
        let document = Document::of("", text);
        let input = OriginInput { document: &document, text, claims: &[] };
        CreditLines::of(&Sheet::of(input)).credit(publisher)
    }

    #[test]
    fn a_credit_names_the_publisher_near_a_cue() {
        for (text, publisher, reach) in [
            ("From Wire", "Wire", Some(Reach::Report)),
            ("14 May 2031 (Wire)", "Wire", Some(Reach::Report)),
            ("Превод на съобщение на Wire", "Wire", Some(Reach::Report)),
            (
                "Северна агенция съобщава, че 40 села и 300 души чакат там вече два дни без вода и храна",
                "Северна агенция",
                Some(Reach::Sentence),
            ),
            ("Рейтерс съобщава", "Reuters", Some(Reach::Report)),
            (
                "The crossing was shut for 40 days, Northern News reported on Monday, citing a clerk at the town hall.",
                "Northern News",
                Some(Reach::Sentence),
            ),
            ("They laid 40 miles of wire from the post to the river", "Wire", None),
            ("Photo: Wire", "Wire", None),
            ("Wire has been the name of the place since the old days of the mill", "Wire", None),
        ] {
            assert_eq!(credit(text, publisher).map(|credit| credit.reach), reach, "{text}");
        }
    }
}
