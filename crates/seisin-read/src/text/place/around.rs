//! The words around a name that tell a place from a person, a body or an ordinary word.

use crate::text::{
    token::{LetterCase, TokenKind},
    view::View,
};
use seisin_places::{PartyMatch, PartyRole, PlaceKind, PlaceMatch};
use std::ops::Range;

/// What a name that the gazetteer knows stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// A place, by this rule.
    Place(&'static str),
    /// Something else.
    Other,
}

/// Importance from which a settlement is known to readers without a hint: about 100,000 people.
const WELL_KNOWN: u16 = 100;

/// What the name at `tokens` stands for.
pub(super) fn reading(
    view: View<'_>,
    tokens: Range<usize>,
    place: &PlaceMatch,
    party: Option<&PartyMatch>,
) -> Reading {
    let demonym = party.is_some_and(|party| {
        party.len >= place.len
            && !matches!(party.role, PartyRole::Name | PartyRole::Capital | PartyRole::Seat)
    });
    if demonym || of_person(view, &tokens, place) || of_body(view, &tokens, place) {
        return Reading::Other;
    }
    let land = place.kind != PlaceKind::Settlement;
    match () {
        () if department(view, &tokens, place) => Reading::Other,
        () if place.len > place.name_len && place.stands_alone() => {
            Reading::Place("name-with-noun")
        }
        () if located(view, &tokens, place) && place.len > 3 => Reading::Place("after-preposition"),
        () if !place.stands_alone() => Reading::Other,
        () if land => Reading::Place("land"),
        () if in_list(view, &tokens) => Reading::Place("in-list-of-places"),
        () if place.importance >= WELL_KNOWN => Reading::Place("well-known"),
        () => Reading::Other,
    }
}

/// Prepositions that places follow.
const PREPOSITIONS: [&str; 24] = [
    "in",
    "at",
    "from",
    "near",
    "into",
    "around",
    "towards",
    "toward",
    "outside",
    "inside",
    "across",
    "throughout",
    "within",
    "between",
    "through",
    "to",
    "of",
    "onto",
    "beyond",
    "surrounding",
    "over",
    "via",
    "reaching",
    "leaving",
];

/// Words of direction and size that may stand before a name: "in southern Kursk".
const QUALIFIERS: [&str; 27] = [
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "north",
    "south",
    "east",
    "west",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "mainland",
    "nearby",
    "neighbouring",
    "neighboring",
    "the",
    "upper",
    "lower",
    "downtown",
    "coastal",
    "rural",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
];

/// Whether a country's name and the noun after it are those of a body: "the US Department of
/// State".
fn department(view: View<'_>, tokens: &Range<usize>, place: &PlaceMatch) -> bool {
    let last = tokens.end.saturating_sub(1);
    place.len > place.name_len
        && view.word(last).chars().next().is_some_and(char::is_uppercase)
        && view.is_any(last, &["department", "state", "division", "district"])
        && view.is(tokens.end, "of")
}

/// Whether a preposition of place stands before the name, past a word of direction or size.
fn located(view: View<'_>, tokens: &Range<usize>, place: &PlaceMatch) -> bool {
    let mut before = tokens.start;
    if place.ordinary_word && before > 0 && view.is_any(before - 1, &["the", "of", "to"]) {
        return false;
    }
    while before > 0 && tokens.start - before < 3 && view.is_any(before - 1, &QUALIFIERS) {
        before -= 1;
    }
    let preposition = before > 0 && view.is_any(before - 1, &PREPOSITIONS);
    let noun = before > 0
        && view.is_any(
            before - 1,
            &[
                "city", "town", "village", "province", "state", "district", "county", "port",
                "capital",
            ],
        );
    preposition || noun || in_list(view, tokens)
}

/// Whether the name stands in a list of names: ", Syria", "Sarn and Velk".
fn in_list(view: View<'_>, tokens: &Range<usize>) -> bool {
    let name = |at: usize| {
        view.token(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && matches!(token.case, LetterCase::Capitalised | LetterCase::Upper)
        })
    };
    let after = view.kind(tokens.end) == Some(TokenKind::Comma)
        && name(tokens.end + 1)
        && matches!(view.kind(tokens.end + 2), Some(TokenKind::Comma | TokenKind::Period) | None);
    let before = tokens.start > 1
        && view.kind(tokens.start - 1) == Some(TokenKind::Comma)
        && name(tokens.start - 2);
    after || before
}

/// Whether the name is part of a person's: a title or another capitalised word stands beside it.
fn of_person(view: View<'_>, tokens: &Range<usize>, place: &PlaceMatch) -> bool {
    const TITLES: [&str; 22] = [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "col",
        "lt",
        "maj",
        "sgt",
        "capt",
        "prof",
        "sir",
        "lord",
        "lady",
        "general",
        "colonel",
        "major",
        "captain",
        "senator",
        "professor",
        "judge",
        "saint",
    ];
    let before = tokens.start.checked_sub(1);
    let titled = before.is_some_and(|before| {
        let word = if view.kind(before) == Some(TokenKind::Period) {
            before.wrapping_sub(1)
        } else {
            before
        };
        view.is_any(word, &TITLES)
    });
    let initial = before.is_some_and(|before| {
        view.kind(before) == Some(TokenKind::Period)
            && view.is_attached(before)
            && view.word(before.wrapping_sub(1)).len() == 1
    });
    titled || initial || has_neighbour(view, tokens, place)
}

/// Whether a capitalised word that is no place's usual company stands directly before or after.
fn has_neighbour(view: View<'_>, tokens: &Range<usize>, place: &PlaceMatch) -> bool {
    let proper = |at: usize| {
        view.token(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && token.case == LetterCase::Capitalised
                && token.lexeme.is_none()
        })
    };
    let first = |at: usize| at == 0 || matches!(view.kind(at - 1), Some(TokenKind::Quote(_)));
    let settlement = place.kind == PlaceKind::Settlement;
    let before = tokens.start > 0
        && proper(tokens.start - 1)
        && !first(tokens.start - 1)
        && (settlement || !view.is_any(tokens.start - 1, &QUALIFIERS));
    let after = proper(tokens.end) && !view.is_any(tokens.end, &LANDS);
    before || after
}

/// Nouns that follow the name of a land without making it a body's.
const LANDS: [&str; 18] = [
    "Province",
    "Region",
    "Oblast",
    "District",
    "County",
    "State",
    "Governorate",
    "City",
    "Town",
    "Village",
    "Peninsula",
    "Island",
    "Islands",
    "Valley",
    "Strip",
    "Republic",
    "Border",
    "Prefecture",
];

/// Whether the name is part of a body's: "University of Georgia", "Doctors Without Borders".
fn of_body(view: View<'_>, tokens: &Range<usize>, place: &PlaceMatch) -> bool {
    const BODIES: [&str; 22] = [
        "University",
        "Bank",
        "Museum",
        "College",
        "Institute",
        "Ministry",
        "School",
        "Church",
        "Bishop",
        "Archbishop",
        "Duke",
        "Duchess",
        "Prince",
        "Princess",
        "Earl",
        "Times",
        "Post",
        "Hospital",
        "Treaty",
        "Battle",
        "Bureau",
        "Society",
    ];
    let of = tokens.start > 1
        && view.is(tokens.start - 1, "of")
        && BODIES.iter().any(|body| view.word(tokens.start - 2) == *body);
    let without = tokens.start > 1 && view.word(tokens.start - 1) == "Without";
    of && place.kind != PlaceKind::Country || without
}
