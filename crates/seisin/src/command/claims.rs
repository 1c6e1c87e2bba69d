//! `seisin claims`: what is on record.

use super::{open_to_read, when};
use crate::{
    args::ClaimsArgs,
    exit::{Failure, Outcome},
    output::write_records,
    wire::ClaimJson,
};
use seisin_answer::Store;
use seisin_core::{Claim, ClaimKind, Document, PartyId};
use seisin_ledger::ClaimFilter;
use std::path::Path;

/// Lists the claims that the filters let pass.
///
/// # Errors
/// Fails for a kind that is none, and where the store cannot be read.
pub(crate) fn list(store: Option<&Path>, args: &ClaimsArgs) -> Result<Outcome, Failure> {
    let store = open_to_read(store)?;
    let found = select(&store, args)?;
    let rows: Vec<ClaimJson> =
        found.iter().map(|(claim, document)| ClaimJson::new(claim, Some(document))).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    Ok(Outcome::Done)
}

/// The claims that the filters let pass, each with its document.
///
/// # Errors
/// As [`list`].
pub(crate) fn select(store: &Store, args: &ClaimsArgs) -> Result<Vec<(Claim, Document)>, Failure> {
    let kind = args.kind.as_deref().map(kind).transpose()?;
    let known_on = when::known_on(args.known_on.as_deref())?;
    let party = args.party.clone().map(PartyId);
    let filter = ClaimFilter { kind, ..ClaimFilter::default() };
    let found = seisin_answer::claims(store, &filter, known_on)
        .map_err(|error| Failure::to("list the claims", &error))?;
    let about = |claim: &Claim| {
        party.as_ref().is_none_or(|party| {
            [&claim.party, &claim.counterparty]
                .into_iter()
                .flatten()
                .any(|named| named.id == *party)
        })
    };
    let there = |claim: &Claim| {
        args.region.as_deref().is_none_or(|name| {
            claim.region.as_ref().is_some_and(|region| {
                region.name.eq_ignore_ascii_case(name)
                    || region.id.as_ref().is_some_and(|id| id.0.eq_ignore_ascii_case(name))
            })
        })
    };
    Ok(found.into_iter().filter(|(claim, _)| about(claim) && there(claim)).collect())
}

fn kind(word: &str) -> Result<ClaimKind, Failure> {
    ClaimKind::from_word(word).ok_or_else(|| {
        let kinds: Vec<&str> = ClaimKind::ALL.iter().map(|kind| kind.word()).collect();
        Failure::Usage(format!("--kind `{word}` is none\nhint: it is one of {}", kinds.join(", ")))
    })
}
