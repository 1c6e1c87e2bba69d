//! A phrase that opens a clause and runs into its subject: "Under the treaty Arland lost Sarn", "At the
//! edge of the city shopkeepers swept". Reporters leave the comma out, and the model takes the two for one.

use super::segments::Line;
use std::ops::Range;

/// The most words of such a phrase.
const LONGEST: usize = 16;

/// Prepositions that open a clause of time as well: what follows may be its subject.
const JOINING: [&str; 6] = ["after", "before", "since", "until", "as", "till"];

/// Titles before a person’s name.
const TITLES: [&str; 9] =
    ["president", "general", "king", "queen", "mr", "mrs", "ms", "prince", "colonel"];

impl Line<'_> {
    /// The phrase with a preposition that a stretch opens with, where what follows it is a subject with
    /// its verb.
    pub(super) fn before_subject(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let joined = matches!(self.word(stretch.start), "and" | "but" | "``" | "\"" | "“" | "(");
        let start = stretch.start + usize::from(joined);
        if self.tag(start) != "IN" || matches!(self.word(start), "that" | "if" | "because") {
            return None;
        }
        let reach = stretch.end.min(start + LONGEST + 4);
        let verb = (start + 1..reach).find(|at| self.is_finite(*at))?;
        let last = (start + 1..verb).rev().find(|at| !self.tag(*at).starts_with("RB"))?;
        let run = self.run_before(start + 1..last + 1);
        let noun = self.tag(last).starts_with("NN") && !super::clause::is_time(self.word(last));
        let subject = self.subject_in(start, run).filter(|_| noun)?;
        let plain = !(start + 1..subject).any(|at| {
            self.is_mark(at)
                || matches!(self.tag(at), "WDT" | "WP" | "WP$" | "WRB" | "CC" | "VBG" | "TO")
                || matches!(self.word(at), "," | "that")
        });
        let timed = |at: usize| {
            let word = self.word(at);
            super::clause::is_time(word) || crate::text::lexeme::names_day_or_month(word)
        };
        let named = (start + 1..subject).any(|at| self.tag(at).starts_with("NN"));
        let named = named && !(JOINING.contains(&self.word(start)) && timed(start + 1));
        (plain && named && subject > start + 1).then_some(start..subject)
    }

    /// The participle with what belongs to it that a stretch opens with, up to its comma: "Having lost Sarn on
    /// Tuesday, Arland’s troops were digging in".
    pub(super) fn before_comma(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let start = stretch.start;
        let first = start + usize::from(JOINING.contains(&self.word(start)));
        if self.tag(first) != "VBG" && (self.tag(first) != "VBN" || first > start) {
            return None;
        }
        let reach = stretch.end.min(start + LONGEST);
        let comma = (first + 1..reach).find(|at| self.word(*at) == ",")?;
        let subject = matches!(self.tag(comma + 1), "DT" | "JJ" | "PRP" | "PRP$" | "CD")
            || self.tag(comma + 1).starts_with("NN");
        let told = self.has_finite(first..comma);
        let verb = self.has_finite(comma + 2..stretch.end);
        (subject && verb && !told && comma > first + 1).then_some(start..comma + 1)
    }

    /// The phrase with a preposition and what is inserted after it that a stretch opens with: "By the treaty
    /// of Sarn, signed in 1871, Arland ceded".
    pub(super) fn before_insertion(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let start = stretch.start;
        if self.tag(start) != "IN" || JOINING.contains(&self.word(start)) {
            return None;
        }
        let mut commas =
            (start + 2..stretch.end.min(start + LONGEST + 6)).filter(|at| self.word(*at) == ",");
        let (first, second) = (commas.next()?, commas.next()?);
        let inserted = self.tag(first + 1) == "VBN" || self.word(first + 1) == "of";
        let run = |at: &usize| {
            let tag = self.tag(*at);
            tag.starts_with("NN") || matches!(tag, "DT" | "JJ" | "CD" | "POS" | "PRP")
        };
        let end = (second + 1..stretch.end).take_while(run).last()? + 1;
        let verb = self.is_finite(end) || self.tag(end) == "RB" && self.is_finite(end + 1);
        (inserted && verb && !self.has_finite(start..second)).then_some(start..second + 1)
    }

    /// The words of one phrase or of two that touch, at the end of some words.
    fn run_before(&self, words: Range<usize>) -> Range<usize> {
        let within = |at: &usize| {
            let tag = self.tag(*at);
            tag.starts_with("NN")
                || tag.starts_with("JJ")
                || matches!(tag, "DT" | "PRP$" | "CD" | "POS" | "HYPH")
        };
        let start = words.clone().rev().take_while(within).last().unwrap_or(words.end);
        start..words.end
    }

    /// Where the second of two phrases that touch begins: at an article, after a year, at a name after a
    /// common noun; else, where the first is a name too, at its last word.
    fn subject_in(&self, opening: usize, run: Range<usize>) -> Option<usize> {
        let common = |at: usize| matches!(self.tag(at), "NN" | "NNS");
        let year = |at: usize| {
            self.word(at).len() == 4 && self.word(at).bytes().all(|byte| byte.is_ascii_digit())
        };
        let begins = |at: &usize| {
            let before = at - 1;
            let article = matches!(self.tag(*at), "DT" | "PRP$")
                && (self.tag(before).starts_with("NN") || self.tag(before) == "CD");
            let name = common(before) && self.tag(*at).starts_with("NNP")
                || self.tag(before).starts_with("NN") && self.of_a_people(*at);
            let day = crate::text::lexeme::names_day_or_month(self.word(before))
                && self.tag(*at) != "CD"
                && !super::clause::is_time(self.word(*at));
            article || name || day || year(before)
        };
        let owned = |at: usize| (at..run.end).any(|mark| self.tag(mark) == "POS");
        let found = (run.start + 1..run.end).rev().find(begins);
        if found.is_some() {
            return found;
        }
        let joins = JOINING.contains(&self.word(opening))
            || JOINING.contains(&self.word(run.start.wrapping_sub(1)));
        if let Some(at) = self.after_name(&run) {
            return Some(at).filter(|_| !joins);
        }
        let end = run.end.checked_sub(1)?;
        let titled = TITLES.contains(&self.word(end.wrapping_sub(1)));
        let last = end - usize::from(titled && end > run.start + 1);
        let split = last > run.start
            && self.tag(last - 1).starts_with("NN")
            && !joins
            && !owned(last)
            && (titled || self.tag(last).starts_with("NNP") || self.tag(last) == "NNS");
        split.then_some(last)
    }

    /// Whether a word is an adjective, or one of a people as its ending shows: "In Sarn | Kurdish forces".
    fn of_a_people(&self, at: usize) -> bool {
        const ENDINGS: [&str; 7] = ["ish", "ian", "ean", "ese", "ali", "aqi", "eli"];
        let word = self.word(at);
        let people = self.tag(at).starts_with("NNP") && word.len() > 4;
        self.tag(at).starts_with("JJ") || people && ENDINGS.iter().any(|end| word.ends_with(end))
    }

    /// Where common nouns begin after a name, past the noun that says what it names: "In Sarn | government
    /// forces", "In Velk province | rebel fighters".
    fn after_name(&self, run: &Range<usize>) -> Option<usize> {
        const PLACES: [&str; 16] = [
            "province",
            "region",
            "district",
            "city",
            "town",
            "state",
            "valley",
            "peninsula",
            "island",
            "area",
            "county",
            "governorate",
            "oblast",
            "village",
            "camp",
            "sector",
        ];
        let common = |at: usize| matches!(self.tag(at), "NN" | "NNS");
        let name = run.clone().rev().find(|at| self.tag(*at).starts_with("NNP"))?;
        let first = name + 1 + usize::from(PLACES.contains(&self.word(name + 1)));
        let rest = (first..run.end).all(common) && first < run.end;
        rest.then_some(first)
    }
}
