//! The dates that a report has told so far, from which later words count.

use super::{
    expression::{When, year_at},
    mention::{Relation, TimeMention},
};
use crate::text::{prepared::Prepared, view::View};
use seisin_core::{Edtf, Endpoint, PartialDate};
use std::collections::BTreeMap;

/// What was told before.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The date spoken of last.
    pub(super) date: Option<PartialDate>,
    /// How often the whole report names each year.
    years: BTreeMap<i16, usize>,
}

impl Told {
    /// Before the first sentence of a report.
    pub(super) fn before(prepared: &Prepared) -> Self {
        Self { date: None, years: years(prepared) }
    }

    /// Whether the report tells a story of the year of the date spoken of last.
    pub(super) fn tells_story(&self) -> bool {
        self.date.is_some_and(|date| self.is_story(date))
    }

    /// Whether the report tells a story of the year of `date`: it names the year, or one beside
    /// it, more than once.
    fn is_story(&self, date: PartialDate) -> bool {
        let year = date.year_number();
        let near = self.years.range(year.saturating_sub(1)..=year.saturating_add(1));
        near.map(|(_, times)| times).sum::<usize>() > 1
    }

    /// Leaves a paragraph: only a date of the story's year is still spoken of.
    pub(super) fn leave_paragraph(&mut self) {
        self.date = self.date.filter(|date| self.is_story(*date));
    }

    /// Hears an expression of time: the date it names, which is the one spoken of last from now on
    /// unless the sentence names it aside.
    pub(super) fn hear(&mut self, mention: &TimeMention, when: When) -> Option<PartialDate> {
        let date = spoken_of(mention.named?)?;
        let aside = matches!(mention.relation, Relation::Since | Relation::Until);
        let present = matches!(when, When::Now | When::Offset(0));
        if !(aside || present) || self.date.is_none() {
            self.date = Some(date);
        }
        Some(date)
    }
}

/// How often the report's own sentences name each year in digits.
fn years(prepared: &Prepared) -> BTreeMap<i16, usize> {
    let mut years = BTreeMap::new();
    for sentence in prepared.sentences.iter().filter(|sentence| sentence.zone.is_report()) {
        let view = View::of(prepared, sentence);
        for year in (0..view.len()).filter_map(|at| year_at(view, at)) {
            *years.entry(year).or_default() += 1;
        }
    }
    years
}

/// The date that later words may count from.
fn spoken_of(named: Edtf) -> Option<PartialDate> {
    match named {
        Edtf::Date(date)
        | Edtf::Interval(_, Endpoint::Date(date))
        | Edtf::Interval(Endpoint::Date(date), _) => Some(date),
        Edtf::Interval(..) => None,
    }
}
