//! Further counts of people beside one that was read.

use super::{
    casualties::{Fate, with_fate},
    context::{Context, Found, How},
    draft::Draft,
    single_losses::counted_from,
    view::View,
};
use crate::text::quantity::MentionKind;
use seisin_core::Detail;

impl Context<'_> {
    /// Further counts of people beside one that was read: "and 511 wounded", "170 servicemen and 14
    /// policemen", "ten of them civilians".
    pub(crate) fn further_losses(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        let tree = &view.tree;
        let Some(first) = drafts
            .iter()
            .find(|draft| draft.detail == Detail::Casualties && draft.quantity.is_some())
        else {
            return Vec::new();
        };
        let mut more = Vec::new();
        for mention in view
            .quantities
            .iter()
            .filter(|mention| matches!(mention.kind, MentionKind::Count | MentionKind::Bare))
        {
            let used = drafts.iter().any(|draft| {
                draft.quantity.as_ref().is_some_and(|own| own.number == mention.number)
            });
            let words = tree.words_in(&mention.range);
            let next = tree.lower(words.end);
            let fate = words.clone().chain([words.end]).find_map(|at| Fate::of(tree.lower(at)));
            let people = words.clone().chain([words.end]).any(|at| {
                self.lexicon.persons.contains(tree.lower(at))
                    || view
                        .party_at(at)
                        .is_some_and(|name| name.found.role == seisin_places::PartyRole::Demonym)
            }) || (matches!(next, "of") && tree.lower(words.end + 1) == "them");
            let start = tree.words_in(&first.evidence).start;
            let same = words.start > start
                && !(start..words.start).any(|at| {
                    matches!(
                        tree.lower(at),
                        "fled" | "displaced" | "evacuated" | "fled." | "live" | "detained"
                    )
                });
            let whole = counted_from(view, tree.len()).is_some_and(|of| of.contains(&words.start));
            let gapped = self.gapped_loser(view, words.start).is_some();
            if used || whole || gapped || !same || !(people || fate.is_some()) {
                continue;
            }
            let fate = fate.unwrap_or(Fate::Killed);
            let named = view
                .parties
                .iter()
                .find(|name| name.words.start >= words.start && name.words.start <= words.end);
            let party = match named {
                Some(name) => Some(Found {
                    value: self.named_party(view, name),
                    words: name.words.clone(),
                    how: How::Named,
                }),
                None => self
                    .owner_of_count(view, &words)
                    .or_else(|| {
                        self.losers_in(view, words.start..list_end(view, &words))
                            .filter(|party| party.how != How::Unlisted)
                    })
                    .or_else(|| first.party.clone()),
            };
            more.push(Draft {
                quantity: Some(with_fate(mention, fate)),
                party,
                evidence: mention.range.clone(),
                rule: "casualties/listed".to_owned(),
                ..first.clone()
            });
        }
        more
    }
}

/// One past the two words after a count, no mark between.
fn list_end(view: &View, words: &std::ops::Range<usize>) -> usize {
    (words.end..view.tree.len().min(words.end + 2))
        .find(|at| matches!(view.tree.lower(*at), ";" | "," | "." | ":"))
        .unwrap_or_else(|| view.tree.len().min(words.end + 2))
}
