//! `seisin check`: does the map bear out the sentence?

use super::{inputs, maps_request, open_to_read, when};
use crate::{
    args::CheckArgs,
    exit::{Failure, Outcome},
    output::write_single,
    text::check_text,
    wire::CheckJson,
};
use seisin_answer::{CheckRequest, Target};
use seisin_core::{ClaimId, PartyId, Tolerance, Verdict};
use std::path::Path;

/// The longest sentence taken, in bytes: a page of text.
pub(crate) const LONGEST_SENTENCE: u64 = 16 * 1024;

/// Checks a sentence or a claim and prints the answer.
///
/// # Errors
/// Fails where nothing is named to check, and where the store cannot be read.
pub(crate) fn check(store: Option<&Path>, args: &CheckArgs) -> Result<Outcome, Failure> {
    let named = args.fail_on.iter().map(|word| verdict(word)).collect::<Result<Vec<_>, _>>()?;
    let request = CheckRequest {
        target: target(args)?,
        days: when::days(&args.days)?,
        maps: maps_request(&args.maps)?,
        party: args.party.clone().map(PartyId),
        region: args.region.clone(),
        frame: args.frame.clone(),
        tolerance: Tolerance::default(),
    };
    let store = open_to_read(store)?;
    let answer = seisin_answer::check(&store, &request)
        .map_err(|error| Failure::to("check the sentence", &error))?;
    write_single(&mut std::io::stdout().lock(), args.format, &CheckJson::new(&answer), || {
        check_text(&answer)
    })?;
    let met = named.contains(&answer.verdict);
    Ok(if met { Outcome::VerdictNamed } else { Outcome::Done })
}

fn target(args: &CheckArgs) -> Result<Target, Failure> {
    if let Some(id) = &args.claim {
        return Ok(Target::Claim(ClaimId(id.clone())));
    }
    let sentence = match args.sentence.as_deref() {
        None | Some("-") => {
            let bytes = inputs::bytes(Path::new("-"), LONGEST_SENTENCE)?;
            String::from_utf8(bytes).map_err(|error| Failure::to("read the sentence", &error))?
        }
        Some(sentence) => sentence.to_owned(),
    };
    if sentence.trim().is_empty() {
        return Err(Failure::Usage(
            "there is no sentence to check\nhint: seisin check \"Arland holds more than 400 square \
             miles of Sarn\" --on 2030-01-14"
                .to_owned(),
        ));
    }
    Ok(Target::Sentence(sentence.trim().to_owned()))
}

fn verdict(word: &str) -> Result<Verdict, Failure> {
    Verdict::from_word(&word.replace([' ', '-'], "_")).ok_or_else(|| {
        let verdicts: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict.word()).collect();
        Failure::Usage(format!(
            "--fail-on `{word}` is no verdict\nhint: it is one of {}",
            verdicts.join(", ")
        ))
    })
}
