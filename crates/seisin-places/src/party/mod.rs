//! Who acts: names of parties and the words that stand for them.

mod file;
mod first_word;
mod lexicon;
mod matching;
mod nouns;
mod role;

pub use file::ExtendLexiconError;
#[cfg(feature = "build")]
pub(crate) use file::parse as parse_file;
pub use lexicon::{PartyEntry, PartyLexicon};
pub use matching::PartyMatch;
pub use nouns::RoleNouns;
pub use role::{PartyKind, PartyRole};
