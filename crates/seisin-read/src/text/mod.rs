//! Reading a report: its text repaired, its page furniture set aside, its sentences, amounts and
//! dates found, and what it claims.

mod annotate;
mod ascii;
mod candidate;
mod claims;
mod lexeme;
mod prepared;
mod sentence;
mod token;
mod view;
mod word_table;

pub mod furniture;
pub mod place;
pub mod quantity;
pub mod repair;
pub mod syntax;
pub mod time;

pub use annotate::{Annotated, Annotation, PlaceCandidate, QuotationKind, annotate};
pub use candidate::{Candidate, CandidateAmount, CandidateDetail, Refusal, admit};
pub use claims::{
    ReadSettings, SentenceParts, SentenceReading, Vocabulary, read_sentence, read_text,
};
pub use prepared::{Prepared, prepare};
pub use sentence::Sentence;
pub use token::{Gap, LetterCase, QuoteSide, Token, TokenKind};
