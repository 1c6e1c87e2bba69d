//! Offers and answers written down by hand: records of their own, beside those read in reports.
//!
//! A record is a few lines `key: value`, an empty line ends it; its own words are its evidence. A record
//! never changes another: `replaces` names a claim that it is to stand in place of.

use crate::arithmetic::figure;
use seisin_core::{
    Claim, ClaimId, Detail, Document, Edtf, Evidence, Item, ItemKind, Modality, OfferStatus,
    PartyId, PartyRef, Polarity, Quantity, QuantityKind, ReaderRule, RegionRef, SourceLink,
    SourceRole, Stance, TextSpan, Unit, UnitKind, ValidTime,
};
use std::str::FromStr;

/// The reader's name on claims that were written down by hand.
const BY_HAND: &str = "by hand";
pub(super) const CONDITION: &str = "condition";
const OFFER: &str = "offer";
const REPLACES: &str = "replaces";

/// The keys of a record.
const KEYS: [&str; 17] = [
    OFFER,
    "answer",
    REPLACES,
    "by",
    "to",
    "gives",
    "asks",
    CONDITION,
    "status",
    "stance",
    "on",
    "told by",
    "quote",
    "source",
    "published",
    "uri",
    "note",
];

/// Why some lines are no record of an offer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EntryFault {
    /// A line is not `key: value` with a key that is known.
    #[error("the line `{line}` begins with no key\nhint: the keys are {}", KEYS.join(", "))]
    NoKey {
        /// The line.
        line: String,
    },
    /// What has to be there is not.
    #[error("it has no line `{key}: …`")]
    Lacks {
        /// The key.
        key: &'static str,
    },
    /// A value is not one of those that are known.
    #[error("`{value}` is no {what}\nhint: {known}")]
    Unknown {
        /// What it should be.
        what: &'static str,
        /// The value.
        value: String,
        /// What is known.
        known: String,
    },
}

/// The records in a text, each in its own words.
pub fn entries(text: &str) -> Vec<String> {
    let mut found = vec![Vec::new()];
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        match (line.is_empty(), found.last_mut()) {
            (false, Some(last)) => last.push(line),
            _ => found.push(Vec::new()),
        }
    }
    let records = found.into_iter().filter(|lines| !lines.is_empty());
    records.map(|lines| lines.join("\n") + "\n").collect()
}

/// The first value of a key in a record's words.
pub fn entry_value<'a>(words: &'a str, key: &str) -> Option<&'a str> {
    values(words, key).next()
}

/// The values of a key in a record's words, in their order.
pub(super) fn values<'a>(words: &'a str, key: &str) -> impl Iterator<Item = &'a str> {
    words.lines().filter_map(move |line| {
        let (own, value) = line.split_once(':')?;
        (own.trim().eq_ignore_ascii_case(key)).then(|| value.trim())
    })
}

/// Whether a claim was written down by hand.
pub(super) fn is_entry(claim: &Claim) -> bool {
    claim.reader.id == BY_HAND
}

/// The words to quote for a claim: of one written down by hand those it quotes itself, or all of them.
pub(super) fn quote(claim: &Claim) -> String {
    let words = &claim.evidence.exact;
    if !is_entry(claim) {
        return words.clone();
    }
    let own =
        entry_value(words, "quote").map(|quote| quote.trim_matches(['"', '“', '”']).to_owned());
    own.unwrap_or_else(|| words.trim_end().replace('\n', "; "))
}

/// The offer that a record written by hand says it belongs to.
pub(super) fn offer_named(claim: &Claim) -> Option<&str> {
    let named = || entry_value(&claim.evidence.exact, OFFER);
    is_entry(claim).then(named).flatten().filter(|name| !name.is_empty())
}

/// The claim that a record written by hand stands in place of.
pub(super) fn replaced(claim: &Claim) -> Option<&str> {
    let named = || entry_value(&claim.evidence.exact, REPLACES);
    is_entry(claim).then(named).flatten()
}

/// The claim that a record's words make, all of them its evidence.
///
/// # Errors
/// [`EntryFault`] for a line without a known key, a value that is not known, or what is missing.
pub fn entry_claim(document: &Document, words: &str) -> Result<Claim, EntryFault> {
    for line in words.lines() {
        let key = line.split_once(':').map(|(key, _)| key.trim().to_lowercase());
        if !key.is_some_and(|key| KEYS.contains(&key.as_str())) {
            return Err(EntryFault::NoKey { line: line.to_owned() });
        }
    }
    let detail = detail(words)?;
    let party = party(words, "by").ok_or(EntryFault::Lacks { key: "by" })?;
    let whole = TextSpan::new(0, words.chars().count());
    let reader =
        ReaderRule { id: BY_HAND.to_owned(), version: "1".to_owned(), rule: "entry".to_owned() };
    let mut claim = Claim {
        id: ClaimId(String::new()),
        document: document.id,
        evidence: Evidence::at(words, whole).expect("a text is as long as it is"),
        source: source(words),
        modality: Modality::Reported,
        hedges: Vec::new(),
        polarity: Polarity::Affirmed,
        party: Some(party),
        counterparty: self::party(words, "to"),
        region: None,
        quantity: None,
        valid: entry_value(words, "on").map(day).transpose()?,
        detail,
        reader,
    };
    if let Detail::Offer { gives, asks, .. } = &claim.detail {
        claim.region = gives.iter().chain(asks).find_map(|item| item.region.clone());
    }
    claim.id = claim.identify();
    Ok(claim)
}

fn detail(words: &str) -> Result<Detail, EntryFault> {
    if let Some(stance) = entry_value(words, "stance") {
        let about = entry_value(words, "answer").or_else(|| entry_value(words, OFFER));
        let about = about.ok_or(EntryFault::Lacks { key: "answer" })?.to_owned();
        let stance = known("stance", stance, Stance::from_word, &Stance::ALL.map(Stance::word))?;
        return Ok(Detail::Response { stance, about });
    }
    let side = |key: &str| values(words, key).map(item).collect::<Result<Vec<Item>, _>>();
    let (gives, asks) = (side("gives")?, side("asks")?);
    if gives.is_empty() && asks.is_empty() {
        return Err(EntryFault::Lacks { key: "gives" });
    }
    let word = entry_value(words, "status").unwrap_or("proposed");
    let status =
        known("status", word, OfferStatus::from_word, &OfferStatus::ALL.map(OfferStatus::word))?;
    Ok(Detail::Offer { gives, asks, ratio: None, status })
}

fn known<T>(
    what: &'static str,
    value: &str,
    read: impl Fn(&str) -> Option<T>,
    all: &[&str],
) -> Result<T, EntryFault> {
    let unknown = || EntryFault::Unknown { what, value: value.to_owned(), known: all.join(", ") };
    read(&value.to_lowercase()).ok_or_else(unknown)
}

/// An item as `KIND: words`, or words whose amount tells the kind; `?` at the end where they leave open
/// what is meant.
fn item(value: &str) -> Result<Item, EntryFault> {
    let (text, vague) = value.strip_suffix('?').map_or((value, false), |text| (text.trim(), true));
    let named = text.split_once(':').map(|(word, rest)| {
        let word = word.trim().replace([' ', '-'], "_");
        let kinds = ItemKind::ALL.map(ItemKind::word);
        known("kind of item", &word, ItemKind::from_word, &kinds).map(|kind| (kind, rest.trim()))
    });
    let (kind, text) = match named.transpose()? {
        Some((kind, text)) => (Some(kind), text),
        None => (None, text),
    };
    let (quantity, of) = amount(text);
    let told = quantity.as_ref().and_then(|quantity| match quantity.unit.kind() {
        UnitKind::Share => Some(ItemKind::Share),
        UnitKind::Area => Some(ItemKind::Area),
        _ => None,
    });
    let kind = kind.or(told).ok_or_else(|| EntryFault::Unknown {
        what: "item",
        value: value.to_owned(),
        known: format!(
            "write it as KIND: words, with one of {}",
            ItemKind::ALL.map(ItemKind::word).join(", ")
        ),
    })?;
    let land = match kind {
        ItemKind::NamedPlace => Some(text),
        ItemKind::Area | ItemKind::Share => of,
        _ => None,
    };
    let region = land.filter(|_| !vague).map(region);
    Ok(Item { kind, region, quantity, text: text.to_owned(), vague })
}

/// The amount at the beginning of some words, and what it is of: `5.5 % of Israel`, `930 km² in Sarn`.
fn amount(text: &str) -> (Option<Quantity>, Option<&str>) {
    let parts = [" of ", " in "].iter().find_map(|word| text.split_once(word));
    let (figures, of) = parts.map_or((text, None), |(figures, of)| (figures, Some(of.trim())));
    let counted = figure(figures).filter(|found| {
        let plain = found.unit == Unit::One && !figures.contains('%');
        !plain || found.original_value.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    });
    let share = |found: &Quantity| found.kind == QuantityKind::Share;
    let quantity = counted.map(|found| Quantity {
        of: of.filter(|_| share(&found)).map(str::to_owned),
        original_value: figures.to_owned(),
        ..found
    });
    (quantity, of)
}

fn region(name: &str) -> RegionRef {
    let name = name.strip_prefix("the ").unwrap_or(name).to_owned();
    RegionRef { id: None, mention: name.clone(), name, candidates: Vec::new() }
}

fn party(words: &str, key: &str) -> Option<PartyRef> {
    let name = entry_value(words, key).filter(|name| !name.is_empty())?;
    let id = PartyId(name.to_lowercase().replace(' ', "-"));
    Some(PartyRef { id, name: name.to_owned(), mention: name.to_owned() })
}

fn source(words: &str) -> Vec<SourceLink> {
    let link = |key: &str, role: SourceRole| {
        entry_value(words, key).map(|name| SourceLink {
            name: name.to_owned(),
            role,
            party: None,
            cue: None,
            on: None,
            venue: None,
        })
    };
    let chain = [link("source", SourceRole::Outlet), link("told by", SourceRole::Speaker)];
    chain.into_iter().flatten().collect()
}

fn day(value: &str) -> Result<ValidTime, EntryFault> {
    let unknown = |_| EntryFault::Unknown {
        what: "date",
        value: value.to_owned(),
        known: "write it as 2030-01-14, 2030-01 or 2030".to_owned(),
    };
    let edtf = Edtf::from_str(value).map_err(unknown)?;
    Ok(ValidTime { edtf, original_value: value.to_owned(), rule: "as written down".to_owned() })
}
