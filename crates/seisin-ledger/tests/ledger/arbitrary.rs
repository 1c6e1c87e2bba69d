//! Documents with claims of any content that the types admit.

use proptest::{collection::vec, option, prelude::*, sample::select, strategy::Union};
use seisin_core::{
    Bound, ChangeAction, Claim, ClaimId, Detail, Digest, Document, Edtf, Evidence, Item, ItemKind,
    Licence, Modality, OfferStatus, PartyId, PartyRef, Polarity, Problem, ProblemKind, Published,
    Quantity, QuantityKind, Ratio, ReaderRule, Reading, RegionCandidate, RegionId, RegionRef,
    SourceLink, SourceRole, Stance, TextSpan, TitleAction, Unit, ValidTime,
};
use seisin_ledger::{DocumentEntry, PreparedBlob};

/// Any words, with what has hurt stores before: nothing, quotes, nulls, letters of many bytes.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("Kyiv's \"troops\"; DROP TABLE claim;--".to_owned()),
        "[a-zа-я\u{0}\n→𐍈 ]{0,12}",
    ]
}

/// Any number but those that are none.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("a number", |number| !number.is_nan()),
        select(vec![0.0, -0.0, 1.0, 400.0, 0.1, f64::MIN_POSITIVE, 5e-324, f64::INFINITY]),
    ]
}

fn party() -> impl Strategy<Value = PartyRef> {
    (words(), words(), words()).prop_map(|(id, name, mention)| PartyRef {
        id: PartyId(id),
        name,
        mention,
    })
}

fn region() -> impl Strategy<Value = RegionRef> {
    let candidate = (words(), words(), words()).prop_map(|(id, name, rule)| RegionCandidate {
        id: RegionId(id),
        name,
        rule,
    });
    (option::of(words()), words(), words(), vec(candidate, 0..3)).prop_map(
        |(id, name, mention, candidates)| RegionRef {
            id: id.map(RegionId),
            name,
            mention,
            candidates,
        },
    )
}

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        select(vec![
            Unit::SquareMile,
            Unit::SquareKilometre,
            Unit::Hectare,
            Unit::Acre,
            Unit::Dunam,
            Unit::Feddan,
            Unit::Mile,
            Unit::Metre,
            Unit::One,
        ]),
        select(vec!["m", "1", "village", "{}", "}"])
            .prop_map(|noun| Unit::Counted(noun.to_owned())),
        words().prop_map(Unit::Counted),
    ]
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let kinds =
        [QuantityKind::Area, QuantityKind::Share, QuantityKind::Length, QuantityKind::Count];
    let sense = (select(kinds.to_vec()), select(Bound::ALL.to_vec()));
    let amount = (number(), option::of(number()), number(), unit());
    let phrases = (option::of(words()), option::of(words()), words());
    (sense, amount, phrases).prop_map(
        |((kind, bound), (value, high, step, unit), (of, frame, original_value))| Quantity {
            kind,
            bound,
            value,
            high,
            step,
            unit,
            of,
            frame,
            original_value,
        },
    )
}

fn edtf() -> impl Strategy<Value = Edtf> {
    select(vec![
        "2025-02-11",
        "2024-08/..",
        "../1981",
        "/2020",
        "1990~/2020?",
        "2024-02%",
        "0001",
        "9999",
        "9999-12-31",
    ])
    .prop_map(|text| text.parse().unwrap())
}

fn valid() -> impl Strategy<Value = ValidTime> {
    (edtf(), words(), words()).prop_map(|(edtf, original_value, rule)| ValidTime {
        edtf,
        original_value,
        rule,
    })
}

fn link() -> impl Strategy<Value = SourceLink> {
    let roles = vec![SourceRole::Outlet, SourceRole::Via, SourceRole::Speaker];
    let said = (option::of(words()), option::of(words()), option::of(edtf()), option::of(words()));
    (words(), select(roles), said).prop_map(|(name, role, (party, cue, on, venue))| SourceLink {
        name,
        role,
        party: party.map(PartyId),
        cue,
        on,
        venue,
    })
}

fn item() -> impl Strategy<Value = Item> {
    let what = (select(ItemKind::ALL.to_vec()), words(), any::<bool>());
    (what, option::of(region()), option::of(quantity())).prop_map(
        |((kind, text, vague), region, quantity)| Item { kind, region, quantity, text, vague },
    )
}

fn detail() -> impl Strategy<Value = Detail> {
    let ratio = (number(), words()).prop_map(|(value, basis)| Ratio { value, basis });
    let offer = (
        vec(item(), 0..3),
        vec(item(), 0..3),
        option::of(ratio),
        select(OfferStatus::ALL.to_vec()),
    )
        .prop_map(|(gives, asks, ratio, status)| Detail::Offer { gives, asks, ratio, status });
    Union::new([
        select(vec![Detail::Holding, Detail::Casualties, Detail::Statement]).boxed(),
        select(ChangeAction::ALL.to_vec()).prop_map(Detail::Change).boxed(),
        select(TitleAction::ALL.to_vec()).prop_map(Detail::Title).boxed(),
        offer.boxed(),
        (select(Stance::ALL.to_vec()), words())
            .prop_map(|(stance, about)| Detail::Response { stance, about })
            .boxed(),
    ])
}

/// A claim that rests on the words of `text` between two of its code points.
fn claim(text: String) -> impl Strategy<Value = Claim> {
    let length = text.chars().count();
    let place = (0..=length, 0..=length, option::of(words()));
    let tone = (select(Modality::ALL.to_vec()), any::<bool>(), vec(words(), 0..3));
    let land = (option::of(region()), option::of(quantity()), option::of(valid()));
    let who = (option::of(party()), option::of(party()), vec(link(), 0..3));
    let rest = (detail(), words(), words());
    (place, tone, who, land, rest).prop_map(
        move |(
            (one, other, repaired),
            (modality, denied, hedges),
            (party, counterparty, source),
            (region, quantity, valid),
            (detail, id, rule),
        )| {
            let span = TextSpan::new(one.min(other), one.max(other));
            Claim {
                id: ClaimId(id),
                document: Digest::of(text.as_bytes()),
                evidence: Evidence { repaired, ..Evidence::at(&text, span).unwrap() },
                source,
                modality,
                hedges,
                polarity: if denied { Polarity::Denied } else { Polarity::Affirmed },
                party,
                counterparty,
                region,
                quantity,
                valid,
                detail,
                reader: ReaderRule { id: "seisin".into(), version: "0.1.0".into(), rule },
            }
        },
    )
}

fn problem() -> impl Strategy<Value = Problem> {
    let span = option::of((0..9_usize, 0..9_usize));
    (span, select(ProblemKind::ALL.to_vec()), words()).prop_map(|(span, kind, sentence)| Problem {
        span: span.map(|(start, end)| TextSpan::new(start, end)),
        kind,
        sentence,
    })
}

fn described(text: &str) -> impl Strategy<Value = Document> + use<> {
    let id = Digest::of(text.as_bytes());
    let published = select(vec![
        "2024-04-19",
        "2030-01-15T18:00:00Z",
        "2030-01-15T18:00:00.000000001Z",
        "0000-01-01",
    ])
    .prop_map(|text| Published::parse(text).unwrap());
    let dates = (option::of(published.clone()), option::of(published));
    let names = (words(), option::of(words()), option::of(words()), option::of(words()));
    (names, dates).prop_map(move |((path, uri, publisher, licence), (published, updated))| {
        let licence = licence.map(Licence);
        Document { id, path, uri, publisher, published, updated, licence, origin: None }
    })
}

/// A document with a reading of it.
pub(crate) fn document() -> impl Strategy<Value = DocumentEntry> {
    "[a-zа-я→𐍈\u{0} ]{0,300}".prop_flat_map(|text| {
        let reading = (vec(claim(text.clone()), 0..4), vec(problem(), 0..3));
        (described(&text), reading).prop_map(move |(document, (claims, problems))| DocumentEntry {
            document,
            text: text.clone(),
            bytes: PreparedBlob::compress(text.as_bytes()),
            reading: Reading { claims, problems },
        })
    })
}
