//! The page around the report, and what was put right in the text.

use super::annotation::{Annotated, Annotation, CodePoints};
use crate::text::{claims::Survey, furniture::ZoneKind, repair::Repair};
use seisin_core::TextSpan;
use std::ops::Range;

pub(super) fn annotations(survey: &Survey, places: &CodePoints<'_>) -> Vec<Annotation> {
    let prepared = &survey.prepared;
    let mut found: Vec<Annotation> = Vec::new();
    let mut furniture = |range: Range<usize>, kind: ZoneKind| {
        let Some(word) = kind.word() else { return };
        let span = prepared.span(range);
        found.extend(places.annotation(
            span,
            format!("furniture-{word}"),
            Annotated::Furniture(kind),
        ));
    };
    for zone in &prepared.zones {
        furniture(zone.range.clone(), zone.kind);
    }
    // A sentence may be furniture in a zone that is not.
    for sentence in &prepared.sentences {
        let at = prepared.zones.partition_point(|zone| zone.range.end <= sentence.range.start);
        if prepared.zones.get(at).is_some_and(|zone| zone.kind != sentence.zone) {
            furniture(sentence.range.clone(), sentence.zone);
        }
    }
    for repair in &prepared.repairs {
        let repaired = prepared.slice(repair.range.clone()).to_owned();
        let cause = repair.cause;
        let rule = format!("repair-{}", cause.word());
        let what = Annotated::Repair { repaired, cause };
        if let Some(span) = original(survey, places, repair) {
            found.extend(places.annotation(span, rule, what));
        }
    }
    found
}

/// Where the characters stand that were put right: characters that were dropped have no place of
/// their own in the repaired text and are looked for next to it.
fn original(survey: &Survey, places: &CodePoints<'_>, repair: &Repair) -> Option<TextSpan> {
    let span = survey.prepared.span(repair.range.clone());
    let length = repair.original.chars().count();
    let before = (1..=length).map(|back| span.start.saturating_sub(back));
    std::iter::once(span.start)
        .chain([span.end, span.end.saturating_sub(length)])
        .chain(before)
        .map(|start| TextSpan::new(start, start + length))
        .find(|candidate| places.slice(*candidate) == Some(repair.original.as_str()))
        .or_else(|| (!span.is_empty()).then_some(span))
}
