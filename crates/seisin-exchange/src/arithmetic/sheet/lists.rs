//! Rows of amounts in one list or several, with their totals.

use super::{
    checked::Checked,
    columns::{Columns, Row},
    error::SheetError,
    read::SheetSettings,
};
use crate::arithmetic::{
    finding::Finding,
    printed::{figure, figure_in},
    statement::{Statement, check_statement},
    table::{Table, TableList, TableRow, check_table},
};
use seisin_core::{Quantity, Unit, UnitKind};

/// What a row's name says where it holds the total of its list.
const TOTAL: [&str; 6] = ["total", "totals", "sum", "in all", "grand total", "all"];

/// Checks the totals of every list in every column of amounts, rows that give one area in two
/// units, and works out what two lists differ by.
///
/// # Errors
/// [`SheetError`] for a total that is no figure or belongs to no list.
pub(super) fn check(
    columns: &Columns,
    rows: &[Row],
    settings: &SheetSettings,
) -> Result<Vec<Checked>, SheetError> {
    let amounts = columns.amounts();
    let mut checks = Vec::new();
    for (index, (at, unit)) in amounts.iter().enumerate() {
        let (mut table, unread) = table_of(columns, rows, (*at, unit));
        checks.extend(unread);
        if index == 0 {
            add_totals(&mut table, unit, settings)?;
        }
        checks.extend(totals(&table, unit));
        checks.extend(two_lists(&table, unit));
    }
    checks.extend(rows.iter().flat_map(|row| two_units(columns, row, &amounts)));
    Ok(checks)
}

fn list_column(columns: &Columns) -> Option<usize> {
    columns.one_of(&["list", "group", "side", "table"])
}

/// What a row is called: its fields that are neither its list nor an amount.
fn name(columns: &Columns, row: &Row) -> String {
    let amounts: Vec<usize> = columns.amounts().into_iter().map(|(at, _)| at).collect();
    let list = list_column(columns);
    let fields = row.fields.iter().enumerate();
    let told = fields.filter(|(at, _)| Some(*at) != list && !amounts.contains(at));
    told.map(|(_, field)| field.as_str())
        .filter(|field| !field.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The lists of one column of amounts, and the rows whose amount could not be read.
fn table_of(columns: &Columns, rows: &[Row], (at, unit): (usize, &Unit)) -> (Table, Vec<Checked>) {
    let mut table = Table::default();
    let mut unread = Vec::new();
    for row in rows {
        let (list, name, text) =
            (row.at(list_column(columns)), name(columns, row), row.at(Some(at)));
        let Some(amount) = figure_in(text, unit) else {
            if !text.is_empty() {
                let reason = format!("no amount in {}", unit.ucum());
                unread.push(Checked::not_checkable(&name, text, reason).on_line(row.line));
            }
            continue;
        };
        let index = table.lists.iter().position(|known| known.name == list).unwrap_or_else(|| {
            let list = TableList { name: list.to_owned(), rows: Vec::new(), printed_total: None };
            table.lists.push(list);
            table.lists.len() - 1
        });
        if TOTAL.contains(&name.to_lowercase().as_str()) {
            table.lists[index].printed_total = Some(amount);
        } else {
            table.lists[index].rows.push(TableRow { name, amount });
        }
    }
    (table, unread)
}

fn add_totals(table: &mut Table, unit: &Unit, settings: &SheetSettings) -> Result<(), SheetError> {
    for total in &settings.totals {
        let printed = figure_in(&total.printed, unit)
            .or_else(|| figure(&total.printed))
            .filter(|printed| printed.unit.kind() == unit.kind())
            .ok_or_else(|| SheetError::NoFigure { total: total.printed.clone() })?;
        let known =
            || table.lists.iter().map(|list| list.name.clone()).collect::<Vec<_>>().join(", ");
        let index = match &total.list {
            Some(named) => table.lists.iter().position(|list| list.name == *named),
            None => (table.lists.len() == 1).then_some(0),
        };
        let list = index.ok_or_else(|| SheetError::NoSuchList {
            list: total.list.clone().unwrap_or_else(|| "the only list".to_owned()),
            known: known(),
        })?;
        table.lists[list].printed_total = Some(printed);
    }
    Ok(())
}

/// The sum of every list, beside its printed total where it has one.
fn totals(table: &Table, unit: &Unit) -> Vec<Checked> {
    let found = check_table(table);
    let finding = |name: &str| found.iter().find(|(list, _)| list == name).map(|(_, f)| f.clone());
    let of_list = |list: &TableList| {
        let sum = list.row_sum()?;
        let from = format!("the sum of {} rows", list.rows.len());
        Some(match &list.printed_total {
            None => Checked::worked_out(&list.name, from, sum, unit),
            Some(total) => {
                let expected = sum * unit.si_factor() / total.unit.si_factor();
                Checked::compared(&list.name, from, total, (expected, finding(&list.name)))
            }
        })
    };
    table.lists.iter().filter_map(of_list).collect()
}

/// What two lists differ by and their ratio, from the printed totals and from the rows.
fn two_lists(table: &Table, unit: &Unit) -> Vec<Checked> {
    let [one, other] = table.lists.as_slice() else { return Vec::new() };
    let subject = format!("{} − {}", one.name, other.name);
    let mut checks = Vec::new();
    let printed = |list: &TableList| {
        list.printed_total.as_ref().map(|total| total.si_value() / unit.si_factor())
    };
    let bases = [
        ("the printed totals", printed(one), printed(other)),
        ("the sums of the rows", one.row_sum(), other.row_sum()),
    ];
    for (basis, one, other) in bases {
        let (Some(one), Some(other)) = (one, other) else { continue };
        checks.push(Checked::worked_out(
            &subject,
            format!("the net of {basis}"),
            one - other,
            unit,
        ));
        if unit.kind() == UnitKind::Area && *unit != Unit::SquareKilometre {
            let km2 = (one - other) * unit.si_factor() / Unit::SquareKilometre.si_factor();
            let from = format!("the net of {basis}");
            checks.push(Checked::worked_out(&subject, from, km2, &Unit::SquareKilometre));
        }
        if other > 0.0 {
            let from = format!("the ratio of {basis}");
            checks.push(Checked::worked_out(&subject, from, one / other, &Unit::One));
        }
    }
    checks
}

/// Areas of one row in two units: the later column against the first, where rounding of both
/// cannot explain the difference.
fn two_units(columns: &Columns, row: &Row, amounts: &[(usize, Unit)]) -> Vec<Checked> {
    let areas: Vec<Quantity> = amounts
        .iter()
        .filter(|(_, unit)| unit.kind() == UnitKind::Area)
        .filter_map(|(at, unit)| figure_in(row.at(Some(*at)), unit))
        .collect();
    let Some((meant, others)) = areas.split_first() else { return Vec::new() };
    others
        .iter()
        .filter(|other| other.unit != meant.unit)
        .map(|printed| {
            let statement = Statement::Same {
                printed: printed.clone(),
                meant: meant.clone(),
                others: Vec::new(),
            };
            let finding =
                check_statement(&statement).filter(|f: &Finding| !f.rounding_could_explain);
            let from = format!("{} {}", meant.original_value, meant.unit.ucum());
            let expected = meant.si_value() / printed.unit.si_factor();
            let found = (expected, finding);
            Checked::compared(&name(columns, row), from, printed, found).on_line(row.line)
        })
        .collect()
}
