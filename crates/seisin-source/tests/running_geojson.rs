//! Files read beside the one before against files read from nothing.

use proptest::prelude::*;
use seisin_source::{MapLimits, RunningGeojson, parse_geojson};

/// Reads a file both ways and expects one answer.
fn check(running: &mut RunningGeojson, text: &str) {
    let limits = MapLimits::default();
    let (beside, fresh) =
        (running.parse(text.as_bytes(), &limits), parse_geojson(text.as_bytes(), &limits));
    match (beside, fresh) {
        (Ok(beside), Ok(fresh)) => assert_eq!(beside, fresh, "{text}"),
        (Err(beside), Err(fresh)) => assert_eq!(beside.to_string(), fresh.to_string(), "{text}"),
        (beside, fresh) => panic!("{text}: {beside:?} but from nothing {fresh:?}"),
    }
}

fn file(name: &str, rings: &[String]) -> String {
    let polygons: Vec<String> = rings.iter().map(|ring| format!("[ [ {ring} ] ]")).collect();
    format!(
        r#"{{"type": "Feature", "properties": {{"name": "{name}"}}, "geometry": {{"type":
        "MultiPolygon", "coordinates": [ {} ]}}}}"#,
        polygons.join(", ")
    )
}

/// A ring whose text is longer than what tells rings apart.
fn ring(first: usize, count: usize) -> Vec<String> {
    (first..first + count).map(|n| format!("[ {n}.25{n:03}, 4{}.5 ]", n % 10)).collect()
}

#[test]
fn what_changed_in_a_ring_is_read_and_the_rest_is_known() {
    let mut running = RunningGeojson::default();
    let (one, other) = (ring(10, 40), ring(60, 30));
    let mut check = |name: &str, rings: &[&[String]]| {
        let joined: Vec<String> = rings.iter().map(|ring| ring.join(", ")).collect();
        check(&mut running, &file(name, &joined));
    };
    check("first", &[&one, &other]);
    check("another name, the same rings", &[&one, &other]);
    check("in another order", &[&other, &one]);
    check("shorter", &[&one[..30], &other]);
    check("longer", &[&one, &other[5..], &other]);
    let mut changed = one.clone();
    changed[7] = "[ 17.5, 41.5 ]".to_owned();
    changed.insert(20, "[ 29.75, 41.5 ]".to_owned());
    changed.remove(33);
    check("changed here and there", &[&changed, &other]);
    check("back again", &[&one, &other]);
    changed[7] = "[ 17.5, 41.5, 3 ]".to_owned();
    check("a height, read the slow way", &[&changed, &other]);
    changed[7] = "[ 17.5 41.5 ]".to_owned();
    check("no JSON", &[&changed, &other]);
    check("as at first", &[&one, &other]);
}

/// One byte of the text put in, taken out or replaced.
#[derive(Debug, Clone)]
struct Edit {
    at: prop::sample::Index,
    take: usize,
    put: &'static str,
}

fn edit() -> impl Strategy<Value = Edit> {
    let put =
        prop::sample::select(vec!["", "", "1", "0", ".", ",", "[", "]", " ", "-", "], [ 7, 8"]);
    (any::<prop::sample::Index>(), 0..3_usize, put).prop_map(|(at, take, put)| Edit {
        at,
        take,
        put,
    })
}

proptest! {
    #[test]
    fn whatever_changes_in_the_text_the_answer_is_that_from_nothing(
        edits in proptest::collection::vec(edit(), 1..20)
    ) {
        let mut running = RunningGeojson::default();
        let mut text = file("edited", &[ring(10, 12).join(", "), ring(40, 12).join(", ")]);
        check(&mut running, &text);
        for Edit { at, take, put } in &edits {
            let at = at.index(text.len());
            text.replace_range(at..(at + take).min(text.len()), put);
            check(&mut running, &text);
        }
    }
}

/// A ring on Earth whose text is long.
fn long_ring(first: u32, count: u32) -> Vec<String> {
    (first..first + count)
        .map(|n| format!("[ {:.6}, {} ]", f64::from(n) / 8.0, f64::from(n % 7) + 44.25))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn long_rings_of_which_stretches_change_are_read_as_from_nothing(
        edits in proptest::collection::vec(
            (any::<prop::sample::Index>(), 0..200_usize, 0..200_u32, any::<bool>()), 1..12)
    ) {
        let mut running = RunningGeojson::default();
        let mut rings = [long_ring(10, 900), long_ring(400, 60)];
        let text = |rings: &[Vec<String>]| {
            file("long", &rings.iter().map(|ring| ring.join(", ")).collect::<Vec<_>>())
        };
        check(&mut running, &text(&rings));
        for (at, take, put, first) in &edits {
            let ring = &mut rings[usize::from(!first)];
            if ring.len() > 200 || *take < ring.len() {
                let at = at.index(ring.len());
                let end = (at + take).min(ring.len());
                ring.splice(at..end, long_ring(1000 + put, put % 50 + 1));
            }
            check(&mut running, &text(&rings));
        }
    }
}
