//! Offers as records: what was offered in which versions, and how it was answered.
//!
//! A claim is one sentence of one report; an offer is what many of them speak of. [`offers`]
//! gathers claims into offers, counts copies of one report once, keeps versions that differ in
//! their numbers apart, and hangs each answer on its offer by a rule that it names. What cannot be
//! placed comes back with the reason. What somebody writes down by hand ([`entries`]) is a claim like any
//! other, with its own words as evidence.

mod answer;
mod chain;
mod compare;
mod condition;
mod entry;
mod gather;
mod link;
mod period;
mod record;
mod reported;
mod settings;
mod variant;

pub use answer::{Answer, LinkRule};
pub use chain::{Counter, chains};
pub use entry::{EntryFault, entries, entry_claim, entry_value};
pub use gather::{Offers, Unlinked, UnlinkedReason, offers};
pub use record::{Offer, OfferId, StatusReport};
pub use reported::{Citation, ReportedClaim};
pub use settings::OfferSettings;
pub use variant::Variant;
