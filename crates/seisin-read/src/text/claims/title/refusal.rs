//! Awards, treaties, borders and annexations refused: "rejected the ruling", "declared the treaty
//! void", "does not accept the line"; and what was recognised before taken back.

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{
    TitleAct, Turn,
    claiming::is_of_act,
    draft::REFUSED,
    surface::{clause_words, noun_after, noun_before},
};
use crate::text::syntax::{Clause, Tense};
use seisin_core::{Detail, Modality, PartyRef, TitleAction};

/// Nouns for what gives, draws or settles a right to land.
pub(crate) const TITLES: [&str; 31] = [
    "award",
    "ruling",
    "rulings",
    "judgment",
    "judgement",
    "verdict",
    "treaty",
    "treaties",
    "cession",
    "annexation",
    "annexations",
    "demarcation",
    "delimitation",
    "partition",
    "secession",
    "arbitration",
    "boundary",
    "line",
    "frontier",
    "border",
    "accession",
    "independence",
    "handover",
    "incorporation",
    "transfer",
    "borders",
    "frontiers",
    "boundaries",
    "referendum",
    "plebiscite",
    "loss",
];

/// Words that go back to a title told of before.
const REFERRING: [&str; 13] = [
    "it",
    "deal",
    "agreement",
    "accord",
    "decision",
    "pact",
    "transfer",
    "them",
    "act",
    "step",
    "move",
    "declaration",
    "vote",
];

/// Verbs that refuse.
const REFUSING: [&str; 20] = [
    "reject",
    "refuse",
    "repudiate",
    "denounce",
    "annul",
    "dispute",
    "contest",
    "dismiss",
    "defy",
    "disregard",
    "ignore",
    "abrogate",
    "void",
    "throw",
    "spurn",
    "disavow",
    "challenge",
    "condemn",
    "oppose",
    "rebuff",
];

/// Verbs that, denied, refuse.
const ACCEPTING: [&str; 10] = [
    "accept",
    "recognise",
    "recognize",
    "acknowledge",
    "honour",
    "honor",
    "ratify",
    "respect",
    "implement",
    "abide",
];

/// Verbs that take a ruling as it comes.
const BOWING: [&str; 8] =
    ["swallow", "bow", "submit", "comply", "heed", "obey", "acquiesce", "welcome"];

/// Nouns for what a court or arbiter gives.
const RULINGS: [&str; 8] = [
    "award",
    "ruling",
    "rulings",
    "judgment",
    "judgement",
    "verdict",
    "arbitration",
    "demarcation",
];

impl Context<'_> {
    /// A title refused or accepted, by its verb.
    pub(super) fn refusal(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        self.refused_title(view, verb)
            .or_else(|| self.called_void(view, verb))
            .or_else(|| self.taken_back(view, verb))
            .map(|act| vec![act])
    }

    fn refused_title(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let refusing = self.is_one_of(view, verb, &REFUSING);
        let accepting = self.is_one_of(view, verb, &ACCEPTING);
        let bows = self.is_one_of(view, verb, &BOWING);
        if !(refusing || accepting || bows) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let refuses = refusing && clause.negation.is_none();
        let negated = clause.negation.is_some() || Self::refuses_to(view, verb);
        let done = matches!(
            clause.tense,
            Tense::Past | Tense::PastPerfect | Tense::PresentPerfect | Tense::Present
        );
        let (declines, accepts) = (accepting && negated, (accepting || bows) && done && !negated);
        if !(refuses || declines || accepts) {
            return None;
        }
        let object = clause.patient.or_else(|| noun_after(view, verb + 1))?;
        let object = Self::ruling_in_part(view, object).unwrap_or(object);
        let noun = tree.lower(object);
        let claim = matches!(noun, "claim" | "claims") && refuses && !is_of_act(view, object);
        let ruled = matches!(noun, "decision" | "opinion" | "finding")
            && tree
                .child(object, &["nmod:poss"])
                .is_some_and(|court| super::super::who::COURTS.contains(&tree.lower(court)));
        if accepts && !RULINGS.contains(&noun) {
            return None;
        }
        let title = TITLES.contains(&noun) || claim || ruled;
        let referred = REFERRING.contains(&noun);
        let last = self.last_title.as_ref().filter(|last| {
            view.index <= last.sentence + 3
                && self.last_plan().is_none_or(|plan| plan < last.sentence)
        });
        let settled = last.is_some_and(|last| {
            matches!(
                last.draft.detail,
                Detail::Title(TitleAction::Ceded | TitleAction::Recognised | TitleAction::Annexed)
            ) && matches!(last.draft.told.modality, Modality::Asserted | Modality::Reported)
        });
        if !(title || referred && settled) {
            return None;
        }
        let party = self.who_refuses(view, &clause)?;
        let over = (object + 1..tree.len().min(object + 3))
            .find(|at| matches!(tree.lower(*at), "on" | "over" | "to" | "of"));
        let of = over.and_then(|over| {
            let lands = self.lands_after(view, over + 1, 9);
            lands.into_iter().find(|land| !matches!(land.how, How::Phrase))
        });
        let owner = tree
            .child(object, &["nmod:poss"])
            .filter(|_| claim)
            .and_then(|owner| self.party(view, owner))
            .map(|owner| owner.value);
        let lands = of.map_or_else(|| self.land_of_title(view, verb), |land| vec![land]);
        let known = !lands.is_empty() || title && !claim;
        known.then(|| {
            TitleAct::told(
                if accepts { "accepted-title" } else { REFUSED },
                TitleAction::Recognised,
                verb,
                clause_words(view, verb, object + 1),
            )
            .turned(if accepts { Turn::AsTold } else { Turn::Denied })
            .towards(owner.or_else(|| self.holder_by_title(&party.value)))
            .by(party)
            .over(lands)
        })
    }

    /// "The maritime part of the ruling": the noun after "of".
    fn ruling_in_part(view: &View, object: usize) -> Option<usize> {
        let tree = &view.tree;
        let part = matches!(tree.lower(object), "part" | "parts" | "half" | "section");
        (part && tree.lower(object + 1) == "of")
            .then(|| (object + 2..object + 5).find(|at| TITLES.contains(&tree.lower(*at))))
            .flatten()
    }

    /// "A hundred states": those who act without a name.
    fn counted_states(&self, view: &View, noun: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let states = matches!(
            tree.lower(noun),
            "states" | "countries" | "governments" | "members" | "nations" | "assembly" | "council"
        );
        let words = super::super::who::core(view, noun);
        states.then(|| Found {
            value: super::super::context::unlisted_party(&self.text(view, words.clone())),
            words,
            how: How::Phrase,
        })
    }

    /// "Refuses to recognise", "failed to ratify".
    fn refuses_to(view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        let to = verb.checked_sub(1).filter(|to| tree.lower(*to) == "to");
        to.and_then(|to| to.checked_sub(1)).is_some_and(|before| {
            let word = tree.lower(before);
            word.starts_with("refus") || word.starts_with("fail") || word.starts_with("declin")
        }) || to.is_some_and(|to| {
            (to.saturating_sub(9)..to).any(|at| tree.lower(at).starts_with("refus"))
        })
    }

    /// Who refuses or accepts.
    fn who_refuses(&self, view: &View, clause: &Clause) -> Option<Found<PartyRef>> {
        let before = || noun_before(view, clause.verb);
        clause
            .agent
            .and_then(|agent| self.party(view, agent))
            .or_else(|| self.party(view, before()?))
            .or_else(|| self.counted_states(view, clause.agent.or_else(before)?))
    }

    /// "Declared the award void", "considers the treaty null and void".
    fn called_void(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(
            view,
            verb,
            &[
                "declare",
                "consider",
                "call",
                "deem",
                "regard",
                "pronounce",
                "describe",
                "hold",
                "denounce",
            ],
        ) {
            return None;
        }
        let reach = verb + 1..tree.len().min(verb + 14);
        let title = reach.clone().find(|at| TITLES.contains(&tree.lower(*at))).or_else(|| {
            let pronoun = reach.clone().take(2).find(|at| matches!(tree.lower(*at), "it" | "them"));
            let near = self.last_title.as_ref().is_some_and(|last| view.index <= last.sentence + 2);
            let before = near || (0..verb).any(|at| TITLES.contains(&tree.lower(at)));
            pronoun.filter(|_| before)
        })?;
        reach.clone().find(|at| {
            matches!(
                tree.lower(*at),
                "void" | "null" | "invalid" | "illegal" | "illegitimate" | "worthless" | "unlawful"
            )
        })?;
        let party = self.doer(view, verb)?;
        let lands = self.land_of_title(view, verb);
        Some(
            TitleAct::told(
                "called-void",
                TitleAction::Recognised,
                verb,
                clause_words(view, verb.min(title), verb.max(title) + 1),
            )
            .turned(Turn::Denied)
            .towards(self.holder_by_title(&party.value))
            .by(party)
            .over(lands),
        )
    }

    /// "Has withdrawn its recognition", "revoked recognition of Sarn".
    fn taken_back(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(
            view,
            verb,
            &[
                "withdraw", "revoke", "rescind", "retract", "suspend", "cancel", "annul",
                "reverse", "drop", "end", "take",
            ],
        ) {
            return None;
        }
        let noun =
            (verb + 1..tree.len().min(verb + 5)).find(|at| tree.lower(*at) == "recognition")?;
        if self.is_one_of(view, verb, &["take"]) && tree.lower(verb + 1) != "back" {
            return None;
        }
        let party = self
            .doer(view, verb)
            .or_else(|| self.counted_states(view, noun_before(view, verb)?))?;
        let of = (tree.lower(noun + 1) == "of").then(|| self.lands_after(view, noun + 2, 9));
        let lands =
            of.filter(|lands| !lands.is_empty()).unwrap_or_else(|| self.land_of_title(view, verb));
        (!lands.is_empty()).then(|| {
            TitleAct::told(
                "recognition-withdrawn",
                TitleAction::Recognised,
                verb,
                clause_words(view, verb, noun + 1),
            )
            .turned(Turn::Denied)
            .by(party)
            .over(lands)
        })
    }

    /// Who got the land by the title told of last, where that is another party.
    fn holder_by_title(&self, refuser: &PartyRef) -> Option<PartyRef> {
        let last = self.last_title.as_ref()?;
        let winner = last.counterparty.clone().filter(|winner| winner.id != refuser.id);
        winner
            .or_else(|| last.party.clone().filter(|party| party.id != refuser.id && !last.by_court))
    }
}
