//! What a word contributes to a number or a date.

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
