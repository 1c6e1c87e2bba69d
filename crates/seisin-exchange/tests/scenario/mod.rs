//! Reads a table of what reports say into claims, and writes the offers that come of it as lines.
//!
//! A row is `REPORT/ORIGIN DAY KIND key=value …`, the day `-` where the claim has none of its own.
//! Items are joined by `+`: `velk` a region, `~some_land` a vague phrase, `6.8%`, `495km2`,
//! `55persons` amounts, `!prisoners` a thing of that kind.

use seisin_core::{
    Bound, Claim, ClaimId, Detail, Digest, Document, Evidence, Item, ItemKind, Modality,
    OfferStatus, PartyId, PartyRef, Polarity, Published, Quantity, QuantityKind, ReaderRule,
    RegionId, RegionRef, SourceLink, SourceRole, Stance, TextSpan, Unit, ValidTime,
};
use seisin_exchange::{Answer, Offer, OfferSettings, Offers, ReportedClaim, offers};
use std::collections::BTreeMap;

/// The offers that the rows of a table tell of, as lines.
pub(crate) fn told(table: &str) -> String {
    lines(&found(table))
}

/// The offers that the rows of a table tell of, whichever way round the rows are taken.
pub(crate) fn found(table: &str) -> Offers {
    let rows: Vec<&str> = table.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
    let claims: Vec<(Claim, Document)> =
        rows.iter().enumerate().map(|(number, row)| reported(number, row)).collect();
    let reported: Vec<ReportedClaim<'_>> =
        claims.iter().map(|(claim, document)| ReportedClaim { claim, document }).collect();
    let mut backwards = reported.clone();
    backwards.reverse();
    let found = offers(&reported, &OfferSettings::default());
    assert_eq!(found, offers(&backwards, &OfferSettings::default()), "the order must not matter");
    found
}

fn lines(found: &Offers) -> String {
    let offers = found.offers.iter().flat_map(|offer| offer_lines(offer, found));
    let left = found.unlinked.iter();
    let left = left.map(|left| format!("left: {} ({})", left.claim, left.reason.sentence()));
    offers.chain(left).collect::<Vec<_>>().join("\n")
}

fn offer_lines(offer: &Offer, found: &Offers) -> Vec<String> {
    let mut lines = vec![headline(offer)];
    lines.extend(offer.variants.iter().filter(|_| offer.variants.len() > 1).map(|variant| {
        let ratio = variant.amount_ratio().map_or(String::new(), |ratio| format!(" = {ratio:.3}"));
        format!("as {} for {}{ratio}", items(&variant.gives), items(&variant.asks))
    }));
    lines.extend(offer.answers.iter().map(answer_line));
    lines.extend(offer.counters.iter().map(|counter| {
        let place = found.offers.iter().position(|other| other.id == counter.offer);
        format!("counters offer {}", place.expect("it is on record") + 1)
    }));
    lines.extend(offer.denials.iter().map(|denial| format!("denied in {}", denial.claim)));
    lines
}

fn headline(offer: &Offer) -> String {
    format!(
        "{} -> {}: {} for {}; {} since {}; {} origins, {} reports",
        name(offer.offerer.as_ref()),
        name(offer.addressee.as_ref()),
        items(offer.gives()),
        items(offer.asks()),
        offer.status_on(None).map_or("?", OfferStatus::word),
        offer.first_seen.map_or("?".into(), |day| day.to_string()),
        offer.independent_origins(),
        offer.reports(),
    )
}

fn answer_line(answer: &Answer) -> String {
    format!(
        "{} {} {} by {}; {} origins, {} reports",
        name(answer.party.as_ref()),
        answer.stance.word(),
        answer.on.as_ref().map_or("undated".into(), |on| on.edtf.to_string()),
        answer.rule.name(),
        answer.independent_origins(),
        answer.reports(),
    )
}

fn name(party: Option<&PartyRef>) -> &str {
    party.map_or("?", |party| &party.id.0)
}

fn items(items: &[Item]) -> String {
    let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
    if texts.is_empty() { "nothing".to_owned() } else { texts.join("+") }
}

fn reported(number: usize, row: &str) -> (Claim, Document) {
    let words: Vec<&str> = row.split_whitespace().collect();
    let [report, day, kind, rest @ ..] = words.as_slice() else { panic!("a short row: {row}") };
    let (report, origin) = report.split_once('/').expect("report/origin");
    let fields: BTreeMap<&str, &str> =
        rest.iter().filter_map(|word| word.split_once('=')).collect();
    let document = Document {
        id: Digest::of(report.as_bytes()),
        path: report.to_owned(),
        uri: None,
        publisher: Some(report.to_owned()),
        published: fields.get("published").and_then(|on| Published::parse(on)),
        updated: None,
        licence: None,
        origin: Some(Digest::of(origin.as_bytes())),
    };
    (claim(number, (day, kind), &fields, &document), document)
}

fn claim(
    number: usize,
    (day, kind): (&str, &str),
    fields: &BTreeMap<&str, &str>,
    document: &Document,
) -> Claim {
    let quote = fields.get("about").or(fields.get("quote")).copied().unwrap_or(kind);
    let speaker = fields.get("speaker").map(|name| SourceLink {
        name: (*name).to_owned(),
        role: SourceRole::Speaker,
        party: None,
        cue: None,
        on: None,
        venue: None,
    });
    Claim {
        id: ClaimId(format!("c{}", number + 1)),
        document: document.id,
        evidence: Evidence {
            span: TextSpan::new(number * 100, number * 100 + 50),
            exact: quote.replace('_', " "),
            prefix: String::new(),
            suffix: String::new(),
            repaired: None,
        },
        source: speaker.into_iter().collect(),
        modality: Modality::Asserted,
        hedges: Vec::new(),
        polarity: if kind.starts_with("denied-") { Polarity::Denied } else { Polarity::Affirmed },
        party: fields.get("by").map(|id| party(id)),
        counterparty: fields.get("to").map(|id| party(id)),
        region: None,
        quantity: None,
        valid: day.parse().ok().map(|edtf| ValidTime {
            edtf,
            original_value: day.to_owned(),
            rule: "table".to_owned(),
        }),
        detail: detail(kind, fields),
        reader: ReaderRule { id: "table".into(), version: "1".into(), rule: "row".into() },
    }
}

fn detail(kind: &str, fields: &BTreeMap<&str, &str>) -> Detail {
    let list =
        |key: &str| fields.get(key).map_or(Vec::new(), |list| list.split('+').map(item).collect());
    if kind.ends_with("offer") {
        let status = fields.get("status").copied().unwrap_or("proposed");
        let status = OfferStatus::from_word(status).expect("a status");
        return Detail::Offer { gives: list("gives"), asks: list("asks"), ratio: None, status };
    }
    let about = fields.get("about").copied().unwrap_or_default().replace('_', " ");
    let stance = fields.get("stance").and_then(|word| Stance::from_word(word)).expect("a stance");
    Detail::Response { stance, about }
}

fn party(id: &str) -> PartyRef {
    PartyRef { id: PartyId(id.to_owned()), name: id.to_owned(), mention: id.to_owned() }
}

fn item(word: &str) -> Item {
    let plain = |kind, text: &str| Item {
        kind,
        region: None,
        quantity: None,
        text: text.to_owned(),
        vague: false,
    };
    if let Some(phrase) = word.strip_prefix('~') {
        return Item { vague: true, ..plain(ItemKind::NamedPlace, phrase) };
    }
    if let Some(kind) = word.strip_prefix('!') {
        return plain(ItemKind::from_word(kind).expect("an item kind"), kind);
    }
    let digits: String = word.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let Some(unit) = word.strip_prefix(&digits).filter(|_| !digits.is_empty()) else {
        return Item { region: Some(region(word)), ..plain(ItemKind::NamedPlace, word) };
    };
    let (kind, of, unit, value) = amount(unit, &digits);
    let quantity = Quantity {
        kind: of,
        bound: Bound::Exactly,
        value,
        high: None,
        step: 1.0,
        unit,
        of: None,
        frame: None,
        original_value: word.to_owned(),
    };
    Item { quantity: Some(quantity), ..plain(kind, word) }
}

fn amount(unit: &str, digits: &str) -> (ItemKind, QuantityKind, Unit, f64) {
    let value: f64 = digits.parse().expect("a number");
    match unit {
        "%" => (ItemKind::Share, QuantityKind::Share, Unit::One, value / 100.0),
        "persons" => {
            (ItemKind::Prisoners, QuantityKind::Count, Unit::Counted("person".into()), value)
        }
        code => (ItemKind::Area, QuantityKind::Area, Unit::from_ucum(code), value),
    }
}

fn region(name: &str) -> RegionRef {
    RegionRef {
        id: Some(RegionId(name.to_owned())),
        name: name.to_owned(),
        mention: name.to_owned(),
        candidates: Vec::new(),
    }
}
