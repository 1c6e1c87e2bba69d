//! Why a report cannot be taken from its source.

/// Why a report, or the rest of a source, cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ItemError {
    /// One report is larger than the limit; the others are read.
    #[error(
        "take {place}: it has more than the {limit} bytes allowed for one report; it was left out\nhint: split it into one part a report"
    )]
    TooLarge {
        /// Which file, line or record.
        place: String,
        /// The limit.
        limit: usize,
    },
    /// The source has more reports than the limit; the rest is not read.
    #[error(
        "take more than {limit} reports from {place}; the rest was not read\nhint: split it into several files"
    )]
    TooMany {
        /// Which file.
        place: String,
        /// The limit.
        limit: usize,
    },
    /// It unpacks to more than its bytes can honestly hold; the rest is not read.
    #[error(
        "unpack {place}: it becomes more than {limit} times as large; the rest was not read\nhint: unpack it with another program if you trust it, and read what comes out"
    )]
    Expands {
        /// Which file.
        place: String,
        /// The limit.
        limit: u64,
    },
    /// One report is not in the form it should be; the others are read.
    #[error("take {place}: {reason}; it was left out\nhint: {hint}")]
    Malformed {
        /// Which file, line or record.
        place: String,
        /// What is wrong.
        reason: String,
        /// What to do.
        hint: &'static str,
    },
    /// The source is not in the form it should be from here on; the rest is not read.
    #[error("read {place}: {reason}; the rest was not read\nhint: {hint}")]
    Broken {
        /// Which file, and where in it.
        place: String,
        /// What is wrong.
        reason: String,
        /// What to do.
        hint: &'static str,
    },
}

impl ItemError {
    /// Whether the rest of the source was not read.
    pub const fn ends_source(&self) -> bool {
        matches!(self, Self::TooMany { .. } | Self::Expands { .. } | Self::Broken { .. })
    }

    /// The file, line or record.
    pub fn place(&self) -> &str {
        match self {
            Self::TooLarge { place, .. }
            | Self::TooMany { place, .. }
            | Self::Expands { place, .. }
            | Self::Malformed { place, .. }
            | Self::Broken { place, .. } => place,
        }
    }
}
