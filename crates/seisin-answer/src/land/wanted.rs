//! The land a question is about, and how holdings are cut to it.

use super::outline::Outline;
use super::reference::{LandRef, LandRule};
use super::whole::Made;
use seisin_core::{Band, BoundaryView, Length, Licence, PartyId, RegionId};
use seisin_ledger::MeasureRecord;
use seisin_measure::{Shape, area, area_band, perimeter};
use seisin_places::{Frame, naming_regions};

/// A region of a boundary set on record, with its shape, ready to cut with, or what names that.
#[derive(Debug, Clone)]
pub(crate) struct SetRegion<S = Shape> {
    /// The set.
    pub(crate) set: String,
    /// Its terms.
    pub(crate) licence: Licence,
    /// How far its lines may be off.
    pub(crate) error: Length,
    /// What the set states of what it draws.
    pub(crate) view: BoundaryView,
    /// Which land.
    pub(crate) id: RegionId,
    /// Its name.
    pub(crate) name: String,
    /// Its other names.
    pub(crate) aliases: Vec<String>,
    /// Whose it is, as the set states it.
    pub(crate) sovereign: Option<PartyId>,
    /// Its shape.
    pub(crate) shape: S,
}

impl<S> SetRegion<S> {
    /// The same region with another thing for its shape.
    pub(crate) fn with<T>(self, shape: T) -> SetRegion<T> {
        let Self { set, licence, error, view, id, name, aliases, sovereign, shape: _ } = self;
        SetRegion { set, licence, error, view, id, name, aliases, sovereign, shape }
    }

    /// The region with its set and what that draws, as the whole of a share is cited.
    fn title(&self) -> String {
        let stated = self.view.phrase().map(|view| format!(" ({view})")).unwrap_or_default();
        format!("{} by boundary set {}{stated}", self.name, self.set)
    }
}

/// A land with what it takes to cut a holding to it.
#[derive(Debug, Clone)]
pub(crate) struct Land {
    /// The land as answers cite it.
    pub(crate) reference: LandRef,
    /// How holdings are cut to it.
    pub(crate) way: Way,
    /// Its own area in m², with the source of the figure.
    pub(crate) whole: Option<(Band, String)>,
    /// The regions it consists of, for comparison with a publisher's declared coverage.
    pub(crate) members: Vec<RegionId>,
}

/// How a holding is cut to a land.
#[derive(Debug, Clone)]
pub(crate) enum Way {
    /// Not at all.
    Everywhere,
    /// Not at all, but by the country or region its publisher draws it in, or by there being none.
    Drawn(Option<RegionId>),
    /// By the country its publisher draws it in.
    Country(RegionId),
    /// Whole pieces, by the built-in regions of the country.
    Pieces {
        /// The country.
        country: RegionId,
        /// The region in it.
        region: RegionId,
    },
    /// Along a boundary.
    Boundary {
        /// The land.
        land: Outline,
        /// How far its boundary may be off.
        error: Length,
    },
}

impl Land {
    /// Everything a party holds anywhere.
    pub(crate) fn everywhere() -> Self {
        Self {
            reference: LandRef {
                id: RegionId("*".to_owned()),
                name: "the whole map".to_owned(),
                rule: LandRule::Everywhere,
            },
            way: Way::Everywhere,
            whole: None,
            members: Vec::new(),
        }
    }

    /// Everything a party holds in `region` as its publisher draws it, or outside all regions.
    pub(crate) fn as_drawn(region: Option<&RegionId>) -> Self {
        let everywhere = Self::everywhere();
        let reference = match region {
            Some(id) => LandRef { id: id.clone(), name: id.0.clone(), ..everywhere.reference },
            None => everywhere.reference,
        };
        Self { reference, way: Way::Drawn(region.cloned()), whole: None, members: Vec::new() }
    }

    /// The land of `region`, cut along its boundary.
    pub(crate) fn of_set(region: &SetRegion) -> Self {
        let whole = area_band(area(&region.shape), perimeter(&region.shape), region.error);
        Self::along(region, whole, Outline::AtHand(region.shape.clone()))
    }

    /// The land of `region`, which is made of shapes on record and was measured before; none of it is
    /// read.
    pub(crate) fn of_record(region: &SetRegion<Made>, measured: &MeasureRecord) -> Self {
        let whole = area_band(measured.area, measured.line, region.error);
        Self::along(region, whole, Outline::OnRecord(region.shape.clone()))
    }

    fn along<S>(region: &SetRegion<S>, whole: Band, land: Outline) -> Self {
        Self {
            reference: LandRef {
                id: region.id.clone(),
                name: region.name.clone(),
                rule: LandRule::Boundary {
                    set: region.set.clone(),
                    licence: region.licence.clone(),
                    positional_error: region.error,
                    view: region.view.clone(),
                },
            },
            way: Way::Boundary { land, error: region.error },
            whole: Some((whole, region.title())),
            members: vec![region.id.clone()],
        }
    }

    /// The land a frame consists of: a whole country, measured against the area published for it.
    ///
    /// `None` where it is not all the regions of one country, so that a boundary would be needed.
    pub(crate) fn of_frame(frame: &Frame) -> Option<Self> {
        let country = country_of(frame.members.first()?)?;
        let all = divisions(&country);
        let whole = frame.members.contains(&country)
            || (!all.is_empty() && all.iter().all(|id| frame.members.contains(id)));
        let foreign = frame.members.iter().any(|id| country_of(id).as_ref() != Some(&country));
        if !whole || foreign || !frame.except.is_empty() {
            return None;
        }
        let whole = frame.area().map(|published| {
            let source = format!("{} (frame {}; {})", frame.title, frame.id, published.source);
            (Band::exact(published.area.square_metres()), source)
        });
        Some(Self {
            reference: LandRef {
                id: RegionId(frame.id.clone()),
                name: frame.title.clone(),
                rule: LandRule::Country,
            },
            way: Way::Country(country),
            whole,
            members: all,
        })
    }

    /// Whether a holding is taken as it is drawn, and not cut.
    pub(crate) const fn takes_whole(&self) -> bool {
        matches!(self.way, Way::Everywhere | Way::Drawn(_) | Way::Country(_))
    }

    /// Whether a shape that its publisher draws in `within` can lie in this land.
    pub(crate) fn may_lie_in(&self, within: Option<&RegionId>) -> bool {
        match (&self.way, within) {
            (Way::Everywhere | Way::Boundary { .. }, _) => true,
            (Way::Drawn(region), within) => within == region.as_ref(),
            (Way::Country(country) | Way::Pieces { country, .. }, within) => {
                within == Some(country)
            }
        }
    }
}

/// The divisions of a country, by identifier; none where the code is no country's.
pub(super) fn divisions(country: &RegionId) -> Vec<RegionId> {
    naming_regions().iso_divisions(country).into_iter().map(|division| division.id).collect()
}

/// The country whose code an ISO 3166 code begins with: `UA` for `UA-43`.
pub(crate) fn country_of(id: &RegionId) -> Option<RegionId> {
    let code = id.0.split('-').next()?;
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
        .then(|| RegionId(code.to_owned()))
}
