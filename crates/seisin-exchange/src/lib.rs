//! Offers with their answers, and what an exchange of territory would measure.
//!
//! Parts that meet only in the answer a person reads. [`offers`] gathers what reports say was
//! offered and how it was answered: it knows sentences, no coordinate. [`evaluate`] measures what
//! two stretches of land would be to both sides, before and after changing hands: it knows shapes,
//! no sentence. [`check_statement`] works printed figures out again from each other. None judges:
//! nothing here calls an offer good, a ratio fair or a party right.

mod arithmetic;
mod cells;
mod effect;
mod offer;
mod search;

pub use arithmetic::{
    Agreement, Becomes, Checked, Finding, Guess, PrintedTotal, SheetError, SheetKind, SheetReport,
    SheetSettings, Stated, Statement, Table, TableList, TableRow, Transfer, check_sheet,
    check_stated, check_statement, check_table,
};
pub use cells::{
    DivideError, LandInstance, LandSide, People, Piece, Site, Terms, Units, divide, hexagons_named,
    land_instance,
};
pub use effect::{
    Access, Basis, Change, Count, DISCLAIMER, Effect, Enclaves, EvaluateError, EvaluateSettings,
    Exchange, Figure, Given, HYPOTHETICAL, Missing, NECK_SHARE, Settlement, Side, SideEffect,
    Territory, evaluate, territory_of,
};
pub use offer::{
    Answer, Citation, Counter, EntryFault, LinkRule, Offer, OfferId, OfferSettings, Offers,
    ReportedClaim, StatusReport, Unlinked, UnlinkedReason, Variant, chains, entries, entry_claim,
    entry_value, offers,
};
#[cfg(feature = "exact")]
pub use search::settle;
pub use search::{
    Border, Bound, Cell, ExchangeFound, Fault, Figures, Found, Generated, HolderSide, Instance,
    InstanceError, Measure, Objective, RatioWindow, Refusal, RefusalReason, Role, SearchSettings,
    Wanted, Watch, generated_instance, lower_bound, search, verify,
};
