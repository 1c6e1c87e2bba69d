//! What makes a shape valid, checked once at intake: nothing invalid can be measured.
//!
//! The rules are those of RFC 7946 and OGC Simple Features (06-103r4 §6.1.11 and §6.1.14), each a
//! variant of [`InvalidShape`]. All geometric questions are answered with exact predicates on the
//! coordinates as given, so the answer does not depend on a tolerance. Nothing is repaired beyond
//! what [`ShapeNote`] names.

mod antimeridian;
mod carried;
mod contact;
mod fault_place;
mod invalid;
mod limits;
mod nesting;
mod ring_facts;
mod ring_form;
mod running;
mod stretches;
mod sweep;
mod validate;

pub use fault_place::FaultPlace;
pub use invalid::{InvalidShape, RingPlace, VertexPlace};
pub use limits::{ShapeLimits, ShapeNote};
pub use running::RunningValidity;
pub(crate) use validate::validate;
