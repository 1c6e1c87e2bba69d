//! What is exported: rows with their shapes, and what is said of them.

use super::{
    column::{Column, named},
    drawn::Drawn,
};
use crate::output::Record;
use seisin_core::Licence;
use std::collections::BTreeSet;

/// Rows to be written to a file of another program.
#[derive(Debug, Clone)]
pub(crate) struct Export {
    /// A short name: `series`.
    pub(crate) name: &'static str,
    /// A title for people.
    pub(crate) title: String,
    /// Whether the rows have shapes.
    pub(crate) shapes: Shapes,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<ExportRow>,
    /// Whose maps and boundaries it rests on, each with its terms.
    pub(super) sources: BTreeSet<Source>,
    /// How the user came to have the right to pass shapes on, where that was stated.
    pub(super) rights: Option<String>,
    /// What is to be said of it beside what every file says.
    pub(super) note: Option<&'static str>,
}

/// Whether the rows of an export have shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shapes {
    /// They have, save those withheld.
    Drawn,
    /// They are figures and words alone.
    None,
}

/// One row.
#[derive(Debug, Clone)]
pub(crate) struct ExportRow {
    /// Its cells, as many as there are columns but the last.
    pub(crate) cells: Vec<String>,
    /// What it draws.
    pub(crate) shape: Option<Drawn>,
    /// Why it has none.
    pub(crate) withheld: Option<String>,
}

/// A publisher or boundary set with its terms.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Source {
    /// Its name.
    pub(crate) name: String,
    /// Its terms.
    pub(crate) licence: Licence,
}

impl Export {
    /// An export of records with their shapes.
    pub(crate) fn of<R: Record>(
        name: &'static str,
        title: String,
        rows: Vec<ExportRow>,
        sources: BTreeSet<Source>,
    ) -> Self {
        let columns = R::COLUMNS.iter().map(|column| named(column));
        let columns = columns.chain([named("withheld_reason")]).collect();
        Self {
            name,
            title,
            shapes: Shapes::Drawn,
            columns,
            rows,
            sources,
            rights: None,
            note: None,
        }
    }

    /// The same without shapes.
    pub(crate) fn without_shapes(mut self) -> Self {
        self.shapes = Shapes::None;
        self.columns.pop();
        self
    }

    /// The same with the user's statement.
    pub(crate) fn stating(mut self, rights: Option<String>) -> Self {
        self.rights = rights;
        self
    }

    /// The same with more to be said of it.
    pub(crate) fn noting(mut self, note: &'static str) -> Self {
        self.note = Some(note);
        self
    }

    /// The cells of a row, one for each column.
    pub(super) fn cells<'a>(&'a self, row: &'a ExportRow) -> impl Iterator<Item = &'a str> {
        let withheld = row.withheld.as_deref().unwrap_or_default();
        row.cells.iter().map(String::as_str).chain([withheld]).take(self.columns.len())
    }
}
