//! Writing records in the form that was asked for.

use super::{Format, Record, Table};
use comfy_table::{ContentArrangement, presets};
use std::io::{self, Write};

/// Writes `records` to `out` in `format`.
///
/// # Errors
/// Fails when `out` does; a reader that closed its end early is no error to the caller, see
/// [`crate::exit`].
pub(crate) fn write_records<R: Record>(
    out: &mut dyn Write,
    format: Format,
    records: &[R],
) -> io::Result<()> {
    match format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, records)?;
            writeln!(out)
        }
        Format::Jsonl => records.iter().try_for_each(|record| {
            serde_json::to_writer(&mut *out, record)?;
            writeln!(out)
        }),
        Format::Csv => write_csv(out, R::COLUMNS, records.iter().map(Record::cells)),
        Format::Table => {
            let mut table = Table::with_headings(R::COLUMNS);
            for record in records {
                table.row(record.cells());
            }
            write_table(out, &table)
        }
    }
}

/// Writes one record: `text` for people, the object for programs.
///
/// # Errors
/// Fails when `out` does.
pub(crate) fn write_single<R: Record>(
    out: &mut dyn Write,
    format: Format,
    record: &R,
    text: impl FnOnce() -> String,
) -> io::Result<()> {
    match format {
        Format::Table => out.write_all(text().as_bytes()),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, record)?;
            writeln!(out)
        }
        Format::Jsonl => {
            serde_json::to_writer(&mut *out, record)?;
            writeln!(out)
        }
        Format::Csv => write_csv(out, R::COLUMNS, std::iter::once(record.cells())),
    }
}

/// Writes `table` with aligned columns and no frame, so that it can be cut and pasted.
fn write_table(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let mut grid = comfy_table::Table::new();
    grid.load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Disabled)
        .set_header(&table.headings);
    for row in &table.rows {
        grid.add_row(row);
    }
    grid.lines().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

fn write_csv(
    out: &mut dyn Write,
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| spreadsheet_safe(cell)))?;
    }
    writer.flush()
}

/// A cell that a spreadsheet shows as text even where it begins like a formula.
///
/// # Method
/// OWASP's advice on CSV injection: a cell beginning with `=`, `+`, `-`, `@`, tab or return gets a
/// leading apostrophe, unless it is a plain number.
pub(crate) fn spreadsheet_safe(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Serialize)]
    struct Row {
        name: &'static str,
        area: f64,
    }

    impl Record for Row {
        const COLUMNS: &'static [&'static str] = &["name", "area"];
        fn cells(&self) -> Vec<String> {
            vec![self.name.to_owned(), self.area.to_string()]
        }
    }

    fn written(format: Format) -> String {
        let rows = [Row { name: "=cmd()", area: -1.5 }, Row { name: "Velk", area: 2.0 }];
        let mut out = Vec::new();
        write_records(&mut out, format, &rows).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn csv_keeps_numbers_and_disarms_formulas() {
        assert_eq!(written(Format::Csv), "name,area\n'=cmd(),-1.5\nVelk,2\n");
    }

    #[test]
    fn jsonl_is_one_object_a_line() {
        assert_eq!(written(Format::Jsonl).lines().count(), 2);
    }

    #[test]
    fn a_table_has_its_headings_first() {
        assert!(written(Format::Table).trim_start().starts_with("name"));
    }
}
