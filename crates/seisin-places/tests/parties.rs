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
        ("RSF fighters", "rapid-support-forces", PartyRole::Name, "RSF"),
        ("Hezbollah fired", "hezbollah", PartyRole::Name, "Hezbollah"),
        ("al-Shabaab fighters", "al-shabaab", PartyRole::Name, "al-Shabaab"),
        ("Polisario Front", "polisario-front", PartyRole::Name, "Polisario Front"),
        ("Dmitry Peskov said", "russia", PartyRole::Spokesperson, "Dmitry Peskov"),
        ("Zelenskyy's office", "ukraine", PartyRole::Leader, "Zelenskyy"),
        ("Tatmadaw troops", "myanmar", PartyRole::Force, "Tatmadaw"),
        ("North Korean soldiers", "north-korea", PartyRole::Demonym, "North Korean"),
        ("Islamic State group", "islamic-state", PartyRole::Name, "Islamic State group"),
        ("M23 rebels", "m23", PartyRole::Name, "M23"),
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
fn words_of_several_parties_keep_all_of_them() {
    let found = PartyLexicon::built_in().longest_match("SNA forces").expect("two bear it");
    let also: Vec<&str> = found.also.iter().map(|(id, _)| id.0.as_str()).collect();
    assert_eq!((found.party.0.as_str(), also), ("somalia", vec!["syrian-national-army"]));
}

#[test]
fn people_carry_their_years() {
    let lexicon = PartyLexicon::built_in();
    let found = lexicon.longest_match("Poroshenko said").expect("he is listed");
    assert_eq!(found.years, Some((2014, 2019)));
}

#[test]
fn every_country_of_a_state_is_in_the_gazetteer() {
    use seisin_places::{Gazetteer, PartyKind, PlaceKind};
    for party in PartyLexicon::built_in().parties() {
        let Some(country) = party.country.as_ref().filter(|_| party.kind == PartyKind::State)
        else {
            continue;
        };
        let place = Gazetteer::built_in().place(country);
        assert!(place.is_some_and(|place| place.kind == PlaceKind::Country), "{}", party.id);
    }
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
