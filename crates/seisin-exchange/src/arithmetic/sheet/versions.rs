//! Versions of one offer, each as its source tells it: kept apart, never averaged.

use super::{
    checked::Checked,
    columns::{Columns, Row},
    figures,
};
use crate::arithmetic::worked::work_out;
use seisin_core::Unit;

/// Works out each version's ratio of what is given over what is asked, and compares it with the
/// ratio the source prints, where it prints one.
pub(super) fn check(columns: &Columns, rows: &[Row]) -> Vec<Checked> {
    let offer = columns.one_of(&["offer", "name"]);
    let source = columns.one_of(&["source", "version"]);
    rows.iter()
        .map(|row| {
            let subject = [row.at(offer), row.at(source)].join(" · ");
            let amounts = [row.at(columns.named("gives")), row.at(columns.named("asks"))];
            let ratio = row.at(columns.named("ratio"));
            version(subject.trim_matches([' ', '·']), amounts, ratio).on_line(row.line)
        })
        .collect()
}

fn version(subject: &str, [gives, asks]: [&str; 2], ratio: &str) -> Checked {
    if gives.is_empty() || asks.is_empty() {
        let reason = "one side alone is given, so it has no ratio".to_owned();
        return Checked {
            from: words(gives, asks),
            ..Checked::not_checkable(subject, ratio, reason)
        };
    }
    let from = format!("({gives}) / ({asks})");
    if !ratio.is_empty() {
        return figures::check_one(subject, ratio, &from, "");
    }
    match (work_out(gives), work_out(asks)) {
        (Ok(one), Ok(other)) if one.kind == other.kind && other.value > 0.0 => {
            Checked::worked_out(subject, from, one.value / other.value, &Unit::One)
        }
        (Err(reason), _) | (_, Err(reason)) => Checked::unworked(subject, ratio, &reason),
        _ => {
            let reason = "the two sides are of unlike kinds, so they have no ratio".to_owned();
            Checked::not_checkable(subject, ratio, reason)
        }
    }
}

fn words(gives: &str, asks: &str) -> String {
    if gives.is_empty() { format!("asks {asks}") } else { format!("gives {gives}") }
}
