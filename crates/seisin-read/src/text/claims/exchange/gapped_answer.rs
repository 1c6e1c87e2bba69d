//! Answers left half unsaid after another: "Arland has accepted the map; Velk has not", "Arland said yes,
//! Velk no", "Arland took it, and so did Velk".

use super::{
    super::{
        context::{Context, Found, How},
        view::View,
    },
    answer::Answer,
};
use seisin_core::{PartyRef, Stance};

/// How far from its verb the words of such an answer may stand.
const NEAR: usize = 3;

impl Context<'_> {
    /// The answers of others that stand after one told in full.
    pub(super) fn gapped_answers(&self, view: &View, told: &Answer) -> Vec<Answer> {
        let plain = matches!(told.stance, Stance::Accept | Stance::Reject);
        if !plain {
            return Vec::new();
        }
        let from = told.words.end.max(told.verb + 1);
        let follows = |name: &&super::super::view::PartyName| name.words.start >= from;
        let names = view.parties.iter().filter(follows);
        names
            .filter_map(|name| {
                let stance = Self::gapped_stance(view, name.words.clone(), told)?;
                let value = self.named_party(view, name);
                (value.id != told.party.value.id)
                    .then(|| self.gapped_answer(view, told, value, stance))
            })
            .collect()
    }

    fn gapped_answer(
        &self,
        view: &View,
        told: &Answer,
        value: PartyRef,
        (stance, words): (Stance, std::ops::Range<usize>),
    ) -> Answer {
        let tree = &view.tree;
        let verb = words.clone().rev().find(|at| tree.is_verb(*at)).unwrap_or(told.verb);
        Answer {
            stance,
            verb,
            party: Found { value, words: words.clone(), how: How::Named },
            about: told.about.clone(),
            owner: told.owner.clone().or_else(|| self.owner_within(view, told)),
            words,
            rule: "gapped",
        }
    }

    /// What is left of an answer after a name, or before it: "; Velk has not", ", Velk no", "so did Velk".
    fn gapped_stance(
        view: &View,
        name: std::ops::Range<usize>,
        told: &Answer,
    ) -> Option<(Stance, std::ops::Range<usize>)> {
        let tree = &view.tree;
        let opposite = if told.stance == Stance::Accept { Stance::Reject } else { Stance::Accept };
        let before = |back: usize| name.start.checked_sub(back).map_or("", |at| tree.lower(at));
        let helps = |word: &str| {
            matches!(
                word,
                "did" | "has" | "had" | "does" | "have" | "would" | "will" | "was" | "were"
            )
        };
        if helps(before(1)) && matches!(before(2), "so" | "nor" | "neither") {
            return Some((told.stance, name.start - 2..name.end));
        }
        let begins =
            matches!(before(1), ";" | "," | "and" | "but" | "while" | "whereas" | "though");
        if !begins {
            return None;
        }
        let closes = |at: usize| matches!(tree.lower(at), "" | "." | ";" | "," | "”");
        let at = name.end;
        if matches!(tree.lower(at), "no" | "not") && closes(at + 1) {
            return Some((Stance::Reject, name.start..at + 1));
        }
        if tree.lower(at) == "yes" && closes(at + 1) {
            return Some((Stance::Accept, name.start..at + 1));
        }
        let helper = at + usize::from(tree.tag(at) == "RB");
        if !helps(tree.lower(helper)) {
            return None;
        }
        let end = (helper + 1..helper + 1 + NEAR).find(|at| closes(*at))?;
        let mut rest = helper + 1..end;
        let denied = rest.clone().any(|at| matches!(tree.lower(at), "not" | "n't" | "never"));
        let small = |at: usize| matches!(tree.tag(at), "RB" | "TO" | "MD");
        if !rest.all(small) {
            return None;
        }
        Some((if denied { opposite } else { told.stance }, name.start..end))
    }
}
