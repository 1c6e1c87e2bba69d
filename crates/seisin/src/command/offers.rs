//! `seisin offers`: what was offered and how it was answered.

use super::{clock, inputs, open_to_read, open_to_write, outlet::plot_asked, talk, when};
use crate::{
    args::{OffersAction, OffersArgs},
    exit::{Failure, Outcome},
    output::write_records,
    plot::{DrawnOffer, plot_offers},
    wire::{OfferJson, VersionJson},
};
use seisin_answer::{offers_on_record, read_entries};
use seisin_core::{Date, OfferStatus, PartyRef};
use seisin_exchange::Offer;
use std::path::Path;

/// Lists the offers with their answers, or records some.
///
/// # Errors
/// Fails where the store cannot be read or written, and for a record that is none.
pub(crate) fn run(named: Option<&Path>, args: &OffersArgs) -> Result<Outcome, Failure> {
    match &args.action {
        Some(OffersAction::Record(record)) => self::record(named, &record.file),
        None => list(named, args),
    }
}

/// The largest file of records, in bytes.
const LARGEST: u64 = 16 << 20;

/// Records offers and answers written down by hand: all of a file, or none of it.
fn record(named: Option<&Path>, file: &Path) -> Result<Outcome, Failure> {
    let bytes = inputs::bytes(file, LARGEST)?;
    let failed =
        |error: &dyn std::error::Error| Failure::to(&format!("record {}", file.display()), error);
    let text = String::from_utf8(bytes).map_err(|error| failed(&error))?;
    let reports =
        read_entries(&text, &file.display().to_string()).map_err(|error| failed(&error))?;
    let mut store = open_to_write(named)?;
    let added = store.record_reports(&reports, clock::now()).map_err(|error| failed(&error))?;
    let claims: Vec<&str> = reports
        .iter()
        .flat_map(|report| &report.reading.claims)
        .map(|claim| claim.id.0.as_str())
        .collect();
    talk(&format!(
        "recorded {} new of {} records: {}",
        added.new,
        reports.len(),
        claims.join(", ")
    ));
    Ok(Outcome::Done)
}

fn list(named: Option<&Path>, args: &OffersArgs) -> Result<Outcome, Failure> {
    let on = args.on.as_deref().map(|day| when::day(day, "--on")).transpose()?;
    let known_on = when::known_on(args.known_on.as_deref())?;
    let plot = plot_asked(&args.plot)?;
    let store = open_to_read(named)?;
    let found = offers_on_record(&store, known_on)
        .map_err(|error| Failure::to("gather the offers", &error))?;
    let offers: Vec<Offer> =
        found.offers.into_iter().filter(|offer| is_asked(offer, args, on)).collect();
    if let Some((path, picture)) = plot {
        picture.write(path, &drawn(&offers)?)?;
    }
    let mut out = std::io::stdout().lock();
    if args.versions {
        let rows: Vec<VersionJson> = offers.iter().flat_map(VersionJson::of).collect();
        write_records(&mut out, args.format, &rows)?;
    } else {
        let rows: Vec<OfferJson> = offers.iter().map(|offer| OfferJson::new(offer, on)).collect();
        write_records(&mut out, args.format, &rows)?;
    }
    if !found.unlinked.is_empty() {
        talk(&format!(
            "{} claims about offers belong to none of these; `seisin claims --kind response` lists \
             answers",
            found.unlinked.len()
        ));
    }
    Ok(Outcome::Done)
}

/// Whether an offer is by, to or answered by the party asked for, and was seen by the day asked for.
fn is_asked(offer: &Offer, args: &OffersArgs, on: Option<Date>) -> bool {
    let by_then = on.is_none_or(|on| offer.first_seen.is_none_or(|seen| seen <= on));
    let is = |party: Option<&PartyRef>| {
        args.party.as_ref().is_none_or(|asked| party.is_some_and(|own| own.id.0 == *asked))
    };
    let answered = || offer.answers.iter().any(|answer| is(answer.party.as_ref()));
    by_then && (is(offer.offerer.as_ref()) || is(offer.addressee.as_ref()) || answered())
}

/// Offers over time with their answers; those of which no report is dated cannot be placed.
fn drawn(offers: &[Offer]) -> Result<String, Failure> {
    let mut dated: Vec<&Offer> = offers.iter().filter(|offer| offer.first_seen.is_some()).collect();
    dated.sort_by(|a, b| (a.first_seen, &a.id).cmp(&(b.first_seen, &b.id)));
    let row = |offer: &Offer| {
        let earlier = &offer.counters.as_ref()?.offer;
        dated.iter().position(|one| one.id == *earlier)
    };
    let rows: Vec<DrawnOffer> = dated
        .iter()
        .filter_map(|offer| {
            let said = offer.answers.iter().filter_map(|answer| {
                let words = format!("{}: {}", who(answer.party.as_ref()), answer.stance.word());
                Some((answer.first_day()?, words))
            });
            Some(DrawnOffer {
                label: words_of(offer),
                first: offer.first_seen?,
                answers: said.collect(),
                counters: row(offer),
            })
        })
        .collect();
    let print = [
        "Filled in blue: an offer, when it was first seen. In orange: an answer on record; none is no answer. A thin line: an \
         offer in answer to another."
            .to_owned(),
        format!(
            "As reports say; {} offers of which no report is dated are not drawn.",
            offers.len() - rows.len()
        ),
    ];
    plot_offers("Offers and answers on record", &rows, &print)
}

/// Who offers what to whom, and how far it had come.
fn words_of(offer: &Offer) -> String {
    let things = |items: &[seisin_core::Item]| {
        let words: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        if words.is_empty() { "unspecified".to_owned() } else { words.join(", ") }
    };
    let status = offer.status_on(None).map_or("", OfferStatus::word);
    let words = format!(
        "{} → {}: {} for {} ({status})",
        who(offer.offerer.as_ref()),
        who(offer.addressee.as_ref()),
        things(offer.gives()),
        things(offer.asks())
    );
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}

/// The longest label of a row, in characters.
const LONGEST: usize = 100;

fn who(party: Option<&PartyRef>) -> String {
    party.map_or_else(|| "not named".to_owned(), |party| party.id.to_string())
}
