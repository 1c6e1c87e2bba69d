//! What exchanges of rectangles on the ellipsoid measure, against figures from independent tools.
//!
//! Reference: pyproj 3.7.2 `Geod` on WGS 84 (GeographicLib), edges cut into 2,000 parts so that they
//! are straight in longitude and latitude.

use proptest::prelude::*;
use seisin_core::PartyId;
use seisin_exchange::{
    Basis, Change, DISCLAIMER, Effect, EvaluateError, EvaluateSettings, Exchange, Figure, Given,
    HYPOTHETICAL, Missing, Side, Territory, evaluate, territory_of,
};
use seisin_measure::{Budget, LineError, Position, Shape, ShapeLimits, perimeter};

const SARN: [f64; 4] = [34.0, 51.0, 36.0, 52.0];
const VELK: [f64; 4] = [36.0, 51.0, 38.0, 52.0];
const IN_SARN: [f64; 4] = [35.48, 51.2, 36.0, 51.5];
const IN_VELK: [f64; 4] = [36.0, 51.6, 36.2, 51.9];

fn rectangle([west, south, east, north]: [f64; 4]) -> Shape {
    let p = Position::new;
    let ring = vec![p(west, south), p(east, south), p(east, north), p(west, north), p(west, south)];
    Shape::from_rings(vec![vec![ring]], &ShapeLimits::default()).expect("a rectangle").0
}

fn side(party: &str, gives: Shape, territory: Option<Shape>) -> Side {
    let edge = perimeter(&gives);
    let exact = LineError { length: edge, error: seisin_core::Length::ZERO };
    let basis = Basis { what: format!("what {party} gives"), ..Basis::default() };
    Side {
        party: PartyId(party.to_owned()),
        gives: Given { shape: gives, lines: Some(vec![exact]), basis },
        territory,
        people: None,
        settlements: None,
        listed: Vec::new(),
    }
}

/// What Arland and Borland each hold on 14 January 2030.
fn territories() -> (Shape, Shape) {
    let (sarn, velk) = (rectangle(SARN), rectangle(VELK));
    let (in_sarn, in_velk) = (rectangle(IN_SARN), rectangle(IN_VELK));
    let of = |own: &Shape, holds: &Shape, lost: &Shape| {
        territory_of(&[own], &[holds], &[lost], &Budget::default()).expect("small")
    };
    (of(&velk, &in_sarn, &in_velk), of(&sarn, &in_velk, &in_sarn))
}

fn exchange_of(in_sarn: [f64; 4]) -> Exchange {
    let (arland, borland) = territories();
    let gives = (rectangle(in_sarn), rectangle(IN_VELK));
    let sides = [side("arland", gives.0, Some(arland)), side("borland", gives.1, Some(borland))];
    Exchange { sides, on: None, known_on: None, towns: Vec::new() }
}

fn effect_of(in_sarn: [f64; 4]) -> Effect {
    evaluate(&exchange_of(in_sarn), &EvaluateSettings::default()).expect("a valid exchange")
}

fn close(measured: f64, expected: f64) {
    assert!((measured / expected - 1.0).abs() < 1e-4, "{measured} is not {expected}");
}

fn line(effect: &Effect) -> (f64, f64) {
    let Change { before, after } = effect.line.known().expect("territories are given");
    (before.km(), after.km())
}

fn ratio(effect: &Effect) -> f64 {
    effect.ratio.known().expect("both give land").best
}

fn pieces(effect: &Effect) -> [(usize, usize); 2] {
    [0, 1].map(|index| {
        let Change { before, after } = effect.sides[index].territory.known().expect("given");
        (before.pieces, after.pieces)
    })
}

#[test]
fn the_full_swap_of_the_walk_through() {
    let effect = effect_of(IN_SARN);
    close(effect.sides[0].gives.best / 1e6, 1_209.145);
    close(effect.sides[1].gives.best / 1e6, 461.027);
    close(ratio(&effect), 2.6227);
    let (before, after) = line(&effect);
    close(before, 211.336);
    close(after, 111.258);
    assert_eq!(pieces(&effect), [(1, 1), (1, 1)]);
    for side in &effect.sides {
        let Change { before, after } = side.territory.known().unwrap();
        assert_eq!((before.holes, after.holes), (0, 0));
        assert_eq!((before.too_small, after.too_small), (0, 0));
        assert_eq!(side.pieces_given, 1);
    }
    assert_eq!((effect.hypothetical, effect.disclaimer), (HYPOTHETICAL, DISCLAIMER));
    assert!(effect.notes.is_empty());
}

/// Giving back the ten western strips leaves Arland in one piece.
#[test]
fn the_western_strips_of_the_walk_through() {
    let effect = effect_of([35.48, 51.2, 35.68, 51.5]);
    close(effect.sides[0].gives.best / 1e6, 465.056);
    close(ratio(&effect), 1.0087);
    close(line(&effect).1, 155.845);
    assert_eq!(pieces(&effect), [(1, 1), (1, 1)]);
}

/// Giving back the ten eastern strips, the same area, leaves a piece of Arland's inside Sarn, and
/// so a hole in what Borland holds.
#[test]
fn the_eastern_strips_of_the_walk_through_leave_an_exclave() {
    let effect = effect_of([35.80, 51.2, 36.0, 51.5]);
    close(effect.sides[0].gives.best / 1e6, 465.056);
    close(line(&effect).1, 222.598);
    assert_eq!(pieces(&effect), [(1, 2), (1, 1)]);
    let borland = effect.sides[1].territory.known().unwrap();
    assert_eq!((borland.before.holes, borland.after.holes), (0, 1));
}

#[test]
fn nine_and_eleven_strips_are_off_the_ratio() {
    close(ratio(&effect_of([35.48, 51.2, 35.66, 51.5])), 0.9079);
    close(ratio(&effect_of([35.48, 51.2, 35.70, 51.5])), 1.1096);
}

#[test]
fn what_nobody_told_stays_unknown_and_is_never_zero() {
    let mut exchange = exchange_of(IN_SARN);
    exchange.sides[1].territory = None;
    exchange.sides[1].gives.lines = None;
    let effect = evaluate(&exchange, &EvaluateSettings::default()).unwrap();
    for side in &effect.sides {
        assert_eq!(side.people.missing(), Some(Missing::NoData));
        assert_eq!(side.settlements.missing().map(Missing::phrase), Some("no data"));
        assert_eq!(side.territory, Figure::Unknown(Missing::NoTerritory));
    }
    assert_eq!(effect.line, Figure::Unknown(Missing::NoTerritory));
    assert_eq!(effect.notes.len(), 1);
    close(ratio(&effect), 2.6227);
}

/// A hundred metres either way along the whole edge: 0.1 km times the edge's length.
#[test]
fn the_error_of_the_lines_widens_area_and_ratio() {
    let mut exchange = exchange_of(IN_SARN);
    for side in &mut exchange.sides {
        let length = perimeter(&side.gives.shape);
        let error = seisin_core::Length::from_metres(100.0);
        side.gives.lines = Some(vec![LineError { length, error }]);
    }
    let effect = evaluate(&exchange, &EvaluateSettings::default()).unwrap();
    let band = effect.sides[0].gives;
    let edge = perimeter(&exchange.sides[0].gives.shape).km();
    close((band.high - band.best) / 1e6, 0.1 * edge);
    let ratio = effect.ratio.known().unwrap();
    assert!(ratio.low < ratio.best && ratio.best < ratio.high);
    close(ratio.low, band.low / effect.sides[1].gives.high);
}

#[test]
fn land_that_may_be_none_gives_no_ratio() {
    let mut exchange = exchange_of(IN_SARN);
    let length = perimeter(&exchange.sides[1].gives.shape);
    let error = seisin_core::Length::from_km(20.0);
    exchange.sides[1].gives.lines = Some(vec![LineError { length, error }]);
    let effect = evaluate(&exchange, &EvaluateSettings::default()).unwrap();
    assert_eq!(effect.ratio, Figure::Unknown(Missing::MayBeZero));
}

fn refused(change: impl FnOnce(&mut [Side; 2])) -> EvaluateError {
    let mut exchange = exchange_of(IN_SARN);
    change(&mut exchange.sides);
    evaluate(&exchange, &EvaluateSettings::default()).expect_err("it must be refused")
}

#[test]
fn what_cannot_be_exchanged_is_refused_with_a_remedy() {
    let cases: [(EvaluateError, &str); 5] = [
        (refused(|sides| sides[1].party = sides[0].party.clone()), "arland with itself"),
        (refused(|sides| sides[0].gives.shape = Shape::empty()), "arland gives no land"),
        (
            refused(|sides| {
                sides[1].territory = None;
                sides[1].gives.shape = rectangle([35.9, 51.2, 36.1, 51.5]);
            }),
            "both sides give the same 232.5",
        ),
        (
            refused(|sides| sides[0].gives.shape = rectangle([35.4, 51.2, 36.0, 51.5])),
            "arland gives 186.0",
        ),
        (
            refused(|sides| sides[1].territory = Some(rectangle([34.0, 51.0, 36.2, 52.0]))),
            "overlap by",
        ),
    ];
    for (error, words) in cases {
        let message = error.to_string();
        assert!(message.contains(words), "{message}");
        assert!(message.contains("\nhint: "), "{message}");
    }
}

#[test]
fn a_region_twice_as_wide_as_high_is_less_compact_than_a_disc() {
    let effect = effect_of(IN_SARN);
    let velk = &effect.sides[0].territory.known().unwrap().after;
    let compact = velk.polsby_popper().unwrap();
    // Two degrees by one at 51.5° north: about 139 by 111 km, so 4π·139·111/500².
    assert!((0.76..0.79).contains(&compact), "{compact}");
}

/// To the ninth digit: what an overlay there and back may round.
fn restored(measured: f64, before: f64) {
    assert!((measured / before - 1.0).abs() < 1e-9, "{measured} is not {before}");
}

fn same(one: &Territory, other: &Territory) {
    restored(one.area.square_km(), other.area.square_km());
    restored(one.perimeter.km(), other.perimeter.km());
    assert_eq!((one.pieces, one.holes), (other.pieces, other.holes));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is exchanged, exchanging it back restores every measure.
    #[test]
    fn swapped_and_swapped_back_is_as_before(
        west in 35.48..35.9_f64, width in 0.02..0.1_f64,
        south in 51.2..51.4_f64, height in 0.02..0.1_f64,
    ) {
        let there = effect_of([west, south, west + width, south + height]);
        let after = |index: usize| there.sides[index].territory.known().unwrap().after.shape.clone();
        let gave = exchange_of([west, south, west + width, south + height]).sides;
        let [first, second] = gave.map(|side| side.gives.shape);
        let back = Exchange {
            sides: [
                side("arland", second, Some(after(0))),
                side("borland", first, Some(after(1))),
            ],
            on: None,
            known_on: None,
            towns: Vec::new(),
        };
        let back = evaluate(&back, &EvaluateSettings::default()).unwrap();
        for index in [0, 1] {
            let start = &there.sides[index].territory.known().unwrap().before;
            same(start, &back.sides[index].territory.known().unwrap().after);
        }
        restored(line(&back).1, line(&there).0);
        restored(ratio(&back) * ratio(&there), 1.0);
    }
}

/// Reference for the necks and moments: shapely 2.1 on PROJ's `laea`, as in seisin-measure's tests.
#[test]
fn the_form_of_both_territories() {
    let effect = effect_of(IN_SARN);
    let before = |index: usize| &effect.sides[index].territory.known().unwrap().before;
    close(before(0).moment.unwrap(), 0.869_994_5);
    close(before(1).moment.unwrap(), 0.861_274_6);
    assert!((before(0).neck.unwrap().width.km() / 33.376_82 - 1.0).abs() < 1e-3);
    assert!((before(1).neck.unwrap().width.km() / 22.249_83 - 1.0).abs() < 1e-3);
    let after = effect.sides[0].territory.known().unwrap().after.neck.unwrap();
    assert!((after.width.km() / 56.583_2 - 1.0).abs() < 1e-3, "the whole of Velk again");
}

/// A box in a box in a box: enclave, counter-enclave, and one of the third order.
#[test]
fn enclaves_have_an_order() {
    let budget = Budget::default();
    let cut = |land: &Shape, hole: &Shape| seisin_measure::difference(land, hole, &budget).unwrap();
    let join = |one: &Shape, other: &Shape| seisin_measure::union(&[one, other], &budget).unwrap();
    let [first, second, third] =
        [[34.2, 51.2, 35.8, 51.8], [34.6, 51.4, 35.4, 51.6], [34.9, 51.45, 35.1, 51.55]]
            .map(rectangle);
    let arland = join(&rectangle(VELK), &join(&cut(&first, &second), &third));
    let borland = join(&cut(&rectangle(SARN), &first), &cut(&second, &third));
    let mut exchange = exchange_of(IN_SARN);
    exchange.sides[0] = side("arland", third, Some(arland));
    exchange.sides[1] =
        side("borland", cut(&second, &rectangle([34.9, 51.45, 35.1, 51.55])), Some(borland));
    let effect = evaluate(&exchange, &EvaluateSettings::default()).unwrap();
    let of = |index: usize| effect.sides[index].enclaves.known().unwrap().clone();
    assert_eq!(of(0).before.by_order, [1, 0, 1]);
    assert_eq!(of(1).before.by_order, [0, 1]);
    // Arland's enclave is filled but for what it gave, which is Borland's now.
    assert_eq!((of(0).after.by_order, of(1).after.by_order), (vec![1], vec![0, 1]));
}

/// Two villages, one of 300 people and one of 100, and a town on either side. Reference: pyproj 3.7.2
/// `Geod(ellps="WGS84")`: 53,555.60 and 76,627.81 m to the one, 22,250.42 and 47,909.62 m to the other.
#[test]
fn people_are_so_far_from_a_town_of_their_side() {
    let place = |name: &str, lon, lat, population| seisin_exchange::Settlement {
        id: name.to_owned(),
        name: name.to_owned(),
        position: Position::new(lon, lat),
        population,
    };
    let mut exchange = exchange_of(IN_SARN);
    exchange.sides[0].listed = vec![
        place("near", 35.9, 51.3, 300),
        place("far", 35.5, 51.45, 100),
        place("unknown", 35.6, 51.3, 0),
    ];
    exchange.towns =
        vec![place("Veltown", 36.6, 51.5, 30_000), place("Sarntown", 35.9, 51.1, 20_000)];
    let effect = evaluate(&exchange, &EvaluateSettings::default()).unwrap();
    let access = *effect.sides[0].access.known().expect("both sides have a town");
    close(access.before.km(), 59.323_650);
    close(access.after.km(), 28.665_221);
    assert_eq!((access.people, access.without_people), (400, 1));
    assert_eq!(effect.sides[1].access.missing(), Some(Missing::NobodyCounted));
}
