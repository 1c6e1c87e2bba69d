//! Who is heard, when: the speaker and the day of what reports tell in the forms that reports have.

use seisin_core::{Claim, Document, Published};
use seisin_read::text::{ReadSettings, Vocabulary, read_text};

fn read(text: &str) -> Vec<Claim> {
    let mut vocabulary = Vocabulary::built_in();
    vocabulary.parties.add_party("arland", "Arland", &["Arlandic"]);
    vocabulary.parties.add_party("borland", "Borland", &["Borlandic"]);
    vocabulary.add_region("sarn", "Sarn", &[]);
    vocabulary.add_region("velk", "Velk", &[]);
    let document =
        Document { published: Published::parse("2030-01-16"), ..Document::of("a.txt", text) };
    read_text(&document, text, &vocabulary, &ReadSettings::default()).claims
}

/// For each claim its kind, its innermost speaker and when.
fn heard(text: &str) -> Vec<String> {
    let or_none = |words: Option<String>| words.unwrap_or_else(|| "-".to_owned());
    read(text)
        .iter()
        .map(|claim| {
            let speaker = or_none(claim.source.last().map(|link| link.name.clone()));
            let valid = or_none(claim.valid.as_ref().map(|valid| valid.edtf.to_string()));
            format!("{} ({speaker}) {valid}", claim.kind().word())
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(heard(text), expected, "{text}");
}

#[test]
fn a_label_a_count_or_an_inverted_verb_names_who_speaks() {
    check(
        "Arland’s army entered Sarn on Monday. Velk radio: 12 Borlandic soldiers dead.",
        &["change (-) 2030-01-14", "casualties (Velk radio) 2030-01-14"],
    );
    check(
        "Arland’s army entered Sarn on Monday. Borland counts 12 soldiers dead.",
        &["change (-) 2030-01-14", "casualties (Borland) 2030-01-14"],
    );
    check("Arland’s army holds Velk, said the Observatory.", &["holding (Observatory) 2030-01-16"]);
    check(
        "Arland, whose troops fought beside the Borlanders, says that it holds Velk.",
        &["holding (Arland) 2030-01-16"],
    );
    check(
        "A post shared 900 times claims that Arland sold Velk to Borland in 1971.",
        &["title (post) 1971"],
    );
}

#[test]
fn who_is_asked_speaks_in_a_conversation_on_the_day_it_was_held() {
    check(
        "A retired Arlandic colonel, Jan M., talks about the war. The interview was held on 8 January \
         2030.\n\nQ: Who holds Velk?\nA: Arland holds Velk.\n\nQ: And Sarn?\nA: Borland holds Sarn.",
        &["holding (Jan M.) 2030-01-08", "holding (Jan M.) 2030-01-08"],
    );
    check(
        "A conversation with Jan Marr, once a clerk in Velk.\n\nXY: Who holds Velk?\nJM: Arland holds \
         Velk.\nXY: And Sarn?\nJM: Borland holds Sarn.",
        &["holding (Jan Marr) 2030-01-16", "holding (Jan Marr) 2030-01-16"],
    );
}

#[test]
fn a_statement_read_out_is_its_speaker_s() {
    check(
        "The Spokesman made the following statement:\n\n1. Arland holds Velk.\n\n2. Borland withdrew \
         from Sarn on Monday.",
        &["holding (Spokesman) 2030-01-16", "change (Spokesman) 2030-01-14"],
    );
}

#[test]
fn a_line_that_opens_with_a_date_is_dated_by_it() {
    check(
        "3 Dec 2029. Arland’s troops captured Velk.\n5 Dec 2029. Borland retook Velk. Arland’s army \
         says it holds Sarn.",
        &["change (-) 2029-12-03", "change (-) 2029-12-05", "holding (Arland's army) 2029-12-05"],
    );
}

#[test]
fn an_item_of_a_list_does_not_take_the_day_of_the_item_above() {
    check(
        "- Arland’s troops captured Velk on Monday.\n- Borland’s troops withdrew from Sarn.",
        &["change (-) 2030-01-14", "change (-) 2030-01-16~"],
    );
}

#[test]
fn a_quotation_after_a_colon_is_of_who_acts_before_it() {
    check(
        "Arland’s troops hold Velk. Borland’s president received envoys on 12 January: “We \
         will never leave the hills.”",
        &[
            "holding (-) 2030-01-16",
            "change (Borland's president) 2030-01-12",
            "statement (Borland's president) 2030-01-12",
        ],
    );
}

#[test]
fn who_was_told_or_heard_it_is_not_who_says_it() {
    check(
        "Arland’s minister told the local service of a broadcaster that Borland’s troops had entered Velk.",
        &["change (Arland's minister) 2030-01-16~"],
    );
    check(
        "A Velk trader told a radio station that residents had heard from Borlandic observers that \
         Arland’s army holds Sarn.",
        &["holding (Borlandic observers) 2030-01-16"],
    );
    check(
        "Three people who have seen both papers said that Arland holds Velk.",
        &["holding (Three people) 2030-01-16"],
    );
}

#[test]
fn who_estimates_denies_or_speaks_on_is_heard() {
    check(
        "A research institute in Carn puts the ground Arland holds in Velk at 300 square kilometres.",
        &["holding (research institute in Carn) 2030-01-16"],
    );
    check(
        "Arland’s troops hold Velk, the minister said, and they intend to take Sarn.",
        &["holding (minister) 2030-01-16", "change (minister) -"],
    );
    check("By one estimate Arland holds a third of Velk.", &["holding (one estimate) 2030-01-16"]);
}

#[test]
fn quotations_in_single_marks_and_with_phrases_for_who_speaks() {
    check(
        "‘Sarn was never theirs,’ said the governor. ‘The soldiers’ families don’t know it.’",
        &["statement (governor) 2030-01-16", "statement (governor) 2030-01-16"],
    );
    check(
        "Borland left Sarn. According to the mayor, “every village has been freed”.",
        &["change (-) 2030-01-16~", "statement (mayor) 2030-01-16"],
    );
    check(
        "In the words of the mayor, “the town of Sarn is dead”.",
        &["statement (mayor) 2030-01-16"],
    );
    check(
        "Borland left Sarn. Mr Dunn was blunt. “No one has the right to redraw a border by force.”",
        &["change (-) 2030-01-16~", "statement (Mr Dunn) 2030-01-16"],
    );
    check(
        "Borland left Sarn. The hall heard Dr Ann Marr. “I did not ask Borland,” she said.",
        &["change (-) 2030-01-16~", "statement (Dr Ann Marr) 2030-01-16"],
    );
}
