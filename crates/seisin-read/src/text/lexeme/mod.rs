//! The words that numbers and dates are written with.

mod calendar_words;
mod lookup;
mod meaning;
mod number_words;

pub(crate) use lookup::{lexeme, names_day_or_month};
pub(crate) use meaning::{Away, Lexeme, PartOf, Season, TimeUnit, Which};
