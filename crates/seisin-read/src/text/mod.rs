//! Reading a report: its text repaired, its page furniture set aside, its sentences, amounts and
//! dates found, and what it claims.

mod prepared;
mod sentence;
mod token;

pub mod furniture;
pub mod repair;

pub use prepared::{Prepared, prepare};
pub use sentence::Sentence;
pub use token::{Gap, LetterCase, QuoteSide, Token, TokenKind};
