//! `seisin maps repair`: what features that were set aside may have been meant to be.

use super::{clock, maps::profile, open_to_read, open_to_write, talk};
use crate::{
    args::{MapsRepairArgs, Rule},
    exit::{Failure, Outcome},
    output::write_records,
    wire::RepairJson,
};
use seisin_answer::{EditionRead, RepairLimits, RepairProposal, propose_repairs};
use seisin_core::{EditionId, Problem, ProblemKind};
use seisin_measure::RepairRule;
use seisin_places::BoundarySet;
use seisin_read::map::{MapSettings, read_map};
use seisin_source::{MapFeature, MapFile, PropertyValue, parse_map};
use serde_json::{Map, Value, json};
use std::{path::Path, sync::Arc};

/// Proposes repairs, and records them where that is asked for.
///
/// # Errors
/// Fails where the store cannot be read, or cannot be written where it is to be.
pub(crate) fn repair(named: Option<&Path>, args: &MapsRepairArgs) -> Result<Outcome, Failure> {
    let (rule, word) = match args.rule {
        Rule::EvenOdd => (RepairRule::EvenOdd, "even-odd"),
        Rule::NonZero => (RepairRule::NonZero, "non-zero"),
    };
    let only = args.edition.clone().map(EditionId);
    let limits = RepairLimits { file: args.limits.of_file(), feature: args.limits.of_feature() };
    let store = open_to_read(named)?;
    let proposals = propose_repairs(&store, only.as_ref(), rule, &limits)
        .map_err(|error| Failure::to("propose repairs", &error))?;
    let boundaries = store
        .finer_boundaries()
        .map_err(|error| Failure::to("read the boundary sets on record", &error))?;
    drop(store);
    let recording = Recording { args, word, limits, boundaries };
    let mut rows = Vec::new();
    for proposal in &proposals {
        let recorded = if args.record { recording.record(named, proposal)? } else { None };
        let row = |feature| RepairJson::of(proposal, feature, word, recorded.as_deref());
        rows.extend(proposal.features.iter().map(row));
    }
    if rows.is_empty() {
        talk("no edition has features that were set aside");
    } else if !args.record {
        talk("nothing was recorded\nhint: look at what is in doubt, then pass --record");
    }
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}

/// How repaired files are recorded.
struct Recording<'a> {
    args: &'a MapsRepairArgs,
    word: &'static str,
    limits: RepairLimits,
    boundaries: Vec<Arc<BoundarySet>>,
}

impl Recording<'_> {
    /// Records the repaired file as an edition of its own, which names the one it repairs; that one
    /// stays as it is. None where a feature cannot be repaired.
    fn record(
        &self,
        named: Option<&Path>,
        proposal: &RepairProposal,
    ) -> Result<Option<String>, Failure> {
        let Some(file) = &proposal.file else { return Ok(None) };
        let edition = &proposal.edition;
        let failed = |error: &dyn std::error::Error| {
            Failure::to(&format!("record the repair of {}", edition.id), error)
        };
        let bytes = serde_json::to_vec(&collection(file, proposal, self.word))
            .map_err(|error| failed(&error))?;
        let parsed = parse_map(&bytes, &self.limits.file).map_err(|error| failed(&error))?;
        let mut reading = read_map(&parsed, &edition.name, &self.settings(proposal)?)
            .map_err(|error| failed(&error))?;
        reading.problems.extend(notes(proposal, self.word));
        let id = reading.edition.id.to_string();
        let read = EditionRead::prepare(reading, &bytes);
        open_to_write(named)?
            .record_editions(vec![read], clock::now())
            .map_err(|error| failed(&error))?;
        Ok(Some(id))
    }

    /// What was stated of the edition, with the profile it was added with or the one named.
    fn settings(&self, proposal: &RepairProposal) -> Result<MapSettings, Failure> {
        let edition = &proposal.edition;
        let named = self.args.profile.as_deref().unwrap_or(&edition.profile);
        let found = profile(named).map_err(|failure| match (failure, &self.args.profile) {
            (Failure::Usage(_), None) => Failure::Usage(format!(
                "edition {} was added with the profile `{named}`, which is not built in\nhint: name \
                 its file with --profile FILE",
                edition.id
            )),
            (other, _) => other,
        })?;
        Ok(MapSettings {
            publisher: Some(edition.publisher.clone()),
            licence: Some(edition.licence.clone()),
            positional_error: edition.positional_error,
            edition_date: Some(edition.edition_date),
            published: edition.published,
            boundaries: self.boundaries.clone(),
            limits: self.limits.feature,
            ..MapSettings::new(found)
        })
    }
}

fn notes(proposal: &RepairProposal, rule: &str) -> Vec<Problem> {
    let edition = &proposal.edition.id;
    let note = |sentence: String| Problem { span: None, kind: ProblemKind::Note, sentence };
    let about = |feature: &seisin_answer::RepairedFeature| {
        let km2 = feature.repaired.as_ref().map_or(0.0, |area| area.square_km());
        note(format!(
            "feature {} was repaired from edition {edition} by the {rule} rule: {km2:.4} km²; it \
             was set aside because: {}",
            feature.index,
            feature.reason.lines().next().unwrap_or_default()
        ))
    };
    proposal.features.iter().map(about).collect()
}

/// The repaired file as GeoJSON, with what it was repaired from.
fn collection(file: &MapFile, proposal: &RepairProposal, rule: &str) -> Value {
    let mut members: Map<String, Value> =
        file.foreign.iter().map(|(name, value)| (name.clone(), json_of(value))).collect();
    members.insert("type".to_owned(), "FeatureCollection".into());
    members.insert("repaired_from".to_owned(), proposal.edition.id.to_string().into());
    members.insert("repair_rule".to_owned(), rule.into());
    members.insert("features".to_owned(), file.features.iter().map(feature).collect());
    Value::Object(members)
}

fn feature(feature: &MapFeature) -> Value {
    let ring = |ring: &Vec<seisin_measure::Position>| -> Vec<[f64; 2]> {
        ring.iter().map(|position| [position.lon, position.lat]).collect()
    };
    let polygons: Vec<Vec<Vec<[f64; 2]>>> =
        feature.polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect();
    let properties: Map<String, Value> =
        feature.properties.iter().map(|(name, value)| (name.clone(), json_of(value))).collect();
    let geometry =
        (!polygons.is_empty()).then(|| json!({ "type": "MultiPolygon", "coordinates": polygons }));
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

fn json_of(value: &PropertyValue) -> Value {
    match value {
        PropertyValue::Null | PropertyValue::Nested => Value::Null,
        PropertyValue::Bool(truth) => (*truth).into(),
        PropertyValue::Integer(number) => (*number).into(),
        PropertyValue::Number(number) => (*number).into(),
        PropertyValue::Text(text) => text.as_str().into(),
    }
}
