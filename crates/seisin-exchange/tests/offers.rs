//! What reports say of offers, and the records that come of it, as tables.

mod scenario;

use proptest::prelude::*;
use scenario::{found, told};
use seisin_core::ClaimId;
use seisin_exchange::chains;

fn check(table: &str, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let told = told(table);
    let lines: Vec<&str> = told.lines().map(str::trim).collect();
    assert_eq!(lines, expected);
}

/// The walk-through: one offer in four reports, its answer in three copies.
#[test]
fn copies_of_a_report_are_one_offer_with_one_answer() {
    check(
        "
        a1/a1 2030-01-14 offer    by=borland to=arland gives=velk asks=sarn
        a1/a1 2030-01-14 offer    by=borland gives=~one_territory asks=~another
        a1/a1 2030-01-14 response by=arland stance=reject about=the_offer
        a2/a1 2030-01-14 offer    by=borland to=arland gives=velk asks=sarn
        a2/a1 2030-01-14 offer    by=borland gives=~one_territory asks=~another
        a2/a1 2030-01-14 response by=arland stance=reject about=the_offer
        a4/a1 2030-01-14 offer    by=borland gives=~one_territory asks=~another
        a4/a1 2030-01-14 response by=arland stance=reject about=the_offer
        a5/a1 2030-01-14 offer    by=borland gives=~one_territory asks=~another
        ",
        "
        borland -> arland: velk for sarn; proposed since 2030-01-14; 1 origins, 4 reports
          arland reject 2030-01-14 by parties_and_dates; 1 origins, 3 reports
        ",
    );
}

#[test]
fn no_answer_on_record_is_none() {
    check(
        "a1/a1 2030-01-14 offer by=borland to=arland gives=velk asks=sarn",
        "borland -> arland: velk for sarn; proposed since 2030-01-14; 1 origins, 1 reports",
    );
}

/// One offer told by five sources with five sets of numbers stays one offer in five versions.
#[test]
fn versions_that_differ_in_their_numbers_stay_apart() {
    check(
        "
        s1/s1 2008-09 offer published=2008-10-01 by=north to=south gives=6.8% asks=5.5%
        s2/s2 2008-09 offer published=2008-10-02 by=north to=south gives=6.3% asks=5.8%
        s3/s3 2008-09 offer published=2008-10-03 by=north to=south gives=6.5%
        s4/s4 2008-09 offer published=2008-10-04 by=north to=south gives=7% asks=5.5%
        s5/s5 2008-09 offer published=2008-10-05 by=north to=south gives=6.3%
        s6/s6 2008-09 response by=south to=north stance=counter about=the_offer
        ",
        "
        north -> south: 6.8% for 5.5%; proposed since 2008-09-01; 5 origins, 5 reports
          as 6.8% for 5.5% = 1.236
          as 6.3% for 5.8% = 1.086
          as 6.5% for nothing
          as 7% for 5.5% = 1.273
          as 6.3% for nothing
          south counter 2008-09 by parties_and_dates; 1 origins, 1 reports
        ",
    );
}

/// The same five in one report, each with the source it names.
#[test]
fn versions_of_one_report_stay_apart_by_their_speakers() {
    check(
        "
        w/w 2008-09 offer by=north to=south gives=6.8% asks=5.5% speaker=first
        w/w 2008-09 offer by=north to=south gives=6.3% asks=5.8% speaker=second
        w/w 2008-09 offer by=north to=south gives=6.3% speaker=third
        w/w 2008-09 offer by=north to=south gives=6.8% speaker=first
        ",
        "
        north -> south: 6.8% for 5.5%; proposed since 2008-09-01; 1 origins, 1 reports
          as 6.8% for 5.5% = 1.236
          as 6.3% for 5.8% = 1.086
          as 6.3% for nothing
        ",
    );
}

#[test]
fn contradictory_answers_stand_beside_each_other() {
    check(
        "
        d/d 2019-05-01 offer    by=north to=south gives=hills asks=port
        d/d 2019-05-02 response by=south to=north stance=noncommittal about=the_plan
        e/e 2019-05-02 response by=south to=north stance=reject about=the_plan
        f/f 2019-06-20 response by=south to=north stance=reject about=the_plan
        e/e 2019-05-02 response by=east stance=accept about=the_plan
        d/d 2019-05-03 response by=east stance=accept about=the_plan
        ",
        "
        north -> south: hills for port; proposed since 2019-05-01; 1 origins, 1 reports
          south noncommittal 2019-05-02 by parties_and_dates; 1 origins, 1 reports
          south reject 2019-05-02 by parties_and_dates; 1 origins, 1 reports
          east accept 2019-05-03 by same_report; 1 origins, 1 reports
          south reject 2019-06-20 by parties_and_dates; 1 origins, 1 reports
        left: c5 (no report on record makes an offer that it could answer)
        ",
    );
}

#[test]
fn an_offer_of_another_thing_or_another_year_is_another_offer() {
    check(
        "
        d/d 2019-05-01 offer by=north to=south gives=hills asks=port
        d/d 2019-05-01 offer by=north to=south gives=!support asks=!resources
        d/d 2015       offer by=north to=south gives=hills asks=port
        d/d 2019-05-02 response by=south stance=reject about=the_support_for_resources
        d/d 2019-05-01 offer by=north to=west gives=hills asks=port
        ",
        "
        north -> south: hills for port; proposed since 2015-01-01; 1 origins, 1 reports
        north -> south: hills for port; proposed since 2019-05-01; 1 origins, 1 reports
        north -> south: support for resources; proposed since 2019-05-01; 1 origins, 1 reports
          south reject 2019-05-02 by named_by_phrase; 1 origins, 1 reports
        north -> west: hills for port; proposed since 2019-05-01; 1 origins, 1 reports
        ",
    );
}

#[test]
fn the_words_for_an_offer_find_it_among_several() {
    check(
        "
        d/d 1980-11 offer by=north to=west gives=islands asks=!money quote=a_leaseback_of_the_islands
        d/d 1980-11 offer by=north to=west gives=shelf asks=!money quote=a_share_of_the_shelf
        d/d 1980-12 response by=west to=north stance=reject about=the_leaseback
        d/d 1980-12 response by=west to=north stance=accept about=c2
        ",
        "
        north -> west: islands for money; proposed since 1980-11-01; 1 origins, 1 reports
          west reject 1980-12 by named_by_phrase; 1 origins, 1 reports
        north -> west: shelf for money; proposed since 1980-11-01; 1 origins, 1 reports
          west accept 1980-12 by named_by_id; 1 origins, 1 reports
        ",
    );
}

#[test]
fn a_counter_offer_is_tied_to_the_offer_it_answers() {
    check(
        "
        d/d 1939-10-14 offer    by=east to=west gives=5529km2 asks=2761km2
        d/d 1939-10-23 response by=west to=east stance=counter about=the_proposal
        d/d 1939-10-23 offer    by=west to=east gives=islets status=countered
        d/d 1939-10-31 offer    by=east to=west gives=5529km2 asks=2761km2+base status=countered
        ",
        "
        east -> west: 5529km2 for 2761km2; proposed since 1939-10-14; 1 origins, 1 reports
          west counter 1939-10-23 by parties_and_dates; 1 origins, 1 reports
        west -> east: islets for nothing; countered since 1939-10-23; 1 origins, 1 reports
          counters offer 1
        east -> west: 5529km2 for 2761km2+base; countered since 1939-10-31; 1 origins, 1 reports
          counters offer 2
        ",
    );
}

#[test]
fn a_concluded_deal_may_be_told_from_either_side() {
    check(
        "
        d/d 2024-01-01 offer by=coast to=inland gives=20km2 asks=!recognition status=agreed
        d/d 2024-01-01 offer by=inland to=coast gives=!recognition asks=20km2 status=agreed
        d/d 2024-01-02 response by=capital to=inland stance=reject about=a_deal
        ",
        "
        coast -> inland: 20km2 for recognition; agreed since 2024-01-01; 1 origins, 1 reports
          capital reject 2024-01-02 by same_report; 1 origins, 1 reports
        ",
    );
}

#[test]
fn a_denial_makes_no_offer_and_no_answer() {
    check(
        "
        d/d 2020-03-01 offer           by=north to=south gives=hills asks=port
        e/e 2020-03-04 denied-offer    by=north gives=hills
        e/e 2020-03-04 denied-offer    by=west gives=!money
        e/e 2020-03-04 denied-response by=south to=north stance=accept about=it
        ",
        "
        north -> south: hills for port; proposed since 2020-03-01; 1 origins, 1 reports
          denied in c2
        left: c3 (it denies an offer that no report on record makes)
        left: c4 (it denies that an answer was given)
        ",
    );
}

#[test]
fn an_offer_taken_back_is_the_same_offer_with_a_later_status() {
    check(
        "
        d/d 2020-03-01 offer by=north to=south gives=hills asks=port
        e/e 2020-03-20 offer by=north status=withdrawn
        ",
        "north -> south: hills for port; withdrawn since 2020-03-01; 2 origins, 2 reports",
    );
}

/// Rows of few parties, things and days, so that they often meet.
fn any_row() -> impl Strategy<Value = String> {
    let of = |words: &[&'static str]| proptest::sample::select(words.to_vec());
    let report = of(&["a/a", "b/a", "c/c"]);
    let day = of(&["2020-03-01", "2020-03-02", "2020-06", "2019/..", "-"]);
    let kind = of(&["offer", "response", "denied-offer", "denied-response"]);
    let by = of(&["by=north", "by=south", "unnamed"]);
    let to = of(&["to=north", "to=south", "unnamed"]);
    let gives = of(&["gives=hills", "gives=~some_land", "gives=5km2", "gives=!money", "nothing"]);
    let asks = of(&["asks=port", "asks=~other_land", "asks=9%", "nothing"]);
    let status = of(&["status=proposed", "status=countered", "status=agreed", "status=withdrawn"]);
    let answer = of(&["stance=reject about=the_hills", "stance=counter about=c1"]);
    let row = (report, day, kind, by, to, gives, (asks, status, answer));
    row.prop_map(|(report, day, kind, by, to, gives, (asks, status, answer))| {
        format!("{report} {day} {kind} {by} {to} {gives} {asks} {status} {answer}")
    })
}

proptest! {
    /// Every claim comes out once: in an offer, an answer, a denial, or left with its reason.
    #[test]
    fn no_claim_is_lost_or_counted_twice(rows in prop::collection::vec(any_row(), 0..12)) {
        let found = found(&rows.join("\n"));
        let offers = found.offers.iter();
        let placed = offers.flat_map(|offer| {
            let answers = offer.answers.iter().flat_map(|answer| &answer.citations);
            offer.citations().chain(answers).chain(&offer.denials).map(|cited| &cited.claim)
        });
        let mut claims: Vec<_> =
            placed.chain(found.unlinked.iter().map(|left| &left.claim)).collect();
        claims.sort();
        let mut expected: Vec<_> = (1..=rows.len()).map(|n| ClaimId(format!("c{n}"))).collect();
        expected.sort();
        prop_assert_eq!(claims, expected.iter().collect::<Vec<_>>());
    }

    /// Every offer stands in a chain, and no chain goes round.
    #[test]
    fn chains_hold_every_offer(rows in prop::collection::vec(any_row(), 0..12)) {
        let found = found(&rows.join("\n"));
        let chains = chains(&found.offers);
        for offer in &found.offers {
            prop_assert!(chains.iter().any(|chain| chain.contains(&offer.id)));
        }
        for chain in chains {
            let mut once = chain.clone();
            once.sort();
            once.dedup();
            prop_assert_eq!(once.len(), chain.len());
        }
    }
}
