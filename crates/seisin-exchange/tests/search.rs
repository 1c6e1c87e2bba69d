//! The search against every possible exchange of small instances, and against values proven elsewhere.

use proptest::prelude::*;
use seisin_core::{Area, Length};
use seisin_exchange::{
    Border, Cell, Fault, Found, HolderSide, Instance, InstanceError, Measure, Objective,
    RatioWindow, RefusalReason, Role, SearchSettings, Wanted, Watch, generated_instance, search,
    verify,
};

fn settings(steps: u64) -> SearchSettings {
    SearchSettings { steps, ..SearchSettings::default() }
}

fn run(instance: &Instance, wanted: &Wanted, steps: u64) -> Found {
    search(instance, wanted, &settings(steps), &Watch::NOBODY)
}

/// The least cost of all exchanges that the checker has no fault with.
fn least_of_all(instance: &Instance, wanted: &Wanted) -> Option<f64> {
    let changeable: Vec<usize> = (0..instance.cells().len())
        .filter(|cell| instance.cells()[*cell].role != Role::Kept)
        .collect();
    assert!(changeable.len() <= 14, "2^{} exchanges", changeable.len());
    let costs = (1_u32..1 << changeable.len()).filter_map(|choice| {
        let chosen = changeable.iter().enumerate().filter(|(bit, _)| choice >> bit & 1 == 1);
        let cells: Vec<usize> = chosen.map(|(_, cell)| *cell).collect();
        let (figures, faults) = verify(instance, wanted, &cells);
        faults.is_empty().then_some(figures.cost)
    });
    costs.reduce(f64::min)
}

/// A grid of `width` by 6 cells with a row of kept cells above and below; the line lies in its
/// middle, and what lives in each cell is given from left to right, top to bottom.
fn grid(width: usize, people: &[u32], roles: &[(usize, Role)]) -> Instance {
    let mut cells = Vec::new();
    let mut borders = Vec::new();
    for at in 0..width * 6 {
        let row = at / width;
        let edge = row == 0 || row == 5;
        cells.push(Cell {
            name: format!("{at}"),
            holder: if row < 3 { HolderSide::First } else { HolderSide::Second },
            area: Area::from_square_km(1.0 + f64::from(people[at % people.len()] % 3)),
            people: Some(f64::from(people[at % people.len()])),
            role: if edge { Role::Kept } else { Role::Free },
        });
        let km = Length::from_km(1.0);
        if at % width > 0 {
            borders.push(Border { cells: [at - 1, at], length: km });
        }
        if row > 0 {
            borders.push(Border { cells: [at - width, at], length: km });
        }
    }
    for (cell, role) in roles {
        cells[*cell].role = *role;
    }
    Instance::new(cells, &borders).expect("a grid")
}

fn wish(instance: &Instance, least: f64, tolerance: f64) -> Wanted {
    Wanted {
        ratio: Some(RatioWindow { ratio: 1.0, tolerance }),
        by: Measure::Area,
        least: [Area::from_square_km(least); 2],
        objective: Objective::people_then_line(instance),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Nothing of twelve free cells is missed, and nothing is found where nothing is.
    #[test]
    fn the_best_of_all_exchanges_is_found(
        people in proptest::collection::vec(0_u32..500, 18),
        demanded in proptest::option::of(3_usize..15),
        least in 1.0_f64..6.0,
    ) {
        let roles: Vec<(usize, Role)> = demanded.map(|cell| (cell, Role::Demanded)).into_iter().collect();
        let instance = grid(3, &people, &roles);
        let wanted = wish(&instance, least, 0.3);
        let found = run(&instance, &wanted, 30_000);
        let best = found.answers.first().map(|answer| answer.figures.cost);
        match least_of_all(&instance, &wanted) {
            None => prop_assert_eq!(best, None),
            Some(least) => {
                prop_assert!(best.is_some_and(|best| best <= least + 1e-6), "{best:?}, not {least}");
                prop_assert!(found.bound.cost <= least + 1e-6, "{} > {least}", found.bound.cost);
            }
        }
        for answer in &found.answers {
            let (figures, faults) = verify(&instance, &wanted, &answer.cells);
            prop_assert!(faults.is_empty());
            prop_assert_eq!(figures, answer.figures);
        }
        for refusal in &found.refused {
            let (_, faults) = verify(&instance, &wanted, &refusal.cells);
            prop_assert_eq!(faults.len(), refusal.reasons.len());
        }
    }
}

/// `HiGHS` 1.16.0 proves these optima (`reference/highs.py`).
#[test]
fn proven_optima_are_reached() {
    for (seed, proven) in [(1, 1_128.099_685_6), (5, 331.048_838_7)] {
        let made = generated_instance(150, seed);
        let found = run(&made.instance, &made.wanted, 300_000);
        let best = found.answers.first().expect("it has answers").figures.cost;
        assert!(best < proven * 1.02 && best > proven - 1e-4, "{best}, not {proven}");
        assert!(found.bound.cost <= proven + 1e-6 && found.bound.cost > proven * 0.8);
    }
}

#[test]
fn the_same_seed_and_steps_give_the_same_answers() {
    let made = generated_instance(200, 3);
    let one = run(&made.instance, &made.wanted, 100_000);
    let other = run(&made.instance, &made.wanted, 100_000);
    assert!(!one.answers.is_empty());
    assert_eq!(one, other);
}

/// Exchanged back, every cell is held as before and every measure is as before.
#[test]
fn an_exchange_given_back_restores_every_measure() {
    let made = generated_instance(200, 4);
    let found = run(&made.instance, &made.wanted, 100_000);
    let answer = found.answers.first().expect("it has answers");
    let mut cells = made.instance.cells().to_vec();
    for cell in &answer.cells {
        cells[*cell].holder = cells[*cell].holder.other();
        cells[*cell].role = Role::Free;
    }
    let borders: Vec<Border> = made
        .instance
        .borders()
        .map(|(a, b, km)| Border { cells: [a, b], length: Length::from_km(km) })
        .collect();
    let exchanged = Instance::new(cells, &borders).expect("the same cells");
    let any = Wanted { ratio: None, least: [Area::from_square_km(0.0); 2], ..made.wanted };
    let (back, faults) = verify(&exchanged, &any, &answer.cells);
    assert_eq!(faults, []);
    let close = |one: f64, other: f64| assert!((one - other).abs() <= 1e-9 * other.abs().max(1.0));
    close(back.line_km[1], answer.figures.line_km[0]);
    close(back.line_km[0], answer.figures.line_km[1]);
    close(back.area_km2[0], answer.figures.area_km2[1]);
    assert_eq!(
        back.pieces.map(|[_, after]| after),
        answer.figures.pieces.map(|[before, _]| before)
    );
}

#[test]
fn land_given_from_the_middle_is_refused_as_falling_apart() {
    let instance = grid(3, &[10], &[]);
    let wanted = wish(&instance, 1.0, 1.0);
    // Cell 4 lies a row from the line: given alone it is the other side's only behind cell 7.
    let (_, faults) = verify(&instance, &wanted, &[4, 10]);
    let apart = RefusalReason::FallsApart { pieces: 1 };
    assert!(faults.contains(&Fault::Refused(apart)), "{faults:?}");
}

/// A piece that lay apart before may go on doing so, and may be given whole.
#[test]
fn pieces_that_lay_apart_before_are_let_be() {
    let side = |index: usize| if index == 0 { HolderSide::First } else { HolderSide::Second };
    let cell = |name: &str, holder, role| Cell {
        name: name.to_owned(),
        holder: side(holder),
        area: Area::from_square_km(5.0),
        people: Some(10.0),
        role,
    };
    let cells = vec![
        cell("seat of the first", 0, Role::Kept),
        cell("seat of the second", 1, Role::Kept),
        cell("exclave of the first", 0, Role::Free),
        cell("another, kept", 0, Role::Kept),
        cell("near the line", 1, Role::Free),
    ];
    let border = |a, b| Border { cells: [a, b], length: Length::from_km(1.0) };
    let borders = [border(0, 1), border(1, 2), border(1, 3), border(1, 4), border(0, 4)];
    let instance = Instance::new(cells, &borders).expect("five cells");
    assert_eq!(instance.pieces(HolderSide::First), 3);
    let found = run(&instance, &wish(&instance, 1.0, 0.1), 5_000);
    assert_eq!(found.answers.first().map(|answer| answer.cells.clone()), Some(vec![2, 4]));
}

#[test]
fn what_cannot_be_is_told_with_its_reason() {
    let instance = grid(3, &[10], &[]);
    let found = run(&instance, &wish(&instance, 1_000.0, 0.1), 5_000);
    assert!(found.answers.is_empty() && found.gap.is_none());
    assert!(found.bound.impossible.expect("too much is asked").contains("would have to give"));
    let far = Border { cells: [0, 99], length: Length::from_km(1.0) };
    let none = Instance::new(instance.cells().to_vec(), &[far]);
    assert!(matches!(none, Err(InstanceError::NoSuchCell { index: 0, .. })));
}
