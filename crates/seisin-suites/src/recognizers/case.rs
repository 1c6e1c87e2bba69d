//! A case of a specification.

use crate::reading::Span;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

/// One case: a text and what is to be found in it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Case {
    pub(super) input: String,
    #[serde(default)]
    context: Context,
    #[serde(default)]
    not_supported: String,
    #[serde(default)]
    not_supported_by_design: String,
    pub(super) results: Vec<Expected>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Context {
    reference_date_time: Option<String>,
}

/// One thing to be found.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Expected {
    pub(super) text: String,
    pub(super) start: Option<usize>,
    end: Option<usize>,
    length: Option<usize>,
    #[serde(default)]
    pub(super) resolution: Value,
    #[serde(default)]
    pub(super) value: Value,
}

impl Case {
    /// Whether every platform of the suite supports the case. What its own ports cannot do is
    /// unsettled there, and left out of scope here.
    pub(super) fn is_settled(&self) -> bool {
        self.not_supported.is_empty() && self.not_supported_by_design.is_empty()
    }

    /// The day the case is read on.
    pub(super) fn on(&self) -> Option<Date> {
        self.context.reference_date_time.as_deref()?.get(..10)?.parse().ok()
    }
}

impl Expected {
    /// Where it stands.
    pub(super) fn span(&self, input: &str) -> Span {
        let letters = self.text.chars().count();
        let start = self.start.unwrap_or_else(|| {
            input
                .find(&self.text)
                .map_or(0, |at| input.get(..at).map_or(0, |before| before.chars().count()))
        });
        let length = self.length.or_else(|| (self.end? + 1).checked_sub(start));
        Span { start, end: start + length.unwrap_or(letters).max(1) }
    }
}

/// A number as the suite writes one; `None` for none.
pub(super) fn number(value: &Value) -> Option<f64> {
    let text = value.as_str()?.trim_end_matches('%').replace(',', "");
    text.parse().ok()
}
