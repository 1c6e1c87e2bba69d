//! The ledger by what it does: scenarios as tables, properties, refusals, crashes.

mod common;
mod corrections;
