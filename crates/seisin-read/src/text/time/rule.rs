//! The rule that placed an expression of time, with what it counted from.

use super::{
    anchor::Anchor,
    calendar::{Base, Placed, Reference},
    expression::When,
};

/// The rule with what it counted from.
pub(super) fn rule(
    placed: Option<Placed>,
    when: When,
    reference: Reference,
    anchor: &Anchor,
) -> String {
    let Some(placed) = placed else {
        return match when {
            When::Clock => "clock".to_owned(),
            When::Length => "length-of-time".to_owned(),
            When::Repeated => "repeated".to_owned(),
            When::Ambiguous => "day-and-month-ambiguous".to_owned(),
            When::Vague => "vague".to_owned(),
            _ => format!("unplaced({})", anchor.rule),
        };
    };
    match (placed.base, reference.told) {
        (Base::Itself, _) => placed.rule.to_owned(),
        (Base::Told, Some(told)) => {
            let from = if matches!(when, When::Beside { .. }) {
                reference.first.unwrap_or(told)
            } else {
                told
            };
            format!("{}(date told {from})", placed.rule)
        }
        _ => format!("{}({})", placed.rule, anchor.rule),
    }
}
