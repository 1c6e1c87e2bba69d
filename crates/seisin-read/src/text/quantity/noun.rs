//! What is counted.

use crate::text::{
    lexeme::Lexeme,
    token::{LetterCase, TokenKind},
    view::View,
    word_table::WordTable,
};
use std::sync::LazyLock;

/// A counted noun in the singular and one past its last token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) noun: String,
    pub(crate) end: usize,
    pub(crate) rule: &'static str,
}

/// How many words may stand between a number and the noun it counts.
const REACH: usize = 5;

/// The noun that a number ending before `at` counts: "eastern Velk provinces", "of its soldiers",
/// "wounded", "friction points".
pub(crate) fn counted(view: View<'_>, at: usize) -> Option<Counted> {
    let at = past_partitive(view, at)?;
    let mut open = None;
    for next in at..(at + REACH).min(view.len()) {
        let word = view.word(next);
        if !goes_on(view, next, at) {
            break;
        }
        if let Some(noun) = known(word) {
            if next + 1 < (at + REACH) && noun_follows(view, next) {
                continue;
            }
            return Some(Counted { noun: noun.to_owned(), end: next + 1, rule: "count" });
        }
        if is_plural(word) && view.lexeme(next).is_none() {
            open = Some(next);
        }
    }
    let last = open?;
    Some(Counted { noun: singular(view.word(last)), end: last + 1, rule: "count-open-noun" })
}

/// Past "of its", "of the", "of them", and the bare "of" after "dozens"; `None` where another
/// number follows the "of".
fn past_partitive(view: View<'_>, at: usize) -> Option<usize> {
    const DETERMINERS: [&str; 11] =
        ["its", "their", "his", "her", "our", "the", "these", "those", "them", "my", "your"];
    if !view.is(at, "of") {
        return Some(at);
    }
    if !view.is_any(at + 1, &DETERMINERS) {
        let many = at > 0 && matches!(view.lexeme(at - 1), Some(Lexeme::Many(_)));
        return many.then_some(at + 1);
    }
    Some(if view.is(at + 2, "own") { at + 3 } else { at + 2 })
}

/// Whether the token at `next` may still belong to the noun phrase that begins at `start`.
fn goes_on(view: View<'_>, next: usize, start: usize) -> bool {
    match view.kind(next) {
        Some(TokenKind::Word) => !ends_phrase(view.word(next)) && !is_number_word(view, next),
        Some(TokenKind::Hyphen | TokenKind::Possessive) => view.is_attached(next) || next == start,
        Some(TokenKind::Quote(_)) => next == start,
        _ => false,
    }
}

/// Whether a second counted noun follows directly, of which the first is a mere part: "district
/// capitals", "border posts".
fn noun_follows(view: View<'_>, at: usize) -> bool {
    let next = at + 1;
    let lower = view.token(next).is_some_and(|token| token.case == LetterCase::Lower);
    lower
        && !is_plural(view.word(at))
        && (known(view.word(next)).is_some_and(|noun| !is_state(noun))
            || is_plural(view.word(next)))
}

/// Whether a noun is a state that follows what is counted: "soldiers killed".
fn is_state(noun: &str) -> bool {
    matches!(noun, "killed" | "wounded" | "captured" | "missing")
}

/// The state that a number says so many are in: "1,700 were wounded", "ten more have been killed".
pub(crate) fn state_after(view: View<'_>, at: usize) -> Option<&'static str> {
    const PASSED: [&str; 12] = [
        "were",
        "was",
        "have",
        "has",
        "had",
        "been",
        "are",
        "more",
        "others",
        "reportedly",
        "also",
        "being",
    ];
    // "ten Peshmerga were killed": a name of people may stand between.
    let named = view.token(at).is_some_and(|token| token.case == LetterCase::Capitalised)
        && view.is_any(at + 1, &["were", "have", "had", "are"]);
    let at = at + usize::from(named);
    let next = (at..at + 4).find(|next| !view.is_any(*next, &PASSED))?;
    known(view.word(next)).filter(|noun| is_state(noun))
}

/// The state that a verb before a number and its comparator puts so many in: "killing more than 40".
pub(crate) fn state_before(view: View<'_>, at: usize) -> Option<&'static str> {
    let start = super::comparator::before(view, at).map_or(at, |found| found.edge);
    if view.is(start.checked_sub(1)?, "at") {
        return state_put_at(view, start - 1);
    }
    let verb = view.word(start.checked_sub(1)?);
    let is = |words: &[&str]| words.iter().any(|word| verb.eq_ignore_ascii_case(word));
    match () {
        () if is(&["killing", "killed", "kills", "kill"]) => Some("killed"),
        () if is(&["wounding", "wounded", "injuring", "injured"]) => Some("wounded"),
        () if is(&["capturing"]) => Some("captured"),
        () => None,
    }
}

/// The state in "put the toll at 38", "Army dead since August at 6,261"; `at` is the word "at".
fn state_put_at(view: View<'_>, at: usize) -> Option<&'static str> {
    const REACH: usize = 8;
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|back| {
            matches!(
                view.kind(*back),
                Some(TokenKind::Word | TokenKind::Number | TokenKind::Possessive)
            )
        })
        .find_map(|back| match view.word(back).to_ascii_lowercase().as_str() {
            "toll" | "dead" | "deaths" => Some("killed"),
            "wounded" | "injured" => Some("wounded"),
            _ => None,
        })
}

/// Words that a noun phrase does not go on after.
fn ends_phrase(word: &str) -> bool {
    static TABLE: LazyLock<WordTable<()>> = LazyLock::new(|| {
        const WORDS: [&str; 92] = [
            "a", "about", "across", "after", "against", "ago", "all", "along", "although", "am",
            "among", "an", "and", "are", "around", "as", "at", "away", "because", "before",
            "behind", "between", "beyond", "but", "by", "can", "could", "did", "do", "does",
            "during", "each", "east", "for", "from", "had", "has", "have", "he", "her", "his",
            "if", "in", "inside", "into", "is", "it", "its", "may", "might", "near", "not", "of",
            "off", "on", "or", "outside", "over", "per", "she", "should", "since", "so", "than",
            "that", "the", "their", "them", "there", "these", "they", "this", "through", "to",
            "under", "until", "up", "upon", "was", "we", "were", "west", "when", "where", "which",
            "while", "who", "whose", "will", "with", "within", "would",
        ];
        WordTable::new(WORDS.into_iter().map(|word| (word, ())))
    });
    table_has(&TABLE, word)
}

fn table_has(table: &WordTable<()>, word: &str) -> bool {
    table.get(word).is_some()
}

/// Whether a word looks like an English plural.
fn is_plural(word: &str) -> bool {
    let letters = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters
        && (word.ends_with('s') && !["ss", "us", "is", "ous"].iter().any(|end| word.ends_with(end)))
}

/// The singular of a regular plural.
fn singular(word: &str) -> String {
    let lower = word.to_lowercase();
    if let Some(stem) = lower.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for end in ["ches", "shes", "sses", "xes"] {
        if lower.ends_with(end) {
            return lower.strip_suffix("es").unwrap_or(&lower).to_owned();
        }
    }
    lower.strip_suffix('s').unwrap_or(&lower).to_owned()
}

/// The singular of a noun that reports count.
pub(crate) fn known(word: &str) -> Option<&'static str> {
    static TABLE: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
        WordTable::new(IRREGULAR.into_iter().chain(NOUNS.into_iter().map(|n| (n, n))))
    });
    let word = word.strip_suffix(['’', '\'']).unwrap_or(word);
    if let Some(noun) = TABLE.get(word) {
        return Some(noun);
    }
    let stem = word.strip_suffix(['s', 'S'])?;
    if let Some(stem) = stem.strip_suffix("ie") {
        let mut spelled = [0_u8; 24];
        let room = spelled.get_mut(..=stem.len())?;
        let (last, first) = room.split_last_mut()?;
        first.copy_from_slice(stem.as_bytes());
        *last = b'y';
        return TABLE.get(std::str::from_utf8(room).ok()?);
    }
    TABLE.get(stem).or_else(|| stem.strip_suffix('e').and_then(|stem| TABLE.get(stem)))
}

const IRREGULAR: [(&str, &str); 32] = [
    ("people", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("servicemen", "serviceman"),
    ("policemen", "policeman"),
    ("policewomen", "policewoman"),
    ("militiamen", "militiaman"),
    ("gunmen", "gunman"),
    ("fishermen", "fisherman"),
    ("troops", "soldier"),
    ("police", "police officer"),
    ("personnel", "person"),
    ("lives", "killed"),
    ("dead", "killed"),
    ("death", "killed"),
    ("deaths", "killed"),
    ("fatality", "killed"),
    ("fatalities", "killed"),
    ("slain", "killed"),
    ("injured", "wounded"),
    ("pows", "prisoner of war"),
    ("pow", "prisoner of war"),
    ("нп", "settlement"),
    ("сел", "village"),
    ("села", "village"),
    ("сёл", "village"),
    ("деревень", "village"),
    ("человек", "person"),
    ("осіб", "person"),
    ("солдат", "soldier"),
    ("военнослужащих", "soldier"),
];

const NOUNS: [&str; 133] = [
    "airfield",
    "airport",
    "apartment",
    "archipelago",
    "area",
    "atoll",
    "base",
    "bastion",
    "battalion",
    "block",
    "border crossing",
    "borough",
    "brigade",
    "bridge",
    "building",
    "camp",
    "canton",
    "capital",
    "captive",
    "captured",
    "casualty",
    "cell",
    "checkpoint",
    "church",
    "city",
    "civilian",
    "claim",
    "clash",
    "colony",
    "commune",
    "community",
    "compound",
    "conscript",
    "corridor",
    "council",
    "country",
    "county",
    "crossing",
    "defector",
    "department",
    "detainee",
    "direction",
    "division",
    "district",
    "drone",
    "emirate",
    "enclave",
    "entity",
    "exclave",
    "family",
    "farm",
    "farmer",
    "feature",
    "field",
    "fighter",
    "fortress",
    "front",
    "garrison",
    "governorate",
    "guard",
    "guerrilla",
    "hamlet",
    "hill",
    "home",
    "hostage",
    "house",
    "household",
    "inhabitant",
    "island",
    "islander",
    "islet",
    "killed",
    "kibbutz",
    "locality",
    "man",
    "militant",
    "mine",
    "missing",
    "mission",
    "monastery",
    "municipality",
    "nation",
    "neighborhood",
    "neighbourhood",
    "oblast",
    "officer",
    "official",
    "outpost",
    "parcel",
    "parish",
    "pass",
    "patrol",
    "peak",
    "person",
    "place",
    "plot",
    "pocket",
    "point",
    "policeman",
    "port",
    "position",
    "post",
    "prefecture",
    "prisoner",
    "province",
    "raion",
    "rebel",
    "reef",
    "refugee",
    "region",
    "republic",
    "reservist",
    "resident",
    "road",
    "rock",
    "sailor",
    "school",
    "sector",
    "serviceman",
    "settlement",
    "settler",
    "shoal",
    "site",
    "soldier",
    "state",
    "strongpoint",
    "territory",
    "town",
    "township",
    "village",
    "villager",
    "ward",
    "wounded",
];

/// Whether the token at `at` is a number in words.
pub(crate) fn is_number_word(view: View<'_>, at: usize) -> bool {
    matches!(view.lexeme(at), Some(Lexeme::Cardinal(_) | Lexeme::Hundred | Lexeme::Scale(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    fn found(text: &str) -> Option<(String, usize)> {
        let prepared = prepare(text);
        counted(View::of(&prepared, &prepared.sentences[0]), 1).map(|found| (found.noun, found.end))
    }

    #[test]
    fn nouns_that_are_counted() {
        for (text, noun, end) in [
            ("four eastern Velk provinces", "province", 4),
            ("four villages fell", "village", 2),
            ("192 of its soldiers were killed", "soldier", 4),
            ("200 of their own people had died", "person", 5),
            ("511 wounded in it", "wounded", 2),
            ("38 dead", "killed", 2),
            ("tens-of casualties", "casualty", 4),
            ("three district capitals fell", "capital", 3),
            ("sixty Arland soldiers killed", "soldier", 3),
            ("12 other subscribers", "subscriber", 3),
            ("seven cities", "city", 2),
            ("двадцать сел", "village", 2),
        ] {
            let text = text.replace("tens-of", "tens of the");
            let _ = noun;
            let found = found(&text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found, (noun.to_owned(), end), "{text}");
        }
    }

    #[test]
    fn states_are_told_around_a_number() {
        for (text, number, state) in [
            ("It put the toll at 38.", "38", "killed"),
            ("It puts army dead since August at 6,261.", "6,261", "killed"),
            ("Ten Velkers were killed.", "Ten", "killed"),
        ] {
            let prepared = prepare(text);
            let view = View::of(&prepared, &prepared.sentences[0]);
            let at = (0..view.len()).find(|at| view.is(*at, number)).unwrap();
            let found = state_after(view, at + 1).or_else(|| state_before(view, at));
            assert_eq!(found, Some(state), "{text}");
        }
    }

    #[test]
    fn a_phrase_ends_at_its_verb() {
        assert_eq!(found("four were villages"), None);
        assert_eq!(found("4 of 12 villages"), None);
    }
}
