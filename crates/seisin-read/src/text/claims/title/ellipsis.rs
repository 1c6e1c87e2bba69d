//! Clauses that leave out what was told before: "Belgrade hasn’t.", "Only Arland has followed.".

use super::super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{Detail, PartyRef, Polarity, Stance, TitleAction};
use std::ops::Range;

/// What was told last, for the clauses that leave it out.
#[derive(Debug, Clone)]
pub(crate) struct TitleTold {
    /// In which sentence.
    pub(crate) sentence: usize,
    /// Who acted.
    pub(crate) party: Option<PartyRef>,
    /// The other side.
    pub(crate) counterparty: Option<PartyRef>,
    /// Whether a court acted.
    pub(crate) by_court: bool,
    /// The rule that found it.
    pub(crate) rule: String,
    /// The claim.
    pub(crate) draft: Draft,
}

impl Context<'_> {
    /// Keeps the last title or answer told.
    pub(crate) fn note_title(&mut self, view: &View, drafts: &[Draft]) {
        for draft in drafts {
            let title = matches!(draft.detail, Detail::Title(_));
            if title || matches!(draft.detail, Detail::Response { .. }) {
                let party = draft.party.as_ref().map(|party| party.value.clone());
                let name =
                    party.as_ref().map_or_else(String::new, |party| party.name.to_lowercase());
                let award = matches!(draft.rule.as_str(), "title/award" | "title/awarded");
                let by_court =
                    award || super::super::who::COURTS.iter().any(|court| name.ends_with(court));
                let told = TitleTold {
                    sentence: view.index,
                    counterparty: draft.counterparty.clone(),
                    rule: draft.rule.clone(),
                    draft: draft.clone(),
                    party,
                    by_court,
                };
                if draft.detail == Detail::Title(TitleAction::Seceded) {
                    self.last_seceder.clone_from(&told.party);
                }
                if title {
                    self.last_title = Some(told.clone());
                }
                self.last_told = Some(told);
            }
        }
    }

    /// What a clause that leaves out its verb says by the claim before it.
    pub(crate) fn ellipsis(&self, view: &View, quotes: &[Quote]) -> Vec<Draft> {
        let Some(last) = self.last_told.as_ref().filter(|last| view.index <= last.sentence + 1)
        else {
            return Vec::new();
        };
        if let Some(nobody) = self.nobody_did(view, last, quotes) {
            return vec![nobody];
        }
        let Some((party, words, denied)) = self
            .left_out(view)
            .or_else(|| self.followed(view, last))
            .or_else(|| self.so_did(view, last))
        else {
            return Vec::new();
        };
        if last.draft.party.as_ref().is_some_and(|known| known.value.id == party.value.id) {
            return Vec::new();
        }
        let clause = Clause::of(&view.tree, words.end.saturating_sub(1));
        let told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return Vec::new();
        }
        let was = last.draft.told.polarity;
        let mut draft = Draft {
            party: Some(party),
            told,
            evidence: view.tree.range(words),
            dated: self.dated(view, &clause, &last.draft.told).or_else(|| last.draft.dated.clone()),
            rule: format!("{}+left-out", last.draft.rule),
            quantity: None,
            ..last.draft.clone()
        };
        let conditional = Self::is_conditional(view, &clause);
        match &mut draft.detail {
            Detail::Response { stance, .. } => {
                *stance = match (*stance, denied) {
                    (Stance::Accept, false) if conditional => Stance::Conditional,
                    (Stance::Accept, true) => Stance::Reject,
                    (Stance::Reject, true) => Stance::Accept,
                    (known, _) => known,
                };
                draft.told.polarity = Polarity::Affirmed;
            }
            _ => {
                draft.told.polarity = match (was, denied) {
                    (known, false) => known,
                    (Polarity::Affirmed, true) => Polarity::Denied,
                    (Polarity::Denied, true) => Polarity::Affirmed,
                };
            }
        }
        vec![draft]
    }

    /// "No great power did.", "Nobody else has.": of what some were told to recognise.
    fn nobody_did(&self, view: &View, last: &TitleTold, quotes: &[Quote]) -> Option<Draft> {
        let tree = &view.tree;
        let recognised = last.draft.detail == Detail::Title(TitleAction::Recognised)
            && last.draft.told.polarity == Polarity::Affirmed;
        let none = (0..tree.len()).find(|at| {
            matches!(tree.lower(*at), "no" | "nobody" | "none" | "no-one")
                && (*at == 0 || matches!(tree.lower(at - 1), ";" | "," | "but" | "and"))
        })?;
        let helper = (none + 1..tree.len().min(none + 6))
            .find(|at| matches!(tree.lower(*at), "has" | "have" | "had" | "did" | "does" | "do"))?;
        let plain = (none + 1..helper)
            .all(|at| matches!(tree.tag(at), "JJ" | "NN" | "NNS" | "RB" | "IN" | "DT" | "PRP"));
        let closed = matches!(tree.lower(helper + 1), "." | "" | ";" | "," | "so");
        let clause = Clause::of(tree, helper);
        let mut told = self.told(view, &clause, quotes);
        let fits = recognised && plain && closed && told.refused.is_none();
        told.polarity = Polarity::Denied;
        fits.then(|| Draft {
            party: None,
            told,
            evidence: view.tree.range(none..helper + 1),
            dated: self.dated(view, &clause, &last.draft.told),
            rule: format!("{}+nobody", last.draft.rule),
            quantity: None,
            ..last.draft.clone()
        })
    }

    /// "Belgrade hasn’t.", "Kyiv did not": a subject, a helping verb, nothing after.
    fn left_out(&self, view: &View) -> Option<(Found<PartyRef>, Range<usize>, bool)> {
        let tree = &view.tree;
        let helps = |at: &usize| {
            matches!(
                tree.lower(*at),
                "has" | "have" | "had" | "did" | "does" | "do" | "would" | "will" | "was" | "were"
            )
        };
        (0..tree.len()).filter(helps).find_map(|helper| {
            let follows = matches!(tree.lower(helper + 1), "not" | "n't" | "never");
            let leads = tree.lower(helper.wrapping_sub(1)) == "never";
            let negated = follows || leads;
            let after = helper + 1 + usize::from(follows);
            let closed = matches!(tree.lower(after), "." | "" | ";" | "!")
                || tree.lower(after) == "," && after + 2 >= tree.len();
            let name = view
                .parties
                .iter()
                .find(|name| name.words.end <= helper && helper <= name.words.end + 1)?;
            let first = name.words.start;
            let begins = first <= 1
                || (first.saturating_sub(2)..first)
                    .any(|at| matches!(tree.lower(at), ";" | "but" | "," | "while" | "and" | ":"));
            (closed && begins && negated).then(|| {
                let value = self.named_party(view, name);
                let found = Found { value, words: name.words.clone(), how: How::Named };
                (found, first..after, negated)
            })
        })
    }

    /// "So did Velk’s assembly", "neither has Borland", "Fiji never has".
    fn so_did(
        &self,
        view: &View,
        last: &TitleTold,
    ) -> Option<(Found<PartyRef>, Range<usize>, bool)> {
        let tree = &view.tree;
        let helps = |at: usize| {
            matches!(
                tree.lower(at),
                "has" | "have" | "had" | "did" | "does" | "do" | "was" | "were" | "would"
            )
        };
        let at = (0..tree.len()).find(|at| {
            matches!(tree.lower(*at), "so" | "neither" | "nor")
                && helps(at + 1)
                && (*at == 0 || matches!(tree.lower(at - 1), ";" | "and" | "," | "“"))
        })?;
        if (at > 1) != (last.sentence == view.index) {
            return None;
        }
        let noun = super::surface::noun_after(view, at + 2)?;
        let party = self.answerer(view, noun)?;
        let end = party.words.end.max(noun + 1);
        Some((party, at..end, tree.lower(at) != "so"))
    }

    /// "Only Arland has followed", "Borland followed suit", "so did Velk".
    fn followed(
        &self,
        view: &View,
        last: &TitleTold,
    ) -> Option<(Found<PartyRef>, Range<usize>, bool)> {
        let tree = &view.tree;
        let recognised = matches!(
            last.draft.detail,
            Detail::Title(TitleAction::Recognised | TitleAction::Seceded) | Detail::Response { .. }
        );
        let at = (0..tree.len()).find(|at| self.is_one_of(view, *at, &["follow"]))?;
        let next = tree.lower(at + 1);
        let suit =
            next == "suit" || matches!(next, "." | "" | "since" | "in" | "," | ";" | "later");
        let start = (0..at)
            .rev()
            .find(|word| matches!(tree.lower(*word), ";" | ":" | "," | "but"))
            .map_or(0, |word| word + 1);
        let name = view.parties.iter().rev().find(|name| {
            name.words.end <= at && name.words.start >= start && at - name.words.end <= 3
        })?;
        (recognised && suit).then(|| {
            let value = self.named_party(view, name);
            let found = Found { value, words: name.words.clone(), how: How::Named };
            (found, name.words.start..at + 1, false)
        })
    }
}
