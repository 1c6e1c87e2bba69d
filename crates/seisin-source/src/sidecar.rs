//! What a caller knows of map files beside the files: a table with one row a file.

use seisin_core::{Date, Length, Licence, Published};
use std::collections::BTreeMap;

/// What is known of one map file beside the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SidecarRow {
    /// When it was published.
    pub published: Option<Published>,
    /// The day whose situation it shows.
    pub edition_date: Option<Date>,
    /// Under which terms it may be used.
    pub licence: Option<Licence>,
    /// How far a line on it may lie from where the publisher means it.
    pub positional_error: Option<Length>,
}

/// A table of what is known of map files, by file name.
///
/// A CSV file in UTF-8 with a head line. The column `file` is needed; `published` (a day or an RFC
/// 3339 instant), `edition_date` (a day), `licence` and `positional_error_m` (metres) may be there,
/// in any order. An empty field is not known. A file may have one row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sidecar {
    rows: BTreeMap<String, SidecarRow>,
}

/// Why such a table cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SidecarError {
    /// It is larger than any such table.
    #[error(
        "read the table of map files: it has {bytes} bytes, more than the {limit} allowed\nhint: split the table, one for each folder of maps"
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// It is no CSV in UTF-8.
    #[error(
        "read the table of map files, line {line}: {reason}\nhint: write it as CSV in UTF-8, every line with as many fields as the head line"
    )]
    NotCsv {
        /// The line, from 1.
        line: u64,
        /// What is wrong there.
        reason: String,
    },
    /// The column that names the files is not there.
    #[error(
        "read the table of map files: it has no column `file`\nhint: the head line is file,published and may go on with edition_date,licence,positional_error_m"
    )]
    NoFileColumn,
    /// It has a column that is not known.
    #[error(
        "read the table of map files: the column `{column}` is not known or stands twice\nhint: the columns are file, published, edition_date, licence, positional_error_m"
    )]
    UnknownColumn {
        /// Its name.
        column: String,
    },
    /// A field is not what its column holds.
    #[error("read the table of map files, line {line}: {column} is \"{value}\"\nhint: {hint}")]
    BadField {
        /// The line, from 1.
        line: u64,
        /// Its column.
        column: &'static str,
        /// The field as written.
        value: String,
        /// What the column holds.
        hint: &'static str,
    },
    /// A file has two rows.
    #[error(
        "read the table of map files, line {line}: {file} has a row already\nhint: keep one row for a file; a corrected edition is a file of its own"
    )]
    TwoRows {
        /// The line of the second, from 1.
        line: u64,
        /// Which file.
        file: String,
    },
}

const COLUMNS: [&str; 5] = ["file", "published", "edition_date", "licence", "positional_error_m"];

impl Sidecar {
    /// The largest table read, in bytes.
    pub const MAX_BYTES: usize = 64 << 20;

    /// Reads a table.
    ///
    /// # Errors
    /// Where it is no such table; the message names the line and what the column holds.
    ///
    /// # Example
    /// ```
    /// use seisin_source::Sidecar;
    /// let table = Sidecar::parse(b"file,published\nm1-v1.geojson,2030-01-15T18:00Z\n")?;
    /// let row = table.row("m1/m1-v1.geojson").unwrap();
    /// assert_eq!(row.published.unwrap().to_string(), "2030-01-15T18:00:00Z");
    /// # Ok::<(), seisin_source::SidecarError>(())
    /// ```
    pub fn parse(bytes: &[u8]) -> Result<Self, SidecarError> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(SidecarError::TooLarge { bytes: bytes.len(), limit: Self::MAX_BYTES });
        }
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
        let columns = columns(reader.headers().map_err(|error| not_csv(&error))?)?;
        let mut table = Self::default();
        for record in reader.records() {
            table.take_record(&record.map_err(|error| not_csv(&error))?, &columns)?;
        }
        Ok(table)
    }

    /// What is known of the file of this name; folders before it do not count, unless the table
    /// names them as well.
    pub fn row(&self, name: &str) -> Option<&SidecarRow> {
        self.rows.get(name).or_else(|| self.rows.get(name.rsplit(['/', '\\']).next()?))
    }

    /// The names of the files, in alphabetical order.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    fn take_record(
        &mut self,
        record: &csv::StringRecord,
        columns: &[&'static str],
    ) -> Result<(), SidecarError> {
        let line = record.position().map_or(0, csv::Position::line);
        let (mut row, mut file) = (SidecarRow::default(), String::new());
        for (column, value) in columns.iter().zip(record) {
            match *column {
                "file" => value.clone_into(&mut file),
                _ if value.is_empty() => {}
                column => row.take_field(column, value).map_err(|hint| SidecarError::BadField {
                    line,
                    column,
                    value: value.to_owned(),
                    hint,
                })?,
            }
        }
        if file.is_empty() {
            let (column, hint) = ("file", "every line names its file");
            return Err(SidecarError::BadField { line, column, value: file, hint });
        }
        match self.rows.entry(file) {
            std::collections::btree_map::Entry::Occupied(there) => {
                Err(SidecarError::TwoRows { line, file: there.key().clone() })
            }
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(row);
                Ok(())
            }
        }
    }
}

impl SidecarRow {
    fn take_field(&mut self, column: &str, value: &str) -> Result<(), &'static str> {
        match column {
            "published" => {
                let hint = "write a day such as 2030-01-15 or an instant such as 2030-01-15T18:00:00Z; leave it empty where it is not known";
                self.published = Some(Published::parse(value).ok_or(hint)?);
            }
            "edition_date" => match Published::parse(value) {
                Some(Published::Day(day)) => self.edition_date = Some(day),
                _ => return Err("write the day whose situation the map shows, such as 2030-01-14"),
            },
            "positional_error_m" => {
                let metres: Option<f64> = value.parse().ok().filter(|m| (0.0..=1e6).contains(m));
                let hint = "write metres as a plain number from 0 to 1000000, such as 250";
                self.positional_error = Some(Length::from_metres(metres.ok_or(hint)?));
            }
            _ => self.licence = Some(Licence(value.to_owned())),
        }
        Ok(())
    }
}

fn columns(head: &csv::StringRecord) -> Result<Vec<&'static str>, SidecarError> {
    let mut columns = Vec::new();
    for name in head {
        match COLUMNS.into_iter().find(|column| *column == name) {
            Some(column) if !columns.contains(&column) => columns.push(column),
            _ => return Err(SidecarError::UnknownColumn { column: name.to_owned() }),
        }
    }
    if columns.contains(&"file") { Ok(columns) } else { Err(SidecarError::NoFileColumn) }
}

fn not_csv(error: &csv::Error) -> SidecarError {
    let line = error.position().map_or(1, csv::Position::line);
    let reason = match error.kind() {
        csv::ErrorKind::Utf8 { .. } => "it is not UTF-8".to_owned(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("it has {len} fields where the head line has {expected_len}")
        }
        _ => "it is no CSV".to_owned(),
    };
    SidecarError::NotCsv { line, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_in_any_order() {
        let table = Sidecar::parse(
            "\u{feff}licence, file, positional_error_m, edition_date, published\r\n\
             no redistribution, a.geojson, 0, 2030-01-14, 2030-01-15T18:00Z\r\n\
             ,b.geojson,,,\r\n"
                .as_bytes(),
        )
        .unwrap();
        let row = table.row("maps/a.geojson").unwrap();
        assert_eq!(row.positional_error, Some(Length::ZERO));
        assert_eq!(row.edition_date.unwrap().to_string(), "2030-01-14");
        assert_eq!(row.licence.as_ref().unwrap().0, "no redistribution");
        assert_eq!(table.row("b.geojson"), Some(&SidecarRow::default()));
        assert_eq!(table.row("c.geojson"), None);
        assert_eq!(table.files().collect::<Vec<_>>(), ["a.geojson", "b.geojson"]);
    }

    #[test]
    fn what_is_wrong_is_named_by_its_line() {
        let rows: [(&[u8], &str); 10] = [
            (b"", "no column `file`"),
            (b"name,published\n", "`name` is not known"),
            (b"file,file\n", "`file` is not known or stands twice"),
            (b"published\n2030-01-15\n", "no column `file`"),
            (b"file,published\na,2 hours ago\n", "line 2: published is \"2 hours ago\""),
            (b"file,edition_date\na,2030-01-14T10:00Z\n", "line 2: edition_date is"),
            (b"file,positional_error_m\na,-1\n", "line 2: positional_error_m is \"-1\""),
            (b"file,published\na,\nb\n", "line 3: it has 1 fields where the head line has 2"),
            (b"file,published\na,\na,\n", "line 3: a has a row already"),
            (b"file,published\n\xff,\n", "line 2: it is not UTF-8"),
        ];
        for (bytes, expected) in rows {
            let message = Sidecar::parse(bytes).unwrap_err().to_string();
            assert!(message.contains(expected) && message.contains("\nhint: "), "{message}");
        }
    }
}
