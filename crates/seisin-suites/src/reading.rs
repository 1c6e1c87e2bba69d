//! A text as the base layers of the reader see it.

use jiff::civil::Date;
use seisin_core::{Document, Published};
use seisin_read::text::{
    Prepared, prepare,
    quantity::{self, MentionKind, QuantityMention},
    time::{self, Anchor, TimeMention},
};
use std::ops::Range;

/// A text with its amounts and times; offsets count code points of the text as given.
pub(crate) struct Reading {
    prepared: Prepared,
    pub(crate) amounts: Vec<QuantityMention>,
    pub(crate) times: Vec<TimeMention>,
    /// The day it was read on.
    pub(crate) anchor: Option<Date>,
}

impl Reading {
    /// A text read on a day given, or on none.
    pub(crate) fn of(text: &str, on: Option<Date>) -> Self {
        let anchor = on.map_or_else(Anchor::unknown, |day| Anchor::on(day, "publication"));
        Self::read(prepare(text), &anchor)
    }

    /// A report, which may tell its own day.
    pub(crate) fn of_report(text: &str, published: Option<Date>) -> Self {
        let document =
            Document { published: published.map(Published::Day), ..Document::of("", text) };
        let prepared = prepare(text);
        let anchor = time::anchor(&document, &prepared);
        Self::read(prepared, &anchor)
    }

    fn read(prepared: Prepared, anchor: &Anchor) -> Self {
        let amounts =
            prepared.sentences.iter().flat_map(|one| quantity::tag(&prepared, one)).collect();
        let times = time::tag_all(&prepared, anchor).into_iter().flatten().collect();
        Self { prepared, amounts, times, anchor: anchor.date }
    }

    pub(crate) fn amounts_at(&self, span: Span) -> impl Iterator<Item = &QuantityMention> {
        self.amounts.iter().filter(move |found| self.meets(&found.range, span))
    }

    pub(crate) fn times_at(&self, span: Span) -> impl Iterator<Item = &TimeMention> {
        self.times.iter().filter(move |found| self.meets(&found.range, span))
    }

    /// The times found, each with where it stands.
    pub(crate) fn times(&self) -> impl Iterator<Item = (Span, &TimeMention)> {
        self.times.iter().map(|found| {
            let span = self.prepared.span(found.range.clone());
            (Span { start: span.start, end: span.end }, found)
        })
    }

    /// The words of a time.
    pub(crate) fn words(&self, found: &TimeMention) -> &str {
        self.prepared.slice(found.range.clone())
    }

    fn meets(&self, range: &Range<usize>, span: Span) -> bool {
        let ours = self.prepared.span(range.clone());
        ours.start < span.end && span.start < ours.end
    }

    /// The amounts and times found, for a line about what was missed.
    pub(crate) fn told(&self) -> String {
        let amounts = self.amounts.iter().map(|found| {
            let quantity = &found.quantity;
            format!("{} {} {:?}", quantity.value, found.kind.word(), quantity.unit)
        });
        let times = self.times.iter().map(|found| {
            let when = found.edtf.map_or_else(|| "-".to_owned(), |edtf| edtf.to_string());
            format!("{when} [{}]", self.prepared.slice(found.range.clone()))
        });
        amounts.chain(times).collect::<Vec<_>>().join("; ")
    }
}

/// A stretch of a text in code points, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The values an amount gives: one, or both ends of a range and their middle; a share also in
/// hundredths.
pub(crate) fn values(found: &QuantityMention) -> Vec<f64> {
    let quantity = &found.quantity;
    let middle = quantity.high.map(|high| f64::midpoint(quantity.value, high));
    let plain: Vec<f64> =
        std::iter::once(quantity.value).chain(quantity.high).chain(middle).collect();
    if found.kind == MentionKind::Share {
        let percent: Vec<f64> = plain.iter().map(|value| value * 100.0).collect();
        return [plain, percent].concat();
    }
    plain
}

/// Whether two values are the same but for rounding in the last of about twelve digits.
pub(crate) fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}
