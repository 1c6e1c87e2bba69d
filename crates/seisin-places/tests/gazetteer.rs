//! Reference look-ups in the built-in gazetteer.

use proptest::prelude::*;
use seisin_core::RegionId;
use seisin_places::{Gazetteer, PlaceKind};

fn best(name: &str) -> String {
    Gazetteer::built_in()
        .candidates(name)
        .first()
        .map(|place| place.id.0.clone())
        .unwrap_or_default()
}

#[test]
fn a_case_of_a_name_is_found_in_running_text() {
    let gazetteer = Gazetteer::built_in();
    let found = gazetteer.longest_match("Судже продолжаются бои").expect("it is known");
    assert_eq!(found.len, "Судже".len());
    assert_eq!(gazetteer.places(&found, &[])[0].id.0, "gn:486816");
    assert!(gazetteer.longest_match("Продолжаются бои").is_none());
}

#[test]
fn names_give_the_land_a_territorial_report_means() {
    for (name, id) in [
        ("Ukraine", "UA"),
        ("Україна", "UA"),
        ("Kursk", "RU-KRS"),
        ("kursk", "RU-KRS"),
        ("Kursk region", "RU-KRS"),
        ("Kursk Oblast", "RU-KRS"),
        ("Курская область", "RU-KRS"),
        ("Курской области", "RU-KRS"),
        ("Kursk city", "gn:538560"),
        ("city of Kursk", "gn:538560"),
        ("Donets’k", "UA-14"),
        ("Donetsk oblast", "UA-14"),
        ("Crimea", "UA-43"),
        ("Sevastopol", "UA-40"),
        ("Georgia", "GE"),
        ("the Donbas", "group:donbas"),
        ("Donbass", "group:donbas"),
        ("Abyei", "disputed:abyei"),
        ("Kiev", "UA-30"),
        ("Kyiv", "UA-30"),
        ("Ivano-Frankivsk", "UA-26"),
        ("Khartoum", "SD-KH"),
        ("Hodeidah", "YE-HU"),
        ("Qamishli", "gn:173377"),
        ("Херсонщина", "UA-65"),
        ("US", "US"),
        ("U.S.", "US"),
        ("UK", "GB"),
        ("DRC", "CD"),
        ("Africa", "area:africa"),
        ("England", "area:england"),
        ("Maryland", "US-MD"),
        ("Montana", "US-MT"),
        ("Gaza", "disputed:gaza-strip"),
        ("Moscow", "RU-MOW"),
        ("Moscow region", "RU-MOS"),
        ("Rabat", "gn:2538475"),
        ("Курске", "gn:538560"),
        ("Бахмуте", "gn:713174"),
        ("Маріуполі", "gn:701822"),
        ("Києва", "UA-30"),
        ("Судже", "gn:486816"),
        ("России", "RU"),
        ("України", "UA"),
        ("Azerbaijan’s", "AZ"),
        ("Artyomovsk", "gn:713174"),
        ("Voroshilovgrad", "UA-09"),
        ("Burma", "MM"),
    ] {
        assert_eq!(best(name), id, "{name}");
    }
}

#[test]
fn every_land_of_a_name_stays_a_candidate() {
    let places = Gazetteer::built_in().candidates("Kursk");
    assert!(places.iter().any(|place| place.id.0 == "gn:538560"), "the city stays: {places:?}");
    assert!(places.iter().all(|place| !place.rule.is_empty()));
    let near = [RegionId("RU".to_owned())];
    let donetsk = Gazetteer::built_in().candidates_near("Donetsk city", &near);
    assert_eq!(donetsk[0].id.0, "gn:565348", "Donetsk of Rostov Oblast when Russia is near");
}

#[test]
fn positions_and_countries_are_those_of_the_sources() {
    let city = &Gazetteer::built_in().candidates("Kursk city")[0];
    assert_eq!(city.country, Some(RegionId("RU".to_owned())));
    assert_eq!((city.lat, city.lon), (Some(51.72689), Some(36.18457)));
    assert_eq!(city.population, 448_733);
    assert_eq!(city.kind, PlaceKind::Settlement);
}

#[test]
fn matches_take_in_the_noun_and_leave_the_possessive() {
    let gazetteer = Gazetteer::built_in();
    for (text, covered, id) in [
        ("Kursk region, they said", "Kursk region", "RU-KRS"),
        ("Kursk's border", "Kursk", "RU-KRS"),
        ("Port-au-Prince is", "Port-au-Prince", "gn:3718426"),
        ("Курской области сообщили", "Курской области", "RU-KRS"),
        ("al-Hasakah fell", "al-Hasakah", "SY-HA"),
        ("Deir ez-Zor fell", "Deir ez-Zor", "SY-DY"),
    ] {
        let found = gazetteer.longest_match(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(text.get(..found.len), Some(covered), "{text}");
        let places = gazetteer.places(&found, &[]);
        assert_eq!(places[0].id.0, id, "{text}: {:?}", &places[..places.len().min(3)]);
    }
    assert!(gazetteer.longest_match("kursk").is_none(), "prose writes names with a capital");
    let reading = gazetteer.longest_match("Reading the report").expect("a town in Berkshire");
    assert!(reading.ordinary_word && !reading.stands_alone());
    assert!(!gazetteer.longest_match("Us and them").expect("a code").stands_alone());
    assert!(gazetteer.longest_match("Gao fell").expect("a region of Mali").stands_alone());
    assert!(gazetteer.longest_match("US and Iran").expect("a code").stands_alone());
    assert!(gazetteer.longest_match("Turkey said").expect("a country").stands_alone());
}

proptest! {
    #[test]
    fn any_text_is_looked_up_without_panic(text in "\\PC{0,60}") {
        let gazetteer = Gazetteer::built_in();
        let _ = gazetteer.candidates(&text);
        if let Some(found) = gazetteer.longest_match(&text) {
            prop_assert!(text.is_char_boundary(found.len) && text.is_char_boundary(found.name_len));
            prop_assert!(!gazetteer.places(&found, &[]).is_empty());
        }
    }
}
