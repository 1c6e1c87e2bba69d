//! Closed loops out of loose edges.

use super::edges::{at, order};
use crate::position::Position;

/// The closed loops that some directed edges make, each without repeating its first position.
///
/// # Assumptions
/// As many edges end at every position as start there.
///
/// # Method
/// From any edge on, the next one that starts where the last one ended and is not used yet, until
/// the loop is back at its start (Hierholzer 1873, without joining the circuits).
pub(super) fn trace(edges: impl Iterator<Item = [Position; 2]>) -> Vec<Vec<Position>> {
    let mut edges: Vec<[Position; 2]> = edges.collect();
    edges.sort_unstable_by(order);
    // For each edge the first unused one that starts where it does, looked up at the run's start.
    let mut next: Vec<usize> = (0..edges.len()).collect();
    let mut used = vec![false; edges.len()];
    let mut loops = Vec::new();
    for first in 0..edges.len() {
        if used[first] {
            continue;
        }
        let (start, mut current) = (edges[first][0], first);
        let mut line = Vec::new();
        loop {
            used[current] = true;
            line.push(edges[current][0]);
            let end = edges[current][1];
            if end == start {
                break;
            }
            let run = edges.partition_point(|edge| at(edge[0], end).is_lt());
            match take_unused(&edges, run, &mut next, &used) {
                Some(following) => current = following,
                None => break,
            }
        }
        loops.push(line);
    }
    loops
}

/// The first unused edge of the run that starts at `run`; remembers how far the run is used up.
fn take_unused(
    edges: &[[Position; 2]],
    run: usize,
    next: &mut [usize],
    used: &[bool],
) -> Option<usize> {
    let start = edges.get(run)?[0];
    let mut at = *next.get(run)?;
    while edges.get(at).is_some_and(|edge| edge[0] == start) {
        if !used[at] {
            next[run] = at + 1;
            return Some(at);
        }
        at += 1;
    }
    None
}
