//! Figures with the arithmetic they come from.

use super::{
    checked::Checked,
    columns::{Columns, Row},
};
use crate::arithmetic::{
    finding::Finding,
    guess::guesses,
    printed::figure,
    statement::at_odds,
    worked::{NotWorked, Worked, work_out},
};
use seisin_core::Quantity;

/// Checks every row: `printed` against `from`, with figures that stand `beside` it for guesses.
pub(super) fn check(columns: &Columns, rows: &[Row]) -> Vec<Checked> {
    let (printed, from) = (columns.named("printed"), columns.named("from"));
    let beside = columns.named("beside");
    let subject = columns.one_of(&["name", "what", "subject", "source"]);
    let one = |row: &Row| {
        check_one(row.at(subject), row.at(printed), row.at(from), row.at(beside)).on_line(row.line)
    };
    rows.iter().map(one).collect()
}

/// Checks one figure against the arithmetic it comes from.
pub(super) fn check_one(subject: &str, printed: &str, from: &str, beside: &str) -> Checked {
    let Some(quantity) = figure(printed) else {
        return Checked::not_checkable(subject, printed, "no figure is printed".to_owned());
    };
    match work_out(from) {
        Err(reason) => Checked::unworked(subject, printed, &reason),
        Ok(worked) if worked.kind != quantity.unit.kind() => {
            Checked::unworked(subject, printed, &NotWorked::UnlikeKinds)
        }
        Ok(worked) => {
            let others: Vec<Quantity> = beside.split(';').filter_map(figure).collect();
            let finding = finding(&quantity, &worked, &others);
            let expected = worked.value / quantity.unit.si_factor();
            Checked::compared(subject, from.to_owned(), &quantity, (expected, finding))
        }
    }
}

fn finding(printed: &Quantity, worked: &Worked, beside: &[Quantity]) -> Option<Finding> {
    let found = at_odds(printed, (worked.value, worked.spread), "the figures come to")?;
    let guesses = match worked.figures.as_slice() {
        [meant] => guesses(printed, meant, beside),
        figures => {
            let meant =
                Quantity { value: worked.value / printed.unit.si_factor(), ..printed.clone() };
            let others: Vec<Quantity> = figures.iter().chain(beside).cloned().collect();
            guesses(printed, &meant, &others)
        }
    };
    Some(Finding { guesses, ..found })
}
