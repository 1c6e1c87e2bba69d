//! Land that becomes part of a state: "a treaty under which Sarn becomes part of Arland", "Velk joined
//! Borland in 1960", "the new map includes Sarn".

use super::super::{
    context::{Context, Found, How, unlisted_party, unlisted_region},
    view::View,
};
use super::{TitleAct, surface::clause_words};
use crate::text::syntax::{Clause, Tense};
use seisin_core::{PartyRef, RegionRef, TitleAction};
use seisin_places::PartyKind;

/// What a state makes land its own by, before "under which".
const INSTRUMENTS: [&str; 8] =
    ["treaty", "treaties", "law", "laws", "agreement", "agreements", "decree", "decrees"];

/// Verbs, in the passive, of land that is made another state’s own.
const ATTACHING: [&str; 6] = ["attach", "add", "join", "unite", "reunite", "reunify"];

/// Drawings of whose land is.
const MAPS: [&str; 4] = ["map", "maps", "atlas", "passport"];

impl Context<'_> {
    /// Land that becomes part of a state, by the verb that tells it.
    pub(super) fn joining(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        self.becomes_part(view, verb)
            .or_else(|| self.joins(view, verb))
            .or_else(|| self.attached(view, verb))
            .or_else(|| self.map_includes(view, verb))
            .map(|act| vec![act])
    }

    /// "Treaties under which Sarn and Velk become part of Arland", signed by a side.
    fn becomes_part(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let passes = self.is_one_of(view, verb, &["pass", "go", "revert", "return"])
            && tree.lower(verb + 1) == "to";
        let becomes = passes || self.is_one_of(view, verb, &["become", "join", "be"]);
        let which = (0..verb).rev().find(|at| tree.lower(*at) == "which").filter(|_| becomes)?;
        let under = matches!(tree.lower(which.wrapping_sub(1)), "under" | "by" | "whereby");
        let instrument =
            which.checked_sub(2).filter(|at| INSTRUMENTS.contains(&tree.lower(*at)))?;
        let part = (verb + 1..tree.len().min(verb + 4)).find(|at| tree.lower(*at) == "part");
        let owner = self.party_within(view, part.map_or(verb, |part| part + 1) + 1..verb + 7)?;
        let signing = (0..instrument).rev().find(|at| tree.is_verb(*at)).filter(|_| under)?;
        let party = self.doer(view, signing)?;
        let lands = self.names_between(view, which + 1..verb);
        let own = party.value.id == owner.value.id;
        let finite = part.is_some() || passes || self.is_one_of(view, verb, &["join"]);
        (finite && !lands.is_empty()).then(|| {
            TitleAct::told(
                "becomes-part",
                if own { TitleAction::Annexed } else { TitleAction::Ceded },
                signing,
                clause_words(view, signing, verb + 1),
            )
            .towards((!own).then_some(owner.value))
            .by(party)
            .over(lands)
        })
    }

    /// "Velk joined Borland on 1 October 1961": a land that was none of its own before.
    fn joins(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &["join"]) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let subject = clause.agent.filter(|_| !clause.is_passive)?;
        let object = clause.patient?;
        let state = self.party(view, object).filter(|party| {
            let known = self.vocabulary.parties.party(&party.value.id);
            known.is_some_and(|known| known.kind == PartyKind::State)
        })?;
        let name = view.place_at(subject)?;
        let whole = view.party_at(subject).is_none();
        let dated = view.times.iter().any(|time| time.edtf.is_some());
        let land = self.named_land(view, name, super::super::who::core(view, subject));
        (whole && dated).then(|| {
            TitleAct::told(
                "joins",
                TitleAction::Ceded,
                verb,
                clause_words(view, land.words.start, object + 1),
            )
            .by(Found {
                value: unlisted_party(&self.text(view, land.words.clone())),
                words: land.words.clone(),
                how: How::Unlisted,
            })
            .towards(state.value)
            .over(vec![land])
        })
    }

    /// "After the war Sarn was attached to Arland", "Velk was reunited with Borland in 1957".
    fn attached(&self, view: &View, verb: usize) -> Option<TitleAct> {
        if !self.is_one_of(view, verb, &ATTACHING) {
            return None;
        }
        let clause = Clause::of(&view.tree, verb);
        let subject = clause.patient.filter(|_| clause.is_passive)?;
        let to = clause.oblique(&["to", "with", "into"])?;
        let state = self.party(view, to).filter(|state| self.is_of_states(state))?;
        let noun = self.lexicon.land.contains(view.tree.lower(subject));
        let known = |land: &Found<RegionRef>| match land.how {
            How::Named => true,
            How::Unlisted => noun,
            _ => false,
        };
        let lands: Vec<_> = self.lands(view, subject).into_iter().filter(known).collect();
        let done = matches!(clause.tense, Tense::Past | Tense::PastPerfect | Tense::PresentPerfect);
        (done && !lands.is_empty()).then(|| {
            TitleAct::told(
                "attached",
                TitleAction::Annexed,
                verb,
                clause_words(view, super::super::who::core(view, subject).start, to + 1),
            )
            .by(state)
            .over(lands)
        })
    }

    /// "Arland’s new map includes Sarn", "a map printed in Arlis shows Velk as Arlandic".
    fn map_includes(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let includes = self.is_one_of(view, verb, &["include", "incorporate"]);
        let shows = self.is_one_of(view, verb, &["show", "mark", "depict", "put"]);
        if !(includes || shows) {
            return None;
        }
        let subject = Clause::of(tree, verb).agent?;
        let wrong = (verb..tree.len()).any(|at| self.lexicon.falsehoods.contains(tree.lower(at)));
        if !MAPS.contains(&tree.lower(subject)) || wrong {
            return None;
        }
        let lands = self.names_between(view, verb + 1..tree.len());
        let owner = tree.child(subject, &["nmod:poss"]).and_then(|owner| self.party(view, owner));
        let adjective = || self.party_within(view, super::super::who::core(view, subject));
        let party = if includes { owner.or_else(adjective) } else { self.shown_to_be(view, verb) };
        let party = party.filter(|party| party.how == How::Named)?;
        (!lands.is_empty()).then(|| {
            TitleAct::told(
                "map",
                TitleAction::Claimed,
                verb,
                clause_words(view, super::super::who::core(view, subject).start, verb + 1),
            )
            .by(party)
            .over(lands)
        })
    }

    /// Whose a map shows land to be: "as Arlandic", "as part of Arland".
    fn shown_to_be(&self, view: &View, verb: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let as_word = (verb + 2..tree.len().min(verb + 9)).find(|at| tree.lower(*at) == "as")?;
        self.party_within(view, as_word + 1..as_word + 5)
    }

    /// The lands named in a list within some words.
    fn names_between(&self, view: &View, words: std::ops::Range<usize>) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let goes_on = |at: &usize| {
            tree.tag(*at).starts_with("NNP") || matches!(tree.lower(*at), "," | "and" | "the")
        };
        let list = words.clone().take_while(goes_on).last().map_or(words.start, |last| last + 1);
        let mut lands: Vec<Found<RegionRef>> = Vec::new();
        let mut at = words.start;
        while at < list {
            let name = view.places.iter().find(|name| name.words.start == at);
            let end = (at..list).find(|next| !tree.tag(*next).starts_with("NNP")).unwrap_or(list);
            match name {
                Some(name) => {
                    lands.push(self.named_land(view, name, name.words.clone()));
                    at = name.words.end.max(at + 1);
                }
                None if end > at => {
                    let mention = self.text(view, at..end);
                    let name = mention.clone();
                    let value = unlisted_region(name, mention);
                    lands.push(Found { value, words: at..end, how: How::Unlisted });
                    at = end;
                }
                None => at += 1,
            }
        }
        lands
    }
}
