//! Names of places and parties, boundary sets and frames.
//!
//! A report names lands and sides; this crate says which ones may be meant. It answers with every
//! candidate and the rule that ranked it, never with a silent choice. Where sovereignty is
//! disputed it keeps what each source says apart, and takes no side.
//!
//! - [`Gazetteer`]: names of countries, first-level divisions, disputed areas and settlements.
//! - [`PartyLexicon`]: names, demonyms, capitals, forces and leaders of parties.

mod fold;
mod gazetteer;
mod party;

#[cfg(feature = "build")]
pub mod build;

pub use fold::fold;
pub use gazetteer::{Gazetteer, NameForm, PlaceEntry, PlaceKind, PlaceMatch};
pub use party::{
    ExtendLexiconError, PartyEntry, PartyKind, PartyLexicon, PartyMatch, PartyRole, RoleNouns,
};
