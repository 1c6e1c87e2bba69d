//! The built-in frames: complete, attributed, without a default.

use seisin_core::RegionId;
use seisin_places::{
    Gazetteer, PartyLexicon, built_in_frames, frame, frames_called, naming_regions,
};
use std::collections::BTreeSet;

#[test]
fn every_frame_names_known_regions_and_its_source() {
    let mut ids = BTreeSet::new();
    for frame in built_in_frames() {
        assert!(ids.insert(&frame.id), "{} comes twice", frame.id);
        assert!(!frame.according_to.is_empty() && !frame.members.is_empty(), "{}", frame.id);
        for member in frame.members.iter().chain(&frame.except) {
            let known = naming_regions().region(member).is_some()
                || Gazetteer::built_in().place(member).is_some();
            assert!(known, "{}: {member} is not known", frame.id);
        }
        for published in &frame.areas {
            assert!(published.area.square_km() > 0.0 && published.source.len() > 5, "{}", frame.id);
        }
        if let Some(party) = &frame.sovereign {
            assert!(PartyLexicon::built_in().party(party).is_some(), "{}: {party}", frame.id);
        }
    }
}

#[test]
fn views_of_one_land_stand_side_by_side() {
    let crimea = RegionId("UA-43".to_owned());
    let views: Vec<&str> = built_in_frames()
        .iter()
        .filter(|frame| frame.members.contains(&crimea))
        .map(|frame| frame.id.as_str())
        .collect();
    assert_eq!(views, ["russia-claimed-2014", "russia-claimed-2022", "ukraine-1991"]);
    assert!(frame("russia-claimed-2022").expect("it is built in").areas.is_empty());
}

#[test]
fn reports_name_frames_by_phrase() {
    let found: Vec<&str> =
        frames_called("pre-2014 borders").map(|frame| frame.id.as_str()).collect();
    assert_eq!(found, ["ukraine-1991"]);
}
