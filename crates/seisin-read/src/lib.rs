//! From a sentence to claims and problems; from a map feature to holdings and problems.

pub mod map;
pub mod origins;
pub mod text;
