//! What was noted when the editions were taken in, gathered over the days they speak for.

use super::finding::{Finding, FindingKind};
use crate::store::{Spell, Store};
use seisin_core::{ProblemKind, PublisherId};
use seisin_ledger::QueryError;

/// The findings that rest on what was noted at intake: one for each kind and run of editions.
pub(super) fn noted(
    store: &Store,
    publisher: &PublisherId,
    spells: &[Spell],
) -> Result<Vec<Finding>, QueryError> {
    let mut open: Vec<Finding> = Vec::new();
    let mut done: Vec<Finding> = Vec::new();
    for spell in spells {
        let noted = of_edition(store, spell)?;
        let (kept, ended): (Vec<Finding>, Vec<Finding>) = open
            .into_iter()
            .partition(|finding| noted.iter().any(|(kind, _)| *kind == finding.kind));
        done.extend(ended);
        open = kept;
        for (kind, sentence) in noted {
            match open.iter_mut().find(|finding| finding.kind == kind) {
                Some(finding) => finding.to = spell.to,
                None => open.push(Finding {
                    kind,
                    publisher: publisher.clone(),
                    party: None,
                    region: None,
                    from: spell.from,
                    to: spell.to,
                    area: None,
                    sentence,
                }),
            }
        }
    }
    done.extend(open);
    Ok(done)
}

/// What was noted of one edition: the first sentence of each kind, and how many there are.
fn of_edition(store: &Store, spell: &Spell) -> Result<Vec<(FindingKind, String)>, QueryError> {
    let problems = store.ledger.edition_problems(&spell.edition.id, None)?;
    let kinds = [
        (ProblemKind::OutsideScope, FindingKind::OutsideScope),
        (ProblemKind::InvalidShape, FindingKind::SetAside),
        (ProblemKind::SourceFault, FindingKind::KnownFault),
    ];
    let of_kind = |(problem, kind): (ProblemKind, FindingKind)| {
        let mut here = problems.iter().filter(|found| found.kind == problem);
        let first = here.next()?;
        let more = here.count();
        let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
        Some((kind, format!("{}{more}", first.sentence.lines().next().unwrap_or_default())))
    };
    Ok(kinds.into_iter().filter_map(of_kind).collect())
}
