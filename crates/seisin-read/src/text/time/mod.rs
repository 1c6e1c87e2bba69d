//! When something was, by the words of the report and the day it was written.

mod mask;

pub(crate) use mask::not_an_amount;
