//! Every exchange of few cells.

use super::{
    instance::{Instance, Role},
    verify::verify,
    wanted::Wanted,
};

/// With no more free cells than this, all sets of them are looked at: 16,384 at most.
const FEW: usize = 14;

/// The exchange that costs least of all, where so few cells may change hands that every set of them can
/// be looked at; `None` where there are more, or no set is an answer.
pub(super) fn best_of_few(instance: &Instance, wanted: &Wanted) -> Option<Vec<usize>> {
    let cells = instance.cells();
    let free: Vec<usize> =
        (0..cells.len()).filter(|cell| cells[*cell].role != Role::Kept).collect();
    if free.len() > FEW {
        return None;
    }
    let of = |set: u32| -> Vec<usize> {
        free.iter()
            .enumerate()
            .filter(|(bit, _)| set >> bit & 1 == 1)
            .map(|(_, cell)| *cell)
            .collect()
    };
    let answers = (1..1_u32 << free.len()).map(of).filter_map(|set| {
        let (figures, faults) = verify(instance, wanted, &set);
        faults.is_empty().then_some((figures.cost, set))
    });
    answers.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, set)| set)
}
