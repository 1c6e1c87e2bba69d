//! The words of days, months, seasons and lengths of time.

use super::{Away, Lexeme, PartOf, Season, TimeUnit, Which};

/// Words that an amount or a date may open with, and decades by name.
pub(super) fn openers() -> impl Iterator<Item = (&'static str, Lexeme)> {
    const WORDS: [&str; 15] = [
        "a", "an", "several", "most", "both", "since", "noon", "midnight", "recent", "q1", "q2",
        "q3", "q4", "h1", "h2",
    ];
    const NINETIES: [&str; 8] = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let decades = NINETIES.into_iter().zip((1920_i16..).step_by(10));
    WORDS
        .into_iter()
        .map(|word| (word, Lexeme::Opener))
        .chain(decades.map(|(word, first)| (word, Lexeme::Nineties(first))))
}

/// Months, days of the week, lengths of time, and what turns them into one among several.
pub(super) fn calendar() -> impl Iterator<Item = (&'static str, Lexeme)> {
    const MONTHS: [&[&str]; 12] = [
        &["january", "jan"],
        &["february", "feb"],
        &["march", "mar"],
        &["april", "apr"],
        &["may"],
        &["june", "jun"],
        &["july", "jul"],
        &["august", "aug"],
        &["september", "sept", "sep"],
        &["october", "oct"],
        &["november", "nov"],
        &["december", "dec"],
    ];
    const WEEKDAYS: [&[&str]; 7] = [
        &["monday", "mon", "mondays"],
        &["tuesday", "tue", "tues", "tuesdays"],
        &["wednesday", "wed", "wednesdays"],
        &["thursday", "thu", "thur", "thurs", "thursdays"],
        &["friday", "fri", "fridays"],
        &["saturday", "sat", "saturdays"],
        &["sunday", "sun", "sundays"],
    ];
    let months = MONTHS
        .into_iter()
        .zip(1_i8..)
        .flat_map(|(names, month)| names.iter().map(move |name| (*name, Lexeme::Month(month))));
    let weekdays = WEEKDAYS
        .into_iter()
        .zip(1_i8..)
        .flat_map(|(names, day)| names.iter().map(move |name| (*name, Lexeme::Weekday(day))));
    months.chain(weekdays).chain(spans()).chain(deictics()).chain(turns())
}

/// Words that turn a stretch of time into one among several.
fn turns() -> [(&'static str, Lexeme); 28] {
    [
        ("last", Lexeme::Which(Which::Last)),
        ("previous", Lexeme::Which(Which::Last)),
        ("preceding", Lexeme::Which(Which::Last)),
        ("past", Lexeme::Which(Which::Past)),
        ("this", Lexeme::Which(Which::This)),
        ("current", Lexeme::Which(Which::This)),
        ("next", Lexeme::Which(Which::Next)),
        ("coming", Lexeme::Which(Which::Next)),
        ("upcoming", Lexeme::Which(Which::Next)),
        ("following", Lexeme::Which(Which::Next)),
        ("that", Lexeme::Which(Which::Same)),
        ("same", Lexeme::Which(Which::Same)),
        ("every", Lexeme::Which(Which::Every)),
        ("each", Lexeme::Which(Which::Every)),
        ("early", Lexeme::PartOf(PartOf::Early)),
        ("beginning", Lexeme::PartOf(PartOf::Early)),
        ("start", Lexeme::PartOf(PartOf::Early)),
        ("mid", Lexeme::PartOf(PartOf::Middle)),
        ("middle", Lexeme::PartOf(PartOf::Middle)),
        ("late", Lexeme::PartOf(PartOf::Late)),
        ("end", Lexeme::PartOf(PartOf::Late)),
        ("ago", Lexeme::Away(Away::Ago)),
        ("later", Lexeme::Away(Away::Later)),
        ("earlier", Lexeme::Away(Away::Earlier)),
        ("morning", Lexeme::DayPart),
        ("afternoon", Lexeme::DayPart),
        ("evening", Lexeme::DayPart),
        ("overnight", Lexeme::Overnight),
    ]
}

fn deictics() -> [(&'static str, Lexeme); 16] {
    use Lexeme::{Deictic, Now, Season as Of};
    [
        ("today", Deictic(0)),
        ("tonight", Deictic(0)),
        ("yesterday", Deictic(-1)),
        ("tomorrow", Deictic(1)),
        ("now", Now),
        ("currently", Now),
        ("presently", Now),
        ("nowadays", Now),
        ("spring", Of(Season::Spring)),
        ("summer", Of(Season::Summer)),
        ("autumn", Of(Season::Autumn)),
        ("fall", Of(Season::Autumn)),
        ("winter", Of(Season::Winter)),
        ("springtime", Of(Season::Spring)),
        ("summertime", Of(Season::Summer)),
        ("wintertime", Of(Season::Winter)),
    ]
}

fn spans() -> impl Iterator<Item = (&'static str, Lexeme)> {
    use TimeUnit::{
        Century, Day, Decade, Fortnight, Hour, Millennium, Minute, Month, Night, Second, Week,
        Weekend, Year,
    };
    [
        ("seconds", Second),
        ("sec", Second),
        ("secs", Second),
        ("minute", Minute),
        ("minutes", Minute),
        ("min", Minute),
        ("mins", Minute),
        ("hour", Hour),
        ("hours", Hour),
        ("hr", Hour),
        ("hrs", Hour),
        ("day", Day),
        ("days", Day),
        ("night", Night),
        ("nights", Night),
        ("weekend", Weekend),
        ("weekends", Weekend),
        ("week", Week),
        ("weeks", Week),
        ("wk", Week),
        ("wks", Week),
        ("fortnight", Fortnight),
        ("fortnights", Fortnight),
        ("month", Month),
        ("months", Month),
        ("year", Year),
        ("years", Year),
        ("yr", Year),
        ("yrs", Year),
        ("decade", Decade),
        ("decades", Decade),
        ("century", Century),
        ("centuries", Century),
        ("millennium", Millennium),
        ("millennia", Millennium),
    ]
    .into_iter()
    .map(|(word, unit)| (word, Lexeme::Span(unit)))
}
