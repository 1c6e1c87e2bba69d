//! From the bytes of a table to its checks.

use super::{
    checked::{SheetKind, SheetReport},
    columns::{Columns, Row},
    error::SheetError,
    figures, lists, transfers, versions,
};

/// The largest table read, in bytes.
const MAX_BYTES: usize = 64 << 20;
/// The most rows.
const MAX_ROWS: usize = 1_000_000;

/// A total that is printed elsewhere than in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedTotal {
    /// The list it is the total of; `None` for the only list.
    pub list: Option<String>,
    /// The total as printed: `17,160.63`, in the list's unit where it names none.
    pub printed: String,
}

/// What is known beside the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetSettings {
    /// Totals printed elsewhere.
    pub totals: Vec<PrintedTotal>,
}

/// Checks a table of printed figures, given as the bytes of a CSV with a head line.
///
/// # Method
/// By its head line a table is one of figures (`printed`, `from`), transfers (`from`, `to`, `party`,
/// `becomes`), versions of offers (`offer`, `gives`, `asks`), or lists: every column whose heading
/// names a unit holds amounts, a column `list`, `group` or `side` tells lists apart, and a row called
/// `total` holds the printed total of its list. What is worked out is told in
/// [`crate::check_statement`] and [`crate::check_table`].
///
/// # Errors
/// [`SheetError`] where it is no CSV, too large, or none of these.
///
/// # Example
/// ```
/// use seisin_exchange::{Agreement, SheetSettings, check_sheet};
/// let csv = b"printed,from\n40.67 km2,10050.61 acres\n57 %,166429 / 299028\n";
/// let report = check_sheet(csv, &SheetSettings::default())?;
/// let outcome: Vec<Agreement> = report.checks.iter().map(|check| check.agreement).collect();
/// assert_eq!(outcome, [Agreement::Agrees, Agreement::Differs]);
/// # Ok::<(), seisin_exchange::SheetError>(())
/// ```
pub fn check_sheet(bytes: &[u8], settings: &SheetSettings) -> Result<SheetReport, SheetError> {
    let (columns, rows) = rows_of(bytes)?;
    let (kind, checks) = if columns.has_all(&["printed", "from"]) {
        (SheetKind::Figures, figures::check(&columns, &rows))
    } else if columns.has_all(&["from", "to", "becomes"]) {
        (SheetKind::Transfers, transfers::check(&columns, &rows))
    } else if columns.has_all(&["gives", "asks"]) {
        (SheetKind::Versions, versions::check(&columns, &rows))
    } else if columns.amounts().is_empty() {
        return Err(SheetError::UnknownKind { head: columns.0.join(",") });
    } else {
        (SheetKind::Lists, lists::check(&columns, &rows, settings)?)
    };
    Ok(SheetReport { kind, rows: rows.len(), checks })
}

fn rows_of(bytes: &[u8]) -> Result<(Columns, Vec<Row>), SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge { what: "bytes", limit: MAX_BYTES });
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    let headings = reader.headers().map_err(|error| not_csv(&error))?;
    let columns = Columns(headings.iter().map(str::to_owned).collect());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| not_csv(&error))?;
        if rows.len() == MAX_ROWS {
            return Err(SheetError::TooLarge { what: "rows", limit: MAX_ROWS });
        }
        let line = record.position().map_or(0, csv::Position::line);
        rows.push(Row { line, fields: record.iter().map(str::to_owned).collect() });
    }
    Ok((columns, rows))
}

fn not_csv(error: &csv::Error) -> SheetError {
    let line = error.position().map_or(1, csv::Position::line);
    SheetError::NotCsv { line, reason: error.to_string() }
}
