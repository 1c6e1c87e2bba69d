//! What a map file comes to, by profile, by what the caller states and by what the file says.

use proptest::prelude::*;
use seisin_core::{Length, Licence, ProblemKind, Published, PublisherId};
use seisin_measure::area;
use seisin_read::map::{
    BoundarySettings, MapReading, MapSettings, NamePattern, Profile, PropertyNames,
    read_boundaries, read_map,
};
use seisin_source::{MapFile, MapLimits, Sidecar, parse_geojson};

#[cfg(test)]
fn parse(json: &str) -> MapFile {
    parse_geojson(json.as_bytes(), &MapLimits::default()).unwrap()
}

/// A feature over the box `west, south, east, north`.
#[cfg(test)]
fn feature(properties: &str, boxes: &[[f64; 4]]) -> String {
    let ring =
        |[w, s, e, n]: &[f64; 4]| format!("[[[{w},{s}],[{e},{s}],[{e},{n}],[{w},{n}],[{w},{s}]]]");
    let rings: Vec<String> = boxes.iter().map(ring).collect();
    format!(
        r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"MultiPolygon","coordinates":[{}]}}}}"#,
        rings.join(",")
    )
}

#[cfg(test)]
fn file(members: &str, features: &[String]) -> MapFile {
    parse(&format!(
        r#"{{"type":"FeatureCollection",{members}"features":[{}]}}"#,
        features.join(",")
    ))
}

#[cfg(test)]
fn settings(profile: &str) -> MapSettings {
    let mut settings = MapSettings::new(Profile::built_in(profile).unwrap());
    settings.publisher = Some(PublisherId("m1".into()));
    settings.licence = Some(Licence("no redistribution".into()));
    settings.positional_error = Some(Length::ZERO);
    settings.valid_from_name = Some(NamePattern::new("%Y-%m-%d").unwrap());
    settings
}

/// The holdings, one line each: party, place, role, km² (expected figures: pyproj 3.7, edges made
/// dense).
#[cfg(test)]
fn holdings(reading: &MapReading) -> Vec<String> {
    let line = |holding: &seisin_read::map::Holding| {
        let within = holding.within.as_ref().map_or("-".to_owned(), ToString::to_string);
        let km2 = area(&holding.shape).square_km();
        format!("{} {within} {} {km2:.1}", holding.party, holding.role)
    };
    reading.holdings.iter().map(line).collect()
}

#[cfg(test)]
fn problems(reading: &MapReading, kind: ProblemKind) -> Vec<&str> {
    let of_kind = reading.problems.iter().filter(|problem| problem.kind == kind);
    of_kind.map(|problem| problem.sentence.as_str()).collect()
}

const SARN: [f64; 4] = [35.5, 51.2, 36.0, 51.5];
const VELK: [f64; 4] = [36.0, 51.6, 36.2, 51.9];

#[test]
fn the_general_profile_takes_party_and_region_from_properties() {
    let map = file(
        r#""publisher":"m1","edition_date":"2030-01-14","published":"2030-01-15T18:00:00Z","#,
        &[
            feature(r#"{"party":"Arland","region":"sarn","party_name":"Arland"}"#, &[SARN]),
            feature(r#"{"party":"borland","region":"velk","role":"held"}"#, &[VELK]),
            feature(r#"{"region":"velk"}"#, &[VELK]),
        ],
    );
    let mut settings = settings("parties");
    settings.valid_from_name = None;
    let reading = read_map(&map, "maps/any.geojson", &settings).unwrap();
    assert_eq!(holdings(&reading), ["arland sarn  1162.6", "borland velk held 461.0"]);
    assert_eq!(reading.holdings[0].party_name.as_deref(), Some("Arland"));
    assert_eq!(reading.edition.name, "any.geojson");
    assert_eq!(reading.edition.edition_date.to_string(), "2030-01-14");
    assert_eq!(reading.edition.published.unwrap().to_string(), "2030-01-15T18:00:00Z");
    assert_eq!(problems(&reading, ProblemKind::UnknownParty).len(), 1);
    let coverage: Vec<_> = reading
        .coverage
        .iter()
        .map(|c| format!("{} {:?} {}", c.party, c.within[0].0, c.from.unwrap()))
        .collect();
    assert_eq!(coverage, [r#"arland "sarn" 2030-01-14"#, r#"borland "velk" 2030-01-14"#]);
}

#[test]
fn the_caller_goes_before_the_file_and_the_difference_is_named() {
    let map = file(
        r#""publisher":"other","licence":"CC0-1.0","positional_error_m":250,"edition_date":"2030-01-07","#,
        &[feature(r#"{"party":"arland"}"#, &[SARN])],
    );
    let reading = read_map(&map, "2030-01-14.v2.geojson", &settings("parties")).unwrap();
    let edition = &reading.edition;
    assert_eq!(edition.publisher.0, "m1");
    assert_eq!(edition.licence.0, "no redistribution");
    assert_eq!(edition.positional_error, Some(Length::ZERO));
    assert_eq!(edition.edition_date.to_string(), "2030-01-14");
    assert_eq!(edition.published, None);
    assert_eq!(problems(&reading, ProblemKind::Note).len(), 2, "{:?}", reading.problems);
    let dates = problems(&reading, ProblemKind::UnplacedDate);
    assert!(dates[0].contains("shows 2030-01-07; 2030-01-14 was taken"), "{dates:?}");

    let bare = MapSettings::new(Profile::built_in("parties").unwrap());
    let edition = read_map(&map, "2030-01-14.geojson", &bare).unwrap().edition;
    assert_eq!((edition.publisher.0.as_str(), edition.licence.0.as_str()), ("other", "CC0-1.0"));
    assert_eq!(edition.positional_error, Some(Length::from_metres(250.0)));
    assert_eq!(edition.edition_date.to_string(), "2030-01-07");
}

#[test]
fn a_row_of_the_table_goes_before_the_caller() {
    let table = Sidecar::parse(
        b"file,published,edition_date,positional_error_m\na.geojson,2030-01-18T09:00Z,2030-01-14,30\n",
    )
    .unwrap();
    let settings = settings("parties").for_row(table.row("m1/a.geojson").unwrap());
    let map = file("", &[feature(r#"{"party":"arland"}"#, &[SARN])]);
    let edition = read_map(&map, "m1/a.geojson", &settings).unwrap().edition;
    assert_eq!(edition.published, Published::parse("2030-01-18T09:00Z"));
    assert_eq!(edition.edition_date.to_string(), "2030-01-14");
    assert_eq!(edition.positional_error, Some(Length::from_metres(30.0)));
}

#[test]
fn what_nobody_states_is_asked_for_and_never_guessed() {
    let one = || feature(r#"{"party":"arland"}"#, &[SARN]);
    let of = |change: fn(&mut MapSettings)| {
        let mut settings = settings("parties");
        change(&mut settings);
        settings
    };
    let days = [
        feature(r#"{"party":"arland","date":"2030-01-14"}"#, &[SARN]),
        feature(r#"{"party":"borland","date":"2030-01-21"}"#, &[VELK]),
    ];
    let rows = [
        (of(|s| s.positional_error = None), file("", &[one()]), "seisin does not guess"),
        (
            of(|s| s.positional_error = None),
            file(r#""positional_error_m":-1,"#, &[one()]),
            "is \"-1\", not a number of metres",
        ),
        (of(|s| s.licence = None), file("", &[one()]), "hint: state them with --licence"),
        (of(|s| s.publisher = None), file("", &[one()]), "hint: state it with --publisher"),
        (
            of(|s| s.valid_from_name = None),
            file("", &[one()]),
            "which day's situation it shows (looked at: the file's member `edition_date`",
        ),
        (
            of(|s| s.valid_from_name = None),
            file("", &days),
            "different days, 2030-01-14 and 2030-01-21",
        ),
    ];
    for (settings, map, expected) in rows {
        let message = read_map(&map, "2030-01-14.geojson", &settings).unwrap_err().to_string();
        assert!(message.contains(expected) && message.contains("\nhint: "), "{message}");
    }
}

#[test]
fn an_invalid_feature_is_set_aside_and_the_rest_of_the_edition_stays() {
    let bow_tie = r#"{"type":"Feature","properties":{"party":"arland"},"geometry":{"type":"Polygon",
        "coordinates":[[[35,51],[36,52],[36,51],[35,52],[35,51]]]}}"#;
    let open = bow_tie.replace(",[35,51]]]", "]]");
    let features = [
        feature(r#"{"party":"arland"}"#, &[SARN]),
        bow_tie.to_owned(),
        open,
        feature(r#"{"party":"borland"}"#, &[VELK]),
        feature("{\"party\":\"arland\"}", &[SARN]),
    ];
    let reading =
        read_map(&file("", &features), "2030-01-14.geojson", &settings("parties")).unwrap();
    assert_eq!(holdings(&reading).len(), 3, "one land twice in a file is read twice");
    let invalid = problems(&reading, ProblemKind::InvalidShape);
    assert_eq!(invalid.len(), 2);
    assert!(invalid[0].starts_with("2030-01-14.geojson, feature 1: failed to "), "{invalid:?}");
    assert!(invalid[1].contains("feature 2") && invalid[1].contains("not closed"), "{invalid:?}");
}

#[test]
fn rings_the_wrong_way_round_are_turned_with_one_note() {
    let clockwise = r#"{"type":"Feature","properties":{"party":"arland"},"geometry":{"type":"Polygon",
        "coordinates":[[[35.5,51.2],[35.5,51.5],[36,51.5],[36,51.2],[35.5,51.2]]]}}"#;
    let reading =
        read_map(&file("", &[clockwise.into()]), "2030-01-14.json", &settings("parties")).unwrap();
    assert_eq!(holdings(&reading), ["arland -  1162.6"]);
    assert!(problems(&reading, ProblemKind::Note)[0].contains("1 rings ran opposite to RFC 7946"));
}

/// Land in Sumy Oblast, in Kursk Oblast, and far away; `_dateto` as given.
#[cfg(test)]
fn difference_map(day: &str, date_to: &str) -> MapFile {
    let of = |kind: &str| format!(r#"{{"type":"{kind}","date":"{day}","_dateto":"{date_to}"}}"#);
    let (sumy, kursk) = ([33.0, 51.0, 33.2, 51.2], [35.1, 51.3, 35.4, 51.5]);
    let (luhansk, far) = ([38.5, 48.5, 39.0, 49.0], [64.0, 33.0, 65.0, 34.0]);
    let minsk = [27.0, 53.5, 27.2, 53.7];
    parse(&format!(
        r#"{{"value":{{"type":"FeatureCollection","features":[{},{},{},{},{}]}}}}"#,
        feature(&of("nochange"), &[luhansk]),
        feature(&of("losses"), &[sumy, kursk, far, minsk]),
        feature(&of("losses"), &[[36.9, 51.6, 37.1, 51.7]]),
        feature(&of("gains"), &[[39.0, 48.5, 39.1, 49.0]]),
        feature(&of("swamp"), &[sumy]),
    ))
}

#[test]
fn a_polygon_is_told_by_place_and_what_lies_in_neither_is_never_counted() {
    let mut settings = settings("liveuamap-nzz");
    settings.valid_from_name = None;
    let reading =
        read_map(&difference_map("2024-09-03", "2024-09-03"), "2024-09-04.json", &settings)
            .unwrap();
    assert_eq!(
        holdings(&reading),
        [
            "russia UA nochange 2044.4",
            "ukraine RU losses 464.6",
            "ukraine RU losses 154.0",
            "russia UA gains 408.9"
        ]
    );
    let outside = problems(&reading, ProblemKind::OutsideScope);
    assert_eq!(outside.len(), 3, "{outside:?}");
    assert!(outside[1].contains("reaches beyond the profile's extent"), "{outside:?}");
    assert!(outside[0].contains("Minsk") && outside[0].contains("no place the profile has a rule"));
    assert!(outside[2].contains("feature 4: the profile liveuamap-nzz has no rule for it"));
    assert_eq!(reading.edition.published, Published::parse("2024-09-04"));
    assert!(problems(&reading, ProblemKind::UnplacedDate).is_empty());

    // Before the publisher drew land in Russia held by Ukraine, such a polygon is no holding.
    let early = read_map(&difference_map("2024-08-09", "2024-08-09"), "2024-08-11.json", &settings);
    let early = early.unwrap();
    assert!(early.holdings.iter().all(|holding| holding.party.0 == "russia"));
    assert_eq!(problems(&early, ProblemKind::OutsideScope).len(), 5);
}

#[test]
fn dates_that_differ_and_known_faults_are_flagged_on_the_edition() {
    let mut settings = settings("liveuamap-nzz");
    settings.valid_from_name = None;
    let flagged = |day: &str, date_to: &str, name: &str| {
        let reading = read_map(&difference_map(day, date_to), name, &settings).unwrap();
        let count = |kind| problems(&reading, kind).len();
        (count(ProblemKind::SourceFault), count(ProblemKind::UnplacedDate))
    };
    assert_eq!(flagged("2023-10-22", "2023-10-22", "2023-10-23.json"), (0, 0));
    assert_eq!(flagged("2023-10-23", "2023-10-22", "2023-10-24.json"), (1, 1));
    assert_eq!(flagged("2023-10-27", "2023-10-27", "2023-10-30.json"), (1, 0));
    assert_eq!(flagged("2023-10-30", "2023-10-30", "2023-10-31.json"), (0, 0));
    assert_eq!(flagged("2023-12-08", "2023-12-08", "2023-12-11.json"), (1, 0));
    assert_eq!(
        flagged("2025-01-02", "2025-01-02", "2025-01-01.json"),
        (0, 1),
        "out before its day"
    );
}

#[test]
fn a_profile_may_take_both_dates_from_the_name() {
    let map = file("", &[feature("{}", &[[38.5, 48.5, 39.0, 49.0]])]);
    let mut settings = settings("deepstate");
    settings.valid_from_name = None;
    let reading = read_map(&map, "x/deepstatemap_data_20240708.geojson", &settings).unwrap();
    assert_eq!(holdings(&reading), ["russia UA held 2044.4"]);
    assert_eq!(reading.edition.edition_date.to_string(), "2024-07-08");
    assert_eq!(reading.edition.published.unwrap().to_string(), "2024-07-08T03:00:00Z");
    let message = read_map(&map, "20240708.geojson", &settings).unwrap_err().to_string();
    assert!(message.contains("the file's name as deepstatemap_data_%Y%m%d.geojson"), "{message}");
}

#[test]
fn a_known_place_settles_on_which_side_of_a_border_a_polygon_lies() {
    let toml = r#"
        format = 1
        name = "own"
        title = "Own"
        edition_date = [{ property = "on", pattern = "%d.%m.%Y" }]
        [[holding]]
        within = ["RU"]
        party = "arland"
        [[no_holding]]
        within = ["UA"]
        [[known_place]]
        position = [33.1, 51.1]
        region = "RU-KRS"
        country = "RU"
        note = "made up"
    "#;
    let mut settings = settings("parties");
    settings.valid_from_name = None;
    settings.profile = Profile::parse(toml).unwrap();
    let on = r#"{"on":"14.01.2030"}"#;
    let map = file("", &[feature(on, &[[33.0, 51.0, 33.2, 51.2], [32.0, 50.0, 32.2, 50.2]])]);
    let reading = read_map(&map, "a.json", &settings).unwrap();
    assert_eq!(holdings(&reading), ["arland RU  311.7"]);
    let notes = problems(&reading, ProblemKind::Note);
    assert!(notes[0].contains("was taken as lying in RU-KRS: made up"), "{notes:?}");
}

#[test]
fn a_profile_is_refused_by_the_field_that_is_wrong() {
    let whole = |rest: &str| {
        format!(
            "format = 1\nname = \"p\"\ntitle = \"P\"\nedition_date = [{{ property = \"on\" }}]\n{rest}"
        )
    };
    let held = "[[holding]]\nparty = \"a\"\n";
    let rows = [
        ("format = 2".to_owned(), "missing field"),
        (whole(held).replace("format = 1", "format = 2"), "format is missing or not understood"),
        (whole("colour = 1\n"), "colour"),
        (whole("[[holding]]\n"), "holding does not say in one way who holds"),
        (whole("[[holding]]\nparty = \"a\"\nparty_property = \"b\""), "in one way who holds"),
        (whole("[[holding]]\nparty = \"a\"\nrole = \"b\"\nrole_property = \"c\""), "two roles"),
        (whole(&format!("extent = [1, 2, 1, 3]\n{held}")), "extent"),
        (whole(&format!("positional_error_m = -1\n{held}")), "positional_error_m"),
        (whole(&format!("published = [{{ file_name = \"x\" }}]\n{held}")), "published has \"x\""),
        (
            whole(&format!("published = [{{ member = \"a\", property = \"b\" }}]\n{held}")),
            "in one way where",
        ),
        (
            whole(&format!("published = [{{ member = \"a\", utc = \"25:00\" }}]\n{held}")),
            "utc = \"25:00\"",
        ),
        (whole(&format!("{held}from = \"2024-02-30\"")), "the day \"2024-02-30\""),
        (
            whole(&format!("{held}from = \"2024-02-02\"\nto = \"2024-02-02\"")),
            "from comes before to",
        ),
        (
            whole(&format!(
                "{held}[[known_place]]\nposition = [200, 0]\nregion = \"a\"\nnote = \"\""
            )),
            "known_place",
        ),
        (whole(held).replace("[{ property = \"on\" }]", "[]"), "edition_date"),
    ];
    for (toml, expected) in rows {
        let message = Profile::parse(&toml).expect_err(&toml).to_string();
        assert!(message.contains(expected) && message.contains("\nhint: "), "{toml}\n{message}");
    }
    let message = Profile::built_in("nobody").unwrap_err().to_string();
    assert!(message.contains("deepstate, liveuamap-nzz, parties"), "{message}");
    for name in Profile::built_in_names() {
        assert_eq!(Profile::built_in(name).unwrap().name(), name);
    }
}

#[test]
fn boundaries_are_read_with_what_is_invalid_named_and_nothing_repaired() {
    let region = |id: &str, more: &str, at: [f64; 4]| {
        feature(&format!(r#"{{"shapeISO":"{id}","shapeName":"Land {id}"{more}}}"#), &[at])
    };
    let bow_tie = r#"{"type":"Feature","properties":{"shapeISO":"c"},"geometry":{"type":"Polygon",
        "coordinates":[[[35,51],[36,52],[36,51],[35,52],[35,51]]]}}"#;
    let features = [
        region("a", r#","aliases":"Sarn | Сарн","sovereign":"Borland""#, SARN),
        region("b", "", VELK),
        bow_tie.to_owned(),
    ];
    let map = file(r#""licence":"CC0-1.0","positional_error_m":0,"title":"Study","#, &features);
    let mut settings = BoundarySettings::new("study-v1");
    settings.names = PropertyNames {
        id: "shapeISO".into(),
        name: "shapeName".into(),
        ..PropertyNames::default()
    };
    let reading = read_boundaries(&map, &settings).unwrap();
    let set = &reading.set;
    assert_eq!((set.id.as_str(), set.title.as_str(), set.regions.len()), ("study-v1", "Study", 2));
    assert_eq!(set.regions[0].aliases, ["Sarn", "Сарн"]);
    assert_eq!(set.regions[0].sovereign.as_ref().unwrap().0, "borland");
    assert_eq!(set.regions[1].name, "Land b");
    let sentence = &reading.problems[0].sentence;
    assert!(sentence.starts_with("feature 2 (c): failed to "), "{sentence}");
    assert!(sentence.contains("polygon 0, ring 0"), "{sentence}");

    let rows = [
        (file("", &features), "--licence"),
        (file(r#""licence":"CC0-1.0","#, &features), "--positional-error METRES"),
        (
            file("", &[region("a", "", SARN), region("a", "", VELK)]),
            "features 0 and 1 are both \"a\"",
        ),
        (file("", &[feature("{}", &[SARN])]), "feature 0 has no property `shapeISO`"),
        (file("", &[bow_tie.to_owned()]), "has no valid region\nfeature 0 (c): failed to"),
    ];
    for (map, expected) in rows {
        let message = read_boundaries(&map, &settings).unwrap_err().to_string();
        assert!(message.contains(expected) && message.contains("\nhint: "), "{message}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rings_and_any_profile_text_are_answered(
        ring in proptest::collection::vec((20.0..50.0_f64, 40.0..60.0_f64), 0..8),
        kind in "nochange|gains|losses|other",
        toml in ".{0,60}",
    ) {
        let _ = Profile::parse(&toml);
        let mut ring: Vec<String> = ring.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
        ring.extend(ring.first().cloned());
        let one = format!(
            r#"{{"type":"Feature","properties":{{"type":"{kind}"}},"geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}"#,
            ring.join(",")
        );
        let reading = read_map(&file("", &[one]), "2030-01-14.json", &settings("liveuamap-nzz"));
        prop_assert!(reading.is_ok());
    }
}
