//! Why a candidate is not taken.

/// Why a candidate is not taken; each message is a sentence fit for a problem record.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// It does not say which program proposes it, or claims to be this reader.
    #[error("the candidate does not say which program proposes it")]
    NoReader,
    /// Its quote is nowhere in the document.
    #[error("the quote “{0}” does not stand in the document")]
    NoQuote(String),
    /// Its quote stands in page furniture.
    #[error("the quote “{0}” stands outside the report, in the page around it")]
    OutsideReport(String),
    /// A part is not where it must stand.
    #[error("the {slot} “{text}” does not stand in the {place}")]
    NotPrinted {
        /// Which part.
        slot: &'static str,
        /// As proposed.
        text: String,
        /// `quote` or `document`.
        place: &'static str,
    },
    /// The amount reads otherwise.
    #[error("the amount “{text}” reads as {found}, not as {proposed}")]
    OtherAmount {
        /// As printed.
        text: String,
        /// As this reader reads it.
        found: String,
        /// As proposed.
        proposed: String,
    },
    /// Nothing in the quote reads as that amount.
    #[error("the amount “{0}” does not read as an amount")]
    NoAmount(String),
    /// The land is not known.
    #[error("the land “{0}” is not known")]
    UnknownLand(String),
    /// The party is not known.
    #[error("the party “{0}” is not known")]
    UnknownParty(String),
    /// The quote denies what is proposed as so.
    #[error("the quote has “{0}”, so that it cannot be taken as said to be so")]
    Denied(String),
    /// The date cannot be placed.
    #[error("the date “{0}” cannot be placed on the calendar")]
    UnplacedDate(String),
    /// A sort of claim without what it needs.
    #[error("a {kind} needs {needs}")]
    Incomplete {
        /// Which sort.
        kind: &'static str,
        /// What.
        needs: &'static str,
    },
}
