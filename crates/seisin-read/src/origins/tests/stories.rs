//! Which reports are one, by cases.

use super::report::{Report, in_short, origins};
use crate::origins::sheet::Sheet;

const AGENCY: &str = "Norvia takes the valley road\n\n\
    Norvia now holds about 300 square kilometres of Tolm, its defence ministry said on Tuesday. A \
    reporter who drove along the valley road counted four checkpoints and no traffic but tractors.\n\n\
    The mayor of the largest village, Pell Andor, said by telephone that the school had stayed open \
    and that bread came twice a week from over the ridge. He did not know who would pay the teachers.\n\n\
    Snow is expected by the weekend, and the pass is usually closed until the end of March.";

/// The first paragraphs of the agency's report.
const SHORTENED: &str = "Norvia now holds about 300 square kilometres of Tolm, its defence ministry \
    said on Tuesday. A reporter who drove along the valley road counted four checkpoints and no \
    traffic but tractors.";

const OTHER_AGENCY: &str = "Ministry: 300 square kilometres of Tolm in Norvian hands\n\n\
    Troops of Norvia hold about 300 square kilometres of Tolm after a week of marches, the defence \
    ministry announced. Our correspondent saw empty farms on the western bank and was turned back at \
    the bridge.\n\n\
    Farmers interviewed at the cattle market put the number of families that left at sixty. The \
    ministry gave no count of its own, and the district office did not answer calls.";

const FERRY: &str = "Ferry timetable changes\n\n\
    From Thursday the ferry leaves an hour later, the harbour office said, because the new boat needs \
    longer at the quay than the old one did. Fares stay as they are until the summer.";

const LIBRARY: &str = "Library opens a reading room\n\n\
    The town library has turned its cellar into a reading room with forty seats and a stove. It is \
    open on weekday evenings, and the first visitors came to look at maps of the coast.";

const ABOUT_US: &str = "\n\nHill Courier is an independent daily that has reported from the upper \
    valleys since the year of the great flood. It lives on the subscriptions of its readers, takes no \
    money from any government or party, and answers every letter that reaches its office in Market \
    Street before noon on a working day.";

const SPEECH: &str = "“We have asked for nothing that was not ours, and we shall give nothing that is. \
    Let them send their surveyors, and let the surveyors bring their chains and their books, for we \
    have kept ours in order since before any of them was born. About 300 square kilometres of Tolm are \
    held by Norvia today, and tomorrow it will be the same.”";

fn report(path: &str, publisher: &str, text: &str) -> Report {
    Report::new(path, publisher, "2031-05-06", text)
}

#[test]
fn a_shortened_copy_is_a_copy() {
    let reports = [report("a", "Agency", AGENCY), report("b", "Courier", SHORTENED)];
    assert_eq!(in_short(&reports), "a b+verbatim");
}

#[test]
fn a_changed_headline_does_not_hide_a_copy() {
    let text =
        AGENCY.replace("Norvia takes the valley road", "Tractors and bread: life under snow");
    let reports = [report("a", "Agency", AGENCY), report("b", "Courier", &text)];
    assert_eq!(in_short(&reports), "a b+verbatim");
}

#[test]
fn damaged_characters_do_not_hide_a_copy() {
    let text = AGENCY.replace("the ridge. He", "the ridge. โHeโ");
    let reports = [report("a", "Agency", AGENCY), report("b", "Courier", &text)];
    assert_eq!(in_short(&reports), "a b+verbatim");
}

#[test]
fn the_same_round_figure_does_not_make_one_report_of_two() {
    let reports = [report("a", "Agency", AGENCY), report("b", "Other Agency", OTHER_AGENCY)];
    let figures = |at: usize| Sheet::of(reports[at].input()).figures;
    assert!(figures(0).iter().any(|one| figures(1).iter().any(|other| one.is_same(other))));
    assert_eq!(in_short(&reports), "a | b");
}

#[test]
fn what_an_outlet_prints_below_everything_joins_nothing() {
    let (ferry, library) = (format!("{FERRY}{ABOUT_US}"), format!("{LIBRARY}{ABOUT_US}"));
    let reports = [report("a", "Hill Courier", &ferry), report("b", "Hill Courier", &library)];
    assert_eq!(in_short(&reports), "a | b");
}

#[test]
fn an_outlets_own_second_version_is_a_copy() {
    let second = format!("{AGENCY}\n\nThis version adds the forecast.");
    let reports = [report("a", "Agency", AGENCY), report("b", "Agency", &second)];
    assert_eq!(in_short(&reports), "a b+verbatim");
}

#[test]
fn two_reports_of_one_speech_stay_two() {
    let one = format!(
        "Norvia's president, Ada Quell, spoke in the rain before some two thousand people.\n\n{SPEECH}\n\n\
         The crowd had waited since the morning; a brass band played, and the square was swept after."
    );
    let other = format!(
        "In her yearly address Ada Quell turned to the valley.\n\n{SPEECH}\n\nAnalysts had expected her to \
         name a successor at the town hall, which she left to another day, and the markets fell a little."
    );
    let reports = [report("a", "Agency", &one), report("b", "Other Agency", &other)];
    assert_eq!(in_short(&reports), "a | b");
}

#[test]
fn a_credited_retelling_follows_the_report_it_credits() {
    let text = "Agency: who holds the valley\n\nThe defence ministry puts Norvia's part of Tolm at 300 \
        square kilometres. Mayor Pell Andor told of an open school.\n\nSource: Agency";
    let reports = [report("a", "Agency", AGENCY), report("b", "Courier", text)];
    assert_eq!(in_short(&reports), "a b+credited_retelling");
}

#[test]
fn a_credit_without_anything_in_common_joins_nothing() {
    let text = format!("{FERRY}\n\nSource: Agency");
    let reports = [report("a", "Agency", AGENCY), report("b", "Courier", &text)];
    assert_eq!(in_short(&reports), "a | b");
}

#[test]
fn a_report_that_only_cites_another_keeps_its_own_figures() {
    let text = "Norvia holds 512 square kilometres of Tolm by our own count, drawn from 41 pictures and \
        from 260 letters of residents. Agency reported 300 square kilometres last week, after 87 days.";
    let reports = [report("a", "Agency", AGENCY), report("b", "Map Desk", text)];
    assert_eq!(in_short(&reports), "a | b");
}

#[test]
fn the_same_words_a_month_later_are_still_a_copy() {
    let later = Report::new("b", "Courier", "2031-06-20", &format!("Again: {AGENCY}"));
    assert_eq!(in_short(&[report("a", "Agency", AGENCY), later]), "a b+verbatim");
}

#[test]
fn a_report_given_twice_counts_once() {
    let reports = [report("a", "Agency", AGENCY), report("b", "Agency", AGENCY)];
    assert_eq!(origins(&reports).len(), 1);
    assert_eq!(origins(&reports)[0].members.len(), 1);
}

#[test]
fn the_earliest_stands_for_the_origin_and_paths_settle_a_tie() {
    let early = Report::new("z", "Courier", "2031-05-05", SHORTENED);
    let undated = Report::new("0", "Echo", "", &format!("Echo. {SHORTENED}"));
    let reports = [report("a", "Agency", AGENCY), early, undated];
    assert_eq!(in_short(&reports), "z a+adapted 0+verbatim");
}

#[test]
fn a_number_changed_on_the_way_is_a_drift() {
    for (printed, drifted) in [
        ("about 350 square kilometres", true),
        ("more than 300 square kilometres", true),
        ("about 300 square kilometres", false),
        ("about 116 square miles", false),
    ] {
        let text = AGENCY.replace("about 300 square kilometres", printed);
        let reports = [report("a", "Agency", AGENCY), report("b", "Courier", &format!("{text} "))];
        let drifts = &origins(&reports)[0].members[1].drifts;
        assert_eq!(drifts.len(), usize::from(drifted), "{printed}: {drifts:?}");
        assert!(drifts.iter().all(|drift| drift.member.words == printed));
    }
}
