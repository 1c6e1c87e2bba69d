//! Transfers between parties, and what is said to become of a party's land.

use super::{
    checked::{Agreement, Checked},
    columns::{Columns, Row},
};
use crate::arithmetic::{
    printed::figure,
    statement::{Becomes, Statement, Transfer, check_statement},
};
use seisin_core::PartyId;

/// Checks every statement of the table against the transfers of its case; a table without a column
/// `case` is one case.
pub(super) fn check(columns: &Columns, rows: &[Row]) -> Vec<Checked> {
    let case = columns.one_of(&["case", "source", "name"]);
    let said = rows.iter().filter(|row| !row.at(columns.named("becomes")).is_empty());
    said.map(|row| {
        let others = rows.iter().filter(|other| other.at(case) == row.at(case));
        let transfers = others.filter_map(|other| transfer(columns, other)).collect();
        check_one(columns, row, row.at(case), transfers).on_line(row.line)
    })
    .collect()
}

fn transfer(columns: &Columns, row: &Row) -> Option<Transfer> {
    let party = |name: &str| {
        let id = row.at(columns.named(name)).trim().to_lowercase();
        (!id.is_empty()).then_some(PartyId(id))
    };
    let amount = figure(row.at(columns.named("amount")));
    Some(Transfer { from: party("from")?, to: party("to")?, amount })
}

fn check_one(columns: &Columns, row: &Row, case: &str, transfers: Vec<Transfer>) -> Checked {
    let said = row.at(columns.named("becomes"));
    let party = PartyId(row.at(columns.named("party")).trim().to_lowercase());
    let printed = format!("{party} becomes {said}");
    let becomes = match said.to_lowercase().as_str() {
        "larger" | "more" | "bigger" => Becomes::Larger,
        "smaller" | "less" => Becomes::Smaller,
        _ => {
            let reason = "`becomes` is neither larger nor smaller".to_owned();
            return Checked::not_checkable(case, &printed, reason);
        }
    };
    let from = format!("{} transfers", transfers.len());
    let finding = check_statement(&Statement::Direction { transfers, party, becomes });
    let agreement = if finding.is_some() { Agreement::Differs } else { Agreement::Agrees };
    Checked { from, agreement, finding, ..Checked::not_checkable(case, &printed, String::new()) }
}
