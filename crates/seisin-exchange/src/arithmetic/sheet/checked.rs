//! What came of checking a table.

use crate::arithmetic::{finding::Finding, worked::NotWorked};
use seisin_core::{Quantity, Unit};

/// What a table was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// Rows of amounts, in one list or several.
    Lists,
    /// Figures with the arithmetic they come from.
    Figures,
    /// Transfers between parties.
    Transfers,
    /// Versions of offers.
    Versions,
}

impl SheetKind {
    /// The word for it in output.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lists => "lists",
            Self::Figures => "figures",
            Self::Transfers => "transfers",
            Self::Versions => "versions",
        }
    }
}

/// Whether a printed figure is what the others come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// It is, as printed.
    Agrees,
    /// It is not.
    Differs,
    /// Nothing is printed to compare: the figure is worked out for the reader.
    WorkedOut,
    /// The words could not be worked out.
    NotCheckable,
}

impl Agreement {
    /// All of them, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Agrees, Self::Differs, Self::WorkedOut, Self::NotCheckable];

    /// The word for it in output.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::WorkedOut => "worked_out",
            Self::NotCheckable => "not_checkable",
        }
    }
}

/// One figure of a table, checked or worked out.
///
/// # Units
/// `expected` is in `unit`.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What it is about: the list, the row's name.
    pub subject: String,
    /// The line of the table it stands in, from 1; `None` for a figure of several lines.
    pub line: Option<u64>,
    /// The figure as printed; empty where none is.
    pub printed: String,
    /// What the other figures come to.
    pub expected: Option<f64>,
    /// The unit of `expected`.
    pub unit: Option<Unit>,
    /// How it was worked out.
    pub from: String,
    /// The outcome.
    pub agreement: Agreement,
    /// What is at odds, where something is.
    pub finding: Option<Finding>,
    /// Why nothing could be told, or what else a reader has to know; often empty.
    pub note: String,
}

impl Checked {
    /// A figure that nobody printed, worked out for the reader.
    pub(super) fn worked_out(subject: &str, from: String, expected: f64, unit: &Unit) -> Self {
        Self {
            subject: subject.to_owned(),
            line: None,
            printed: String::new(),
            expected: Some(expected),
            unit: Some(unit.clone()),
            from,
            agreement: Agreement::WorkedOut,
            finding: None,
            note: String::new(),
        }
    }

    /// A printed figure beside what it should be, in the printed one's unit.
    pub(super) fn compared(
        subject: &str,
        from: String,
        printed: &Quantity,
        found: (f64, Option<Finding>),
    ) -> Self {
        let (expected, finding) = found;
        Self {
            printed: printed.original_value.clone(),
            agreement: if finding.is_some() { Agreement::Differs } else { Agreement::Agrees },
            finding,
            ..Self::worked_out(subject, from, expected, &printed.unit)
        }
    }

    /// Words that could not be worked out.
    pub(super) fn not_checkable(subject: &str, printed: &str, reason: String) -> Self {
        Self {
            subject: subject.to_owned(),
            line: None,
            printed: printed.to_owned(),
            expected: None,
            unit: None,
            from: String::new(),
            agreement: Agreement::NotCheckable,
            finding: None,
            note: reason,
        }
    }

    pub(super) fn unworked(subject: &str, printed: &str, reason: &NotWorked) -> Self {
        Self::not_checkable(subject, printed, reason.to_string())
    }

    pub(super) fn on_line(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }
}

/// What came of checking a table.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetReport {
    /// What the table was taken for.
    pub kind: SheetKind,
    /// How many rows it has under its head line.
    pub rows: usize,
    /// The figures, in the order of the table.
    pub checks: Vec<Checked>,
}
