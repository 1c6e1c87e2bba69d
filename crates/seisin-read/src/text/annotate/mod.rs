//! Everything the reader sees in a text, whether or not a claim comes of it.

mod annotation;
mod attributions;
mod names;
mod page;

pub use annotation::{Annotated, Annotation, PlaceCandidate, QuotationKind, annotate};
