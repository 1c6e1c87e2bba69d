//! Past forms and "that" where something is told: "told reporters that", "troops departed from".

use super::super::lexicon::Lexicon;
use super::last_word;

/// "Troops | departed | from Sarn": a past form of a verb that nothing is done to, where it leads on.
pub(super) fn is_intransitive_past(
    lexicon: &Lexicon,
    form: &str,
    (before, after): (&str, &str),
) -> bool {
    const ON: [&str; 19] = [
        "from", "in", "into", "to", "on", "at", "for", "towards", "across", "through", "with",
        "after", "when", "by", "as", "before", "while", "until", "since",
    ];
    let next = after.trim_start().split([' ', ',', '.', ';']).next().unwrap_or("");
    lexicon.is_form_of(form, &lexicon.intransitive)
        && !follows_have(before)
        && (next.is_empty() || ON.contains(&next))
}

/// Whether these words end in a form of "have", an adverb after it left out.
pub(super) fn follows_have(before: &str) -> bool {
    let mut back = before.split_whitespace().rev().take(2);
    let have = |word: &str| matches!(word, "had" | "has" | "have" | "having");
    let small = |word: &str| matches!(word, "since" | "already" | "now" | "not" | "also" | "never");
    match (back.next(), back.next()) {
        (Some(last), _) if have(last) => true,
        (Some(last), Some(first)) => small(last) && have(first),
        _ => false,
    }
}

/// Whether "told" between these words is what somebody did: not "was told", and with a hearer after it.
pub(super) fn tells_somebody(before: &str, after: &str) -> bool {
    let last = last_word(before);
    let passive =
        ["was", "were", "been", "be", "is", "are", "being", "as", "had", "has", "have", "not"];
    let next = after.trim_start().split([' ', ',', '.', ';', ':']).next().unwrap_or("");
    let hearer = next.starts_with(char::is_uppercase)
        || [
            "reporters",
            "journalists",
            "state",
            "parliament",
            "a",
            "an",
            "the",
            "this",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "lawmakers",
            "soldiers",
            "officials",
            "supporters",
            "television",
            "radio",
            "deputies",
            "us",
            "me",
            "him",
            "them",
            "local",
        ]
        .contains(&next);
    hearer && !last.is_empty() && !passive.contains(&last)
}

/// Whether "that" after these words begins what somebody told somebody, or what a report holds: "told
/// reporters in Sarn that", "denied claims that".
pub(super) fn joins_what_is_told(before: &str) -> bool {
    const FARTHEST: usize = 9;
    let mut back = before.split_whitespace().rev().take(FARTHEST);
    let Some(last) = back.next().filter(|last| !last.ends_with([',', ';', ':', '.'])) else {
        return false;
    };
    if Lexicon::built_in().reports.contains(last) {
        return true;
    }
    let mut words = before.split_whitespace().rev().take(FARTHEST);
    let told = words.position(|word| matches!(word, "told" | "tells" | "assured" | "informed"));
    let parted =
        |count: usize| {
            before.split_whitespace().rev().take(count).any(|word| {
                word.ends_with([',', ';', ':']) || matches!(word, "that" | "and" | "who")
            })
        };
    told.is_some_and(|count| !parted(count))
}

/// "Confirmed | that | rebels took": before a plural after a verb of saying, "that" points at nothing.
pub(super) fn tells_of_several(before: &str, after: &str) -> bool {
    let lexicon = Lexicon::built_in();
    let next = after.trim_start().split([' ', ',', '.', ';', '’', '\'']).next().unwrap_or("");
    let plural = next.len() > 4 && next.ends_with('s') && !next.ends_with("ss");
    let last = last_word(before);
    plural && last.ends_with("ed") && lexicon.is_form_of(last, &lexicon.say)
}
