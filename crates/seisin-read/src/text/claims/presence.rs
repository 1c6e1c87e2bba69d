//! Whose forces are in land: "Arland’s troops are stationed in Sarn", "there is no Borlandic soldier in
//! the valley", "Borland has 2,000 men there", "the Arlandic flag flies over Velk".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, Tense, preposition};
use seisin_core::{Detail, PartyRef, Polarity, RegionRef};
use seisin_places::PartyRole;

/// Prepositions before the land that forces are in.
const WITHIN: [&str; 13] = [
    "in", "inside", "within", "at", "on", "in at", "in on", "on at", "on in", "across", "around",
    "astride", "atop",
];

/// The verbs that tell of it.
const VERBS: [&str; 15] = [
    "be", "remain", "stay", "sit", "stand", "linger", "have", "keep", "maintain", "station",
    "base", "retain", "fly", "flutter", "wave",
];

/// Who is in land, and in which.
struct Presence {
    parties: Vec<Found<PartyRef>>,
    lands: Vec<Found<RegionRef>>,
    /// Whether the phrase for the forces says that there are none.
    none: bool,
}

impl Context<'_> {
    /// What a clause says of whose forces are in land.
    pub(super) fn presence(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let form = view.tree.lower(at);
        if !self.lexicon.presence.contains(form) && !self.lexicon.is_form_of_any(form, &VERBS) {
            return Vec::new();
        }
        let clause = Clause::of(&view.tree, at);
        let found = self
            .stationed(view, &clause)
            .or_else(|| self.there_are(view, &clause))
            .or_else(|| self.has_forces(view, &clause))
            .or_else(|| self.flag_over(view, &clause))
            .or_else(|| self.stays_in(view, &clause))
            .or_else(|| self.stay_on(view, &clause));
        let Some(found) = found.filter(|found| !found.lands.is_empty()) else { return Vec::new() };
        let mut told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return Vec::new();
        }
        if found.none {
            told.polarity = Polarity::Denied;
        }
        let dated = self.time_of(view, &clause, &told, &Detail::Holding);
        let rule = format!("presence/{}", view.tree.lower(at));
        let base = Draft {
            dated,
            ..Draft::told(Detail::Holding, told, Self::evidence(view, &clause), rule)
        };
        let lands = &found.lands;
        let each = |party: Found<PartyRef>| {
            let base = &base;
            lands.iter().map(move |land| Draft {
                party: Some(party.clone()),
                region: Some(land.clone()),
                ..base.clone()
            })
        };
        found.parties.into_iter().flat_map(each).collect()
    }

    /// "Are stationed in Sarn", "are dug in at Sarn", "were still camped on the plateau".
    fn stationed(&self, view: &View, clause: &Clause) -> Option<Presence> {
        let tree = &view.tree;
        let helped = tree.child(clause.verb, &["aux", "aux:pass", "cop"]).is_some();
        let placed = self.lexicon.presence.contains(tree.lower(clause.verb));
        let subject = clause.patient.or(clause.agent).filter(|_| helped && placed)?;
        self.forces_in(view, clause, subject, clause.verb)
    }

    /// "There are still Arlandic troops in Sarn", "no Arlandic soldier is left in Sarn".
    fn there_are(&self, view: &View, clause: &Clause) -> Option<Presence> {
        let tree = &view.tree;
        let is = self.lexicon.is_form_of_any(tree.lower(clause.verb), &["be", "remain"])
            && tree.child(clause.verb, &["expl"]).is_some();
        let left = tree.lower(clause.verb) == "left"
            && tree.child(clause.verb, &["aux:pass", "cop"]).is_some();
        let subject = clause
            .agent
            .or(clause.patient)
            .or_else(|| tree.child(clause.verb, &["nsubj", "obj"]))
            .filter(|_| is || left)?;
        self.forces_in(view, clause, subject, clause.verb)
    }

    /// "Has no troops in Sarn", "keeps 2,000 men there".
    fn has_forces(&self, view: &View, clause: &Clause) -> Option<Presence> {
        let tree = &view.tree;
        let has = ["have", "keep", "maintain", "station", "base", "retain"];
        let object = clause.patient.filter(|_| !clause.is_passive)?;
        let forces = self.lexicon.forces.contains(tree.lower(object));
        let none = Self::is_none(view, object) || clause.negation.is_some();
        let counted = view.quantities_in(tree.branch(object)).next().is_some();
        let known = self.lexicon.is_form_of_any(tree.lower(clause.verb), &has) && forces;
        let parties: Vec<_> = (known && (none || !counted)).then(|| self.agents(view, clause))?;
        let named = |land: &Found<RegionRef>| none || land.how == How::Named;
        let left = tree.child(object, &["acl"]).filter(|at| tree.lower(*at) == "left");
        let lands = self.lands_within(view, &[clause.verb, object, left.unwrap_or(object)]);
        let lands = lands.into_iter().filter(named).collect();
        let known = parties.iter().all(|party| party.how != How::Phrase);
        (!parties.is_empty() && known).then_some(Presence { parties, lands, none })
    }

    /// "The Arlandic flag flies over Velk".
    fn flag_over(&self, view: &View, clause: &Clause) -> Option<Presence> {
        let tree = &view.tree;
        let flies =
            self.lexicon.is_form_of_any(tree.lower(clause.verb), &["fly", "flutter", "wave"]);
        let flag = clause
            .agent
            .filter(|agent| flies && matches!(tree.lower(*agent), "flag" | "flags" | "banner"))?;
        let over = clause.oblique(&["over", "above", "on", "in"])?;
        let words = super::who::core(view, flag);
        let owner = tree.child(flag, &["nmod:poss"]).and_then(|owner| self.party(view, owner));
        let party = owner.or_else(|| self.party_within(view, words))?;
        Some(Presence { parties: vec![party], lands: self.known_lands(view, over), none: false })
    }

    /// "Arland remains in Sarn": a party itself, in a land that is named.
    fn stays_in(&self, view: &View, clause: &Clause) -> Option<Presence> {
        let tree = &view.tree;
        let stays =
            self.lexicon.is_form_of_any(tree.lower(clause.verb), &["remain", "stay", "sit"]);
        let subject = clause.agent.filter(|_| stays && !clause.is_passive)?;
        let itself = view.party_at(subject).is_some_and(|name| {
            let side = matches!(name.found.role, PartyRole::Name | PartyRole::Force);
            side && name.words.end == subject + 1
        });
        let parties: Vec<_> =
            itself.then(|| self.party(view, subject)).flatten().into_iter().collect();
        let named = |land: &Found<RegionRef>| land.how == How::Named;
        let lands = self.lands_within(view, &[clause.verb]);
        let lands: Vec<_> = lands.into_iter().filter(named).collect();
        (!parties.is_empty()).then_some(Presence { parties, lands, none: false })
    }

    /// "The paramilitaries sit in most of Sarn", "Arlandic checkpoints remain at Velk".
    fn stay_on(&self, view: &View, clause: &Clause) -> Option<Presence> {
        const STAYING: [&str; 5] = ["remain", "stay", "sit", "stand", "linger"];
        const FOOTINGS: [&str; 12] = [
            "checkpoint",
            "checkpoints",
            "outpost",
            "outposts",
            "post",
            "posts",
            "base",
            "bases",
            "roadblock",
            "roadblocks",
            "garrison",
            "garrisons",
        ];
        let tree = &view.tree;
        let stays = self.lexicon.is_form_of_any(tree.lower(clause.verb), &STAYING);
        let told = !matches!(clause.tense, Tense::Infinitive | Tense::Participle);
        let subject = clause.agent.filter(|_| stays && told && !clause.is_passive)?;
        if !FOOTINGS.contains(&tree.lower(subject)) {
            let on = tree.lower(clause.verb + 1) == "on" && tree.tag(clause.verb + 2) == "IN";
            let told = self.lexicon.is_form_of_any(tree.lower(clause.verb), &["remain", "stay"]);
            if told && !on {
                return None;
            }
            return self.forces_in(view, clause, subject, clause.verb);
        }
        let party = self.owner(view, subject).or_else(|| {
            tree.child(subject, &["nmod:poss"]).and_then(|owner| self.party(view, owner))
        })?;
        let lands = self.lands_within(view, &[clause.verb, subject]);
        Some(Presence { parties: vec![party], lands, none: false })
    }

    /// Forces that are the subject of a clause, and the land it sets them in.
    fn forces_in(
        &self,
        view: &View,
        clause: &Clause,
        subject: usize,
        verb: usize,
    ) -> Option<Presence> {
        let lexicon = self.lexicon;
        let noun = view.tree.lower(subject);
        let armed = lexicon.forces.contains(noun) || lexicon.groups.contains(noun);
        let parties: Vec<_> = armed.then(|| self.parties(view, subject))?;
        let known = parties.iter().all(|party| party.how != How::Phrase);
        let left = view.tree.child(subject, &["acl"]).filter(|at| view.tree.lower(*at) == "left");
        let lands = self.lands_within(view, &[verb, subject, left.unwrap_or(subject)]);
        let none = Self::is_none(view, subject) && clause.negation.is_none();
        (!parties.is_empty() && known).then_some(Presence { parties, lands, none })
    }

    /// The lands that stand after "in" or the like below some words.
    fn lands_within(&self, view: &View, words: &[usize]) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let found = words.iter().find_map(|word| {
            let below = tree.children_with(*word, &["obl", "nmod"]);
            let place = below.filter(|at| *at > *word).find(|at| {
                preposition(tree, *at).is_some_and(|case| WITHIN.contains(&case.as_str()))
            })?;
            Some(self.known_lands(view, place)).filter(|lands| !lands.is_empty())
        });
        let there = || {
            let below = words.iter().flat_map(|word| tree.children(*word)).copied();
            let there = below.into_iter().find(|at| tree.lower(*at) == "there")?;
            Some(self.lands(view, there))
        };
        found.or_else(there).unwrap_or_default()
    }

    /// The lands of a phrase that are named or were spoken of.
    fn known_lands(&self, view: &View, at: usize) -> Vec<Found<RegionRef>> {
        let known = |land: &Found<RegionRef>| {
            land.how == How::Named
                || land.how == How::Referred && view.tree.tag(land.words.start) != "PRP"
                || land.how == How::Unlisted && view.tree.tag(at).starts_with("NNP")
        };
        self.lands(view, at).into_iter().filter(known).collect()
    }
}
