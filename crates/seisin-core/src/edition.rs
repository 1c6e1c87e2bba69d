//! One dated control map of one publisher.

use crate::{area::Length, digest::Digest, document::Published};
use jiff::civil::Date;
use std::fmt;

/// A map publisher's identifier, such as `deepstate` or `m1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublisherId(pub String);

impl fmt::Display for PublisherId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An edition's identifier: a digest over publisher, edition date, publication and source bytes,
/// so that adding the same file twice is one edition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionId(pub String);

impl fmt::Display for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The terms under which something may be used, as its publisher words them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Licence(pub String);

impl fmt::Display for Licence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What is known of one edition of a control map, its shapes apart.
///
/// # Units
/// `edition_date` is the day whose situation the map shows, `published` when it came out: the two
/// differ by days in real archives, and a later publication for the same date is a correction.
#[derive(Debug, Clone, PartialEq)]
pub struct MapEdition {
    /// Its identity.
    pub id: EditionId,
    /// Who drew it.
    pub publisher: PublisherId,
    /// The day whose situation it shows.
    pub edition_date: Date,
    /// When it came out.
    pub published: Option<Published>,
    /// The file it came from, without folders.
    pub name: String,
    /// The digest of that file's bytes.
    pub source: Digest,
    /// Under which terms it may be used.
    pub licence: Licence,
    /// How far a line on it may lie from where the publisher means it, if stated.
    pub positional_error: Option<Length>,
    /// The profile that told its holdings apart.
    pub profile: String,
}

impl MapEdition {
    /// The identity of the edition that these facts describe.
    pub fn identify(
        publisher: &PublisherId,
        edition_date: Date,
        published: Option<Published>,
        source: Digest,
    ) -> EditionId {
        let published = published.map_or_else(String::new, |instant| instant.to_string());
        let key = format!("{publisher}\n{edition_date}\n{published}\n{source}");
        let short: String = Digest::of(key.as_bytes()).hex().chars().take(16).collect();
        EditionId(format!("{publisher}-{edition_date}-{short}"))
    }
}
