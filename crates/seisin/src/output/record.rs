//! What a record must offer so that every form can show it.

use serde::Serialize;

/// A row of an answer: an object in JSON, the same facts as columns in tables and CSV.
pub(crate) trait Record: Serialize {
    /// The names of the columns.
    const COLUMNS: &'static [&'static str];

    /// The columns' texts, as many as there are names; empty where nothing is known.
    fn cells(&self) -> Vec<String>;
}

/// A table for people, where it differs from the columns of the CSV.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// The headings.
    pub(crate) headings: Vec<String>,
    /// The rows, each as long as the headings.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings and no rows yet.
    pub(crate) fn with_headings(headings: &[&str]) -> Self {
        Self { headings: headings.iter().map(ToString::to_string).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }
}
