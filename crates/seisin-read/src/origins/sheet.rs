//! A report prepared for comparison.

use super::{
    figure::Figure,
    latin::{name_key, number},
    origin::OriginInput,
    quotation::quoted,
    words::words,
};
use crate::text::{Prepared, furniture::ZoneKind, prepare};
use seisin_core::{Claim, Date};
use std::collections::{BTreeMap, BTreeSet};

/// The least number of words of a quotation that tells it from a turn of speech.
pub(crate) const QUOTATION_WORDS: usize = 5;

/// Numbers up to here may be days of a month, and say little by themselves.
const SMALL_NUMBER: u32 = 31;

/// Numbers that are most likely years.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// A report prepared for comparison: words, quotations, numbers and names of its own voice.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    pub(crate) input: OriginInput<'a>,
    /// The lines of the report itself, page furniture left out.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Every line, furniture in the report's own voice included: where credits are looked for.
    pub(crate) lines: Vec<String>,
    /// The amounts of land it gives.
    pub(crate) figures: Vec<Figure>,
    /// Each quotation of some length, with the words as printed.
    pub(crate) quotations: BTreeMap<Vec<String>, String>,
    /// Each number that is neither small nor a year, by its digits, with where it first stands.
    pub(crate) numbers: BTreeMap<String, usize>,
    /// Each day with a year, as its two numbers.
    pub(crate) dates: BTreeMap<(String, String), usize>,
    /// The key of each name, with how it is printed and where it first stands.
    pub(crate) names: BTreeMap<String, (String, usize)>,
}

/// One line of a report.
#[derive(Debug)]
pub(crate) struct Paragraph {
    /// Its words.
    pub(crate) words: Vec<SheetWord>,
}

/// A word of a report.
#[derive(Debug, Clone)]
pub(crate) struct SheetWord {
    /// Lower case, without diacritics.
    pub(crate) plain: String,
    /// As printed.
    pub(crate) printed: String,
    /// Between quotation marks.
    pub(crate) quoted: bool,
    /// Begins a sentence or a quotation, so that its capital says nothing.
    pub(crate) leads: bool,
}

impl<'a> Sheet<'a> {
    pub(crate) fn of(input: OriginInput<'a>) -> Self {
        let prepared = prepare(input.text);
        let mut sheet = Self {
            input,
            paragraphs: Vec::new(),
            lines: Vec::new(),
            figures: figures(&prepared, input.claims),
            quotations: BTreeMap::new(),
            numbers: BTreeMap::new(),
            dates: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        for zone in &prepared.zones {
            let line = prepared.slice(zone.range.clone());
            if zone.kind.is_report() {
                sheet.take_paragraph(line);
            }
            if !matches!(zone.kind, ZoneKind::Trackback | ZoneKind::Comment | ZoneKind::Navigation)
            {
                sheet.lines.push(line.to_owned());
            }
        }
        sheet.list_facts();
        sheet
    }

    /// The day it was published.
    pub(crate) fn day(&self) -> Option<Date> {
        self.input.document.published.map(seisin_core::Published::day)
    }

    /// Its words, in order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &SheetWord> {
        self.paragraphs.iter().flat_map(|paragraph| &paragraph.words)
    }

    fn take_paragraph(&mut self, line: &str) {
        let line = without_links(line);
        let letters: Vec<char> = line.chars().collect();
        let quotations = quoted(&letters);
        let within = |at: usize| quotations.iter().position(|range| range.contains(&at));
        let mut said: BTreeMap<usize, Vec<SheetWord>> = BTreeMap::new();
        let mut found = Vec::new();
        for word in words(&line) {
            let quotation = within(word.span.start);
            let word = SheetWord {
                printed: letters
                    .get(word.span.start..word.span.end)
                    .unwrap_or(&[])
                    .iter()
                    .collect(),
                leads: leads(letters.get(..word.span.start).unwrap_or(&[])),
                plain: word.plain,
                quoted: quotation.is_some(),
            };
            if let Some(quotation) = quotation {
                said.entry(quotation).or_default().push(word.clone());
            }
            found.push(word);
        }
        for words in said.into_values().filter(|words| words.len() >= QUOTATION_WORDS) {
            let printed: Vec<&str> = words.iter().map(|word| word.printed.as_str()).collect();
            let printed = printed.join(" ");
            self.quotations.insert(words.into_iter().map(|word| word.plain).collect(), printed);
        }
        self.paragraphs.push(Paragraph { words: found });
    }

    fn list_facts(&mut self) {
        let all: Vec<SheetWord> = self.words().cloned().collect();
        let mut small: Option<(usize, String)> = None;
        for (at, word) in all.iter().enumerate() {
            if let Some(digits) = number(&word.plain) {
                self.take_number(at, digits, &mut small);
            } else if is_name(word)
                && let Some(key) = name_key(&word.printed)
            {
                self.names.entry(key).or_insert_with(|| (word.printed.clone(), at));
            }
        }
    }

    fn take_number(&mut self, at: usize, digits: String, small: &mut Option<(usize, String)>) {
        /// Words between the day and the year of a date: "14 January 2030", "le 14 du mois 2030".
        const DATE_WORDS: usize = 3;
        match digits.parse::<u32>() {
            Ok(value) if value <= SMALL_NUMBER => *small = Some((at, digits)),
            Ok(value) if YEARS.contains(&value) => {
                if let Some((day_at, day)) = small.take()
                    && at - day_at <= DATE_WORDS
                {
                    self.dates.entry((digits, day)).or_insert(at);
                }
            }
            _ => {
                self.numbers.entry(digits).or_insert(at);
            }
        }
    }
}

/// The amounts of land of a report: those of its claims, and those no claim was made of.
fn figures(prepared: &Prepared, claims: &[Claim]) -> Vec<Figure> {
    let mut figures: Vec<Figure> = claims.iter().filter_map(Figure::of_claim).collect();
    let read: BTreeSet<String> =
        figures.iter().map(|figure| figure.printed.words.clone()).collect();
    let report = prepared.sentences.iter().filter(|sentence| sentence.zone.is_report());
    let further = report.flat_map(|sentence| Figure::of_sentence(prepared, sentence));
    figures.extend(further.filter(|figure| !read.contains(&figure.printed.words)));
    figures
}

/// The line without addresses of pages, whose numbers and words say nothing.
fn without_links(line: &str) -> String {
    let part = |word: &&str| !word.contains("://") && !word.starts_with("www.");
    if line.contains("://") || line.contains("www.") {
        return line.split(' ').filter(part).collect::<Vec<_>>().join(" ");
    }
    line.to_owned()
}

fn leads(before: &[char]) -> bool {
    before
        .iter()
        .rev()
        .find(|letter| !letter.is_whitespace())
        .is_none_or(|letter| matches!(letter, '.' | '!' | '?' | ':' | '“' | '„' | '«' | '"' | '‘'))
}

fn is_name(word: &SheetWord) -> bool {
    !word.leads && word.printed.chars().next().is_some_and(char::is_uppercase)
}
