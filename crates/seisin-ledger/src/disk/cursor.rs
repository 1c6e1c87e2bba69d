//! One row on its way from the disk, column by column.

use super::trouble::{Outcome, Trouble};
use rusqlite::{Row, types::FromSql};
use seisin_core::{Date, Digest, Published};
use std::str::FromStr;

/// Reads the columns of a row from left to right.
#[derive(Debug)]
pub(crate) struct Cursor<'r, 's> {
    row: &'r Row<'s>,
    next: usize,
}

impl<'r, 's> Cursor<'r, 's> {
    pub(crate) const fn new(row: &'r Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    /// The next column.
    pub(crate) fn take<T: FromSql>(&mut self) -> Outcome<T> {
        self.next += 1;
        Ok(self.row.get(self.next - 1)?)
    }

    /// Passes over columns that do not apply.
    pub(crate) const fn skip(&mut self, columns: usize) {
        self.next += columns;
    }

    /// Goes on to a column by its place.
    pub(crate) const fn seek(&mut self, column: usize) {
        self.next = column;
    }

    /// The next column, a length or an offset.
    pub(crate) fn count(&mut self) -> Outcome<usize> {
        let number: i64 = self.take()?;
        usize::try_from(number).map_err(|_| self.unreadable(&number.to_string()))
    }

    /// The next column, a word that `read` knows.
    pub(crate) fn word<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Outcome<T> {
        let word: String = self.take()?;
        read(&word).ok_or_else(|| self.unreadable(&word))
    }

    /// The next column, a word that `read` knows, or nothing.
    pub(crate) fn maybe_word<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Outcome<Option<T>> {
        let word: Option<String> = self.take()?;
        word.map(|word| read(&word).ok_or_else(|| self.unreadable(&word))).transpose()
    }

    /// The next column, a text in a standard form.
    pub(crate) fn parsed<T: FromStr>(&mut self) -> Outcome<T> {
        self.word(|word| word.parse().ok())
    }

    /// The next column, a text in a standard form, or nothing.
    pub(crate) fn maybe_parsed<T: FromStr>(&mut self) -> Outcome<Option<T>> {
        self.maybe_word(|word| word.parse().ok())
    }

    pub(crate) fn day(&mut self) -> Outcome<Date> {
        self.parsed()
    }

    pub(crate) fn maybe_published(&mut self) -> Outcome<Option<Published>> {
        self.maybe_word(Published::parse)
    }

    pub(crate) fn digest(&mut self) -> Outcome<Digest> {
        Ok(Digest::from_bytes(self.take()?))
    }

    fn unreadable(&self, value: &str) -> Trouble {
        let column = self.row.as_ref().column_name(self.next - 1).unwrap_or("?").to_owned();
        Trouble::Unreadable(format!("column {column} holds `{value}`"))
    }
}
