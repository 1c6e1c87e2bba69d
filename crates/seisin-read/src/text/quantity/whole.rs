//! The whole that a share is a share of, and the border that a text names.

use crate::text::{lexeme::Lexeme, token::TokenKind, view::View};
use std::ops::Range;

/// The tokens of the whole named after a share that ends before `at`: "of the land within Velk's
/// borders of 1990", "the town", "its land".
pub(crate) fn whole(view: View<'_>, at: usize) -> Option<Range<usize>> {
    const DETERMINERS: [&str; 12] = [
        "the", "its", "their", "his", "her", "our", "all", "this", "that", "these", "those", "both",
    ];
    let start = match () {
        () if view.is(at, "of") => at + 1,
        () if view.is_any(at, &DETERMINERS) => at,
        () => return None,
    };
    let end = phrase_end(view, start);
    (end > start).then_some(start..end)
}

/// One past the noun phrase that begins at `start`, with what "of", "in" and "within" hang on it.
fn phrase_end(view: View<'_>, start: usize) -> usize {
    let mut at = start;
    while at < view.len() && goes_on(view, at, start) {
        at += 1;
    }
    while at > start && is_loose(view, at - 1) {
        at -= 1;
    }
    at
}

/// Words that a noun phrase does not go on after.
const STOPS: [&str; 70] = [
    "a",
    "after",
    "ago",
    "although",
    "and",
    "are",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "during",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "if",
    "is",
    "it",
    "may",
    "might",
    "now",
    "on",
    "once",
    "or",
    "remains",
    "said",
    "says",
    "she",
    "should",
    "since",
    "so",
    "than",
    "that",
    "then",
    "they",
    "this",
    "through",
    "to",
    "today",
    "under",
    "until",
    "was",
    "we",
    "were",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whose",
    "will",
    "with",
    "without",
    "would",
    "yesterday",
    "held",
    "remained",
    "fell",
    "still",
    "again",
    "last",
];

fn goes_on(view: View<'_>, at: usize, start: usize) -> bool {
    let first = at == start;
    match view.kind(at) {
        Some(TokenKind::Word) if first => true,
        Some(TokenKind::Word) if view.is(at, "and") => joins_names(view, at),
        Some(TokenKind::Word) if view.is(at, "in") => !dates(view, at + 1),
        Some(TokenKind::Word) => {
            !view.is_any(at, &STOPS) && !matches!(view.lexeme(at), Some(Lexeme::Weekday(_)))
        }
        Some(TokenKind::Possessive | TokenKind::Hyphen) => true,
        Some(TokenKind::Number) => {
            view.is_attached(at) || view.is_any(at - 1, &["of", "its", "the", "pre", "post"])
        }
        Some(TokenKind::Dash) => view.is_attached(at) && view.is_attached(at + 1),
        _ => false,
    }
}

/// Whether "and" stands between two names: "Sarn and Velk".
fn joins_names(view: View<'_>, at: usize) -> bool {
    let capital = |at: usize| {
        view.word(at).chars().next().is_some_and(char::is_uppercase)
            && view.kind(at) == Some(TokenKind::Word)
    };
    let quarter = |at: usize| ["ern", "ral"].iter().any(|end| view.word(at).ends_with(end));
    at > 0 && (capital(at - 1) && capital(at + 1) || quarter(at - 1) && quarter(at + 1))
}

/// Whether a date begins at `at`: "in 2014", "in the first months", "in August".
fn dates(view: View<'_>, at: usize) -> bool {
    let at = if view.is_any(at, &["the", "early", "late", "mid", "an"]) { at + 1 } else { at };
    view.kind(at) == Some(TokenKind::Number)
        || matches!(
            view.lexeme(at),
            Some(
                Lexeme::Month(_)
                    | Lexeme::Season(_)
                    | Lexeme::Span(_)
                    | Lexeme::Ordinal(_)
                    | Lexeme::Cardinal(_)
            )
        )
}

fn is_loose(view: View<'_>, at: usize) -> bool {
    view.is_any(at, &["of", "in", "within", "the", "its", "their", "inside", "s"])
        || matches!(view.kind(at), Some(TokenKind::Hyphen | TokenKind::Dash))
}

/// The border that the tokens of a whole name: "pre-2014 borders", "internationally recognised
/// borders", "1967 lines".
pub(crate) fn frame(view: View<'_>, within: Range<usize>) -> Option<Range<usize>> {
    const HEADS: [&str; 9] = [
        "borders",
        "border",
        "boundaries",
        "boundary",
        "lines",
        "line",
        "frontiers",
        "frontier",
        "territory",
    ];
    let head = within.clone().rev().find(|at| view.is_any(*at, &HEADS))?;
    let mut start = head;
    while start > within.start && qualifies(view, start - 1) {
        start -= 1;
    }
    let marked = (start..head).any(|at| marks_frame(view, at));
    let end = of_year(view, head + 1, within.end);
    (marked || end > head + 1).then_some(start..end)
}

/// Whether a token belongs to the words that tell one border from another.
fn qualifies(view: View<'_>, at: usize) -> bool {
    match view.kind(at) {
        Some(TokenKind::Number | TokenKind::Hyphen) => true,
        Some(TokenKind::Word) => {
            marks_frame(view, at)
                || view.is_any(at, &["war", "state", "cease", "fire", "ceasefire", "day"])
                || matches!(view.lexeme(at), Some(Lexeme::Month(_)))
        }
        _ => false,
    }
}

fn marks_frame(view: View<'_>, at: usize) -> bool {
    const MARKS: [&str; 22] = [
        "pre",
        "post",
        "prewar",
        "postwar",
        "internationally",
        "recognised",
        "recognized",
        "administrative",
        "constitutional",
        "historic",
        "historical",
        "legal",
        "current",
        "former",
        "armistice",
        "green",
        "original",
        "sovereign",
        "declared",
        "official",
        "1967",
        "independence",
    ];
    view.is_any(at, &MARKS) || year(view, at)
}

fn year(view: View<'_>, at: usize) -> bool {
    view.kind(at) == Some(TokenKind::Number)
        && view.word(at).len() == 4
        && view.word(at).parse::<u16>().is_ok_and(|year| (1500..2200).contains(&year))
}

/// One past "of 1991" or "of June 1967" at `at`; `at` itself where there is none.
fn of_year(view: View<'_>, at: usize, end: usize) -> usize {
    let month = matches!(view.lexeme(at + 1), Some(Lexeme::Month(_)));
    let last = if month { at + 2 } else { at + 1 };
    if view.is(at, "of") && last < end.max(last + 1) && year(view, last) { last + 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    fn check(text: &str, expected: &str, border: Option<&str>) {
        let prepared = prepare(text);
        let view = View::of(&prepared, &prepared.sentences[0]);
        let share = (0..view.len()).find(|at| view.is(*at, "fifth")).unwrap();
        let found = whole(view, share + 1).expect(text);
        assert_eq!(view.slice(found.clone()), expected, "{text}");
        assert_eq!(frame(view, found).map(|frame| view.slice(frame)), border, "{text}");
    }

    #[test]
    fn wholes_and_borders() {
        check(
            "It holds a fifth of the land within Velk’s pre-2014 borders.",
            "the land within Velk’s pre-2014 borders",
            Some("pre-2014 borders"),
        );
        check("A fifth of Sarn was held.", "Sarn", None);
        check("It took a fifth of the old town in 2016.", "the old town", None);
        check(
            "A fifth of northern and central Sarn by our count.",
            "northern and central Sarn",
            None,
        );
        check("It has a fifth of Sarn and wants more.", "Sarn", None);
        check(
            "a fifth of Velk inside its internationally recognised borders is held",
            "Velk inside its internationally recognised borders",
            Some("internationally recognised borders"),
        );
        check(
            "a fifth of Velk in its borders of 1991",
            "Velk in its borders of 1991",
            Some("borders of 1991"),
        );
    }
}
