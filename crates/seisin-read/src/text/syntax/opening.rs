//! A time that opens a sentence and runs into its subject: "In 1938 Arlandic troops entered Sarn".
//! Without the comma that reporters leave out the model takes the two for one phrase, so each is analysed
//! by itself.

use super::{
    clause::is_time,
    tags::{Label, Tag},
};
use crate::text::lexeme::names_day_or_month;

/// The head and the label of each word.
type Hung = (Vec<usize>, Vec<Label>);

/// How a sentence hangs from how the time that opens it and the rest do, on whose main word the time hangs.
pub(super) fn joined(tags: &[Tag], time: Hung, rest: Hung) -> Hung {
    let (mut heads, mut labels) = time;
    let end = heads.len();
    let count = end + rest.0.len();
    let main = rest.0.iter().position(|head| *head >= rest.0.len()).map_or(count, |at| at + end);
    for at in 0..end {
        if heads[at] >= end {
            let adverb = tags.get(at).is_some_and(|tag| tag.name().starts_with("RB"));
            (heads[at], labels[at]) = (main, Label::named(if adverb { "advmod" } else { "obl" }));
        }
    }
    heads.extend(rest.0.into_iter().map(|head| (head + end).min(count)));
    labels.extend(rest.1);
    (heads, labels)
}

/// One past the time that opens a sentence and that no mark parts from what follows.
pub(super) fn time_end(words: &[&str]) -> Option<usize> {
    let word = |at: usize| words.get(at).copied().unwrap_or("");
    if let Some(end) = dated_label(&word) {
        return (!word(end).is_empty()).then_some(end);
    }
    let end = after_preposition(&word)
        .or_else(|| time_of_day(&word))
        .or_else(|| counted(&word))
        .or_else(|| pointed(&word))
        .or_else(|| spanned(&word))?;
    goes_on(word(end)).then_some(end)
}

/// Whether a word can open the subject: no mark, no preposition, nothing that goes on with the time.
fn goes_on(next: &str) -> bool {
    const ELSE: [&str; 46] = [
        "and", "or", "to", "of", "in", "on", "at", "by", "from", "with", "for", "after", "before",
        "when", "until", "but", "as", "that", "which", "who", "through", "till", "during", "than",
        "into", "over", "under", "near", "between", "against", "amid", "because", "where", "while",
        "if", "since", "is", "was", "were", "are", "has", "had", "will", "came", "saw", "ago",
    ];
    next.starts_with(char::is_alphanumeric) && !ELSE.contains(&next) && !next.starts_with('\'')
}

/// "In 1938", "on 14 January", "by early March 2020", "on Monday", "in May of that year".
fn after_preposition<'a>(word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    if !matches!(word(0), "in" | "on" | "by" | "since" | "during") {
        return None;
    }
    let mut at = 1;
    while matches!(word(at), "early" | "mid" | "late" | "the" | "-") {
        at += 1;
    }
    let start = at;
    let mut named = false;
    while part_of_date(word(at)) {
        named |= names_day_or_month(word(at)) || is_year(word(at));
        at += 1;
    }
    if at > start && matches!(word(at), "morning" | "afternoon" | "evening" | "night") {
        at += 1;
    }
    if word(at) == "," && is_year(word(at + 1)) {
        at += 2;
    }
    if word(at) == "of" && is_year(word(at + 1)) {
        at += 2;
    } else if matches!(word(at), "of" | "last" | "this") && word(at) != "," {
        let own = usize::from(word(at) == "of");
        let year = matches!(word(at + own), "that" | "the" | "this" | "last")
            .then(|| (at + own + 1..at + own + 3).find(|at| word(*at) == "year"))?;
        at = year? + 1;
    }
    (named && at > start).then_some(at)
}

/// "Between 1884 and 1915", "from March 1938 to May 1945".
fn spanned<'a>(word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let between = word(0) == "between";
    if !between && word(0) != "from" {
        return None;
    }
    let date = |from: usize| {
        let end = (from..from + 4).find(|at| !part_of_date(word(*at))).unwrap_or(from + 4);
        let named = (from..end).any(|at| names_day_or_month(word(at)) || is_year(word(at)));
        named.then_some(end)
    };
    let first = date(1)?;
    let joined = if between {
        word(first) == "and"
    } else {
        matches!(word(first), "to" | "until" | "till" | "through")
    };
    date(first + 1).filter(|_| joined)
}

/// "4 Oct:", "27 September 2020 –": the date before an entry, with its mark.
fn dated_label<'a>(word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let mut at = 0;
    let mut named = false;
    while part_of_date(word(at).trim_end_matches('.')) || word(at) == "," {
        named |= names_day_or_month(word(at).trim_end_matches('.'));
        at += 1;
    }
    let marked = matches!(word(at), ":" | "–" | "—" | "-");
    (named && at > 1 && at < 6 && marked).then_some(at + 1)
}

/// "By nightfall", "at dawn", "by the evening".
fn time_of_day<'a>(word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let the = usize::from(matches!(word(1), "the" | "early" | "late" | "next"));
    let time = matches!(
        word(the + 1),
        "nightfall"
            | "dawn"
            | "dusk"
            | "noon"
            | "midday"
            | "midnight"
            | "daybreak"
            | "sunset"
            | "sunrise"
            | "morning"
            | "evening"
            | "afternoon"
            | "night"
    );
    (matches!(word(0), "by" | "at" | "before" | "after") && time).then_some(the + 2)
}

/// "Two days later", "a week earlier".
fn counted<'a>(word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let few =
        usize::from(matches!(word(0), "a" | "some") && !word(1).is_empty() && !is_time(word(1)));
    let unit = |at: usize| {
        is_time(word(at)) || matches!(word(at), "hour" | "hours" | "minutes" | "fortnight")
    };
    let later = |at: usize| matches!(word(at), "later" | "earlier" | "afterwards");
    (unit(few + 1) && later(few + 2)).then_some(few + 3)
}

/// "That night", "last week", "the next day", "the same month".
fn pointed<'a>(word: &impl Fn(usize) -> &'a str) -> Option<usize> {
    let the = usize::from(word(0) == "the");
    let points = matches!(word(the), "last" | "next" | "same" | "following" | "previous")
        || the == 0 && matches!(word(0), "that" | "this");
    let span = matches!(
        word(the + 1),
        "day"
            | "night"
            | "week"
            | "month"
            | "year"
            | "morning"
            | "evening"
            | "afternoon"
            | "spring"
            | "summer"
            | "autumn"
            | "winter"
    ) || names_day_or_month(word(the + 1)) && the == 0 && word(0) != "that";
    (points && span).then_some(the + 2)
}

fn part_of_date(word: &str) -> bool {
    let day = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
    names_day_or_month(word) || is_year(word) || is_day(day.unwrap_or(word))
}

fn is_day(word: &str) -> bool {
    !word.is_empty() && word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit())
}
