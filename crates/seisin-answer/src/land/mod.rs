//! Which land a question is about, and how a holding is cut to it.

mod cut;
mod reference;
mod resolve;

pub use reference::{LandRef, LandRule};

pub use cut::CutError;
pub(crate) use cut::{CutHolding, PlacedShape, cut, join};
pub use resolve::{Coarse, ResolveError};
pub(crate) use resolve::{Land, LandQuery, SetRegion, Way, country_of, frames_for, resolve};
