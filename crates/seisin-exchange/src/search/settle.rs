//! What was found, settled by the exact solver.

use super::{
    exact::{Exact, prove},
    instance::Instance,
    outcome::{Answer, Found},
    verify::verify,
    wanted::Wanted,
};
use std::time::Duration;

/// Has the exact solver prove the best answer or better it, within `limit`; its bound takes the place of
/// a lesser one. Where the search found nothing the solver looks for an answer, or proves that there is
/// none.
///
/// # Accuracy
/// What is proven is proven to one part in ten thousand of the cost.
pub fn settle(instance: &Instance, wanted: &Wanted, mut found: Found, limit: Duration) -> Found {
    let known = found.answers.first().map(|best| best.figures.cost);
    let start = known.unwrap_or_else(|| more_than_any(instance, wanted));
    let Exact { cells, cost_at_least, proven } = prove(instance, wanted, start, limit);
    match (cells, known) {
        (None, None) => {
            let none = || "an exact solver proves that no exchange satisfies this".to_owned();
            found.bound.impossible = found.bound.impossible.or_else(|| proven.then(none));
            return found;
        }
        (Some(cells), _) => {
            let (figures, _) = verify(instance, wanted, &cells);
            found.answers.insert(0, Answer { cells, figures, on_pareto_front: true });
        }
        (None, Some(_)) => {}
    }
    found.bound.cost = found.bound.cost.max(cost_at_least);
    found.proven = found.proven || proven;
    let best = found.answers.first().map(|best| best.figures.cost);
    found.gap =
        best.map(|cost| if cost > 0.0 { (cost - found.bound.cost).max(0.0) / cost } else { 0.0 });
    found
}

/// More than any exchange costs.
fn more_than_any(instance: &Instance, wanted: &Wanted) -> f64 {
    let people: f64 = instance.cells().iter().filter_map(|cell| cell.people).sum();
    let line: f64 = instance.borders().map(|(_, _, km)| km).sum();
    2.0 * (people * wanted.objective.person + line * wanted.objective.km) + 1.0
}
