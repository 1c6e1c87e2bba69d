//! Which offer an answer is to: as printed, by a pronoun, or the one spoken of last.

use super::super::{
    context::{Context, How},
    draft::Draft,
    title::TITLES,
    view::View,
};
use super::proposal::RIGHTS;
use crate::text::syntax::Clause;
use seisin_core::{Detail, PartyId, PartyRef, Stance};

/// Nouns that name much besides an offer.
const VAGUE: [&str; 8] =
    ["autonomy", "ceasefire", "truce", "peace", "exchange", "trade", "split", "bid"];

/// Of these, those that land beside them makes an offer of land: "autonomy for Sarn".
const OF_LAND: [&str; 5] = ["autonomy", "ceasefire", "truce", "split", "bid"];

/// Nouns for leaving land.
const LEAVING: [&str; 5] = ["withdrawal", "pullout", "pullback", "evacuation", "retreat"];

/// Small words that belong to the verb before them: "brushed aside the idea".
const PARTICLES: [&str; 10] =
    ["aside", "down", "out", "off", "away", "up", "back", "through", "over", "in"];

/// Who alone answers an offer is whom it was made to, where nothing else says so.
pub(crate) fn made_to_who_answers(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let (offer, after) = match drafts.get_mut(at..).and_then(<[Draft]>::split_first_mut) {
            Some((offer, after)) if matches!(offer.detail, Detail::Offer { .. }) => (offer, after),
            _ => continue,
        };
        let Some(owner) = offer.party.as_ref().map(|party| party.value.id.clone()) else {
            continue;
        };
        if offer.counterparty.is_some() {
            continue;
        }
        let own = |draft: &&Draft| draft.party.as_ref().is_some_and(|by| by.value.id == owner);
        let again = |draft: &&Draft| own(draft) && matches!(draft.detail, Detail::Offer { .. });
        let mut answerers: Vec<&PartyRef> = after
            .iter()
            .take_while(|draft| !again(draft))
            .filter(|draft| matches!(draft.detail, Detail::Response { .. }) && !own(draft))
            .filter(|draft| draft.counterparty.as_ref().is_some_and(|other| other.id == owner))
            .filter_map(|draft| draft.party.as_ref().filter(|by| by.how != How::Phrase))
            .map(|by| &by.value)
            .collect();
        answerers.dedup_by(|one, other| one.id == other.id);
        if let [only] = answerers.as_slice() {
            offer.counterparty = Some((*only).clone());
        }
    }
}

impl Context<'_> {
    /// Of two who answer in one sentence, neither of whom has offered anything, neither answers the other.
    pub(crate) fn part_fellow_answerers(&self, drafts: &mut [Draft]) {
        let answers = |draft: &&Draft| matches!(draft.detail, Detail::Response { .. });
        let offered = |id: &PartyId| {
            let owner = |party: &Option<PartyRef>| party.as_ref().is_some_and(|own| own.id == *id);
            self.offers.iter().any(|offer| owner(&offer.party))
                || self.plans.iter().any(|plan| plan.named && owner(&plan.owner))
        };
        let by = |draft: &Draft| draft.party.as_ref().map(|party| party.value.id.clone());
        let fellows: Vec<_> =
            drafts.iter().filter(answers).filter_map(by).filter(|id| !offered(id)).collect();
        if fellows.len() < 2 {
            return;
        }
        for draft in drafts.iter_mut().filter(|draft| answers(&&**draft)) {
            let fellow = |other: &PartyRef| fellows.contains(&other.id);
            draft.counterparty = draft.counterparty.take().filter(|other| !fellow(other));
        }
    }

    /// The plan named earlier in the sentence, as printed.
    pub(super) fn plan_here(&self, view: &View, verb: usize) -> Option<String> {
        let tree = &view.tree;
        let noun = (0..verb).rev().find(|at| self.lexicon.about.contains(tree.lower(*at)))?;
        Some(self.text(view, super::super::who::core(view, noun)))
    }

    pub(super) fn plan_words(&self, view: &View) -> Option<String> {
        let offer = self.offers.iter().rev().find(|offer| view.index - offer.sentence <= 12);
        let plan = self.plan_spoken_of(view);
        match (offer, plan) {
            (Some(offer), Some(plan)) if plan.sentence > offer.sentence => Some(plan.words.clone()),
            (Some(offer), _) => Some(offer.words.clone()),
            (None, plan) => plan.map(|plan| plan.words.clone()),
        }
    }

    /// The offer that is answered, and whose it is: as printed, or the words of the last one where a
    /// pronoun or nothing stands for it; `None` where it is no offer.
    pub(super) fn what_is_answered(
        &self,
        view: &View,
        clause: &Clause,
    ) -> Option<(String, Option<PartyRef>)> {
        let tree = &view.tree;
        let about = clause
            .patient
            .filter(|about| Some(*about) != clause.agent)
            .or_else(|| clause.oblique(&["to", "with", "against", "for", "on", "of"]))
            .or_else(|| Self::plain_object(view, clause.verb));
        let noun = about.map_or("", |about| tree.lower(about));
        let refuses = self.says_no(view, clause);
        let reported = self.lexicon.reports.contains(noun) && !self.lexicon.about.contains(noun);
        if refuses && (TITLES.contains(&noun) || reported) {
            return None;
        }
        let known = self.last_plan().is_some();
        let names_plan = self.lexicon.about.contains(noun);
        let instrument =
            matches!(noun, "treaty" | "agreement" | "accord" | "pact" | "ruling" | "award");
        if about.is_some_and(|about| self.is_of_other_matter(view, about)) {
            return None;
        }
        let arranged = about.is_some_and(|about| Self::is_arrangement(view, about));
        if let Some(about) = about.filter(|_| names_plan || arranged || instrument && !refuses) {
            let made = self.maker_of_plan(view, about);
            let known = known || made.is_some();
            let named = made.or_else(|| self.owner_of_plan(view, about));
            let owner = named.or_else(|| self.owner_by_same_noun(view, about));
            let landed = || {
                let branch = tree.branch(about);
                OF_LAND.contains(&noun)
                    && view.places.iter().any(|name| branch.contains(&name.words.start))
            };
            let vague = !known && VAGUE.contains(&noun) && !landed();
            return (!vague)
                .then(|| (self.text(view, super::super::who::core(view, about)), owner));
        }
        let alone = self.is_bare_answer(view, clause, about);
        let pronoun = matches!(noun, "it" | "that" | "this" | "them" | "any");
        let named = || {
            let about = about?;
            let offer = self.offers.last()?;
            let land = self.land(view, about)?;
            offer.region.as_ref().filter(|region| region.name == land.value.name).map(|_| ())
        };
        let again = || about.filter(|about| self.tells_again(view, *about)).map(|_| ());
        let here = (0..clause.verb).any(|at| {
            self.lexicon.about.contains(tree.lower(at)) && tree.tag(at).starts_with("NN")
        });
        self.last_plan().filter(|plan| view.index <= plan + 4).or(here.then_some(view.index))?;
        let parted = tree.lower(clause.verb + 1) == ",";
        let open = (parted || tree.child(clause.verb, &["xcomp", "ccomp"]).is_none())
            && matches!(
                tree.label(clause.verb),
                "root" | "conj" | "ccomp" | "parataxis" | "acl" | "advcl" | "dep"
            )
            && clause
                .patient
                .is_none_or(|object| object > clause.verb || Some(object) == clause.agent)
            && !Self::in_apposition(view, clause);
        ((alone && open) || pronoun || named().or_else(again).is_some())
            .then(|| self.plan_words(view).or_else(|| self.plan_here(view, clause.verb)))
            .flatten()
            .map(|words| (words, None))
    }

    /// Whether the verb of an answer has nothing after it that could be what is answered.
    fn is_bare_answer(&self, view: &View, clause: &Clause, about: Option<usize>) -> bool {
        let tree = &view.tree;
        let stem = [
            "declin", "refus", "accept", "agree", "reject", "balk", "demur", "disagree", "said",
            "hear", "live",
        ];
        stem.iter().any(|stem| tree.lower(clause.verb).starts_with(stem))
            && about.is_none_or(|about| {
                !tree.is_nominal(about)
                    || view.times.iter().any(|time| tree.words_in(&time.range).contains(&about))
                    || tree.lower(about) == "no"
                    || self.party(view, about).is_some() && about < clause.verb
            })
    }

    /// "A lease of the port at Sarn", "the corridor through Velk": what would be done with land that is named.
    pub(super) fn is_arrangement(view: &View, noun: usize) -> bool {
        let word = view.tree.lower(noun);
        let arranges = RIGHTS.contains(&word)
            || super::reached::is_dealing(word)
            || matches!(word, "referendum" | "plebiscite" | "leaseback");
        let branch = view.tree.branch(noun);
        let after = |name: &super::super::view::PlaceName| {
            name.words.start > noun && branch.contains(&name.words.start)
        };
        arranges && !TITLES.contains(&word) && view.places.iter().any(after)
    }

    /// "The climate deal", "a pay offer": what is called after another matter.
    pub(super) fn is_of_other_matter(&self, view: &View, noun: usize) -> bool {
        let tree = &view.tree;
        let other = |at: usize| self.lexicon.other_deals.contains(tree.lower(at));
        noun.checked_sub(1).is_some_and(other)
    }

    /// "The division", "the letter": a definite noun for what the last offer told, or for what it came in.
    fn tells_again(&self, view: &View, noun: usize) -> bool {
        let tree = &view.tree;
        let word = tree.lower(noun);
        let definite = tree.children_with(noun, &["det"]).any(|det| {
            matches!(tree.lower(det), "the" | "that" | "this" | "these" | "those" | "such")
        });
        let Some(offer) = self.offers.last().filter(|offer| view.index <= offer.sentence + 3)
        else {
            return false;
        };
        let stem = word.get(..word.len().saturating_sub(4).max(4)).unwrap_or(word);
        let plain = !self.is_body(word) && !self.lexicon.people.contains(word);
        let told = || offer.words.split(' ').any(|other| other.starts_with(stem));
        definite
            && plain
            && tree.tag(noun).starts_with("NN")
            && (self.lexicon.bearers.contains(word)
                || super::reached::is_dealing(word)
                || LEAVING.contains(&word)
                || word.len() > 3 && told())
    }

    /// "The package": whose the plan is that was called so before.
    fn owner_by_same_noun(&self, view: &View, noun: usize) -> Option<PartyRef> {
        let tree = &view.tree;
        let definite = tree
            .children_with(noun, &["det"])
            .any(|det| matches!(tree.lower(det), "the" | "that" | "this"));
        let called = |words: &str| {
            words.rsplit(' ').next().is_some_and(|last| last.to_lowercase() == tree.lower(noun))
        };
        let plans = self.plans.iter().rev().filter(|plan| plan.named && called(&plan.words));
        plans.filter(|_| definite).find_map(|plan| plan.owner.clone())
    }

    /// "A number Borland rejects": the clause hangs on a noun before its subject.
    fn in_apposition(view: &View, clause: &Clause) -> bool {
        let tree = &view.tree;
        let before = clause.agent.and_then(|agent| {
            let start = tree.branch(agent).start.min(agent);
            start.checked_sub(1)
        });
        before.is_some_and(|at| tree.tag(at).starts_with("NN"))
    }

    /// The noun right after a verb, nothing but its own words between.
    fn plain_object(view: &View, verb: usize) -> Option<usize> {
        let tree = &view.tree;
        let noun = super::super::title::noun_after(view, verb + 1)?;
        let parts = |at: usize| at == verb + 1 && PARTICLES.contains(&tree.lower(at));
        let clear = (verb + 1..noun).all(|at| {
            parts(at)
                || matches!(
                    tree.tag(at),
                    "DT" | "JJ"
                        | "NN"
                        | "NNS"
                        | "NNP"
                        | "NNPS"
                        | "PRP$"
                        | "POS"
                        | "RP"
                        | "CD"
                        | "PDT"
                        | "RB"
                        | "``"
                ) && tree.lower(at) != "only"
        });
        clear.then_some(noun)
    }

    fn says_no(&self, view: &View, clause: &Clause) -> bool {
        matches!(self.stance(view, clause), Some(Stance::Reject))
    }
}
