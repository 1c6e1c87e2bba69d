//! The ledger by what it does: scenarios as tables, properties, refusals, crashes.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod arbitrary;
mod common;
mod corrections;
mod crash;
mod guards;
mod measures;
mod refusals;
mod rereading;
mod round_trip;
mod shapes;
