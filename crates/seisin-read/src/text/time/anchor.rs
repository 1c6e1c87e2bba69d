//! The day a report counts from.

use super::{
    ahead::is_ahead,
    expression::{When, expression},
};
use crate::text::{
    furniture::ZoneKind, lexeme::Lexeme, prepared::Prepared, token::TokenKind, view::View,
};
use jiff::civil::Date;
use seisin_core::Document;

/// The day a report counts from, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The day; `None` where neither the publisher nor the text gives one.
    pub date: Option<Date>,
    /// Where it was taken from, with the day: `publication 2025-03-12`.
    pub rule: String,
}

impl Anchor {
    /// A day with the words for where it comes from.
    ///
    /// ```
    /// use seisin_read::text::time::Anchor;
    /// let anchor = Anchor::on("2030-01-14".parse()?, "flag");
    /// assert_eq!(anchor.rule, "flag 2030-01-14");
    /// # Ok::<(), jiff::Error>(())
    /// ```
    pub fn on(date: Date, source: &str) -> Self {
        Self { date: Some(date), rule: format!("{source} {date}") }
    }

    /// No day at all.
    pub fn unknown() -> Self {
        Self { date: None, rule: "no anchor".to_owned() }
    }
}

/// The day a document counts from.
///
/// # Method
/// The first of: the publication day its publisher gives, the day of its last change, its update
/// line, its dateline, a full date in its first or last lines, the latest full date in its text
/// that is not spoken of as still to come.
pub fn anchor(document: &Document, prepared: &Prepared) -> Anchor {
    let given = document.published.map(|at| (at, "publication"));
    let changed = document.updated.map(|at| (at, "last change"));
    if let Some((at, source)) = given.or(changed) {
        return Anchor::on(at.day(), source);
    }
    of_text(prepared)
}

/// The day a text counts from by its own words.
pub(crate) fn of_text(prepared: &Prepared) -> Anchor {
    in_zones(prepared, ZoneKind::UpdateLine)
        .map(|day| (day, "update line"))
        .or_else(|| in_zones(prepared, ZoneKind::Dateline).map(|day| (day, "dateline")))
        .or_else(|| in_zones(prepared, ZoneKind::Byline).map(|day| (day, "byline")))
        .or_else(|| in_header(prepared).map(|day| (day, "header")))
        .or_else(|| latest(prepared).map(|day| (day, "latest date in the text")))
        .map_or_else(Anchor::unknown, |(day, source)| Anchor::on(day, source))
}

fn in_zones(prepared: &Prepared, kind: ZoneKind) -> Option<Date> {
    let sentences = prepared.sentences.iter().filter(|sentence| sentence.zone == kind);
    sentences.flat_map(|sentence| days(View::of(prepared, sentence))).map(|(day, _)| day).max()
}

/// A full date in one of the first lines.
fn in_header(prepared: &Prepared) -> Option<Date> {
    const LINES: usize = 4;
    let own = prepared.sentences.iter().filter(|sentence| sentence.zone.is_report());
    own.take(LINES).find_map(|sentence| {
        let view = View::of(prepared, sentence);
        let short = view.len() < 16;
        days(view).into_iter().find(|(_, at)| short || *at < 8).map(|(day, _)| day)
    })
}

/// The latest full date that is not spoken of as still to come.
fn latest(prepared: &Prepared) -> Option<Date> {
    let own = prepared.sentences.iter().filter(|sentence| sentence.zone.is_report());
    own.flat_map(|sentence| {
        let view = View::of(prepared, sentence);
        days(view).into_iter().filter(move |(_, at)| !is_ahead(view, *at)).map(|(day, _)| day)
    })
    .max()
}

/// The full dates of a sentence, each with its first token.
fn days(view: View<'_>) -> Vec<(Date, usize)> {
    if !(0..view.len()).any(|at| view.kind(at) == Some(TokenKind::Number)) {
        return Vec::new();
    }
    let may_open = |at: &usize| {
        let named = matches!(
            view.lexeme(*at),
            Some(
                Lexeme::Month(_)
                    | Lexeme::Weekday(_)
                    | Lexeme::PartOf(_)
                    | Lexeme::Ordinal(_)
                    | Lexeme::Cardinal(20 | 30)
            )
        );
        named || view.kind(*at) == Some(TokenKind::Number)
    };
    (0..view.len())
        .filter(may_open)
        .filter_map(|at| match expression(view, at)?.when {
            When::Day { year: Some(year), month, day } => {
                Date::new(year, month, day).ok().map(|date| (date, at))
            }
            _ => None,
        })
        .collect()
}
