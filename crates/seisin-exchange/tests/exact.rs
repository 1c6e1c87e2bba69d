//! What the exact solver proves, beside what the search found. Only where it is built in.
#![cfg(feature = "exact")]

use seisin_exchange::{Found, SearchSettings, Watch, generated_instance, search, settle, verify};
use std::time::Duration;

/// The solver agrees with the search, or betters it with an exchange that passes the checker; neither
/// goes below the bound that the search had.
#[test]
fn answers_are_proven_or_bettered() {
    for seed in 0..3 {
        let made = generated_instance(60, seed);
        let settings = SearchSettings { steps: 20_000, ..SearchSettings::default() };
        let found = search(&made.instance, &made.wanted, &settings, &Watch::NOBODY);
        let cost = found.answers.first().map_or(f64::INFINITY, |best| best.figures.cost);
        let bound = found.bound.cost;
        let settled = settle(&made.instance, &made.wanted, found, Duration::from_secs(120));
        let best = settled.answers.first().expect("it has answers");
        assert!(settled.proven, "instance {seed} was not settled");
        let (figures, faults) = verify(&made.instance, &made.wanted, &best.cells);
        assert!(faults.is_empty(), "{faults:?}");
        assert!(figures.cost <= cost + 1e-9 && figures.cost >= bound - 1e-6);
        assert!(settled.bound.cost >= bound && settled.gap.is_some_and(|gap| gap <= 2e-4));
    }
}

/// From no answer at all the solver comes to the same one.
#[test]
fn nothing_to_start_from_is_no_hindrance() {
    let made = generated_instance(60, 0);
    let settings = SearchSettings { steps: 20_000, ..SearchSettings::default() };
    let found = search(&made.instance, &made.wanted, &settings, &Watch::NOBODY);
    let limit = Duration::from_secs(120);
    let cost = |found: Found| {
        let settled = settle(&made.instance, &made.wanted, found, limit);
        settled.answers.first().expect("it has answers").figures.cost
    };
    let nothing = Found { answers: Vec::new(), ..found.clone() };
    let (from_nothing, from_found) = (cost(nothing), cost(found));
    assert!((from_nothing / from_found - 1.0).abs() < 2e-4, "{from_nothing} and {from_found}");
}

/// A worse answer than the best is bettered to the same proven cost.
#[test]
fn a_bad_start_comes_to_the_same_end() {
    let made = generated_instance(60, 7);
    let proven = |steps: u64| {
        let settings = SearchSettings { steps, ..SearchSettings::default() };
        let found = search(&made.instance, &made.wanted, &settings, &Watch::NOBODY);
        let settled = settle(&made.instance, &made.wanted, found, Duration::from_secs(120));
        settled.answers.first().expect("it has answers").figures.cost
    };
    let (hasty, careful) = (proven(1), proven(200_000));
    assert!((hasty / careful - 1.0).abs() < 2e-4, "{hasty} and {careful}");
}
