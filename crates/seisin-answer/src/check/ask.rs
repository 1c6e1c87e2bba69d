//! The road of one check: words, question, maps, verdict.

use super::{
    answer::{CheckAnswer, Question, Scale, Settings},
    hints,
    judge::over_publishers,
    publisher::{Asked, ask_publisher},
    request::{CheckRequest, MapsRequest},
    target::{Subject, subject_of},
};
use crate::{
    answer_error::AnswerError,
    land::{Land, LandQuery, frames_for, resolve},
    store::Store,
};
use seisin_core::{
    Date, PartyId, Polarity, PublisherId, Quantity, QuantityKind, Tolerance, ValueRange, Verdict,
};
use seisin_places::built_in_frames;

/// Checks a sentence, or a claim on record, against the maps of `store`.
///
/// # Errors
/// [`AnswerError`] where the store cannot be read or the request names a claim, publisher, frame or
/// boundary set that is not there. What cannot be told is a verdict with its reason, not an error.
pub fn check(store: &Store, request: &CheckRequest) -> Result<CheckAnswer, AnswerError> {
    let _one_state = store.one_state()?;
    let subject = subject_of(store, request)?;
    let publishers = store.chosen_publishers(&request.maps.publishers)?;
    let mut answer = CheckAnswer {
        sentence: subject.sentence.clone(),
        claim: subject.claim.clone(),
        document: subject.document.clone(),
        parts: subject.parts.clone(),
        question: Question { known_on: request.maps.known_on, ..Question::default() },
        verdict: Verdict::NotCheckable,
        reason: String::new(),
        range: None,
        publishers: Vec::new(),
        settings: settings(request.tolerance, &request.maps),
        hints: Vec::new(),
        problems: subject.problems.clone(),
    };
    match plan(store, request, &subject, &publishers, &mut answer)? {
        Ok(plan) => ask_all(store, request, &plan, &publishers, &mut answer)?,
        Err(reason) => answer.reason = reason,
    }
    Ok(answer)
}

fn settings(tolerance: Tolerance, maps: &MapsRequest) -> Settings {
    Settings {
        edge_rule: "straight in longitude and latitude (RFC 7946), area on the WGS 84 ellipsoid",
        tolerance,
        region_rule: String::new(),
        error_rule: "every line may be off by its positional error along its whole length \
                     (epsilon band)",
        edition_valid_days: maps.edition_valid_days,
    }
}

/// What the maps will be asked.
#[derive(Debug)]
struct Plan {
    party: PartyId,
    land: Land,
    days: (Date, Date),
    quantity: Option<Quantity>,
    /// Why no verdict can come of it though figures can be shown.
    context_only: Option<String>,
}

/// Works out party, land and days; the inner error is the reason why nothing can be asked.
fn plan(
    store: &Store,
    request: &CheckRequest,
    subject: &Subject,
    publishers: &[PublisherId],
    answer: &mut CheckAnswer,
) -> Result<Result<Plan, String>, AnswerError> {
    if let Some(reason) = subject.unknown_unit() {
        return Ok(Err(format!("{reason}\nhint: give the amount in a unit that is known")));
    }
    let land = match land_of(store, request, subject)? {
        Ok(land) => land,
        Err(reason) => return Ok(Err(reason)),
    };
    answer.question.land = Some(land.reference.clone());
    answer.settings.region_rule = land.reference.rule.phrase();
    let Some((days, rule)) = days_of(request, subject) else {
        return Ok(Err("the words give no date\nhint: name the day with --on, or a stretch with \
                       --from and --to"
            .to_owned()));
    };
    answer.question.from = Some(days.0);
    answer.question.to = Some(days.1);
    answer.question.date_rule = rule;
    let party = match party_of(store, request, subject, &land, publishers)? {
        Ok((party, rule)) => {
            answer.question.date_rule.push_str(&rule);
            party
        }
        Err(reason) => return Ok(Err(reason)),
    };
    answer.question.party = Some(party.clone());
    let quantity = subject.quantity().cloned();
    let context_only = context_only(subject, quantity.as_ref(), &land, request);
    Ok(Ok(Plan { party, land, days, quantity, context_only }))
}

fn ask_all(
    store: &Store,
    request: &CheckRequest,
    plan: &Plan,
    publishers: &[PublisherId],
    answer: &mut CheckAnswer,
) -> Result<(), AnswerError> {
    let comparable = plan.quantity.as_ref().filter(|_| plan.context_only.is_none());
    let range = comparable.map(|quantity| range_of(quantity, request.tolerance));
    let value = comparable.filter(|quantity| quantity.high.is_none()).map(Quantity::si_value);
    let asked = Asked { party: &plan.party, land: &plan.land, days: plan.days, range, value };
    answer.range = range;
    answer.publishers = publishers
        .iter()
        .map(|publisher| ask_publisher(store, publisher, &asked, &request.maps))
        .collect::<Result<_, _>>()?;
    (answer.verdict, answer.reason) = over_publishers(&answer.publishers);
    if let Some(reason) = &plan.context_only {
        answer.verdict = Verdict::NotCheckable;
        answer.reason.clone_from(reason);
    }
    answer.hints =
        hints::hints(store, &asked, plan.quantity.as_ref(), request, &answer.publishers)?;
    Ok(())
}

/// The range of amounts a quantity allows, in m² or as a share.
fn range_of(quantity: &Quantity, tolerance: Tolerance) -> (ValueRange, Scale) {
    let range = ValueRange::of(quantity, tolerance);
    let factor = quantity.unit.si_factor();
    let scale = match quantity.kind {
        QuantityKind::Area => Scale::Area,
        QuantityKind::Share | QuantityKind::Length | QuantityKind::Count => Scale::Share,
    };
    (ValueRange { low: range.low * factor, high: range.high * factor, ..range }, scale)
}

/// Why figures can be shown but no verdict given.
fn context_only(
    subject: &Subject,
    quantity: Option<&Quantity>,
    land: &Land,
    request: &CheckRequest,
) -> Option<String> {
    let Some(quantity) = quantity else {
        return Some(
            "the words give no amount; the measured figure is shown as context".to_owned(),
        );
    };
    if subject.polarity() == Polarity::Denied {
        return Some(
            "the words deny a holding of that amount; the measured figure is shown as context"
                .to_owned(),
        );
    }
    match quantity.kind {
        QuantityKind::Area => None,
        QuantityKind::Length | QuantityKind::Count => {
            Some(format!("a {} cannot be measured as land", quantity.kind.word()))
        }
        QuantityKind::Share => share_without_whole(quantity, land, request),
    }
}

fn share_without_whole(quantity: &Quantity, land: &Land, request: &CheckRequest) -> Option<String> {
    let names_frame = quantity.frame.is_some() && request.frame.is_none();
    if land.whole.is_some() && !names_frame {
        return None;
    }
    let frames: Vec<String> =
        frames_for(land).iter().map(|frame| format!("{} ({})", frame.id, frame.title)).collect();
    let what = quantity.frame.as_deref().or(quantity.of.as_deref()).unwrap_or("the whole");
    let choice = if frames.is_empty() {
        "add a boundary set that has the region with `seisin boundaries add`".to_owned()
    } else {
        format!("choose the frame with --frame; candidates: {}", frames.join("; "))
    };
    Some(format!("the whole that “{what}” stands for is not chosen\nhint: {choice}"))
}

fn land_of(
    store: &Store,
    request: &CheckRequest,
    subject: &Subject,
) -> Result<Result<Land, String>, AnswerError> {
    if let Some(id) = &request.frame {
        let frame = built_in_frames()
            .iter()
            .find(|frame| frame.id == *id)
            .ok_or_else(|| AnswerError::UnknownFrame { id: id.clone() })?;
        return Ok(Land::of_frame(frame).ok_or_else(|| {
            format!("the frame {id} does not cover whole countries, so a boundary set is needed")
        }));
    }
    let region = subject.claim.as_ref().and_then(|claim| claim.region.as_ref());
    let (id, name) = match (&request.region, region) {
        (Some(name), _) => (None, name.as_str()),
        (None, Some(region)) => (region.id.as_ref(), region.name.as_str()),
        (None, None) => {
            return Ok(Err("the words name no land\nhint: name it with --region".to_owned()));
        }
    };
    let maps = &request.maps;
    let query = LandQuery { id, name, set: maps.boundaries.as_deref(), coarse: maps.coarse };
    let sets = store.set_regions(maps.coarse)?;
    Ok(resolve(query, &sets).map_err(|error| error.to_string()))
}

fn days_of(request: &CheckRequest, subject: &Subject) -> Option<((Date, Date), String)> {
    if let Some(days) = request.days {
        return Some((days, "the days asked for".to_owned()));
    }
    let valid = subject.claim.as_ref()?.valid.as_ref()?;
    let said = subject.document.as_ref().and_then(|document| document.published);
    let rule = |more: &str| format!("“{}”, {}{more}", valid.original_value, valid.rule);
    match valid.edtf.bounds() {
        (Some(from), Some(to)) => Some(((from, to), rule(""))),
        (Some(from), None) => {
            let end = said?.day().tomorrow().ok().filter(|end| from < *end)?;
            Some(((from, end), rule("; up to the day it was published")))
        }
        (None, Some(to)) => Some(((to.yesterday().ok()?, to), rule("; on the last day it names"))),
        (None, None) => None,
    }
}

fn party_of(
    store: &Store,
    request: &CheckRequest,
    subject: &Subject,
    land: &Land,
    publishers: &[PublisherId],
) -> Result<Result<(PartyId, String), String>, AnswerError> {
    let named = subject.claim.as_ref().and_then(|claim| claim.party.as_ref());
    if let Some(party) = request.party.clone().or_else(|| named.map(|party| party.id.clone())) {
        return Ok(Ok((party, String::new())));
    }
    let drawn = store.parties_in(land, publishers)?;
    Ok(match drawn.as_slice() {
        [one] => {
            let rule =
                format!("; party: {one}, the only one the maps draw in {}", land.reference.name);
            Ok((one.clone(), rule))
        }
        _ => Err("the words name no party\nhint: name it with --party".to_owned()),
    })
}
