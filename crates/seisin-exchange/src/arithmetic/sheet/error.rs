//! Why a table was not checked.

/// Why a table was not checked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SheetError {
    /// It is larger than any such table.
    #[error("read the table: it has more than the {limit} {what} allowed\nhint: split it")]
    TooLarge {
        /// Bytes or rows.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// It is no CSV in UTF-8.
    #[error(
        "read the table, line {line}: {reason}\nhint: write it as CSV in UTF-8, every line with as \
         many fields as the head line"
    )]
    NotCsv {
        /// The line, from 1.
        line: u64,
        /// What is wrong there.
        reason: String,
    },
    /// Its head line names nothing that can be checked.
    #[error(
        "tell what the table holds: its head line is {head}\nhint: name a column by its unit \
         (acres, area_km2, people), or use printed,from or from,to,party,becomes or \
         offer,source,gives,asks"
    )]
    UnknownKind {
        /// The head line.
        head: String,
    },
    /// A total was given for a list that is not there.
    #[error(
        "compare a total with `{list}`: the table has no such list\nhint: its lists are {known}"
    )]
    NoSuchList {
        /// The list named.
        list: String,
        /// The lists there are.
        known: String,
    },
    /// A total was given that is no figure.
    #[error("read the total `{total}`\nhint: write it as printed: 17,160.63 acres")]
    NoFigure {
        /// The total as given.
        total: String,
    },
}
