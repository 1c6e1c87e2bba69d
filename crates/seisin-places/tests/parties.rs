//! Reference look-ups in the lexicon of parties.

use proptest::prelude::*;
use seisin_places::{PartyLexicon, PartyRole, RoleNouns};

fn found(text: &str) -> Option<(String, PartyRole, usize)> {
    let found = PartyLexicon::built_in().longest_match(text)?;
    Some((found.party.0, found.role, found.len))
}

#[test]
fn words_name_the_party_they_stand_for() {
    for (text, party, role, covered) in [
        ("Ukraine said", "ukraine", PartyRole::Name, "Ukraine"),
        ("Ukrainian forces", "ukraine", PartyRole::Demonym, "Ukrainian"),
        ("Kyiv’s troops", "ukraine", PartyRole::Capital, "Kyiv"),
        ("Kremlin spokesman", "russia", PartyRole::Seat, "Kremlin"),
        ("US officials", "united-states", PartyRole::Name, "US"),
        ("U.S. officials", "united-states", PartyRole::Name, "U.S."),
        ("UKRAINE", "ukraine", PartyRole::Name, "UKRAINE"),
        ("South Sudan’s army", "south-sudan", PartyRole::Name, "South Sudan"),
        ("Россия заявила", "russia", PartyRole::Name, "Россия"),
    ] {
        let len = covered.len();
        assert_eq!(found(text), Some((party.to_owned(), role, len)), "{text}");
    }
}

#[test]
fn small_letters_are_no_acronym() {
    assert_eq!(found("us all"), None);
    assert_eq!(found("car was"), None);
}

#[test]
fn nouns_of_force_and_government_are_known() {
    let nouns = RoleNouns::built_in();
    assert_eq!(nouns.force("troops hold"), Some(6));
    assert_eq!(nouns.force("armed forces hold"), Some(12));
    assert_eq!(nouns.government("foreign ministry said"), Some(16));
    assert_eq!(nouns.backer("backed separatists"), Some(6));
    assert_eq!(nouns.force("potatoes"), None);
}

#[test]
fn a_user_file_adds_parties_and_errors_name_their_line() {
    let mut lexicon = PartyLexicon::built_in().clone();
    lexicon
        .extend("version = 1\n[[party]]\nid = \"arland\"\nname = \"Arland\"\ndemonyms = [\"Arlandic\"]\n")
        .expect("it is of the format");
    let party = lexicon.longest_match("Arlandic troops").expect("it was added");
    assert_eq!((party.party.0.as_str(), party.role), ("arland", PartyRole::Demonym));
    for (text, message) in [
        ("version = 9", "version 9"),
        ("version = 1\n[[party]]\nid = \"x\"\n", "line 2"),
        ("version = 1\n[[party]]\nid = \"A b\"\nname = \"A\"\n", "line 3, party \"A b\""),
        ("version = 1\n[[party]]\nid = \"a\"\nkind = \"king\"\nname = \"A\"\n", "hint: use state"),
    ] {
        let error = lexicon.extend(text).expect_err(text).to_string();
        assert!(error.contains(message), "{error}");
    }
}

proptest! {
    #[test]
    fn any_text_is_matched_without_panic(text in "\\PC{0,60}") {
        if let Some(found) = PartyLexicon::built_in().longest_match(&text) {
            prop_assert!(text.is_char_boundary(found.len) && found.len > 0);
        }
        let _ = PartyLexicon::built_in().lookup(&text);
    }
}
