//! Quotations, and who is said to say what.

use super::annotation::{Annotated, Annotation, CodePoints, QuotationKind};
use crate::text::claims::{Quote, Said, Survey};
use seisin_core::TextSpan;
use std::ops::Range;

pub(super) fn annotations(survey: &Survey, places: &CodePoints<'_>) -> Vec<Annotation> {
    let mut found = Vec::new();
    for quote in &survey.quotes {
        let span = survey.prepared.span(quote.range.clone());
        let kind = kind(survey.prepared.slice(quote.range.clone()));
        let what = Annotated::Quotation { kind, speaker: quote.speaker.clone() };
        found.extend(places.annotation(span, "quotation-marks", what));
        found.extend(of_quote(survey, places, quote));
    }
    for said in &survey.said {
        found.extend(of_saying(survey, places, said));
    }
    found
}

/// A quotation that begins as a sentence does, and is more than a phrase.
fn kind(words: &str) -> QuotationKind {
    let begins = words.trim_start().chars().next().is_some_and(|first| !first.is_lowercase());
    if begins && words.split_whitespace().nth(2).is_some() {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    }
}

fn of_quote(survey: &Survey, places: &CodePoints<'_>, quote: &Quote) -> Option<Annotation> {
    let speaker = quote.speaker.clone()?;
    let span = |range: Range<usize>| survey.prepared.span(range);
    let cue = quote.cue.and_then(|(sentence, word)| {
        let view = survey.views.iter().find(|view| view.index == sentence)?;
        Some(span(view.tree.range(word..word + 1)))
    });
    let named = quote.speaker_range.clone().filter(|range| !range.is_empty());
    let source = named.map(span);
    let content = Some(span(quote.range.clone()));
    let what =
        Annotated::Attribution { cue, source, content, speaker: Some(speaker), nested_in: None };
    places.annotation(hull([cue, source, content])?, "quotation-with-speaker", what)
}

fn of_saying(survey: &Survey, places: &CodePoints<'_>, said: &Said) -> Option<Annotation> {
    let span = |range: &Range<usize>| survey.prepared.span(range.clone());
    let cue = Some(span(&said.cue));
    let source = said.source.as_ref().map(span);
    let content = said.content.as_ref().map(span);
    let speaker = said.speaker.clone();
    let what = Annotated::Attribution { cue, source, content, speaker, nested_in: None };
    places.annotation(hull([cue, source, content])?, said.rule, what)
}

/// The stretch from the first to the last of the parts.
fn hull(parts: [Option<TextSpan>; 3]) -> Option<TextSpan> {
    let parts = parts.into_iter().flatten();
    parts.reduce(|a, b| TextSpan::new(a.start.min(b.start), a.end.max(b.end)))
}

/// Tells which attribution stands within what another one says.
pub(super) fn nest(found: &mut [Annotation]) {
    let parts: Vec<(usize, TextSpan, Option<TextSpan>)> = found
        .iter()
        .enumerate()
        .filter_map(|(at, one)| match &one.what {
            Annotated::Attribution { cue, source, content, .. } => {
                Some((at, cue.or(*source).or(*content)?, *content))
            }
            _ => None,
        })
        .collect();
    for (at, own, _) in &parts {
        let around = parts
            .iter()
            .filter(|(other, _, content)| {
                other != at && content.is_some_and(|content| content.covers(*own))
            })
            .min_by_key(|(_, _, content)| content.map_or(usize::MAX, TextSpan::len));
        let outer = around.map(|(other, ..)| *other);
        if let Some(Annotation { what: Annotated::Attribution { nested_in, .. }, .. }) =
            found.get_mut(*at)
        {
            *nested_in = outer;
        }
    }
}
