//! The files parties are described in.

use super::role::PartyKind;
use serde::Deserialize;

/// The highest version of the format this reader knows.
const VERSION: u32 = 1;
/// The most bytes a file may have.
const MAX_BYTES: usize = 4 << 20;
/// The most names one party may have.
const MAX_NAMES: usize = 500;

/// Why a file of parties is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExtendLexiconError {
    /// It is not TOML of the expected shape.
    #[error(
        "read party file, line {line}: {reason}\nhint: the format is described in docs/reference/party-lexicon.md"
    )]
    Syntax {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
    /// It is of a later version.
    #[error(
        "read party file: it is of version {found}, this program knows version {VERSION}\nhint: use a newer program, or write `version = {VERSION}`"
    )]
    Version {
        /// The version it states.
        found: u32,
    },
    /// One of its parties is not described as the format asks.
    #[error("read party file, line {line}, party {id:?}: {reason}")]
    Party {
        /// The line of the party's identifier, counted from 1.
        line: usize,
        /// Which party.
        id: String,
        /// What is wrong, with the remedy on a line of its own.
        reason: String,
    },
    /// It is larger than a file of names can sensibly be.
    #[error(
        "read party file: it has {bytes} bytes, more than {MAX_BYTES}\nhint: split it into several files"
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
}

/// A file of parties.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartyFile {
    version: u32,
    #[expect(dead_code, reason = "stated for the reader of the file")]
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    pub(crate) party: Vec<PartyRow>,
}

/// One party as a file describes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartyRow {
    pub(crate) id: String,
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) country: Option<String>,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    #[serde(default)]
    pub(crate) demonyms: Vec<String>,
    #[serde(default)]
    pub(crate) capitals: Vec<String>,
    #[serde(default)]
    pub(crate) seats: Vec<String>,
    #[serde(default)]
    pub(crate) governments: Vec<String>,
    #[serde(default)]
    pub(crate) forces: Vec<String>,
    #[serde(default)]
    pub(crate) leaders: Vec<PersonRow>,
    #[serde(default)]
    pub(crate) spokespeople: Vec<PersonRow>,
}

/// One person who leads a party or speaks for it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonRow {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) also: Vec<String>,
    #[serde(default)]
    pub(crate) from: Option<u16>,
    #[serde(default)]
    pub(crate) to: Option<u16>,
}

impl PartyRow {
    fn count(&self) -> usize {
        self.aliases.len()
            + self.demonyms.len()
            + self.capitals.len()
            + self.seats.len()
            + self.governments.len()
            + self.forces.len()
            + self.leaders.len()
            + self.spokespeople.len()
    }
}

/// The parties of the file `text`.
pub(crate) fn parse(text: &str) -> Result<PartyFile, ExtendLexiconError> {
    if text.len() > MAX_BYTES {
        return Err(ExtendLexiconError::TooLarge { bytes: text.len() });
    }
    let file: PartyFile = toml::from_str(text).map_err(|cause| ExtendLexiconError::Syntax {
        line: cause.span().map_or(1, |span| line_at(text, span.start)),
        reason: cause.message().to_owned(),
    })?;
    if file.version > VERSION {
        return Err(ExtendLexiconError::Version { found: file.version });
    }
    for row in &file.party {
        check(row).map_err(|reason| ExtendLexiconError::Party {
            line: line_of(text, &row.id),
            id: row.id.clone(),
            reason: reason.to_owned(),
        })?;
    }
    Ok(file)
}

fn check(row: &PartyRow) -> Result<(), &'static str> {
    let plain = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '-';
    if row.id.is_empty() || !row.id.chars().all(plain) {
        return Err("its identifier is not plain\nhint: use small letters, digits and hyphens");
    }
    if crate::fold(&row.name).is_empty() {
        return Err("its name has no letters\nhint: write `name = \"…\"`");
    }
    if row.kind.as_deref().is_some_and(|word| PartyKind::from_word(word).is_none()) {
        return Err("its kind is not known\nhint: use state, authority, armed-group, bloc or body");
    }
    if row.count() > MAX_NAMES {
        return Err("it has more than 500 names\nhint: leave out what no report uses");
    }
    Ok(())
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn line_of(text: &str, id: &str) -> usize {
    let quoted = format!("\"{id}\"");
    let line =
        text.lines().position(|line| line.trim_start().starts_with("id") && line.contains(&quoted));
    line.map_or(1, |index| index + 1)
}
