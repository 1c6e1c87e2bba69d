//! `seisin offers`: what was offered and how it was answered.

use super::{open_to_read, outlet::plot_asked};
use crate::{
    args::OffersArgs,
    exit::{Failure, Outcome},
    output::write_records,
    plot::{DrawnOffer, plot_offers},
    wire::OfferJson,
};
use seisin_answer::offers_on_record;
use seisin_core::{OfferStatus, PartyRef};
use seisin_exchange::Offer;
use std::path::Path;

/// Lists the offers with their answers.
///
/// # Errors
/// Fails where the store cannot be read.
pub(crate) fn list(named: Option<&Path>, args: &OffersArgs) -> Result<Outcome, Failure> {
    let plot = plot_asked(&args.plot)?;
    let store = open_to_read(named)?;
    let found =
        offers_on_record(&store).map_err(|error| Failure::to("gather the offers", &error))?;
    if let Some((path, picture)) = plot {
        picture.write(path, &drawn(&found.offers)?)?;
    }
    let rows: Vec<OfferJson> = found.offers.iter().map(OfferJson::from).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    if !found.unlinked.is_empty() {
        super::talk(&format!(
            "{} claims about offers belong to none of these; `seisin claims --kind response` lists \
             answers",
            found.unlinked.len()
        ));
    }
    Ok(Outcome::Done)
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
