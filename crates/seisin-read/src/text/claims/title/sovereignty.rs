//! Sovereignty recognised, disputed, handed on, extended or said to lie with somebody.

use super::super::{
    context::{Context, Found},
    view::View,
};
use super::{TitleAct, Turn, surface::clause_words};
use seisin_core::{PartyRef, RegionRef, TitleAction};

/// Verbs that grant that sovereignty is so.
const GRANTING: [&str; 10] = [
    "recognise",
    "recognize",
    "acknowledge",
    "accept",
    "confirm",
    "reaffirm",
    "affirm",
    "concede",
    "endorse",
    "respect",
];

/// Verbs that refuse it.
const REFUSING: [&str; 9] =
    ["reject", "dispute", "contest", "question", "challenge", "deny", "oppose", "object", "refuse"];

/// Verbs that give it away.
const GIVING: [&str; 10] = [
    "cede",
    "transfer",
    "hand",
    "surrender",
    "relinquish",
    "give",
    "yield",
    "renounce",
    "return",
    "pass",
];

impl Context<'_> {
    /// What is done with the sovereignty named at a word.
    pub(super) fn sovereignty(&self, view: &View, at: usize) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let law = matches!(tree.lower(at), "law" | "laws" | "jurisdiction")
            && (at.saturating_sub(4)..at)
                .any(|verb| self.is_one_of(view, verb, &["extend", "apply", "impose"]));
        let whole =
            tree.lower(at) == "integrity" && tree.lower(at.wrapping_sub(1)) == "territorial";
        if !(tree.lower(at) == "sovereignty" || law || whole) {
            return None;
        }
        let reach = at + 1..tree.len().min(at + 9);
        let over = reach.clone().find(|word| tree.lower(*word) == "over");
        let over = over.or_else(|| {
            reach.clone().find(|word| {
                matches!(tree.lower(*word), "of" | "to")
                    || whole && matches!(tree.lower(*word), "including" | "with")
            })
        });
        if whole && over.is_none() {
            return None;
        }
        let lands = over.map(|over| self.lands_after(view, over + 1, 10)).unwrap_or_default();
        let lands = self.or_land_meant(view, at, lands);
        if lands.is_empty() {
            return None;
        }
        let first = lands.first().map_or(at, |land| land.words.end);
        let owner = self.owner_of_sovereignty(view, at, first, &lands);
        self.sovereignty_granted(view, at, &lands, owner.as_ref())
            .or_else(|| self.sovereignty_upheld(view, at, &lands, owner.as_ref()))
            .or_else(|| self.sovereignty_done(view, at, &lands, owner.as_ref()))
            .or_else(|| self.sovereignty_lies(view, at, &lands))
            .map(|act| vec![act])
    }

    /// Whose it is: "Danish sovereignty", "the sovereignty of the Kingdom of Morocco over".
    fn owner_of_sovereignty(
        &self,
        view: &View,
        at: usize,
        end: usize,
        lands: &[Found<RegionRef>],
    ) -> Option<Found<PartyRef>> {
        let near = |name: &&super::super::view::PartyName| {
            name.words.end <= at && name.words.start + 5 > at
        };
        let before = view.parties.iter().rev().find(near).map(|name| Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: super::super::context::How::Named,
        });
        let before =
            before.filter(|owner| !(owner.words.end..at).any(|word| view.tree.is_verb(word)));
        before.or_else(|| {
            self.party_within(view, at + 1..end)
                .filter(|owner| !lands.iter().any(|land| land.words.contains(&owner.words.start)))
        })
    }

    /// "Arland’s recognition of Borlandic sovereignty over Sarn": granted, by a noun.
    fn sovereignty_granted(
        &self,
        view: &View,
        at: usize,
        lands: &[Found<RegionRef>],
        owner: Option<&Found<PartyRef>>,
    ) -> Option<TitleAct> {
        let tree = &view.tree;
        let noun = (at.saturating_sub(7)..at).rev().find(|word| {
            matches!(tree.lower(*word), "recognition" | "acknowledgement" | "acknowledgment")
                && tree.lower(word + 1) == "of"
        })?;
        let verb = tree.head(noun).filter(|verb| tree.is_verb(*verb));
        let settled = verb.is_none_or(|verb| {
            tree.label(noun).starts_with("nsubj") && !tree.lower(verb).starts_with("depend")
        });
        let whose = tree.child(noun, &["nmod:poss"]).filter(|_| settled)?;
        let party = self.party(view, whose)?;
        let other = owner.filter(|owner| owner.value.id != party.value.id).cloned();
        let words = clause_words(view, noun, at);
        Some(
            TitleAct::told("sovereignty", TitleAction::Recognised, noun, words)
                .by(party)
                .towards(other.map(|other| other.value))
                .over(lands.to_vec()),
        )
    }

    /// "Arland’s sovereignty over Sarn was confirmed by the court": granted, in the passive.
    fn sovereignty_upheld(
        &self,
        view: &View,
        at: usize,
        lands: &[Found<RegionRef>],
        owner: Option<&Found<PartyRef>>,
    ) -> Option<TitleAct> {
        let verb = view.tree.head(at).filter(|_| view.tree.label(at) == "nsubj:pass")?;
        let granted =
            self.is_one_of(view, verb, &GRANTING) || self.is_one_of(view, verb, &["uphold"]);
        let owner = owner.filter(|_| granted)?;
        let by = crate::text::syntax::Clause::of(&view.tree, verb).agent;
        let party = by.and_then(|by| self.party(view, by));
        Some(
            TitleAct::told(
                "sovereignty",
                TitleAction::Recognised,
                verb,
                clause_words(view, owner.words.start.min(at), verb + 1),
            )
            .by(party)
            .towards(owner.value.clone())
            .over(lands.to_vec()),
        )
    }

    /// A verb before it that recognises, disputes, gives or extends it.
    fn sovereignty_done(
        &self,
        view: &View,
        at: usize,
        lands: &[Found<RegionRef>],
        owner: Option<&Found<PartyRef>>,
    ) -> Option<TitleAct> {
        let tree = &view.tree;
        let verb = (at.saturating_sub(14)..at).rev().find(|word| {
            tree.is_verb(*word) && !matches!(tree.tag(*word), "VBN" if tree.label(*word) == "amod")
        })?;
        if (verb + 1..at).any(|word| self.lexicon.about.contains(tree.lower(word))) {
            return None;
        }
        let any = |verbs: &[&str]| self.is_one_of(view, verb, verbs);
        let extends = any(&["extend", "apply", "impose"]);
        let (action, turn) = if any(&GRANTING) {
            (TitleAction::Recognised, Turn::AsTold)
        } else if any(&REFUSING) {
            let negated = crate::text::syntax::Clause::of(tree, verb).negation.is_some();
            (TitleAction::Recognised, if negated { Turn::Affirmed } else { Turn::Denied })
        } else if any(&GIVING) {
            (TitleAction::Ceded, Turn::AsTold)
        } else if extends {
            (TitleAction::Annexed, Turn::AsTold)
        } else if any(&["assert", "claim", "proclaim", "declare", "press", "invoke"]) {
            (TitleAction::Claimed, Turn::AsTold)
        } else {
            return None;
        };
        let doer = self.doer(view, verb).or_else(|| owner.filter(|_| extends).cloned());
        let receiver = (action == TitleAction::Ceded)
            .then(|| (at..tree.len()).find(|word| tree.lower(*word) == "to"))
            .flatten()
            .and_then(|to| self.party_within(view, to + 1..to + 6));
        let passive = crate::text::syntax::Clause::of(tree, verb).is_passive;
        if doer.is_none() && !passive {
            return None;
        }
        let other = receiver.or_else(|| {
            owner
                .filter(|owner| doer.as_ref().is_none_or(|doer| doer.value.id != owner.value.id))
                .cloned()
        });
        Some(
            TitleAct::told("sovereignty", action, verb, clause_words(view, verb, at))
                .turned(turn)
                .by(doer)
                .towards(other.map(|other| other.value))
                .over(lands.to_vec()),
        )
    }

    /// "Sovereignty over the islands is Egyptian", "belongs to Arland", "passed to Borland".
    fn sovereignty_lies(
        &self,
        view: &View,
        at: usize,
        lands: &[Found<RegionRef>],
    ) -> Option<TitleAct> {
        let tree = &view.tree;
        let verb = (at + 1..tree.len().min(at + 14))
            .find(|word| matches!(tree.tag(*word), "VBD" | "VBZ" | "VBP" | "VBN" | "VB"))?;
        let handed = self.is_one_of(view, verb, &GIVING)
            || (verb..tree.len().min(verb + 4)).any(|word| self.is_one_of(view, word, &GIVING));
        let owner = self.party_within(view, verb + 1..verb + 8)?;
        let lies = matches!(
            tree.lower(verb),
            "is" | "was" | "lies" | "rests" | "belongs" | "belonged" | "remains"
        );
        (handed || lies).then(|| {
            TitleAct::told(
                "sovereignty-lies",
                if handed { TitleAction::Ceded } else { TitleAction::Recognised },
                verb,
                clause_words(view, at, verb + 1),
            )
            .by((!handed).then(|| self.whoever_speaks(view, verb)).flatten())
            .towards(owner.value)
            .over(lands.to_vec())
        })
    }

    /// Who speaks in the quotation or turn being read, or says what a verb tells.
    pub(crate) fn whoever_speaks(&self, view: &View, verb: usize) -> Option<Found<PartyRef>> {
        let clause = crate::text::syntax::Clause::of(&view.tree, verb);
        let told = self.told(view, &clause, &self.quoted_here);
        let link = told.sources.last()?;
        let value = self
            .party_of_link(link)
            .unwrap_or_else(|| super::super::context::unlisted_party(&link.name));
        Some(Found { value, words: verb..verb + 1, how: super::super::context::How::Referred })
    }
}
