//! Exchanges near the answers that do not hold, and why: what a reader would try next.

use super::{
    instance::{HolderSide, Instance},
    outcome::{Answer, Refusal},
    verify::{Fault, verify},
    wanted::{Measure, Wanted},
};
use std::collections::{BTreeMap, BTreeSet};

/// Refused exchanges, the least costly first: each answer with one cell more or less, and land grown
/// from single cells until the ratio fits, whatever that does to connection.
pub(super) fn refusals(
    instance: &Instance,
    wanted: &Wanted,
    answers: &[Answer],
    most: usize,
) -> Vec<Refusal> {
    let Some(best) = answers.first() else { return Vec::new() };
    let given: BTreeSet<usize> = best.cells.iter().copied().collect();
    let mut tried: BTreeSet<Vec<usize>> = BTreeSet::new();
    let nearest = one_more_or_less(instance, &given);
    let grown = grown_from_seeds(instance, wanted, &given);
    let half = most.div_ceil(2);
    let mut found = Vec::new();
    for (group, room) in [(grown, half), (nearest, most)] {
        let mut refused: Vec<Refusal> = group
            .into_iter()
            .filter(|cells| !cells.is_empty() && tried.insert(cells.clone()))
            .filter_map(|cells| refused(instance, wanted, cells))
            .collect();
        refused.sort_by(|a, b| a.figures.cost.total_cmp(&b.figures.cost));
        refused.truncate(room.saturating_sub(found.len()));
        found.append(&mut refused);
    }
    found
}

fn refused(instance: &Instance, wanted: &Wanted, cells: Vec<usize>) -> Option<Refusal> {
    let (figures, faults) = verify(instance, wanted, &cells);
    let reasons: Vec<_> = faults
        .iter()
        .filter_map(|fault| match fault {
            Fault::Refused(reason) => Some(reason.clone()),
            _ => None,
        })
        .collect();
    (!reasons.is_empty() && reasons.len() == faults.len()).then_some(Refusal {
        cells,
        figures,
        reasons,
    })
}

/// The answer with one cell of its edge more, and with one less.
fn one_more_or_less(instance: &Instance, given: &BTreeSet<usize>) -> Vec<Vec<usize>> {
    let cells = instance.cells();
    let mut found = Vec::new();
    for (cell, place) in cells.iter().enumerate() {
        if place.role != super::Role::Free {
            continue;
        }
        let own = given.contains(&cell);
        let edge = instance
            .neighbours(cell)
            .iter()
            .any(|(other, _)| cells[*other].holder == place.holder && given.contains(other) != own);
        if edge {
            let mut changed = given.clone();
            if !changed.remove(&cell) {
                changed.insert(cell);
            }
            found.push(changed.into_iter().collect());
        }
        if found.len() >= (LOOK_AT / cells.len()).clamp(4, 64) {
            break;
        }
    }
    found
}

/// How many seeds are grown.
const SEEDS: usize = 200;
/// How many cells are looked at for all refusals together, about.
const LOOK_AT: usize = 400_000;

/// For each side: the other side's land as in the answer, and its own grown from one free cell,
/// nearest first, to as much as the answer gives.
fn grown_from_seeds(
    instance: &Instance,
    wanted: &Wanted,
    given: &BTreeSet<usize>,
) -> Vec<Vec<usize>> {
    let cells = instance.cells();
    let mut found = Vec::new();
    for side in [HolderSide::First, HolderSide::Second] {
        let free: Vec<usize> = (0..cells.len())
            .filter(|cell| cells[*cell].holder == side && cells[*cell].role == super::Role::Free)
            .collect();
        let fixed: Vec<usize> = given
            .iter()
            .copied()
            .filter(|cell| cells[*cell].holder != side || !free.contains(cell))
            .collect();
        let own: f64 = given
            .iter()
            .filter(|cell| cells[**cell].holder == side && free.contains(cell))
            .map(|cell| Measure::of(wanted.by, &cells[*cell]))
            .sum();
        let seeds = (LOOK_AT / cells.len().max(1)).clamp(4, SEEDS);
        let stride = free.len().div_ceil(seeds).max(1);
        for seed in free.iter().step_by(stride) {
            let mut grown = grow(instance, wanted, (*seed, own));
            grown.extend(&fixed);
            grown.sort_unstable();
            found.push(grown);
        }
    }
    found
}

/// Free cells of one side around the seed, in rings, until their amount is nearest to `wish`.
fn grow(instance: &Instance, wanted: &Wanted, (seed, wish): (usize, f64)) -> Vec<usize> {
    let cells = instance.cells();
    let amount = |cell: usize| wanted.by.of(&cells[cell]);
    let mut rings: BTreeMap<usize, usize> = BTreeMap::from([(seed, 0)]);
    let mut grown = vec![seed];
    let mut sum = amount(seed);
    let mut at = 0;
    while sum < wish {
        let Some(cell) = grown.get(at).copied() else { break };
        at += 1;
        for (next, _) in instance.neighbours(cell) {
            let free =
                cells[*next].role == super::Role::Free && cells[*next].holder == cells[seed].holder;
            let fits = sum + amount(*next) / 2.0 <= wish;
            if free && fits && !rings.contains_key(next) {
                rings.insert(*next, at);
                grown.push(*next);
                sum += amount(*next);
            }
        }
    }
    grown
}
