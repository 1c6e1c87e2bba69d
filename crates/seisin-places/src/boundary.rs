//! Boundary sets: regions with shapes that a user brings, each under its own terms.

use seisin_core::{BoundaryView, Digest, Length, Licence, PartyId, RegionId};
use seisin_measure::Shape;

/// Whether areas may be measured on the shapes of a boundary set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measurable {
    /// They may: the set's positional error enters the result.
    Yes,
    /// Only where the user says that coarse shapes will do.
    OnlyIfCoarseIsAllowed,
}

/// Regions of one source, with the terms and the accuracy of its lines.
///
/// # Units
/// `positional_error` is the distance within which the source's lines lie from where they are meant
/// to be.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundarySet {
    /// Its name among the user's sets: `study-v1`.
    pub id: String,
    /// A title for people.
    pub title: String,
    /// Under which terms it may be used.
    pub licence: Licence,
    /// How far off its lines may be.
    pub positional_error: Length,
    /// Whether areas may be measured on it.
    pub measurable: Measurable,
    /// What it states of what it draws.
    pub view: BoundaryView,
    /// The digest of the bytes it was read from.
    pub source: Digest,
    /// Its regions, in the order of the source.
    pub regions: Vec<Region>,
}

/// One land of a boundary set.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Its identifier within the set.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// Other names of it.
    pub aliases: Vec<String>,
    /// The party that the source names as sovereign; empty where it names none.
    pub sovereign: Option<PartyId>,
    /// Its land.
    pub shape: Shape,
}

impl BoundarySet {
    /// The region with this identifier.
    pub fn region(&self, id: &RegionId) -> Option<&Region> {
        self.regions.iter().find(|region| &region.id == id)
    }

    /// Every region that bears `name`, whatever its capitals and diacritics.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Region> {
        let key = crate::fold(name);
        self.regions.iter().filter(move |region| {
            std::iter::once(&region.name)
                .chain(&region.aliases)
                .any(|known| crate::fold(known) == key)
        })
    }
}
