//! What of a land lies in every region of a boundary set, carried from edition to edition: measured
//! once, when an edition or a set is recorded.

use super::whole::{Made, subject};
use rayon::prelude::*;
use seisin_core::{Area, Length, RegionId};
use seisin_ledger::{CutPart, CutRecord};
use seisin_measure::{Budget, ClipMeasure, ClipStep, OverlayError, RunningClip, Shape, union};
use seisin_places::region_groups;
use std::{collections::BTreeSet, sync::Arc};

/// How [`CarriedParts`] measures, with the version of that: a change of any figure, or of what the
/// built-in groups consist of, is another version.
pub(crate) const CUT_METHOD: &str = "clip/1";

/// Sets of more regions than this are not measured beforehand: it would take more room than the maps
/// themselves.
const MOST_REGIONS: usize = 256;

/// The lands that answers cut along the boundaries of one set: its regions, and the built-in groups
/// whose members it has all.
pub(crate) struct SetLands {
    set: String,
    lands: Vec<SetLand>,
}

/// One of them.
pub(crate) struct SetLand {
    pub(crate) id: RegionId,
    /// The digests of the shapes it is made of.
    pub(crate) made: Made,
    pub(crate) shape: Shape,
}

impl SetLands {
    /// Whether a set of so many regions is measured beforehand.
    pub(crate) const fn may_be(regions: usize) -> bool {
        regions <= MOST_REGIONS
    }

    /// The lands of a set.
    pub(crate) fn of(set: &str, regions: Vec<SetLand>) -> Self {
        let groups: Vec<SetLand> = region_groups()
            .iter()
            .filter(|group| regions.iter().all(|region| region.id != group.id))
            .filter_map(|group| {
                let member = |id: &RegionId| regions.iter().find(|region| region.id == *id);
                let members: Vec<&SetLand> =
                    group.members.iter().map(member).collect::<Option<_>>()?;
                let shapes: Vec<&Shape> = members.iter().map(|member| &member.shape).collect();
                Some(SetLand {
                    id: group.id.clone(),
                    made: members.iter().flat_map(|member| member.made.iter().copied()).collect(),
                    shape: union(&shapes, &Budget::default()).ok()?,
                })
            })
            .collect();
        let lands = regions.into_iter().chain(groups).collect();
        Self { set: set.to_owned(), lands }
    }

    /// The name of the set.
    pub(crate) fn set(&self) -> &str {
        &self.set
    }

    /// The lands.
    pub(crate) fn lands(&self) -> &[SetLand] {
        &self.lands
    }
}

/// Nothing at all in a region.
pub(crate) fn nothing_in(region: &RegionId) -> CutPart {
    CutPart {
        region: region.clone(),
        area: Area::ZERO,
        area_geodesic: Area::ZERO,
        map_line: Length::ZERO,
        boundary_line: Length::ZERO,
    }
}

/// What of a land that was cut lies in a region: nothing where the cut leaves it out.
pub(crate) fn part_in(cut: &CutRecord, region: &RegionId) -> CutPart {
    let part = cut.parts.iter().find(|part| part.region == *region);
    part.cloned().unwrap_or_else(|| nothing_in(region))
}

/// What of one land after another lies in the lands of a set, each measured from the one before it
/// through what changes.
pub(crate) struct CarriedParts<'s> {
    lands: &'s SetLands,
    running: Vec<RunningClip>,
    before: Arc<Shape>,
}

impl<'s> CarriedParts<'s> {
    /// Nothing held yet.
    pub(crate) fn along(lands: &'s SetLands) -> Self {
        let running = lands.lands.par_iter().map(|land| RunningClip::new(&land.shape)).collect();
        Self { lands, running, before: Arc::new(Shape::empty()) }
    }

    /// What of the land that some shapes make lies where; `None` where measuring is refused in one of
    /// the lands, so that answers measure it by themselves and tell why.
    pub(crate) fn take(&mut self, made: &Made, whole: &Arc<Shape>) -> Option<CutRecord> {
        let step = ClipStep::between(&self.before, whole);
        let budget = Budget::default();
        let taken: Result<Vec<ClipMeasure>, OverlayError> =
            self.running.par_iter_mut().map(|clip| clip.take_step(&step, &budget)).collect();
        let Ok(measures) = taken else {
            *self = Self::along(self.lands);
            return None;
        };
        self.before = Arc::clone(whole);
        let groups: BTreeSet<&RegionId> = region_groups().iter().map(|group| &group.id).collect();
        let parts = self.lands.lands.iter().zip(measures).filter_map(|(land, part)| {
            let nothing = part.area.square_metres() == 0.0;
            (!nothing || groups.contains(&land.id)).then(|| CutPart {
                region: land.id.clone(),
                area: part.area,
                area_geodesic: part.area_geodesic,
                map_line: part.lines.map,
                boundary_line: part.lines.boundary,
            })
        });
        Some(CutRecord {
            subject: subject(made),
            set: self.lands.set.clone(),
            method: CUT_METHOD.to_owned(),
            parts: parts.collect(),
        })
    }
}
