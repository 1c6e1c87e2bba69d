//! A land by name, as answers cite it.

use seisin_core::{BoundaryView, Length, Licence, RegionId};

/// The land a question is about, with the boundary it was measured by.
#[derive(Debug, Clone, PartialEq)]
pub struct LandRef {
    /// Which land.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// How a holding is cut to it.
    pub rule: LandRule,
}

/// How a holding is cut to a land.
#[derive(Debug, Clone, PartialEq)]
pub enum LandRule {
    /// Cut along the boundary of a set on record.
    Boundary {
        /// The set.
        set: String,
        /// Its terms.
        licence: Licence,
        /// How far its lines may be off.
        positional_error: Length,
        /// What it states of what it draws.
        view: BoundaryView,
    },
    /// Whole pieces of the map, told apart by the country the publisher draws them in.
    Country,
    /// Whole pieces of the map that lie in the region by the coarse built-in regions, which name
    /// them but do not cut them.
    WholePieces,
    /// Cut along a coarse built-in region, on request.
    Coarse {
        /// How far its lines may be off.
        positional_error: Length,
    },
    /// Everything the party holds anywhere on the map.
    Everywhere,
}

impl LandRule {
    /// The rule as one phrase, printed with every answer.
    pub fn phrase(&self) -> String {
        match self {
            Self::Boundary { set, view, .. } => {
                let stated = view.phrase().map(|view| format!(" ({view})")).unwrap_or_default();
                format!("cut along boundary set {set}{stated}")
            }
            Self::Country => "whole pieces in the country the publisher draws them in".to_owned(),
            Self::WholePieces => "whole pieces of the map, told by place (Natural Earth names the \
                                  region and cuts nothing)"
                .to_owned(),
            Self::Coarse { positional_error } => format!(
                "cut along Natural Earth, coarse by about {:.0} m, on request",
                positional_error.metres()
            ),
            Self::Everywhere => "everything on the map".to_owned(),
        }
    }

    /// The boundary set that answers cite, if one was used.
    pub fn boundary_set(&self) -> Option<&str> {
        match self {
            Self::Boundary { set, .. } => Some(set),
            Self::Country | Self::WholePieces | Self::Coarse { .. } | Self::Everywhere => None,
        }
    }
}
