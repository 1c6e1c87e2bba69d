//! Proposed repairs as JSON, `seisin.repair/1`: one record an invalid feature.

use crate::output::Record;
use seisin_answer::{RepairProposal, RepairedFeature};
use serde::Serialize;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "seisin.repair/1";

/// One invalid feature with what it may have been meant to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RepairJson {
    schema: &'static str,
    edition: String,
    file: String,
    feature: usize,
    reason: String,
    rule: &'static str,
    repaired_km2: Option<f64>,
    other_rule_km2: Option<f64>,
    in_doubt_km2: Option<f64>,
    refused: Option<String>,
    recorded_as: Option<String>,
}

impl RepairJson {
    /// One feature of a proposal, and the edition it was recorded as.
    pub(crate) fn of(
        proposal: &RepairProposal,
        feature: &RepairedFeature,
        rule: &'static str,
        recorded_as: Option<&str>,
    ) -> Self {
        let repaired = feature.repaired.as_ref().ok().map(|area| area.square_km());
        let other = feature.other_rule.map(seisin_core::Area::square_km);
        Self {
            schema: SCHEMA,
            edition: proposal.edition.id.to_string(),
            file: proposal.edition.name.clone(),
            feature: feature.index,
            reason: feature.reason.clone(),
            rule,
            repaired_km2: repaired,
            other_rule_km2: other,
            in_doubt_km2: repaired.zip(other).map(|(one, other)| (one - other).abs()),
            refused: feature.repaired.as_ref().err().cloned(),
            recorded_as: recorded_as.map(ToOwned::to_owned),
        }
    }
}

impl Record for RepairJson {
    const COLUMNS: &'static [&'static str] = &[
        "edition",
        "feature",
        "repaired_km2",
        "other_rule_km2",
        "in_doubt_km2",
        "rule",
        "recorded_as",
        "reason",
        "refused",
    ];

    fn cells(&self) -> Vec<String> {
        let km2 = |value: Option<f64>| value.map(|km2| format!("{km2:.4}")).unwrap_or_default();
        let line = |text: &str| text.lines().next().unwrap_or_default().to_owned();
        vec![
            self.edition.clone(),
            self.feature.to_string(),
            km2(self.repaired_km2),
            km2(self.other_rule_km2),
            km2(self.in_doubt_km2),
            self.rule.to_owned(),
            self.recorded_as.clone().unwrap_or_default(),
            line(&self.reason),
            line(self.refused.as_deref().unwrap_or_default()),
        ]
    }
}
