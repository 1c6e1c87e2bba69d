//! Land given or taken over by treaty, law or decree: "approved an agreement handing Sarn to
//! Borland", "signed a decree incorporating Velk", "acceded to Arland".

use super::super::{
    context::{Context, Found, How},
    view::View,
};
use super::{TitleAct, surface::clause_words};
use crate::text::syntax::Clause;
use seisin_core::{RegionRef, TitleAction};
use std::ops::Range;

/// Acts of state that give or take land.
const INSTRUMENTS: [&str; 22] = [
    "treaty",
    "agreement",
    "accord",
    "pact",
    "deal",
    "law",
    "laws",
    "decree",
    "decrees",
    "bill",
    "order",
    "act",
    "protocol",
    "convention",
    "resolution",
    "decision",
    "constitution",
    "document",
    "accords",
    "motion",
    "memorandum",
    "legislation",
];

/// Verbs by which a side makes one its own.
const SIGNING: [&str; 13] = [
    "sign", "approve", "ratify", "pass", "adopt", "endorse", "issue", "conclude", "accept",
    "announce", "vote", "back", "enact",
];

impl Context<'_> {
    /// Land given, taken over or recognised by an instrument, by the verb that tells which.
    pub(super) fn by_treaty(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        self.acceded(view, verb)
            .or_else(|| self.by_instrument(view, verb))
            .or_else(|| self.declared_part(view, verb))
            .or_else(|| self.by_accession(view, verb))
            .or_else(|| self.in_constitution(view, verb))
            .map(|act| vec![act])
    }

    /// "Signed a treaty recognising the border", "a decree setting up a province in Velk".
    fn by_instrument(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let any = |verbs: &[&str]| self.is_one_of(view, verb, verbs);
        let gives = any(&[
            "hand",
            "give",
            "cede",
            "transfer",
            "return",
            "award",
            "surrender",
            "sell",
            "restore",
        ]);
        let takes = any(&["annex", "incorporate", "absorb", "integrate"])
            || any(&["set", "establish", "create"]) && Self::sets_up_a_province(view, verb);
        let recognises = any(&["recognise", "recognize", "acknowledge", "confirm", "accept"]);
        let action = if gives {
            TitleAction::Ceded
        } else if takes {
            TitleAction::Annexed
        } else if recognises {
            TitleAction::Recognised
        } else {
            return None;
        };
        let joined = tree.tag(verb) == "VBG"
            || (verb.saturating_sub(3)..verb)
                .any(|at| matches!(tree.lower(at), "that" | "to" | "which"));
        let instrument = (verb.saturating_sub(6)..verb)
            .rev()
            .find(|at| INSTRUMENTS.contains(&tree.lower(*at)))?;
        let signing = (instrument.saturating_sub(8)..instrument)
            .rev()
            .find(|at| self.is_one_of(view, *at, &SIGNING))?;
        let party = self.doer(view, signing)?;
        let mut lands = self.lands_after(view, verb + 1, 14);
        if lands.is_empty() && takes {
            lands = self.land_meant(view, verb);
        }
        let words = clause_words(view, signing, verb + 1);
        let to = (verb + 1..words.end.min(verb + 16)).find(|at| tree.lower(*at) == "to");
        let receiver = to.and_then(|to| self.party_within(view, to + 1..to + 6));
        let complete = !gives || receiver.is_some();
        lands.retain(|land| {
            receiver.as_ref().is_none_or(|other| {
                other.words.start != land.words.start && other.value.name != land.value.name
            })
        });
        let counted =
            view.quantities_in(verb + 1..words.end).any(|mention| self.counts_land(mention));
        let lands = if lands.is_empty() && gives && !counted {
            self.land_of_title(view, verb)
        } else {
            lands
        };
        (joined && complete && (!lands.is_empty() || counted)).then(|| {
            TitleAct::told("instrument", action, signing, words)
                .by(party)
                .towards(receiver.filter(|_| gives).map(|other| other.value))
                .over(lands)
        })
    }

    /// "Signed the treaty of accession", "passed a law on the incorporation of Sarn".
    fn by_accession(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &SIGNING) {
            return None;
        }
        let end = tree.len().min(verb + 9);
        let instrument = (verb + 1..end).find(|at| INSTRUMENTS.contains(&tree.lower(*at)))?;
        let joined = (instrument + 1..tree.len().min(instrument + 6)).find(|at| {
            matches!(
                tree.lower(*at),
                "accession" | "incorporation" | "annexation" | "reunification" | "integration"
            )
        })?;
        let clear = (instrument + 1..joined).all(|at| {
            matches!(tree.lower(at), "of" | "on" | "for" | "the" | "formalising" | "formalizing")
        });
        let of = matches!(tree.lower(joined + 1), "of");
        let lands = if of { self.lands_after(view, joined + 2, 9) } else { Vec::new() };
        let lands = if lands.is_empty() { self.land_of_title(view, verb) } else { lands };
        let party = self.doer(view, verb)?;
        (clear && !lands.is_empty()).then(|| {
            TitleAct::told(
                "accession",
                TitleAction::Annexed,
                verb,
                clause_words(view, verb, joined + 1),
            )
            .by(party)
            .over(lands)
        })
    }

    /// "Wrote the region into its constitution", "struck the island out of its constitution".
    fn in_constitution(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let into =
            self.is_one_of(view, verb, &["write", "enter", "inscribe", "enshrine", "add", "put"]);
        let out = self.is_one_of(view, verb, &["strike", "delete", "remove", "drop", "take"]);
        if !(into || out) {
            return None;
        }
        let constitution =
            (verb + 2..tree.len().min(verb + 9)).find(|at| tree.lower(*at) == "constitution")?;
        let way = (verb + 1..constitution)
            .find(|at| matches!(tree.lower(*at), "into" | "in" | "to" | "from" | "of"))?;
        let lands: Vec<_> = self
            .lands_after(view, verb + 1, way - verb)
            .into_iter()
            .filter(|land| land.how != How::Phrase && land.words.start < way)
            .collect();
        let party = self.doer(view, verb)?;
        (!lands.is_empty()).then(|| {
            TitleAct::told(
                "constitution",
                if into { TitleAction::Annexed } else { TitleAction::Renounced },
                verb,
                clause_words(view, verb, constitution + 1),
            )
            .by(party)
            .over(lands)
        })
    }

    fn sets_up_a_province(view: &View, verb: usize) -> bool {
        let tree = &view.tree;
        (verb + 1..tree.len().min(verb + 9)).any(|at| {
            matches!(
                tree.lower(at),
                "state"
                    | "province"
                    | "region"
                    | "district"
                    | "governorate"
                    | "oblast"
                    | "territory"
            )
        })
    }

    /// "The maharaja acceded to Arland".
    fn acceded(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["accede"]) || tree.lower(verb + 1) != "to" {
            return None;
        }
        let to = self.party_within(view, verb + 2..verb + 5)?;
        let noun = super::surface::noun_before(view, verb)?;
        let land = self.lands(view, noun).into_iter().find(|land| land.how == How::Named);
        let lands = land.map_or_else(|| self.land_meant(view, verb), |land| vec![land]);
        let party = self.party(view, noun).or_else(|| {
            let region = lands.first()?;
            Some(Found {
                value: super::super::context::unlisted_party(&region.value.name),
                words: noun..noun + 1,
                how: How::Referred,
            })
        })?;
        Some(
            TitleAct::told("acceded", TitleAction::Ceded, verb, clause_words(view, noun, verb + 2))
                .by(party)
                .towards(to.value)
                .over(lands),
        )
    }

    /// "Declared Velk part of Arland", "made the islands its eighth province".
    fn declared_part(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["declare", "proclaim", "make", "designate", "name"]) {
            return None;
        }
        let words = clause_words(view, verb, verb + 1);
        let part = (verb + 1..words.end.min(verb + 14)).find(|at| {
            matches!(
                tree.lower(*at),
                "part"
                    | "province"
                    | "region"
                    | "governorate"
                    | "department"
                    | "district"
                    | "state"
                    | "county"
                    | "prefecture"
            ) && tree.label(*at) != "compound"
        })?;
        let its = (part.saturating_sub(4)..part).any(|at| tree.lower(at) == "its");
        let owner =
            self.party_within(view, part + 1..part + 4).filter(|_| tree.lower(part + 1) == "of");
        let passive = Clause::of(tree, verb).is_passive.then(|| {
            let lands: Vec<_> = Clause::of(tree, verb)
                .patient
                .map(|land| self.lands(view, land))
                .unwrap_or_default()
                .into_iter()
                .filter(|land| land.how != How::Phrase)
                .collect();
            (owner.clone(), lands)
        });
        if let Some((party, lands)) = passive {
            return (party.is_some() && !lands.is_empty()).then_some(
                TitleAct::told("declared-part", TitleAction::Annexed, verb, words)
                    .by(party)
                    .over(lands),
            );
        }
        let party = self.doer(view, verb).or_else(|| owner.clone())?;
        let owned = (verb + 1..part).any(|at| tree.tag(at) == "POS")
            && self
                .party_within(view, verb + 2..part)
                .is_some_and(|owner| owner.value.id == party.value.id);
        let same = owned
            || owner.as_ref().is_some_and(|owner| owner.value.id == party.value.id)
            || matches!(tree.lower(part + 2), "its" | "their");
        let lands: Vec<_> = self
            .lands_after(view, verb + 1, part - verb)
            .into_iter()
            .filter(|land| land.how != How::Phrase && land.words.start < part)
            .collect();
        let lands =
            if lands.is_empty() { self.places_between(view, verb + 1..part) } else { lands };
        ((its || same) && !lands.is_empty()).then_some(
            TitleAct::told("declared-part", TitleAction::Annexed, verb, words)
                .by(party)
                .over(lands),
        )
    }

    /// The places named within some words.
    fn places_between(&self, view: &View, words: Range<usize>) -> Vec<Found<RegionRef>> {
        let within = view.places.iter().filter(|name| words.contains(&name.words.start));
        within.map(|name| self.named_land(view, name, name.words.clone())).collect()
    }
}
