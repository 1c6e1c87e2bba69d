//! Figures that changed on their way.

use super::{figure::Figure, origin::Drift};

/// The figures of `member` that carry another comparator than in `earliest`, or another number in
/// a sentence that is otherwise the same.
pub(crate) fn drifts(earliest: &[Figure], member: &[Figure]) -> Vec<Drift> {
    let mut found: Vec<Drift> = Vec::new();
    for here in member {
        let same: Vec<&Figure> = earliest.iter().filter(|there| there.is_same(here)).collect();
        let kept = same.iter().any(|there| there.printed.bound == here.printed.bound);
        let from = match same.first() {
            Some(there) => (!kept).then_some(*there),
            None => earliest.iter().find(|there| there.is_renumbered(here)),
        };
        let Some(there) = from else { continue };
        let drift = Drift { earliest: there.printed.clone(), member: here.printed.clone() };
        if !found.iter().any(|known| known.is_said_again(&drift)) {
            found.push(drift);
        }
    }
    found
}

impl Drift {
    fn is_said_again(&self, other: &Self) -> bool {
        self.earliest.words == other.earliest.words && self.member.words == other.member.words
    }
}
