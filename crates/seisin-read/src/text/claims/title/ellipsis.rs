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

    /// What the clauses that leave out their verb say by the claim before them.
    pub(crate) fn ellipsis(&self, view: &View, quotes: &[Quote]) -> Vec<Draft> {
        let Some(last) = self.last_told.as_ref().filter(|last| view.index <= last.sentence + 1)
        else {
            return Vec::new();
        };
        if let Some(nobody) = self.nobody_did(view, last, quotes) {
            return vec![nobody];
        }
        self.left_out_of(view, (&last.draft, last.sentence < view.index), quotes)
    }

    /// The claims that leave out what another told, which stands in a sentence before where it is `apart`.
    pub(crate) fn left_out_of(
        &self,
        view: &View,
        (told, apart): (&Draft, bool),
        quotes: &[Quote],
    ) -> Vec<Draft> {
        let mut found = self.left_out(view, told);
        if found.is_empty() {
            found.extend(self.followed(view, told));
        }
        let begins = apart && found.is_empty();
        found.extend(self.so_did(view, begins));
        let known = told.party.as_ref().map(|party| &party.value.id);
        found.retain(|left| known != Some(&left.party.value.id));
        found.iter().filter_map(|left| self.draft_left_out(view, told, left, quotes)).collect()
    }

    fn draft_left_out(
        &self,
        view: &View,
        was: &Draft,
        left: &LeftOut,
        quotes: &[Quote],
    ) -> Option<Draft> {
        let clause = Clause::of(&view.tree, left.words.end.saturating_sub(1));
        let told = Some(self.told(view, &clause, quotes)).filter(|told| told.refused.is_none())?;
        let mut draft = Draft {
            party: Some(left.party.clone()),
            told,
            evidence: view.tree.range(left.words.clone()),
            dated: self.dated(view, &clause, &was.told).or_else(|| was.dated.clone()),
            rule: format!("{}+left-out", was.rule),
            quantity: None,
            ..was.clone()
        };
        let conditional = Self::is_conditional(view, &clause);
        if let Detail::Response { stance, .. } = &mut draft.detail {
            *stance = match (*stance, left.turn) {
                (Stance::Accept, Left::As) if conditional => Stance::Conditional,
                (Stance::Accept, Left::Not) => Stance::Reject,
                (Stance::Reject, Left::Not) => Stance::Accept,
                (_, Left::Does) => return None,
                (known, _) => known,
            };
            draft.told.polarity = Polarity::Affirmed;
        } else {
            draft.told.polarity = match (was.told.polarity, left.turn) {
                (_, Left::Does) => Polarity::Affirmed,
                (known, Left::As) => known,
                (Polarity::Denied, Left::Not) if is_refusal(was) => Polarity::Affirmed,
                (_, Left::Not) => Polarity::Denied,
            };
        }
        Some(draft)
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

    /// "Belgrade hasn’t.", "Kyiv and Baku did not", "Arland does": subjects, a helping verb, nothing after.
    fn left_out(&self, view: &View, was: &Draft) -> Vec<LeftOut> {
        let tree = &view.tree;
        let helpers = (0..tree.len())
            .filter(|at| is_helper(tree.lower(*at)) || matches!(tree.lower(*at), "would" | "will"));
        let of = |helper: usize| {
            let follows = matches!(tree.lower(helper + 1), "not" | "n't" | "never");
            let leads = tree.lower(helper.wrapping_sub(1)) == "never";
            let after = helper + 1 + usize::from(follows);
            let closed = matches!(tree.lower(after), "." | "" | ";" | "!")
                || tree.lower(after) == "," && (after + 2 >= tree.len() || is_so(view, after + 1));
            let turn = if follows || leads { Left::Not } else { Left::Does };
            let may_do = matches!(was.detail, Detail::Title(_) | Detail::Holding)
                && matches!(tree.lower(helper), "do" | "does" | "did" | "has" | "have");
            let names = self.names_before(view, helper - usize::from(leads));
            let first = names.first()?.words.start;
            let begins = first <= 1
                || (first.saturating_sub(2)..first)
                    .any(|at| matches!(tree.lower(at), ";" | "but" | "," | "while" | "and" | ":"));
            (closed && begins && (turn == Left::Not || may_do)).then(|| {
                let by = |party| LeftOut { party, words: first..after, turn };
                names.into_iter().map(by).collect::<Vec<_>>()
            })
        };
        helpers.filter(|at| *at > 0).filter_map(of).flatten().collect()
    }

    /// The parties named one after the other right before a word: "Kyiv and the union".
    fn names_before(&self, view: &View, end: usize) -> Vec<Found<PartyRef>> {
        let tree = &view.tree;
        let mut found: Vec<Found<PartyRef>> = Vec::new();
        let mut next = end;
        for name in view.parties.iter().rev().filter(|name| name.words.end <= end) {
            let between = name.words.end..next;
            let joined =
                between.clone().any(|at| matches!(tree.lower(at), "and" | "," | "or" | "nor"));
            let plain = between.clone().all(|at| {
                matches!(tree.lower(at), "and" | "," | "the" | "or" | "nor") && !found.is_empty()
            });
            if !(plain && (joined || found.is_empty())) {
                break;
            }
            next = name.words.start;
            let value = self.named_party(view, name);
            found.insert(0, Found { value, words: name.words.clone(), how: How::Named });
        }
        found
    }

    /// "So did Velk’s assembly", "neither has Borland", "as do Arland and Carland"; at the head of its
    /// sentence where what it goes back to stands in the one before.
    fn so_did(&self, view: &View, begins: bool) -> Vec<LeftOut> {
        let tree = &view.tree;
        let all = (0..tree.len()).filter(|at| is_so(view, *at) && (*at > 1) != begins);
        let of = |at: usize| {
            let noun = super::surface::noun_after(view, at + 2)?;
            let first = self.answerer(view, noun)?;
            let mut parties = vec![first];
            let more = self.parties(view, noun).into_iter().skip(1);
            parties.extend(more.filter(|party| party.how == How::Named));
            let end = parties.iter().map(|party| party.words.end).fold(noun + 1, usize::max);
            let turn = if matches!(tree.lower(at), "so" | "as") { Left::As } else { Left::Not };
            let by = |party| LeftOut { party, words: at..end, turn };
            Some(parties.into_iter().map(by).collect::<Vec<_>>())
        };
        all.filter_map(of).flatten().collect()
    }

    /// "Only Arland has followed", "Borland followed suit".
    fn followed(&self, view: &View, was: &Draft) -> Option<LeftOut> {
        let tree = &view.tree;
        let recognised = matches!(
            was.detail,
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
            let party = Found { value, words: name.words.clone(), how: How::Named };
            LeftOut { party, words: name.words.start..at + 1, turn: Left::As }
        })
    }
}

/// A clause that leaves out what was told: who, its words, and how it stands to what was told.
struct LeftOut {
    party: Found<PartyRef>,
    words: Range<usize>,
    turn: Left,
}

/// How a clause that leaves something out stands to what was told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    /// As that was: "so did Arland".
    As,
    /// It is so, whatever that was: "Arland does".
    Does,
    /// It is not so: "Arland did not", "neither has Arland".
    Not,
}

/// Whether what was told is denied by a verb of refusing: who did not, did the opposite.
fn is_refusal(was: &Draft) -> bool {
    was.rule.starts_with("title/") && was.rule != "title/refused-title"
}

fn is_helper(word: &str) -> bool {
    matches!(word, "has" | "have" | "had" | "did" | "does" | "do" | "was" | "were")
}

/// Whether "so did", "neither has" or "as do" begins a clause at a word.
fn is_so(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let helps = |at: usize| is_helper(tree.lower(at)) || tree.lower(at) == "would";
    let parted = at == 0 || matches!(tree.lower(at - 1), ";" | "and" | "," | "“");
    match tree.lower(at) {
        "so" | "neither" | "nor" => parted && helps(at + 1),
        "as" => at > 0 && tree.lower(at - 1) == "," && helps(at + 1),
        "and" => is_so(view, at + 1),
        _ => false,
    }
}
