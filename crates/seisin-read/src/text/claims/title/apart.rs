//! Land that broke away: "proclaimed in 1983", "became independent", "due to secede", "only Arland
//! has followed".

use super::super::{
    context::{Context, Found, How, unlisted_party},
    view::View,
};
use super::{
    TitleAct, Turn,
    surface::{clause_words, noun_after, noun_before},
};
use crate::text::syntax::Clause;
use seisin_core::{PartyRef, RegionRef, TitleAction};
use std::ops::Range;

impl Context<'_> {
    /// A breaking away, by its verb.
    pub(super) fn apart(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        self.proclaimed(view, verb)
            .or_else(|| self.proclaims(view, verb))
            .or_else(|| self.independent(view, verb))
            .or_else(|| self.to_secede(view, verb))
            .or_else(|| self.recognised_by_many(view, verb))
            .or_else(|| self.declared_itself(view, verb))
            .map(|act| vec![act])
    }

    /// "The Republic of Velk, proclaimed in 1983", "the independence of Velk, declared by the VLF".
    fn proclaimed(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !matches!(
            tree.lower(verb),
            "proclaimed" | "declared" | "self-proclaimed" | "established"
        ) {
            return None;
        }
        let helped = tree.child(verb, &["aux", "aux:pass", "nsubj", "obj"]).is_some();
        let comma = (verb.saturating_sub(2)..verb)
            .rev()
            .find(|at| matches!(tree.lower(*at), "," | "”" | "\""))?;
        let named = |at: usize| {
            tree.tag(at).starts_with("NN")
                || tree.tag(at).starts_with("JJ")
                || matches!(tree.lower(at), "of" | "the" | "“" | "”" | "\"" | "'" | "‘" | "’")
        };
        let start = (0..comma).rev().take_while(|at| named(*at)).take(12).last()?;
        let names = start..comma;
        let state = names.clone().find(|at| {
            matches!(
                tree.lower(*at),
                "republic" | "state" | "independence" | "emirate" | "caliphate" | "federation"
            )
        })?;
        if helped {
            return None;
        }
        let by = Clause::of(tree, verb)
            .agent
            .filter(|by| *by > verb)
            .and_then(|by| self.party(view, by));
        let independence = tree.lower(state) == "independence";
        let named = view.places.iter().find(|name| names.contains(&name.words.start));
        let nameless = !names.clone().any(|at| tree.tag(at).starts_with("NNP"));
        if nameless && by.is_none() && !independence {
            return None;
        }
        let start = names
            .clone()
            .find(|at| tree.tag(*at).starts_with("NN") || tree.tag(*at).starts_with("JJ"))?;
        let phrase = start..comma;
        let own = || {
            let listed = self.party_within(view, names.clone());
            let value = listed.map_or_else(
                || unlisted_party(&self.text(view, tree.trim(phrase.clone()))),
                |party| party.value,
            );
            Found { value, words: phrase.clone(), how: How::Named }
        };
        let lands = if independence {
            self.lands_after(view, state + 2, 8)
        } else {
            match named {
                Some(name) => vec![self.named_land(view, name, name.words.clone())],
                None => Vec::new(),
            }
        };
        let party = if by.is_some() { by } else { (!independence).then(own) };
        (party.is_some() || !lands.is_empty()).then(|| {
            TitleAct::told(
                "proclaimed",
                TitleAction::Seceded,
                verb,
                names.start..clause_words(view, verb, verb + 1).end,
            )
            .by(party)
            .over(lands)
        })
    }

    /// "Became independent from Borland", "won its independence".
    fn independent(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let became = self.is_one_of(view, verb, &["become"]);
        let won = self.is_one_of(
            view,
            verb,
            &["win", "gain", "achieve", "obtain", "secure", "get", "declare", "proclaim"],
        );
        if !(became || won) {
            return None;
        }
        let wanted = if became { "independent" } else { "independence" };
        let word = (verb + 1..tree.len().min(verb + 6)).find(|at| tree.lower(*at) == wanted)?;
        let clause = Clause::of(tree, verb);
        let subject = clause.agent.or_else(|| noun_before(view, verb))?;
        let in_passing = became && tree.children(verb).iter().any(|at| tree.lower(*at) == "when");
        let party = self.party(view, subject).filter(|_| !in_passing)?;
        let lands = self.definite_lands(view, subject);
        let lands = self.or_land_meant(view, verb, lands);
        let from = (word + 1..tree.len().min(word + 3)).find(|at| tree.lower(*at) == "from");
        let other = from.and_then(|from| self.party_within(view, from + 1..from + 5));
        Some(seceded(
            verb,
            party,
            other,
            lands,
            (clause_words(view, verb, word + 1), "independent"),
        ))
    }

    /// "The south is due to secede", "voted to break away".
    fn to_secede(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let before = verb.checked_sub(1).filter(|to| tree.lower(*to) == "to")?;
        let secedes = self.is_one_of(view, verb, &["secede"])
            || self.is_one_of(view, verb, &["break", "split"])
                && (tree.lower(verb + 1) == "away"
                    || tree.lower(verb + 1) == "off" && tree.lower(verb + 2) == "from");
        if !secedes {
            return None;
        }
        let governor = (before.saturating_sub(4)..before)
            .rev()
            .find(|at| tree.is_verb(*at) || tree.tag(*at) == "JJ")?;
        let subject = Clause::of(tree, governor).agent.or_else(|| noun_before(view, governor))?;
        let party = self.party(view, subject).or_else(|| {
            let words = super::super::who::core(view, subject);
            let value = unlisted_party(&self.text(view, words.clone()));
            tree.is_nominal(subject).then_some(Found { value, words, how: How::Phrase })
        })?;
        let lands = self.definite_lands(view, subject);
        let from = (verb + 1..tree.len().min(verb + 4)).find(|at| tree.lower(*at) == "from");
        let other = from.and_then(|from| self.party_within(view, from + 1..from + 5));
        Some(seceded(
            verb,
            party,
            other,
            lands,
            (clause_words(view, governor, verb + 1), "to-secede"),
        ))
    }

    /// "Wants Sarn to join Arland": a claim told as a wish.
    pub(super) fn wants_joined(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["want", "wish", "demand", "seek", "like"]) {
            return None;
        }
        let join = (verb + 2..tree.len().min(verb + 9)).find(|at| {
            matches!(tree.lower(*at), "join" | "rejoin") && tree.lower(*at - 1) == "to"
        })?;
        let lands = self.lands_after(view, verb + 1, join - verb);
        let into = self.party_within(view, join + 1..join + 5)?;
        let party = self.doer(view, verb).or(Some(into))?;
        let noun = noun_after(view, verb + 1)?;
        (!lands.is_empty() && noun < join).then(|| {
            TitleAct::told(
                "wants-joined",
                TitleAction::Claimed,
                join,
                clause_words(view, verb, join + 1),
            )
            .by(party)
            .over(lands)
        })
    }

    /// "Over 110 states have recognised it": by states that are only counted.
    fn recognised_by_many(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["recognise", "recognize"]) {
            return None;
        }
        let subject = noun_before(view, verb)?;
        let many = matches!(
            tree.lower(subject),
            "states" | "countries" | "governments" | "nations" | "members" | "capitals"
        );
        let none = Self::is_none(view, subject)
            && matches!(
                tree.lower(subject),
                "state" | "country" | "government" | "nation" | "one" | "nobody"
            );
        let many = many || none;
        let counted =
            none || tree.children_with(subject, &["nummod", "amod", "det"]).next().is_some();
        if !many || !counted {
            return None;
        }
        let lands = self.lands_after(view, verb + 1, 9);
        let relative = matches!(tree.lower(verb + 1), "." | "," | "" | ";");
        let lands = if lands.is_empty() && relative { self.land_meant(view, verb) } else { lands };
        (!lands.is_empty() && (none || self.party(view, subject).is_none())).then(|| {
            TitleAct::told(
                "by-many",
                TitleAction::Recognised,
                verb,
                clause_words(view, subject, verb + 1),
            )
            .turned(if none { Turn::Denied } else { Turn::AsTold })
            .by((!none).then(|| self.unlisted(view, super::super::who::core(view, subject))))
            .towards(lands.first().map(|land| unlisted_party(&land.value.name)))
            .over(lands)
        })
    }

    /// "Declared itself independent", "proclaimed themselves people’s republics", "proclaimed an
    /// emirate in Velk".
    fn declared_itself(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["declare", "proclaim", "announce"]) {
            return None;
        }
        let state = (verb + 1..tree.len().min(verb + 7)).find(|at| {
            matches!(
                tree.lower(*at),
                "independent"
                    | "sovereign"
                    | "republic"
                    | "republics"
                    | "emirate"
                    | "caliphate"
                    | "state"
                    | "states"
            ) && (tree.lower(at + 1) != "of" || tree.lower(*at) == "independent")
        })?;
        let itself = matches!(tree.lower(verb + 1), "itself" | "themselves" | "themself");
        let made = matches!(tree.lower(verb + 1), "a" | "an" | "their" | "its")
            && !matches!(tree.lower(state), "state" | "states")
            || tree.lower(state) == "emirate";
        let within = (state + 1..tree.len().min(state + 3)).find(|at| tree.lower(*at) == "in");
        if !(itself || made && within.is_some()) {
            return None;
        }
        let party = self.doer(view, verb)?;
        let place = within.map(|within| self.lands_after(view, within + 1, 8)).unwrap_or_default();
        let subject = noun_before(view, verb)?;
        let own = self.lands(view, subject).into_iter().filter(|land| land.how != How::Phrase);
        let lands: Vec<_> = if place.is_empty() { own.collect() } else { place };
        let words = clause_words(view, verb, state + 1);
        let from = matches!(tree.lower(state + 1), "of" | "from")
            .then(|| self.party_within(view, state + 2..state + 5))
            .flatten();
        (!lands.is_empty()).then(|| seceded(verb, party, from, lands, (words, "declared-itself")))
    }
}

/// A party that broke away, from another where one is named; `told` are its words and the rule.
fn seceded(
    verb: usize,
    party: Found<PartyRef>,
    from: Option<Found<PartyRef>>,
    lands: Vec<Found<RegionRef>>,
    told: (Range<usize>, &'static str),
) -> TitleAct {
    TitleAct::told(told.1, TitleAction::Seceded, verb, told.0)
        .by(party)
        .towards(from.map(|other| other.value))
        .over(lands)
}
