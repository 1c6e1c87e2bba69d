//! What holds of every search, whatever the land: over made-up instances of many seeds and sizes.

use proptest::prelude::*;
use seisin_core::{Area, Length};
use seisin_exchange::{
    Border, Cell, Generated, HolderSide, Instance, Measure, Objective, Role, SearchSettings,
    Wanted, Watch, generated_instance, search, verify,
};

fn settings(seed: u64) -> SearchSettings {
    SearchSettings { seed, steps: 20_000, ..SearchSettings::default() }
}

/// The same cells after an exchange, all of them free to go back.
fn exchanged(made: &Generated, given: &[usize]) -> Instance {
    let mut cells: Vec<Cell> = made.instance.cells().to_vec();
    for cell in given {
        cells[*cell].holder = cells[*cell].holder.other();
        cells[*cell].role = Role::Free;
    }
    let border = |(a, b, km)| Border { cells: [a, b], length: Length::from_km(km) };
    let borders: Vec<Border> = made.instance.borders().map(border).collect();
    Instance::new(cells, &borders).expect("the same cells")
}

/// Whether two figures are one to within rounding.
fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * other.abs().max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_answer_passes_the_checker_and_goes_back_to_where_it_came_from(
        cells in 16_usize..140,
        instance_seed in 0_u64..1_000_000,
        seed in 0_u64..1_000_000,
    ) {
        let made = generated_instance(cells, instance_seed);
        let found = search(&made.instance, &made.wanted, &settings(seed), &Watch::NOBODY);
        let any = Wanted { ratio: None, least: [Area::from_square_km(0.0); 2], ..made.wanted };
        for answer in &found.answers {
            let (figures, faults) = verify(&made.instance, &made.wanted, &answer.cells);
            prop_assert!(faults.is_empty(), "{faults:?}");
            prop_assert_eq!(&figures, &answer.figures);
            prop_assert!(found.bound.cost <= figures.cost + 1e-6);
            let (back, faults) = verify(&exchanged(&made, &answer.cells), &any, &answer.cells);
            prop_assert!(faults.is_empty(), "{faults:?}");
            prop_assert!(same(back.line_km[0], figures.line_km[1]) && same(back.line_km[1], figures.line_km[0]));
            for side in [0, 1] {
                prop_assert!(same(back.area_km2[side], figures.area_km2[1 - side]));
                let people = [back.people[side], figures.people[1 - side]].map(Option::unwrap_or_default);
                prop_assert!(same(people[0], people[1]));
                let [before, after] = figures.pieces[side];
                prop_assert_eq!(back.pieces[side], [after, before]);
            }
        }
    }

    #[test]
    fn one_seed_gives_one_answer(instance_seed in 0_u64..1_000_000, seed in 0_u64..1_000_000) {
        let made = generated_instance(60, instance_seed);
        let once = search(&made.instance, &made.wanted, &settings(seed), &Watch::NOBODY);
        let again = search(&made.instance, &made.wanted, &settings(seed), &Watch::NOBODY);
        prop_assert_eq!(once, again);
    }

    /// Where nobody says where people live the line alone counts, and no answer has less of it than the
    /// bound says.
    #[test]
    fn no_line_is_shorter_than_the_least_cut(instance_seed in 0_u64..1_000_000) {
        let made = generated_instance(60, instance_seed);
        let cells = made.instance.cells().iter().map(|cell| Cell { people: None, ..cell.clone() });
        let border = |(a, b, km)| Border { cells: [a, b], length: Length::from_km(km) };
        let borders: Vec<Border> = made.instance.borders().map(border).collect();
        let instance = Instance::new(cells.collect(), &borders).expect("the same cells");
        let objective = Objective::people_then_line(&instance);
        let wanted = Wanted { objective, ..made.wanted };
        let found = search(&instance, &wanted, &settings(1), &Watch::NOBODY);
        prop_assert!(found.bound.cost > 0.0);
        for answer in &found.answers {
            prop_assert!(answer.figures.line_km[1] >= found.bound.cost - 1e-6);
        }
    }
}

/// Four rows of two cells: the least cut is the two borders between the rows where they are shortest.
#[test]
fn the_least_cut_is_the_narrowest_place() {
    let cells: Vec<Cell> = (0..8)
        .map(|at| Cell {
            name: format!("{at}"),
            holder: if at < 4 { HolderSide::First } else { HolderSide::Second },
            area: Area::from_square_km(1.0),
            people: None,
            role: if (2..6).contains(&at) { Role::Free } else { Role::Kept },
        })
        .collect();
    let border = |a, b, km| Border { cells: [a, b], length: Length::from_km(km) };
    let mut borders: Vec<Border> = (0..4).map(|row| border(2 * row, 2 * row + 1, 1.0)).collect();
    for (row, km) in [5.0, 2.0, 9.0].into_iter().enumerate() {
        borders.extend([0, 1].map(|column| border(2 * row + column, 2 * row + column + 2, km)));
    }
    let instance = Instance::new(cells, &borders).expect("eight cells");
    let wanted = Wanted {
        ratio: None,
        by: Measure::Area,
        least: [Area::from_square_km(0.0); 2],
        objective: Objective::people_then_line(&instance),
    };
    let bound = seisin_exchange::lower_bound(&instance, &wanted, 1_000).cost;
    assert!(same(bound, 4.0), "{bound} km");
}
