//! The holdings of one map file.

use super::{
    profile::{Meaning, party_id, text},
    quarantine::quarantined,
    reading::{Holding, Quarantined},
    rules::{Part, Sorting},
    settings::MapSettings,
};
use seisin_core::{Problem, ProblemKind, RegionId};
use seisin_measure::{Shape, ShapeNote};
use seisin_source::{MapFeature, MapFile};

/// What the features of one file come to.
pub(super) struct Gathering<'a> {
    name: &'a str,
    settings: &'a MapSettings,
    sorting: Sorting<'a>,
    pub(super) holdings: Vec<Holding>,
    pub(super) quarantined: Vec<Quarantined>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Gathering<'a> {
    pub(super) fn of(
        file: &MapFile,
        name: &'a str,
        settings: &'a MapSettings,
        sorting: Sorting<'a>,
    ) -> Self {
        let (holdings, quarantined, problems) = (Vec::new(), Vec::new(), Vec::new());
        let mut gathering = Self { name, settings, sorting, holdings, quarantined, problems };
        for feature in file.features.iter().filter(|feature| !feature.polygons.is_empty()) {
            gathering.take_feature(feature);
        }
        gathering
    }

    /// An invalid feature is set aside whole; the rest of the edition stays.
    fn take_feature(&mut self, feature: &MapFeature) {
        let shape = match Shape::from_rings(feature.polygons.clone(), &self.settings.limits) {
            Ok((shape, notes)) => {
                self.note_changes(feature, &notes);
                shape
            }
            Err(invalid) => {
                let sentence = format!("feature {}: failed to {invalid}", feature.index);
                self.problem(ProblemKind::InvalidShape, &sentence);
                self.quarantined.extend(quarantined(feature, &invalid, self.sorting));
                return;
            }
        };
        let sorted = self.sorting.sort(feature, shape);
        for sentence in sorted.unsure {
            self.problem(ProblemKind::Note, &sentence);
        }
        for sentence in sorted.outside {
            self.problem(ProblemKind::OutsideScope, &sentence);
        }
        for part in sorted.parts {
            self.take_part(feature, part);
        }
    }

    fn take_part(&mut self, feature: &MapFeature, part: Part<'_>) {
        let Meaning::Holding { party, party_name, region, role } = part.meaning else { return };
        let Some(party) = party.of(feature) else {
            let sentence = format!(
                "feature {} does not say who holds the land; the profile {} looks for it in the \
                 features' properties",
                feature.index, self.settings.profile.name
            );
            self.problem(ProblemKind::UnknownParty, &sentence);
            return;
        };
        let named = |property: &Option<String>| text(feature, property.as_deref()?);
        self.holdings.push(Holding {
            party: party_id(&party),
            party_name: named(party_name),
            within: part
                .within
                .cloned()
                .or_else(|| region.as_ref().and_then(|region| region.of(feature)).map(RegionId)),
            role: role.as_ref().and_then(|role| role.of(feature)).unwrap_or_default(),
            shape: part.shape,
        });
    }

    fn note_changes(&mut self, feature: &MapFeature, notes: &[ShapeNote]) {
        let turned = notes.iter().filter(|note| matches!(note, ShapeNote::RingTurned(_))).count();
        let others = notes.iter().filter(|note| !matches!(note, ShapeNote::RingTurned(_)));
        let sentences: Vec<String> = others
            .map(|note| format!("feature {}: {note}", feature.index))
            .chain((turned > 0).then(|| {
                format!(
                    "feature {}: {turned} rings ran opposite to RFC 7946 and were turned round",
                    feature.index
                )
            }))
            .collect();
        for sentence in sentences {
            self.problem(ProblemKind::Note, &sentence);
        }
    }

    fn problem(&mut self, kind: ProblemKind, sentence: &str) {
        let sentence = format!("{}, {sentence}", self.name);
        self.problems.push(Problem { span: None, kind, sentence });
    }
}
