//! The expressions of time of a sentence, placed on the calendar.

use super::{
    ahead::is_ahead,
    anchor::Anchor,
    calendar::{Reference, place},
    expression::{Expression, When, expression},
    mention::{Relation, TimeKind, TimeMention},
    range,
    relation::{Related, applied, related},
    rule::rule,
    timex,
    told::Told,
};
use crate::text::{
    lexeme::{TimeUnit, Which},
    prepared::Prepared,
    sentence::Sentence,
    view::View,
};
use seisin_core::{Certainty, Edtf, Endpoint};

/// The expressions of time of one sentence, in order.
///
/// # Example
/// ```
/// use seisin_read::text::{prepare, time::{self, Anchor}};
/// let prepared = prepare("They have held it since August.");
/// let anchor = Anchor::on("2025-03-12".parse()?, "publication");
/// let found = time::tag(&prepared, &prepared.sentences[0], &anchor);
/// assert_eq!(found[0].edtf.map(|edtf| edtf.to_string()).as_deref(), Some("2024-08/.."));
/// assert_eq!(found[0].rule, "month-before-anchor(publication 2025-03-12)");
/// # Ok::<(), jiff::Error>(())
/// ```
pub fn tag(prepared: &Prepared, sentence: &Sentence, anchor: &Anchor) -> Vec<TimeMention> {
    tag_after(prepared, sentence, anchor, &mut Told::default())
}

/// The expressions of time of every sentence, one list a sentence.
///
/// Dates spoken of earlier in the same paragraph tell the year of "June 14" and the day that
/// "three days later" counts from.
pub fn tag_all(prepared: &Prepared, anchor: &Anchor) -> Vec<Vec<TimeMention>> {
    tag_where(prepared, anchor, |_| true)
}

/// The expressions of time of the sentences in those zones of the page that are wanted by their number, one
/// list a sentence; those of others are not looked at.
pub(crate) fn tag_where(
    prepared: &Prepared,
    anchor: &Anchor,
    wanted: impl Fn(usize) -> bool,
) -> Vec<Vec<TimeMention>> {
    let mut told = Told::before(prepared);
    let mut zone = 0;
    prepared
        .sentences
        .iter()
        .map(|sentence| {
            let within = prepared.zone_of(sentence);
            if within != zone {
                zone = within;
                told.leave_paragraph();
            }
            if wanted(zone) { tag_after(prepared, sentence, anchor, &mut told) } else { Vec::new() }
        })
        .collect()
}

fn tag_after(
    prepared: &Prepared,
    sentence: &Sentence,
    anchor: &Anchor,
    told: &mut Told,
) -> Vec<TimeMention> {
    let view = View::of(prepared, sentence);
    let mut mentions = Vec::new();
    let mut at = 0;
    let mut first = None;
    while at < view.len() {
        let Some(found) = expression(view, at) else {
            at += 1;
            continue;
        };
        let ahead = is_ahead(view, at);
        let story = told.tells_story();
        let reference = Reference { anchor: anchor.date, told: told.date, first, story, ahead };
        let (mention, end) = mention(view, &found, reference, anchor);
        let heard = told.hear(&mention, found.when);
        first = first.or(heard);
        mentions.push(mention);
        at = end;
    }
    mentions
}

fn mention(
    view: View<'_>,
    found: &Expression,
    reference: Reference,
    anchor: &Anchor,
) -> (TimeMention, usize) {
    let range = range::span(view, found, reference);
    let end = range.as_ref().map_or(found.tokens.end, |(_, end)| *end);
    let related = related(view, found.tokens.start, end);
    let (relation, start) = match (&range, found.when) {
        (Some(_), _) => (Relation::During, from(view, related.start)),
        (None, When::Then) => (Relation::Since, found.tokens.start),
        _ => (related.relation, related.start),
    };
    let placed = match range {
        Some((placed, _)) => Some(placed),
        None => place(found.when, reference),
    };
    let named = placed.map(|placed| about(placed.edtf, &related));
    let edtf = named.map(|named| so_far(found.when, applied(relation, named), reference));
    let mention = TimeMention {
        range: view.bytes(start..end),
        edtf,
        named,
        relation,
        kind: kind_of(found.when),
        timex_value: timex::value(view, found, placed, reference),
        rule: rule(placed, found.when, reference, anchor),
    };
    (mention, end)
}

/// "this week" as far as it has come where the sentence does not look ahead.
fn so_far(when: When, edtf: Edtf, reference: Reference) -> Edtf {
    let week = matches!(when, When::Stretch { unit: TimeUnit::Week, which: Which::This });
    let (Edtf::Interval(first, Endpoint::Date(last)), Some(anchor)) = (edtf, reference.anchor)
    else {
        return edtf;
    };
    let begun = matches!(first, Endpoint::Date(first) if first.bounds().0 < anchor);
    let cut = week && begun && !reference.ahead && last.bounds().0 > anchor;
    if cut { Edtf::Interval(first, Endpoint::Date(anchor.into())) } else { edtf }
}

/// Past "between" or "from" before a range.
fn from(view: View<'_>, start: usize) -> usize {
    let opens = start > 0 && view.is_any(start - 1, &["between", "from"]);
    if opens { start - 1 } else { start }
}

fn about(edtf: Edtf, related: &Related) -> Edtf {
    match edtf {
        Edtf::Date(date) if related.about => {
            Edtf::Date(date.with_certainty(Certainty::Approximate))
        }
        other => other,
    }
}

const fn kind_of(when: When) -> TimeKind {
    match when {
        When::Clock => TimeKind::Time,
        When::Length => TimeKind::Duration,
        When::Repeated => TimeKind::Set,
        _ => TimeKind::Date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::prepare;

    fn check(text: &str, on: &str, expected: &[&str]) {
        let prepared = prepare(text);
        let anchor = Anchor::on(on.parse().unwrap(), "publication");
        let found: Vec<String> = tag_all(&prepared, &anchor)
            .into_iter()
            .flatten()
            .filter(|mention| mention.kind == TimeKind::Date)
            .map(|mention| mention.edtf.map_or("-".to_owned(), |edtf| edtf.to_string()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn whole_dates_in_every_order() {
        for (text, date) in [
            ("It fell on 11 February 2025.", "2025-02-11"),
            ("It fell on Feb. 11, 2025.", "2025-02-11"),
            ("It fell on February 11th, 2025.", "2025-02-11"),
            ("It fell on the 11th of February, 2025.", "2025-02-11"),
            ("It fell on 2025-02-11.", "2025-02-11"),
            ("It fell on 15/11/2023.", "2023-11-15"),
            ("It fell on 11.02.2025.", "2025-02-11"),
            ("It fell on Tuesday, 11 February 2025.", "2025-02-11"),
            ("It fell in February of 2014.", "2014-02"),
            ("It fell in 2014.", "2014"),
            ("It fell on 3–5 May 2020.", "2020-05-03/2020-05-05"),
            ("It fell on May 3-5, 2020.", "2020-05-03/2020-05-05"),
            ("It fell on the fifth of March, 2021.", "2021-03-05"),
            ("It fell on the twenty-first of May 2020.", "2020-05-21"),
            ("It fell on 22 september 2021.", "2021-09-22"),
            ("It fell in Q3 2014.", "2014-07/2014-09"),
            ("It fell in the second half of 2014.", "2014-07/2014-12"),
            ("It fell in the nineties.", "1990/1999"),
            ("It fell on 03/04/2021.", "-"),
        ] {
            check(text, "2025-03-12", &[date]);
        }
    }

    #[test]
    fn incomplete_dates_are_the_latest_before_the_anchor() {
        for (text, date) in [
            ("They came in August.", "2024-08"),
            ("They came in March.", "2025-03"),
            ("They came on Feb. 11.", "2025-02-11"),
            ("They came on 20 December.", "2024-12-20"),
            ("They came on Tuesday.", "2025-03-11"),
            ("They came on Wednesday.", "2025-03-12"),
            ("They came last Wednesday.", "2025-03-05"),
            ("They came last August.", "2024-08"),
            ("They came in April last year.", "2024-04"),
            ("They came last month.", "2025-02"),
            ("They came this afternoon.", "2025-03-12"),
            ("They came yesterday.", "2025-03-11"),
            ("They came at the weekend.", "2025-03-08/2025-03-09"),
            ("They came earlier this year.", "2025"),
            ("They came last week.", "2025-03-03/2025-03-09"),
            ("They came last summer.", "2024-06/2024-08"),
            ("They came the day before yesterday.", "2025-03-10"),
            ("They came earlier in the year.", "2025"),
            ("They came in recent weeks.", "-"),
            ("They came a few days ago.", "-"),
        ] {
            check(text, "2025-03-12", &[date]);
        }
    }

    #[test]
    fn what_is_to_come_is_the_next_after_the_anchor() {
        for (text, date) in [
            ("It will end on 20 December.", "2025-12-20"),
            ("The vote is due on July 9.", "2025-07-09"),
            ("They have to leave by Oct. 29.", "2025-10-29"),
            ("It ended by Feb. 22.", "2025-02-22"),
            ("They will meet next Thursday.", "2025-03-13"),
            ("They will meet tomorrow.", "2025-03-13"),
            ("They meet two weeks from now.", "2025-03-26"),
        ] {
            check(text, "2025-03-12", &[date]);
        }
    }

    #[test]
    fn open_and_closed_stretches() {
        for (text, date) in [
            ("Held since August.", "2024-08/.."),
            ("Held since the early 1990s.", "1990~/.."),
            ("Held until January 1833.", "../1833-01"),
            ("Held before 2014.", "../2014"),
            ("Held after May 2014.", "2014-05/.."),
            ("Held from 1967 until 1982.", "1967/1982"),
            ("Held between August 28 and September 5, 1945.", "1945-08-28/1945-09-05"),
            ("Held from 28 July to 2 August.", "2024-07-28/2024-08-02"),
            ("Held from November 2023 to January 2024.", "2023-11/2024-01"),
            ("Held in 1956–57.", "1956/1957"),
            ("Held in the 1990s.", "1990/1999"),
            ("Held in the summer of 1941.", "1941-06/1941-08"),
            ("Held over the past year.", "2024-03-12/2025-03-12"),
            ("Held in the first three months of the year.", "2025-01/2025-03"),
            ("Held in the first quarter of 2014.", "2014-01/2014-03"),
            ("Held in the 19th century.", "1801/1900"),
            ("Held since the night of 1 to 2 March.", "2025-03-01/.."),
        ] {
            check(text, "2025-03-12", &[date]);
        }
    }

    #[test]
    fn days_and_weeks_told_by_their_place() {
        for (text, date) in [
            ("They came on the first Friday of July 2024.", "2024-07-05"),
            ("They came on the second Monday of last month.", "2025-02-10"),
            ("They will come on Friday next week.", "2025-03-21"),
            ("They came last week on Thursday.", "2025-03-06"),
            ("They came in the week of September 16.", "2024-09-16/2024-09-22"),
            ("They came in the week ending 9 October 2024.", "2024-10-03/2024-10-09"),
            ("They came in the first week of October 2016.", "2016-10-03/2016-10-09"),
            ("They came in the last week of March 2009.", "2009-03-23/2009-03-29"),
            ("They came on the 20th of last month.", "2025-02-20"),
            ("They stayed from 4 to 22 January 1995.", "1995-01-04/1995-01-22"),
            ("They stayed from 4 to January 22, 1995.", "1995-01-04/1995-01-22"),
            ("They stayed from 3 to 9 last month.", "2025-02-03/2025-02-09"),
            ("They came on Friday the 7th.", "2025-03-07"),
            ("On Tuesday the first convoy came.", "2025-03-11"),
            ("They stay for the rest of the month.", "2025-03-12/2025-03-31"),
            ("They came earlier this week.", "2025-03-10/2025-03-12"),
            ("They will come later this month.", "2025-03-12/2025-03-31"),
            ("They came in the 70s.", "1970/1979"),
            ("They came in the ’40s.", "1940/1949"),
            ("They came this week.", "2025-03-10/2025-03-12"),
            ("They will come this week.", "2025-03-10/2025-03-16"),
            ("They will stay for the next 2 days.", "2025-03-13/2025-03-14"),
            ("They will leave in three weeks.", "2025-04-02"),
            ("They leave two days from tomorrow.", "2025-03-15"),
            ("They leave two Sundays from now.", "2025-03-23"),
        ] {
            check(text, "2025-03-12", &[date]);
        }
    }

    #[test]
    fn values_in_iso_timeml() {
        let prepared = prepare(
            "They met on Friday morning at 12:00 UTC, after three days of talks in the past decade, \
             and last week, in the summer of 2014, in H2 2016, in the 70s and in recent weeks.",
        );
        let anchor = Anchor::on("2025-03-12".parse().unwrap(), "publication");
        let found = tag(&prepared, &prepared.sentences[0], &anchor);
        let values: Vec<&str> = found.iter().map(|mention| mention.timex_value.as_str()).collect();
        assert_eq!(
            values,
            [
                "2025-03-07TMO",
                "2025-03-12T12:00Z",
                "P3D",
                "P10Y",
                "2025-W10",
                "2014-SU",
                "2016-H2",
                "197",
                "PAST_REF"
            ]
        );
    }

    #[test]
    fn quarters_halves_and_dates_in_digits() {
        for (text, date) in [
            ("It fell in the first quarter of last year.", "2024-01/2024-03"),
            ("It fell in the last quarter of 2009.", "2009-10/2009-12"),
            ("It fell in Q3.", "2024-07/2024-09"),
            ("It fell in H2 2016.", "2016-07/2016-12"),
            ("It fell in 2016/11.", "2016-11"),
            ("It fell in 11/2016.", "2016-11"),
            ("It fell on 2015.5.13 at last.", "2015-05-13"),
            ("It fell on 21/04/16 at last.", "2016-04-21"),
            ("It fell on 22/04.", "2024-04-22"),
            ("It fell on 2019-Sep-01.", "2019-09-01"),
            ("It fell on Oct-2.", "2024-10-02"),
            ("It fell in 2016, Nov.", "2016-11"),
            ("It fell on 3/4/2021.", "-"),
        ] {
            check(text, "2025-03-12", &[date]);
        }
    }

    #[test]
    fn fractions_scores_and_labels_are_no_dates() {
        for text in [
            "They stayed 24/7.",
            "She is in her 40s.",
            "Some 13/16 of it fell.",
            "They won 4-22.",
            "The 1500b packet went.",
            "It has a size of 2.1 pm.",
        ] {
            check(text, "2025-03-12", &[]);
        }
    }

    #[test]
    fn counted_back_and_on() {
        check("It fell three days ago.", "2025-03-12", &["2025-03-09"]);
        check(
            "They signed on Wednesday, eight days after Velk took it.",
            "2025-03-12",
            &["2025-03-12", "2025-03-04"],
        );
        check("It fell three days after 5 May 2020.", "2025-03-12", &["2020-05-08"]);
        check("It fell fifteen years ago today.", "2025-03-12", &["2010-03-12"]);
        check("It fell three years ago to the day.", "2025-03-12", &["2022-03-12"]);
        check(
            "They came on 5 May 2020. They left next day.",
            "2025-03-12",
            &["2020-05-05", "2020-05-06"],
        );
        check("It fell a month ago.", "2025-03-12", &["2025-02"]);
        check("It fell a decade ago.", "2025-03-12", &["2015~"]);
        check("It fell fifteen years ago.", "2025-03-12", &["2010~"]);
        check(
            "They came on 15 June 2020. They left eight months later.",
            "2025-03-12",
            &["2020-06-15", "2021-02"],
        );
        check(
            "They came on 7 March, lost it three days later.",
            "2025-03-12",
            &["2025-03-07", "2025-03-10"],
        );
        check("They came in 1966 and have held it since.", "2025-03-12", &["1966", "1966/.."]);
    }

    #[test]
    fn the_year_told_goes_on_within_a_paragraph() {
        check(
            "They landed on April 2, 1982. They left on June 14.\n\nThe talks began on Feb. 3.",
            "2025-03-12",
            &["1982-04-02", "1982-06-14", "2025-02-03"],
        );
        check(
            "They met on 14 October 1939. They met in 1940.\n\nThe army came on 30 November.",
            "2017-11-30",
            &["1939-10-14", "1940", "1940-11-30"],
        );
    }

    #[test]
    fn other_words_are_no_dates() {
        for text in [
            "It may fall.",
            "Troops march on.",
            "He held 2,000 men and 1998 soldiers.",
            "The fall of Sarn was no second thought.",
            "A T-1990 stood there.",
            "Mark the last village.",
        ] {
            check(text, "2025-03-12", &[]);
        }
    }

    #[test]
    fn without_an_anchor_nothing_is_guessed() {
        let prepared = prepare("They came in August.");
        let found = tag(&prepared, &prepared.sentences[0], &Anchor::unknown());
        assert_eq!((found[0].edtf, found[0].rule.as_str()), (None, "unplaced(no anchor)"));
    }
}
