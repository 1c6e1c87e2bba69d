//! What the terms of a map allow: whether its shapes may be passed on.

mod table;
mod understood;

pub use understood::{Passing, Terms, terms};
