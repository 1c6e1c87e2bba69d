//! Times the recording of a hundred thousand claims and the questions asked of them afterwards.
//!
//! `cargo run --release -p seisin-ledger --example many_claims [DOCUMENTS]`
#![expect(clippy::print_stdout, reason = "a program that prints what it measured")]
#![expect(clippy::unwrap_used, reason = "a measurement that cannot be made has failed")]

use seisin_core::{
    Bound, Claim, ClaimId, Detail, Digest, Document, Evidence, Modality, PartyId, PartyRef,
    Polarity, Published, Quantity, QuantityKind, ReaderRule, Reading, RegionCandidate, RegionId,
    RegionRef, SourceLink, SourceRole, TextSpan, Unit, ValidTime,
};
use seisin_ledger::{ClaimFilter, DocumentEntry, Entry, Ledger, PreparedBlob};
use std::{fs, time::Instant};

const SENTENCE: &str = "Arland says its forces hold more than 400 square miles of Sarn. ";
const CLAIMS_A_DOCUMENT: usize = 5;
const DOCUMENTS_A_BATCH: usize = 1_000;
const REGIONS: usize = 80;

fn claim(text: &str, document: Digest, number: usize, day: &str) -> Claim {
    let start = number * SENTENCE.len();
    let region = format!("region-{}", (number + start) % REGIONS);
    let id = RegionId(region.clone());
    let candidate = RegionCandidate { id: id.clone(), name: region.clone(), rule: "name".into() };
    let mut claim = Claim {
        id: ClaimId(String::new()),
        document,
        evidence: Evidence::at(text, TextSpan::new(start, start + SENTENCE.len() - 1)).unwrap(),
        source: vec![SourceLink {
            name: "Arland".into(),
            role: SourceRole::Speaker,
            party: Some(PartyId("arland".into())),
            cue: Some("says".into()),
            on: None,
            venue: None,
        }],
        modality: Modality::Asserted,
        hedges: Vec::new(),
        polarity: Polarity::Affirmed,
        party: Some(PartyRef {
            id: PartyId("arland".into()),
            name: "Arland".into(),
            mention: "its forces".into(),
        }),
        counterparty: None,
        region: Some(RegionRef {
            id: Some(id),
            name: region,
            mention: "Sarn".into(),
            candidates: vec![candidate],
        }),
        quantity: Some(Quantity {
            kind: QuantityKind::Area,
            bound: Bound::MoreThan,
            value: 400.0,
            high: None,
            step: 100.0,
            unit: Unit::SquareMile,
            of: None,
            frame: None,
            original_value: "more than 400 square miles".into(),
        }),
        valid: Some(ValidTime {
            edtf: day.parse().unwrap(),
            original_value: String::new(),
            rule: "publication".into(),
        }),
        detail: Detail::Holding,
        reader: ReaderRule { id: "seisin".into(), version: "0.1.0".into(), rule: "hold".into() },
    };
    claim.id = claim.identify();
    claim
}

fn entry(number: usize) -> Entry {
    let day = format!("20{:02}-{:02}-{:02}", 20 + number % 7, 1 + number % 12, 1 + number % 28);
    let text = format!("{}Report {number}.", SENTENCE.repeat(CLAIMS_A_DOCUMENT));
    let document = Document {
        publisher: Some("Wire".into()),
        published: Published::parse(&day),
        ..Document::of(&format!("reports/{number:06}.txt"), &text)
    };
    let claims = (0..CLAIMS_A_DOCUMENT).map(|at| claim(&text, document.id, at, &day)).collect();
    let bytes = PreparedBlob::compress(text.as_bytes());
    let reading = Reading { claims, problems: Vec::new() };
    Entry::Document(Box::new(DocumentEntry { document, text, bytes, reading }))
}

fn main() {
    let documents: usize = std::env::args().nth(1).map_or(20_000, |number| number.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let at = "2026-09-01T00:00:00Z".parse().unwrap();
    let mut ledger = Ledger::create(&path, at).unwrap();
    let time = |what: &str, ledger: &mut Ledger, act: &dyn Fn(&mut Ledger) -> usize| {
        let started = Instant::now();
        let count = act(ledger);
        println!("{what}: {count} in {:.1} ms", started.elapsed().as_secs_f64() * 1e3);
    };
    let all: Vec<usize> = (0..documents).collect();
    time("documents recorded", &mut ledger, &|ledger| {
        let batches = all.chunks(DOCUMENTS_A_BATCH);
        batches.map(|some| ledger.append(at, some.iter().copied().map(entry)).unwrap().new).sum()
    });
    time("documents recorded again", &mut ledger, &|ledger| {
        let batches = all.chunks(DOCUMENTS_A_BATCH);
        let appended =
            batches.map(|some| ledger.append(at, some.iter().copied().map(entry)).unwrap());
        appended.map(|appended| appended.already_there).sum()
    });
    println!("store {} bytes", fs::metadata(&path).unwrap().len());
    let of = ClaimFilter::default;
    let region = |name: &str| Some(RegionId(name.into()));
    let filters = [
        ("all claims", of()),
        ("claims of a region", ClaimFilter { region: region("region-65"), ..of() }),
        ("claims of a region that nobody names", ClaimFilter { region: region("none"), ..of() }),
        (
            "claims of a day",
            ClaimFilter {
                between: Some(("2024-05-05".parse().unwrap(), "2024-05-06".parse().unwrap())),
                ..of()
            },
        ),
    ];
    for (what, filter) in filters {
        time(what, &mut ledger, &|ledger| {
            ledger.claims(&filter, None).unwrap().map(Result::unwrap).count()
        });
    }
    time("documents", &mut ledger, &|ledger| ledger.documents(None).unwrap().len());
    let one = ledger.claims(&of(), None).unwrap().next().unwrap().unwrap().record;
    time("one claim", &mut ledger, &|ledger| ledger.claim(&one.id, None).iter().count());
    let document = ClaimFilter { document: Some(one.document), ..of() };
    time("claims of a document", &mut ledger, &|ledger| {
        ledger.claims(&document, None).unwrap().count()
    });
    time("verify", &mut ledger, &|ledger| ledger.verify(&[]).unwrap().faults.len());
}
