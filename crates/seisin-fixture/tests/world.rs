//! The world is the same bytes each time, and says what the walk-throughs need it to say.

use seisin_core::Digest;
use seisin_fixture::{CHECKED_SENTENCE, MAP_SOURCES, WorldFile, articles, world};
use serde_json::Value;

fn text_of(path: &str) -> String {
    let file = world().into_iter().find(|file| file.path == path).expect("the world has it");
    String::from_utf8(file.bytes).expect("the world is UTF-8")
}

fn map(path: &str) -> Value {
    serde_json::from_str(&text_of(path)).expect("its maps are JSON")
}

#[test]
fn every_byte_of_the_world_is_fixed() {
    let mut all = Vec::new();
    for WorldFile { path, bytes } in world() {
        all.extend_from_slice(format!("{path}\n{}\n", Digest::of(&bytes)).as_bytes());
    }
    let expected = "sha256:d19b0f65f26ec98dcf7a11d0afa6204561629f164dd29078b1e7cad6ef1f3cd1";
    assert_eq!(Digest::of(&all).to_string(), expected, "change it only with a note for users");
}

#[test]
fn the_world_has_its_files_and_no_other() {
    let paths: Vec<String> = world().into_iter().map(|file| file.path).collect();
    let count = |folder: &str| paths.iter().filter(|path| path.starts_with(folder)).count();
    assert_eq!((count("m1/"), count("m2/"), count("articles/")), (4, 1, 12));
    assert_eq!(paths.len(), 4 + 1 + 12 + 3);
}

#[test]
fn every_edition_has_its_day_in_its_name_and_a_row_in_its_table() {
    for source in MAP_SOURCES {
        let table = text_of(source.published);
        let folder = format!("{}/", source.publisher);
        for file in world().iter().filter(|file| file.path.starts_with(&folder)) {
            let name = file.path.trim_start_matches(&folder);
            let row = table.lines().find(|row| row.split(',').next() == Some(name)).unwrap();
            let instant = row.split(',').nth(1).unwrap();
            let published = seisin_core::Published::parse(instant).unwrap().day();
            let day: String = name.chars().take(10).collect();
            assert!(day.parse::<seisin_core::Date>().unwrap() < published, "{row}");
        }
    }
}

#[test]
fn every_map_declares_its_terms_and_an_error_of_zero() {
    for source in MAP_SOURCES {
        let edition = map(&format!("{}/2030-01-14.geojson", source.publisher));
        assert_eq!(edition["publisher"], source.publisher);
        assert_eq!(edition["licence"], source.licence);
        assert_eq!(edition["positional_error_m"], 0);
    }
}

#[test]
fn only_the_first_edition_carries_heights() {
    let coordinates = |path: &str| map(path)["features"][0]["geometry"]["coordinates"][0].clone();
    assert_eq!(coordinates("m1/2030-01-07.geojson")[0].as_array().unwrap().len(), 3);
    assert_eq!(coordinates("m1/2030-01-14.geojson")[0].as_array().unwrap().len(), 2);
}

#[test]
fn the_checked_sentence_stands_in_the_report_and_its_copy_alone() {
    let with_sentence: Vec<String> = articles()
        .into_iter()
        .filter(|file| String::from_utf8_lossy(&file.bytes).contains(CHECKED_SENTENCE))
        .map(|file| file.path)
        .collect();
    assert_eq!(with_sentence, ["articles/a1.txt", "articles/a2.txt"]);
}

/// What each article says is what makes it a copy, a translation, a retelling or its own report.
#[test]
fn the_articles_say_what_tells_them_apart() {
    let says = |words: &str| {
        let holds = |number: &u8| text_of(&format!("articles/a{number}.txt")).contains(words);
        (1..=6).filter(holds).collect::<Vec<u8>>()
    };
    assert_eq!(says("We will swap one territory for another"), [1, 2, 4, 5]);
    assert_eq!(says("categorically rejects"), [1, 2, 4]);
    assert_eq!(says("Wire"), [1, 2, 3]);
    assert_eq!(says("400 квадратни мили"), [3]);
    assert_eq!(says("some 400 square miles"), [4]);
    assert_eq!(says("سنبادل"), [4]);
    assert_eq!(says("just under 400 square miles"), [5]);
    assert_eq!(says("automated readers"), [5]);
    assert_eq!(says("about 930 square km of Sarn, according to Mapper Two"), [6]);
}

#[test]
fn every_article_says_who_published_it_and_when() {
    for number in 1..=6 {
        let meta = map(&format!("articles/a{number}.meta.json"));
        assert!(meta["publisher"].is_string());
        let published = meta["published"].as_str().unwrap();
        assert!(seisin_core::Published::parse(published).is_some());
    }
}
