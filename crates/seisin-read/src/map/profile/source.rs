//! Where a file says a date.

use crate::map::name_pattern::NamePattern;
use jiff::civil::Time;
use std::fmt;

/// Where a file says a date, and how.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::map) struct DateSource {
    /// Where.
    pub(in crate::map) place: DateWhere,
    /// The hour that stands for it, in UTC, where the date itself has none.
    pub(in crate::map) utc: Option<Time>,
}

/// Where a file says a date. A pattern is left out where the date is an ISO 8601 day or an RFC 3339
/// instant.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::map) enum DateWhere {
    /// In its name.
    FileName(NamePattern),
    /// In a property of its features.
    Property(String, Option<NamePattern>),
    /// In a member of the file itself.
    Member(String, Option<NamePattern>),
}

impl fmt::Display for DateSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            DateWhere::FileName(pattern) => write!(f, "the file's name as {}", pattern.as_str()),
            DateWhere::Property(name, _) => write!(f, "the property `{name}`"),
            DateWhere::Member(name, _) => write!(f, "the file's member `{name}`"),
        }
    }
}
