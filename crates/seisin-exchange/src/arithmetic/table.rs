//! Lists of amounts with their printed totals.

use super::{
    finding::Finding,
    statement::{Statement, check_statement},
};
use seisin_core::Quantity;

/// One row: a name and an amount.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// What the row is about.
    pub name: String,
    /// How much.
    pub amount: Quantity,
}

/// Rows that belong together, and their total where one is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct TableList {
    /// What the list is of.
    pub name: String,
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// Their total as printed.
    pub printed_total: Option<Quantity>,
}

/// Lists printed side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The lists, in the order they are printed in.
    pub lists: Vec<TableList>,
}

/// What is at odds in the table: totals that their rows do not add up to.
///
/// # Method
/// Every list with a printed total is a [`Statement::Sum`]. A row is taken to be as exact as the
/// most exact row of its list, as a column that leaves out trailing zeros prints it. Where a total
/// does not fit, the totals of other lists say what else it may be, as for [`Statement::Same`].
pub fn check_table(table: &Table) -> Vec<(String, Finding)> {
    let totals: Vec<&Quantity> =
        table.lists.iter().filter_map(|list| list.printed_total.as_ref()).collect();
    let found = table.lists.iter().filter_map(|list| {
        let finding = check_list(list, &totals)?;
        Some((list.name.clone(), finding))
    });
    found.collect()
}

fn check_list(list: &TableList, totals: &[&Quantity]) -> Option<Finding> {
    let total = list.printed_total.clone()?;
    let step = list.rows.iter().map(|row| row.amount.step).fold(f64::INFINITY, f64::min);
    let exact = |row: &TableRow| Quantity { step, ..row.amount.clone() };
    let parts: Vec<Quantity> = list.rows.iter().map(exact).collect();
    let sum: f64 = parts.iter().map(Quantity::si_value).sum();
    let finding = check_statement(&Statement::Sum { parts, total: total.clone() })?;
    let unit = list.rows.first().map_or(&total.unit, |row| &row.amount.unit);
    let meant = Quantity { value: sum / unit.si_factor(), unit: unit.clone(), ..total.clone() };
    let others = totals.iter().filter(|other| **other != &total).map(|other| (*other).clone());
    let others: Vec<Quantity> = others.chain(std::iter::once(meant.clone())).collect();
    Some(Finding { guesses: super::guess::guesses(&total, &meant, &others), ..finding })
}

impl TableList {
    /// What the rows add up to, in the unit of the first; `None` for no rows.
    pub fn row_sum(&self) -> Option<f64> {
        let unit = &self.rows.first()?.amount.unit;
        let sum: f64 = self.rows.iter().map(|row| row.amount.si_value()).sum();
        Some(sum / unit.si_factor())
    }
}
