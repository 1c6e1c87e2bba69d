//! `seisin read`: reports in, claims out and on record.

mod printer;
mod run;
mod tally;

pub(crate) use run::read;
