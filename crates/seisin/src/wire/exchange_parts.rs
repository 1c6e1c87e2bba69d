//! Parts of an exchange as JSON: items, settlements, form, and whose the land is, is held and is claimed.

use super::figure::{BandJson, km2};
use seisin_answer::{
    ClaimMade, ExchangeAnswer, ItemAnswer, LegalStatus, NamedSite, Standing, StatedAnswer,
};
use seisin_exchange::{Access, Settlement};
use seisin_measure::Neck;
use serde::Serialize;

/// One item of what a side gives.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ItemJson {
    party: String,
    what: String,
    rule: String,
    edition: Option<String>,
    area_km2: BandJson,
    share: Option<BandJson>,
    share_of: Option<String>,
}

impl From<&ItemAnswer> for ItemJson {
    fn from(item: &ItemAnswer) -> Self {
        let share = item.figure.share.as_ref();
        Self {
            party: item.party.to_string(),
            what: item.basis.what.clone(),
            rule: item.rule.clone(),
            edition: item.basis.edition.as_ref().map(ToString::to_string),
            area_km2: km2(item.figure.area),
            share: share.map(|share| share.share.into()),
            share_of: share.map(|share| share.of.clone()),
        }
    }
}

/// One settlement; its population is null where the list does not say.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SettlementJson {
    id: String,
    name: String,
    lon: f64,
    lat: f64,
    population: Option<u64>,
}

impl From<&Settlement> for SettlementJson {
    fn from(settlement: &Settlement) -> Self {
        Self {
            id: settlement.id.clone(),
            name: settlement.name.clone(),
            lon: settlement.position.lon,
            lat: settlement.position.lat,
            population: Some(settlement.population).filter(|people| *people > 0),
        }
    }
}

/// The sites of the caller's list on the land of either side.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SitesJson {
    source: Option<String>,
    on_what_is_given: Vec<Vec<NamedSiteJson>>,
    missing: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
struct NamedSiteJson {
    name: String,
    kind: String,
    lon: f64,
    lat: f64,
}

impl From<&ExchangeAnswer> for SitesJson {
    fn from(answer: &ExchangeAnswer) -> Self {
        let json = |site: &NamedSite| NamedSiteJson {
            name: site.name.clone(),
            kind: site.kind.clone(),
            lon: site.at.lon,
            lat: site.at.lat,
        };
        let given = answer.sites_source.is_some();
        let sides = answer.sites.iter().filter(|_| given);
        Self {
            source: answer.sites_source.clone(),
            on_what_is_given: sides.map(|sites| sites.iter().map(json).collect()).collect(),
            missing: (!given).then_some("no data"),
        }
    }
}

/// A figure stated for what a side gives, beside what it measures.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatedJson {
    party: String,
    printed: String,
    measured: Option<BandJson>,
    unit: Option<String>,
    of: Option<String>,
    outcome: &'static str,
    perhaps: Vec<String>,
    note: Option<&'static str>,
}

impl From<&StatedAnswer> for StatedJson {
    fn from(answer: &StatedAnswer) -> Self {
        let checked = &answer.checked;
        Self {
            party: answer.party.to_string(),
            printed: checked.printed.clone(),
            measured: checked.measured.map(BandJson::from),
            unit: checked.unit.as_ref().map(|unit| unit.ucum().into_owned()),
            of: answer.of.clone(),
            outcome: checked.agreement.word(),
            perhaps: checked.guesses.iter().map(ToString::to_string).collect(),
            note: checked.note,
        }
    }
}

/// How far people live from the nearest town of their side, in km.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AccessJson {
    before_km: f64,
    after_km: f64,
    people: u64,
    settlements_without_people: usize,
}

impl From<&Access> for AccessJson {
    fn from(access: &Access) -> Self {
        Self {
            before_km: access.before.km(),
            after_km: access.after.km(),
            people: access.people,
            settlements_without_people: access.without_people,
        }
    }
}

/// The narrowest place of a territory.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NeckJson {
    width_km: f64,
    /// Longitude and latitude of both ends.
    ends: [[f64; 2]; 2],
    cuts_off_km2: f64,
}

impl From<&Neck> for NeckJson {
    fn from(neck: &Neck) -> Self {
        Self {
            width_km: neck.width.km(),
            ends: neck.ends.map(|end| [end.lon, end.lat]),
            cuts_off_km2: neck.cut_off.square_km(),
        }
    }
}

/// Three things kept apart: legal status as stated, holding as shown, claims as reported.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StandingJson {
    legal_status: Vec<LegalJson>,
    holding: Vec<HoldingPartJson>,
    claims: Vec<ClaimMadeJson>,
}

#[derive(Debug, Clone, Serialize)]
struct LegalJson {
    region: String,
    name: String,
    area_km2: f64,
    sovereign: Option<String>,
    according_to: String,
}

#[derive(Debug, Clone, Serialize)]
struct HoldingPartJson {
    party: String,
    area_km2: f64,
}

#[derive(Debug, Clone, Serialize)]
struct ClaimMadeJson {
    claim: String,
    party: Option<String>,
    action: &'static str,
    region: String,
    words: String,
}

impl From<&Standing> for StandingJson {
    fn from(standing: &Standing) -> Self {
        let held = standing.holding.iter();
        Self {
            legal_status: standing.legal.iter().map(LegalJson::from).collect(),
            holding: held
                .map(|(party, area)| HoldingPartJson {
                    party: party.to_string(),
                    area_km2: area.square_km(),
                })
                .collect(),
            claims: standing.claims.iter().map(ClaimMadeJson::from).collect(),
        }
    }
}

impl From<&LegalStatus> for LegalJson {
    fn from(status: &LegalStatus) -> Self {
        Self {
            region: status.region.0.clone(),
            name: status.name.clone(),
            area_km2: status.area.square_km(),
            sovereign: status.sovereign.as_ref().map(ToString::to_string),
            according_to: status.according_to.clone(),
        }
    }
}

impl From<&ClaimMade> for ClaimMadeJson {
    fn from(claim: &ClaimMade) -> Self {
        Self {
            claim: claim.id.to_string(),
            party: claim.party.as_ref().map(ToString::to_string),
            action: claim.action.word(),
            region: claim.region.0.clone(),
            words: claim.words.clone(),
        }
    }
}
