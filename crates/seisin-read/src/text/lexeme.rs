//! The words that numbers and dates are written with.

use super::word_table::WordTable;
use std::sync::LazyLock;

/// What a word contributes to a number or a date, whatever the sentence around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Lexeme {
    /// "seven", "twelve", "forty"
    Cardinal(u8),
    /// "hundred"
    Hundred,
    /// "thousand", "million", also "bn" after digits.
    Scale(f64),
    /// "thousands", "hundreds", "dozens": an indefinite many, at least so many.
    Many(f64),
    /// "dozen", "score"
    Collective(u8),
    /// "third"; also the part "a third".
    Ordinal(u8),
    /// "thirds", "fifths"
    Parts(u8),
    /// "half", "halves"
    Half,
    /// "quarter", "quarters": a part or three months.
    Quarter,
    /// "February", "Feb"
    Month(i8),
    /// "Tuesday", "Tue": Monday is 1.
    Weekday(i8),
    /// "summer"
    Season(Season),
    /// "day", "weeks": a length of time.
    Span(TimeUnit),
    /// "today", "yesterday": days from the anchor.
    Deictic(i8),
    /// "now", "currently"
    Now,
    /// "nineties": the first of ten years of a century.
    Nineties(i16),
    /// "½"
    Vulgar(f64),
    /// "a", "several", "both", "since": a word that an amount or a date may open with.
    Opener,
    /// "morning", "afternoon"
    DayPart,
    /// "overnight"
    Overnight,
    /// "last", "next", "this": which of several like stretches of time.
    Which(Which),
    /// "early", "mid", "late"
    PartOf(PartOf),
    /// "ago", "later", "earlier"
    Away(Away),
}

/// Which of several like stretches of time is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// "last", "previous": the one before.
    Last,
    /// "past": the stretch that ends now.
    Past,
    /// "this", "current": the one that is now.
    This,
    /// "next", "following", "coming": the one after.
    Next,
    /// "that", "same": the one spoken of.
    Same,
    /// "every", "each": all of them.
    Every,
}

/// A part of a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartOf {
    Early,
    Middle,
    Late,
}

/// How a length of time leads from one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Away {
    /// "ago": back from the day of writing.
    Ago,
    /// "later": on from the day spoken of.
    Later,
    /// "earlier": back from the day spoken of.
    Earlier,
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A unit of calendar or clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// What `word` contributes, if it is one of these words.
pub(crate) fn lexeme(word: &str) -> Option<Lexeme> {
    static TABLE: LazyLock<WordTable<Lexeme>> = LazyLock::new(|| {
        WordTable::new(
            cardinals().chain(ordinals()).chain(amounts()).chain(openers()).chain(calendar()),
        )
    });
    TABLE.get(word)
}

/// Whether a word in small letters names a month or, written out, a day of the week: "Mon", "Sat" and
/// "Sun" name other things as often.
pub(crate) fn names_day_or_month(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    match lexeme(word) {
        Some(Lexeme::Month(_)) => true,
        Some(Lexeme::Weekday(_)) => word.ends_with("day") || word.ends_with("days"),
        _ => false,
    }
}

fn cardinals() -> impl Iterator<Item = (&'static str, Lexeme)> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = SMALL.into_iter().zip(0_u8..);
    let tens = TENS.into_iter().zip((20_u8..).step_by(10));
    small
        .chain(tens)
        .chain([("fourty", 40), ("nought", 0), ("naught", 0)])
        .map(|(word, value)| (word, Lexeme::Cardinal(value)))
}

fn ordinals() -> impl Iterator<Item = (&'static str, Lexeme)> {
    const ONE: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    const PARTS: [&str; 10] = [
        "thirds",
        "fourths",
        "fifths",
        "sixths",
        "sevenths",
        "eighths",
        "ninths",
        "tenths",
        "elevenths",
        "twelfths",
    ];
    let one = ONE.into_iter().zip(1_u8..).map(|(word, value)| (word, Lexeme::Ordinal(value)));
    let rest = [
        ("thirtieth", Lexeme::Ordinal(30)),
        ("hundredth", Lexeme::Ordinal(100)),
        ("twentieths", Lexeme::Parts(20)),
        ("hundredths", Lexeme::Parts(100)),
    ];
    let parts = PARTS.into_iter().zip(3_u8..).map(|(word, value)| (word, Lexeme::Parts(value)));
    one.chain(parts).chain(rest)
}

fn amounts() -> impl Iterator<Item = (&'static str, Lexeme)> {
    use Lexeme::{Collective, Half, Hundred, Many, Quarter, Scale, Vulgar};
    [
        ("hundred", Hundred),
        ("thousand", Scale(1e3)),
        ("million", Scale(1e6)),
        ("billion", Scale(1e9)),
        ("trillion", Scale(1e12)),
        ("mn", Scale(1e6)),
        ("mln", Scale(1e6)),
        ("bn", Scale(1e9)),
        ("bln", Scale(1e9)),
        ("tn", Scale(1e12)),
        ("trn", Scale(1e12)),
        ("tln", Scale(1e12)),
        ("mil", Scale(1e6)),
        ("lakh", Scale(1e5)),
        ("crore", Scale(1e7)),
        ("тыс", Scale(1e3)),
        ("млн", Scale(1e6)),
        ("млрд", Scale(1e9)),
        ("тысяч", Scale(1e3)),
        ("тысячи", Scale(1e3)),
        ("тисяч", Scale(1e3)),
        ("тис", Scale(1e3)),
        ("tens", Many(20.0)),
        ("dozens", Many(24.0)),
        ("scores", Many(40.0)),
        ("hundreds", Many(200.0)),
        ("thousands", Many(2e3)),
        ("millions", Many(2e6)),
        ("billions", Many(2e9)),
        ("dozen", Collective(12)),
        ("doz", Collective(12)),
        ("dozs", Collective(12)),
        ("dz", Collective(12)),
        ("dzs", Collective(12)),
        ("score", Collective(20)),
        ("half", Half),
        ("halves", Half),
        ("quarter", Quarter),
        ("quarters", Quarter),
        ("½", Vulgar(0.5)),
        ("⅓", Vulgar(1.0 / 3.0)),
        ("⅔", Vulgar(2.0 / 3.0)),
        ("¼", Vulgar(0.25)),
        ("¾", Vulgar(0.75)),
        ("⅕", Vulgar(0.2)),
        ("⅖", Vulgar(0.4)),
        ("⅗", Vulgar(0.6)),
        ("⅘", Vulgar(0.8)),
        ("⅙", Vulgar(1.0 / 6.0)),
        ("⅚", Vulgar(5.0 / 6.0)),
        ("⅛", Vulgar(0.125)),
        ("⅜", Vulgar(0.375)),
        ("⅝", Vulgar(0.625)),
        ("⅞", Vulgar(0.875)),
    ]
    .into_iter()
}

fn openers() -> impl Iterator<Item = (&'static str, Lexeme)> {
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

fn calendar() -> impl Iterator<Item = (&'static str, Lexeme)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_number_and_date() {
        for (word, expected) in [
            ("Seven", Lexeme::Cardinal(7)),
            ("ninety", Lexeme::Cardinal(90)),
            ("FIFTH", Lexeme::Ordinal(5)),
            ("thirds", Lexeme::Parts(3)),
            ("twelfths", Lexeme::Parts(12)),
            ("Sept", Lexeme::Month(9)),
            ("sunday", Lexeme::Weekday(7)),
            ("тыс", Lexeme::Scale(1e3)),
        ] {
            assert_eq!(lexeme(word), Some(expected), "{word}");
        }
        assert_eq!(lexeme("Sarn"), None);
    }
}
