//! Where names of places stand.

use super::{
    around::{Reading, reading},
    mention::PlaceMention,
    ranking::{self, Found},
};
use crate::text::{
    claims::Vocabulary,
    lexeme::Lexeme,
    prepared::Prepared,
    sentence::Sentence,
    token::{LetterCase, TokenKind},
    view::View,
};
use seisin_core::RegionId;
use seisin_places::{Gazetteer, PartyRole, PlaceMatch};
use std::ops::Range;

/// The places of every sentence, one list a sentence.
///
/// Candidates are ranked with all the names of the text in view: countries named in it, divisions
/// named beside a settlement, and how near places lie to one another.
///
/// # Example
/// ```
/// use seisin_read::text::{Vocabulary, place, prepare};
/// let prepared = prepare("It fell in Aleppo, Syria. The road to Manbij was cut.");
/// let found = place::tag_all(&prepared, &Vocabulary::built_in());
/// assert_eq!(found[0][0].best().and_then(|place| place.country.clone()).unwrap().0, "SY");
/// assert_eq!(found[1][0].best().and_then(|place| place.country.clone()).unwrap().0, "SY");
/// ```
pub fn tag_all(prepared: &Prepared, vocabulary: &Vocabulary) -> Vec<Vec<PlaceMention>> {
    let found: Vec<Vec<Found>> =
        prepared.sentences.iter().map(|one| names(prepared, one, vocabulary)).collect();
    ranking::rank(found, &[])
}

/// A name of the gazetteer found by other means: its bytes, the count of words before it in its
/// sentence and with it, and the match.
pub(crate) type Placed = (Range<usize>, Range<usize>, PlaceMatch);

/// The candidates of names found by other means, ranked as [`tag_all`] ranks: one list a sentence.
/// `near` are countries that the text speaks of without naming a place.
pub(crate) fn ranked(
    prepared: &Prepared,
    names: Vec<Vec<Placed>>,
    near: &[RegionId],
) -> Vec<Vec<PlaceMention>> {
    let found = |(range, words, place): Placed| {
        let name = range.start..(range.start + place.name_len).min(range.end);
        let key = prepared.slice(name.clone()).to_owned();
        Found::listed(range, name, place, "gazetteer").tokens(words, &key)
    };
    let found = names.into_iter().map(|list| list.into_iter().map(found).collect()).collect();
    ranking::rank(found, near)
}

/// The names of one sentence.
fn names(prepared: &Prepared, sentence: &Sentence, vocabulary: &Vocabulary) -> Vec<Found> {
    let view = View::of(prepared, sentence);
    let mut found = Vec::new();
    let mut at = 0;
    while at < view.len() {
        at = match name_at(prepared, sentence, at, vocabulary) {
            Some((name, next)) => {
                found.extend(name);
                next
            }
            None => at + 1,
        };
    }
    found
}

/// Whether a name may begin with a token, told cheaply.
fn may_begin(view: View<'_>, at: usize) -> bool {
    view.token(at).is_some_and(|token| {
        token.kind == TokenKind::Word
            && token.case != LetterCase::Lower
            && !matches!(token.lexeme, Some(Lexeme::Month(_) | Lexeme::Weekday(_)))
    }) || view.is(at, "al") && view.kind(at + 1) == Some(TokenKind::Hyphen)
}

/// The name that begins with a token, `None` in it where the words are no place, and one past it.
fn name_at(
    prepared: &Prepared,
    sentence: &Sentence,
    at: usize,
    vocabulary: &Vocabulary,
) -> Option<(Option<Found>, usize)> {
    let view = View::of(prepared, sentence);
    if !may_begin(view, at) {
        return None;
    }
    let start = view.token(at)?.range.start;
    let rest = prepared.slice(start..sentence.range.end);
    if let Some((length, own)) = vocabulary.longest_region(rest) {
        let next = past(view, at, start + length);
        let range = start..start + length;
        return Some((Some(Found::own(range, own, at..next)), next));
    }
    let party = vocabulary.parties.longest_match(rest);
    let place = Gazetteer::built_in().longest_match(rest);
    let Some(place) = place else {
        return party.map(|party| (None, past(view, at, start + party.len)));
    };
    // One byte longer is the full stop of "U.S.".
    let longer = party.as_ref().filter(|party| party.len > place.len + 1);
    if let Some(party) = longer {
        return Some((None, past(view, at, start + party.len)));
    }
    let next = past(view, at, start + place.len);
    if !ends_with_word(view, next, start + place.len) {
        return None;
    }
    let read = reading(view, at..next, &place, party.as_ref());
    let Reading::Place(rule) = read else { return None };
    let capital = party.filter(|party| party.role == PartyRole::Capital).map(|party| party.party);
    let metonym = capital.filter(|_| stands_for_party(view, at, next));
    let name = start..start + place.name_len;
    let range = start..start + place.len;
    let words = prepared.slice(name.clone());
    Some((
        Some(Found::listed(range, name, place, rule).metonym(metonym).tokens(at..next, words)),
        next,
    ))
}

/// One past the last token that begins before `end`.
fn past(view: View<'_>, at: usize, end: usize) -> usize {
    let mut next = at + 1;
    while view.token(next).is_some_and(|token| token.range.start < end) {
        next += 1;
    }
    next
}

fn ends_with_word(view: View<'_>, next: usize, end: usize) -> bool {
    let last = next.checked_sub(1).and_then(|last| view.token(last));
    last.is_some_and(|last| last.range.end <= end + 1)
}

/// Whether the name of a seat of government acts or speaks as a government does.
fn stands_for_party(view: View<'_>, at: usize, next: usize) -> bool {
    const ACTS: [&str; 40] = [
        "said",
        "says",
        "has",
        "had",
        "agreed",
        "agrees",
        "rejected",
        "rejects",
        "refused",
        "refuses",
        "claims",
        "claimed",
        "denied",
        "denies",
        "insists",
        "insisted",
        "accused",
        "accuses",
        "wants",
        "wanted",
        "demanded",
        "demands",
        "offered",
        "offers",
        "proposed",
        "proposes",
        "annexed",
        "recognised",
        "recognized",
        "announced",
        "warned",
        "warns",
        "called",
        "calls",
        "sent",
        "responded",
        "ordered",
        "accepted",
        "accepts",
        "will",
    ];
    let located = at > 0
        && view.is_any(
            at - 1,
            &["in", "near", "at", "around", "outside", "from", "to", "into", "towards", "toward"],
        );
    let owner = view.kind(next) == Some(TokenKind::Possessive)
        && view.is_any(
            next + 1,
            &["forces", "troops", "army", "offer", "proposal", "claim", "control", "government"],
        );
    !located && (view.is_any(next, &ACTS) || owner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    /// Each place as `words → id`, a metonym as `words = party`.
    fn found(text: &str) -> Vec<String> {
        let prepared = prepare(text);
        let all = tag_all(&prepared, &Vocabulary::built_in());
        let told = |mention: &PlaceMention| {
            let words = prepared.slice(mention.range.clone());
            let id = mention.best().map_or("-", |place| place.id.0.as_str());
            mention
                .metonym
                .as_ref()
                .map_or_else(|| format!("{words} → {id}"), |party| format!("{words} = {}", party.0))
        };
        all.iter().flatten().map(told).collect()
    }

    #[test]
    fn lands_and_towns_are_found_where_they_stand() {
        assert_eq!(
            found("Fighting went on near Kursk in Russia."),
            ["Kursk → RU-KRS", "Russia → RU"]
        );
        assert_eq!(found("Kyiv said it holds the town."), ["Kyiv = ukraine"]);
        assert!(found("Mr. Paris met Sydney Jones on Tuesday.").is_empty());
    }
}
