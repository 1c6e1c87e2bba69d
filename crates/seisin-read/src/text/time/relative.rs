//! Expressions that count from the day of writing or from the day spoken of.

use super::{
    expression::{Expression, When, expression, is_capital},
    worded::{quarter, season, whole},
};
use crate::text::{
    lexeme::{Away, Lexeme, TimeUnit, Which},
    quantity::number,
    token::TokenKind,
    view::View,
};

#[expect(clippy::unnecessary_wraps, reason = "it ends chains of options")]
fn found(tokens: std::ops::Range<usize>, when: When) -> Option<Expression> {
    Some(Expression { tokens, when })
}

/// "last Thursday", "this year", "the past three months", "that summer", "every day".
pub(super) fn which(view: View<'_>, at: usize, which: Which) -> Option<Expression> {
    if which == Which::Every {
        return repeated(view, at);
    }
    let next = at + 1;
    let Some(lexeme) = view.lexeme(next) else { return window(view, at, which) };
    match lexeme {
        Lexeme::Weekday(day) if is_capital(view, next) => {
            let which = Some(which).filter(|which| *which != Which::Past);
            let inner = expression(view, next)?;
            found(at..inner.tokens.end, When::Weekday { day, which })
        }
        Lexeme::Month(month)
            if !view.is_any(next, &["may", "march", "mar"]) || is_capital(view, next) =>
        {
            let after = which == Which::Next && at > 0 && view.is(at - 1, "the");
            if after && view.is(next, "may") {
                return found(at..next + 1, When::MonthAfter(month));
            }
            let inner = expression(view, next)?;
            match inner.when {
                When::Month { year: None, .. } if after => {
                    found(at..inner.tokens.end, When::MonthAfter(month))
                }
                When::Month { year: None, .. } if which == Which::This => found(
                    at..inner.tokens.end,
                    When::MonthOf { month, day: None, which: Which::This },
                ),
                When::Month { year: None, .. } if which == Which::Last => found(
                    at..inner.tokens.end,
                    When::MonthOf { month, day: None, which: Which::Past },
                ),
                _ => found(at..inner.tokens.end, inner.when),
            }
        }
        Lexeme::Season(_) => {
            let inner = season(view, next, which)?;
            found(at..inner.tokens.end, inner.when)
        }
        Lexeme::DayPart if which == Which::This => found(at..next + 1, When::Offset(0)),
        Lexeme::Span(TimeUnit::Night) if which == Which::Last => {
            found(at..next + 1, When::Offset(-1))
        }
        Lexeme::Span(unit) => span_of(view, at, unit, which),
        Lexeme::Quarter if view.is(next, "quarter") && which == Which::Last => {
            // "the last quarter of 2009" is its fourth; "last quarter" alone is the one before.
            let of = view.is_any(next + 1, &["of", "in"]);
            of.then(|| quarter(view, at, next, 4))?
        }
        Lexeme::Quarter if view.is(next, "quarter") => None,
        _ => window(view, at, which),
    }
}

/// "last week", "the past year", "that month".
fn span_of(view: View<'_>, at: usize, unit: TimeUnit, which: Which) -> Option<Expression> {
    let singular = !view.word(at + 1).ends_with('s');
    let the = at > 0 && view.is(at - 1, "the");
    if !singular {
        return None;
    }
    match which {
        Which::Past => found(at..at + 2, When::Window { count: 1, unit, which: Which::Last }),
        Which::Last if the && unit != TimeUnit::Weekend => {
            found(at..at + 2, When::Window { count: 1, unit, which: Which::Last })
        }
        Which::Next if the && view.is(at, "next") || view.is(at, "following") => {
            found(at..at + 2, When::Away { count: 1, unit })
        }
        Which::Last if view.is_any(at, &["previous", "preceding"]) => {
            found(at..at + 2, When::Away { count: -1, unit })
        }
        _ => found(at..at + 2, When::Stretch { unit, which }),
    }
}

/// "the last three months", "the past 24 hours", "the next two weeks".
fn window(view: View<'_>, at: usize, which: Which) -> Option<Expression> {
    let count = number(view, at + 1)?;
    let Lexeme::Span(unit) = view.lexeme(count.tokens.end)? else { return None };
    let which = match which {
        Which::Last | Which::Past => Which::Last,
        Which::Next => Which::Next,
        _ => return None,
    };
    found(at..count.tokens.end + 1, When::Window { count: whole(count.value)?, unit, which })
}

/// "every Thursday", "each 23 March", "every day".
fn repeated(view: View<'_>, at: usize) -> Option<Expression> {
    let inner = expression(view, at + 1);
    if let Some(inner) = inner.filter(|inner| {
        matches!(
            inner.when,
            When::Day { year: None, .. } | When::Weekday { .. } | When::Month { year: None, .. }
        )
    }) {
        return found(at..inner.tokens.end, When::Repeated);
    }
    matches!(view.lexeme(at + 1), Some(Lexeme::Span(_) | Lexeme::Season(_) | Lexeme::DayPart))
        .then(|| found(at..at + 2, When::Repeated))?
}

/// "yesterday", "tomorrow morning".
pub(super) fn deictic(view: View<'_>, at: usize, days: i8) -> Option<Expression> {
    let part = matches!(view.lexeme(at + 1), Some(Lexeme::DayPart)) || view.is(at + 1, "night");
    found(at..at + if part { 2 } else { 1 }, When::Offset(i32::from(days)))
}

/// "fifteen years ago", "a decade ago", "eight months later", "two days before", "three hours".
pub(super) fn counted(view: View<'_>, at: usize) -> Option<Expression> {
    let article =
        view.is_any(at, &["a", "an"]) && matches!(view.lexeme(at + 1), Some(Lexeme::Span(_)));
    let (count, next) = if article {
        (1, at + 1)
    } else {
        let count = number(view, at)?;
        if !span_near(view, count.tokens.end) {
            return None;
        }
        (whole(count.value)?, count.tokens.end)
    };
    let joined = view.kind(next) == Some(TokenKind::Hyphen) && view.is_attached(next + 1);
    let next = next + usize::from(joined);
    let next = next + usize::from(view.is_any(next, &["more", "full"]));
    let Lexeme::Span(unit) = view.lexeme(next)? else { return None };
    let end = next + 1;
    match view.lexeme(end) {
        Some(Lexeme::Away(Away::Ago)) if view.is(end + 1, "today") => {
            found(at..end + 2, When::AgoToday { count, unit })
        }
        Some(Lexeme::Away(Away::Ago)) if view.reads(end + 1, &["to", "the", "day"]) => {
            found(at..end + 4, When::AgoToday { count, unit })
        }
        Some(Lexeme::Away(Away::Ago)) => found(at..end + 1, When::Ago { count, unit }),
        Some(Lexeme::Away(Away::Later)) => found(at..end + 1, When::Away { count, unit }),
        Some(Lexeme::Away(Away::Earlier)) => found(at..end + 1, When::Away { count: -count, unit }),
        _ if view.is(end, "before") && ends_phrase(view, end + 1) => {
            found(at..end + 1, When::Away { count: -count, unit })
        }
        _ if view.is(end, "after") && ends_phrase(view, end + 1) => {
            found(at..end + 1, When::Away { count, unit })
        }
        _ if view.is_any(end, &["from", "after", "before"])
            && matches!(view.lexeme(end + 1), Some(Lexeme::Deictic(_))) =>
        {
            from_deictic(view, at..end, count, unit)
        }
        _ if view.reads(end, &["from", "now"]) || view.reads(end, &["from", "today"]) => {
            found(at..end + 2, When::Ahead { count, unit })
        }
        _ if view.is_any(end, &["after", "before"]) => {
            beside(view, at..end, if view.is(end, "after") { count } else { -count }, unit)
        }
        _ if at > 0 && view.is(at - 1, "in") && looks_ahead(view, at) => {
            found(at..end, When::Ahead { count, unit })
        }
        _ if article && !view.is_any(at.saturating_sub(1), &["for", "in", "within", "over"]) => {
            None
        }
        _ => found(at..end, When::Length),
    }
}

/// Whether the sentence says what is to come: "will end in three weeks".
fn looks_ahead(view: View<'_>, at: usize) -> bool {
    super::ahead::is_ahead(view, at)
}

/// "four days from yesterday", "two weeks after tomorrow": days from the day of writing.
fn from_deictic(
    view: View<'_>,
    length: std::ops::Range<usize>,
    count: i32,
    unit: TimeUnit,
) -> Option<Expression> {
    let Some(Lexeme::Deictic(from)) = view.lexeme(length.end + 1) else { return None };
    let days = match unit {
        TimeUnit::Day => count,
        TimeUnit::Week => count.checked_mul(7)?,
        _ => return None,
    };
    let days = if view.is(length.end, "before") { -days } else { days };
    found(length.start..length.end + 2, When::Offset(i32::from(from) + days))
}

/// Whether a unit of time is near enough to belong to a number that ends before `at`.
fn span_near(view: View<'_>, at: usize) -> bool {
    (at..at + 3).any(|next| matches!(view.lexeme(next), Some(Lexeme::Span(_))))
}

/// "eight days after …": from a date that follows, or from the day named before it.
fn beside(
    view: View<'_>,
    length: std::ops::Range<usize>,
    count: i32,
    unit: TimeUnit,
) -> Option<Expression> {
    let next = length.end + 1;
    let date = expression(view, next + usize::from(view.is(next, "the")));
    if let Some(date) = date
        && let When::Day { year, month, day } = date.when
    {
        let days = match unit {
            TimeUnit::Day => count,
            TimeUnit::Week => count.checked_mul(7)?,
            _ => return None,
        };
        return found(length.start..date.tokens.end, When::Shifted { year, month, day, days });
    }
    let fine = matches!(unit, TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year);
    fine.then(|| found(length.start..next, When::Beside { count: -count, unit }))?
}

fn ends_phrase(view: View<'_>, at: usize) -> bool {
    view.kind(at).is_none_or(|kind| {
        matches!(
            kind,
            TokenKind::Comma | TokenKind::Period | TokenKind::Semicolon | TokenKind::Colon
        )
    })
}

/// "the day before", "the weekend", "day after": a unit of time that stands for a day spoken of.
pub(super) fn span(view: View<'_>, at: usize) -> Option<Expression> {
    let Some(Lexeme::Span(unit)) = view.lexeme(at) else { return None };
    let the = at > 0 && view.is(at - 1, "the");
    if let Some(rest) = super::nth::rest(view, at) {
        return Some(rest);
    }
    if unit == TimeUnit::Weekend
        && at > 1
        && the
        && view.is_any(at - 2, &["at", "over", "on", "during"])
    {
        return found(at..at + 1, When::Stretch { unit, which: Which::Last });
    }
    if unit == TimeUnit::Day && view.reads(at + 1, &["after", "tomorrow"]) {
        return found(at..at + 3, When::Offset(2));
    }
    if unit == TimeUnit::Day && view.reads(at + 1, &["before", "yesterday"]) {
        return found(at..at + 3, When::Offset(-2));
    }
    if the && unit == TimeUnit::Day && ends_phrase(view, at + 2) {
        if view.is(at + 1, "before") {
            return found(at..at + 2, When::Away { count: -1, unit });
        }
        if view.is(at + 1, "after") {
            return found(at..at + 2, When::Away { count: 1, unit });
        }
    }
    None
}

/// "earlier this year", "later this month".
pub(super) fn earlier_this(view: View<'_>, at: usize) -> Option<Expression> {
    if view.reads(at + 1, &["in", "the"])
        && let Some(Lexeme::Span(
            unit @ (TimeUnit::Week | TimeUnit::Month | TimeUnit::Year | TimeUnit::Day),
        )) = view.lexeme(at + 3)
    {
        let when = match unit {
            TimeUnit::Week if view.is(at, "earlier") => When::WeekSoFar,
            TimeUnit::Week | TimeUnit::Month | TimeUnit::Year if view.is(at, "later") => {
                When::Rest(unit)
            }
            _ => When::Stretch { unit, which: Which::This },
        };
        return found(at..at + 4, when);
    }
    let inner = expression(view, at + 1)?;
    if let When::Stretch { unit, which: Which::This } = inner.when {
        let rest = matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year);
        match () {
            () if unit == TimeUnit::Week && view.is(at, "earlier") => {
                return found(at..inner.tokens.end, When::WeekSoFar);
            }
            () if rest && view.is(at, "later") => {
                return found(at..inner.tokens.end, When::Rest(unit));
            }
            () => {}
        }
    }
    matches!(
        inner.when,
        When::Stretch { which: Which::This | Which::Last | Which::Same, .. }
            | When::Offset(_)
            | When::Season { .. }
    )
    .then(|| found(at..inner.tokens.end, inner.when))?
}

/// "since" at the end of a clause, "since then", "since that date": since the day spoken of; "noon", "midnight".
pub(super) fn bare(view: View<'_>, at: usize) -> Option<Expression> {
    if !view.is(at, "since") {
        return found(at..at + 1, When::Clock);
    }
    let that = view.is(at + 1, "that") && view.is_any(at + 2, &["date", "day", "time", "moment"]);
    let then = view.is(at + 1, "then") || that;
    let end = at + 1 + usize::from(then) + usize::from(that);
    let ever = at > 0 && view.is(at - 1, "ever");
    let stops = ends_phrase(view, end) || then || ever && view.is(at + 1, "and");
    stops.then(|| found(at..end, When::Then))?
}
