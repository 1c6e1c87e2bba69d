//! Entries of a chronicle: a line that opens with a date tells of that date to its end, and a date
//! alone on its line opens a part of the text.

use super::view::View;
use crate::text::{
    Prepared,
    time::{Relation, TimeKind, TimeMention},
};
use seisin_core::{Edtf, Endpoint};
use std::{collections::BTreeMap, ops::Range};

/// The dates of entries, by the sentences they hold for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entries {
    dates: BTreeMap<usize, Edtf>,
}

/// How a date opens a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// What follows on the line is dated by it.
    Entry(Edtf),
    /// It stands alone: what follows up to the next such date is.
    Heading(Edtf),
}

impl Entries {
    /// The entries of a document, its sentences in order.
    pub(super) fn of(prepared: &Prepared, views: &[View]) -> Self {
        let openings: Vec<Option<Opening>> =
            views.iter().map(|view| opening(prepared, view)).collect();
        let heading = |opening: &&Option<Opening>| matches!(opening, Some(Opening::Heading(_)));
        let headed = openings.iter().filter(heading).count() > 1;
        let mut dates = BTreeMap::new();
        let (mut entry, mut part, mut end) = (None, None, 0);
        for (view, opening) in views.iter().zip(openings) {
            if prepared.slice(end..view.range.start).contains('\n') {
                entry = None;
            }
            match opening {
                Some(Opening::Heading(date)) if headed => part = Some(date),
                Some(Opening::Entry(date) | Opening::Heading(date)) => entry = Some(date),
                None => {}
            }
            if let Some(date) = entry.or(part) {
                dates.insert(view.index, date);
            }
            end = view.range.end.max(end);
        }
        Self { dates }
    }

    /// The date of the entry that a sentence stands in.
    pub(crate) fn date(&self, sentence: usize) -> Option<Edtf> {
        self.dates.get(&sentence).copied()
    }
}

fn opening(prepared: &Prepared, view: &View) -> Option<Opening> {
    if !begins_line(prepared, view.range.start) {
        return None;
    }
    let first = view.times.first().filter(|first| dates_entries(first))?;
    let before = prepared.slice(view.range.start..first.range.start);
    if before.chars().any(char::is_alphanumeric) {
        return None;
    }
    let date = first.named.or(first.edtf)?;
    let after = rest_of_line(prepared, &first.range);
    let words = prepared.slice(first.range.clone());
    let parted = after.starts_with(['.', ':', '–', '—', '|', ')', ']'])
        || after.starts_with("- ")
        || words.ends_with('.') && after.starts_with(char::is_uppercase);
    let alone = !after.chars().any(char::is_alphanumeric);
    match (alone, parted) {
        (true, _) => Some(Opening::Heading(date)),
        (false, true) => Some(Opening::Entry(date)),
        (false, false) => None,
    }
}

/// Whether a date may stand over an entry: a day, a month, a year or a closed stretch of them.
fn dates_entries(mention: &TimeMention) -> bool {
    let plain = matches!(mention.relation, Relation::On | Relation::During);
    let closed = match mention.edtf {
        Some(Edtf::Date(_)) => true,
        Some(Edtf::Interval(first, last)) => {
            matches!((first, last), (Endpoint::Date(_), Endpoint::Date(_)))
        }
        None => false,
    };
    mention.kind == TimeKind::Date && plain && closed
}

fn rest_of_line<'a>(prepared: &'a Prepared, range: &Range<usize>) -> &'a str {
    let rest = prepared.text.get(range.end..).unwrap_or("");
    rest.split('\n').next().unwrap_or("").trim_start()
}

/// The most marks and spaces before the first word of a line.
const INDENT: usize = 80;

/// Whether a line begins at a place, marks of a list left out.
pub(super) fn begins_line(prepared: &Prepared, at: usize) -> bool {
    at == 0
        || prepared.text.get(..at).is_some_and(|before| {
            let mut back = before.chars().rev().take(INDENT);
            back.find(|c| !matches!(c, ' ' | '\t' | '-' | '–' | '—' | '•' | '*' | '>'))
                .is_none_or(|c| c == '\n')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{claims::vocabulary::Vocabulary, prepare, time};

    fn check(text: &str, expected: &[&str]) {
        let prepared = prepare(text);
        let anchor = time::Anchor::on("2030-03-12".parse().unwrap(), "publication");
        let times = time::tag_all(&prepared, &anchor);
        let vocabulary = Vocabulary::built_in();
        let views: Vec<View> = prepared
            .sentences
            .iter()
            .zip(times)
            .enumerate()
            .map(|(at, (sentence, times))| View::of(&prepared, sentence, at, &vocabulary, times))
            .collect();
        let entries = Entries::of(&prepared, &views);
        let found: Vec<String> = views
            .iter()
            .map(|view| entries.date(view.index).map_or("-".to_owned(), |date| date.to_string()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_line_that_opens_with_a_date_is_dated_by_it() {
        check(
            "12 Jan 2029. Troops entered. They left.\n14 Jan 2029: Quiet.\nNobody moved.",
            &["2029-01-12", "2029-01-12", "2029-01-12", "2029-01-14", "-"],
        );
    }

    #[test]
    fn a_date_alone_on_its_line_dates_what_follows() {
        check(
            "3 May 2029\n\nTroops entered.\n\n4 May 2029\n\nThey left.",
            &["2029-05-03", "2029-05-03", "2029-05-04", "2029-05-04"],
        );
    }

    #[test]
    fn a_date_within_a_sentence_dates_no_entry() {
        check("On 3 May 2029 troops entered. They left.", &["-", "-"]);
        check("3 May 2029 was a quiet day. They left.", &["-", "-"]);
    }
}
