//! "Under Borland’s control", "in Arland’s hands", "Borland’s hold on Sarn": who holds land, told by a
//! noun.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Pattern, Sense},
    quotes::Quote,
    told::Told,
    view::View,
};
use crate::text::{
    quantity::MentionKind,
    syntax::{Clause, Tense, preposition},
};
use seisin_core::{ChangeAction, Detail, PartyRef, Polarity, RegionRef};

/// Verbs by which land comes under somebody’s control.
const COMING: [&str; 6] = ["come", "fall", "pass", "bring", "put", "slip"];

/// Verbs by which it comes back under somebody’s control.
const COMING_BACK: [&str; 3] = ["return", "restore", "revert"];

impl Context<'_> {
    /// What a noun for holding says, where it stands after "under" or "in" or has an owner.
    pub(super) fn held_by_noun(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let holds = self
            .lexicon
            .nouns
            .get(tree.lower(at))
            .is_some_and(|sense: &Sense| sense.pattern == Pattern::Hold);
        if matches!(tree.lower(at), "charge" | "command") {
            return self.in_control(view, at, quotes).unwrap_or_default();
        }
        let sheltered = || {
            self.lexicon.shelter.contains(tree.lower(at))
                && preposition(tree, at).as_deref() == Some("under")
        };
        if !(holds || sheltered()) || !tree.tag(at).starts_with("NN") {
            return Vec::new();
        }
        if is_outside(view, at) {
            let drafts = self.under_control(view, at, quotes).into_iter().filter_map(outside);
            return drafts.filter(|draft| self.is_of_land(view, draft)).collect();
        }
        if let Some(drafts) = self.in_control(view, at, quotes) {
            return drafts;
        }
        if let Some(drafts) = self.control_passed(view, at, quotes) {
            return drafts;
        }
        match preposition(tree, at).as_deref() {
            Some("under" | "in" | "into") => self.under_control(view, at, quotes),
            Some("to") if self.brings(view, at) => self.under_control(view, at, quotes),
            Some("from" | "out of") if self.slips(view, at) => {
                let slipped = self.under_control(view, at, quotes);
                slipped.into_iter().map(slipped_away).collect()
            }
            _ => self.owned_control(view, at, quotes),
        }
    }

    /// "Control of Sarn passed to Borland".
    fn control_passed(&self, view: &View, at: usize, quotes: &[Quote]) -> Option<Vec<Draft>> {
        const PASSING: [&str; 6] = ["pass", "shift", "switch", "go", "fall", "revert"];
        let tree = &view.tree;
        let verb = tree.head(at).filter(|_| tree.label(at).starts_with("nsubj"))?;
        let passes = self.lexicon.is_form_of_any(tree.lower(verb), &PASSING);
        let clause = Clause::of(tree, verb);
        let to = clause.oblique(&["to"]).filter(|_| passes)?;
        let party = self.party(view, to).filter(|party| party.how != How::Phrase)?;
        let of = tree.children_with(at, &["nmod"]).find(|child| {
            preposition(tree, *child).is_some_and(|case| matches!(case.as_str(), "of" | "over"))
        })?;
        let lands = self.definite_lands(view, of);
        let told = self.told(view, &clause, quotes);
        if lands.is_empty() || told.refused.is_some() {
            return Some(Vec::new());
        }
        let detail = Detail::Change(ChangeAction::Seized);
        let dated = self.time_of(view, &clause, &told, &detail);
        let evidence = Self::evidence(view, &clause);
        let rule = format!("passed/{}", tree.lower(at));
        let counterparty = self.opponent(view, &clause, Some(&party), &detail);
        let base = Draft {
            party: Some(party),
            counterparty,
            dated,
            ..Draft::told(detail, told, evidence, rule)
        };
        let each = |land| Draft { region: Some(land), ..base.clone() };
        Some(lands.into_iter().map(each).collect())
    }

    /// Whether what a draft is about is plainly land: named, spoken of, or called so.
    fn is_of_land(&self, view: &View, draft: &Draft) -> bool {
        draft.region.as_ref().is_some_and(|land| {
            let noun = |at: usize| self.lexicon.land.contains(view.tree.lower(at));
            let words = land.words.start..(land.words.end + 4).min(view.tree.len());
            land.how != How::Phrase || words.into_iter().any(noun)
        })
    }

    /// "Arland remains in possession of Sarn", "is in control of Velk": without an article the holder is the
    /// subject, and not who stands after "of".
    fn in_control(&self, view: &View, at: usize, quotes: &[Quote]) -> Option<Vec<Draft>> {
        let tree = &view.tree;
        let bare = preposition(tree, at).as_deref() == Some("in")
            && matches!(
                tree.lower(at),
                "possession" | "control" | "command" | "charge" | "occupation"
            )
            && tree.child(at, &["det", "nmod:poss", "amod", "compound"]).is_none_or(|child| {
                matches!(tree.lower(child), "full" | "firm" | "sole" | "effective" | "total")
            });
        let of = tree
            .children_with(at, &["nmod", "obl"])
            .find(|child| {
                let case = preposition(tree, *child);
                matches!(case.as_deref(), Some("of" | "in" | "at" | "over" | "around" | "on"))
            })
            .filter(|_| bare)?;
        let (clause, subject) = Self::held(view, at);
        let (clause, subject) = (clause?, subject?);
        let parties = self.parties(view, subject);
        let lands = self.definite_lands(view, of);
        let told = self.told(view, &clause, quotes);
        if parties.is_empty() || lands.is_empty() || told.refused.is_some() {
            return Some(Vec::new());
        }
        let dated = self.time_of(view, &clause, &told, &Detail::Holding);
        let evidence = Self::evidence(view, &clause);
        let rule = format!("in-control/{}", tree.lower(at));
        let quantity = self.amount(view, &[of]);
        let base = Draft { quantity, dated, ..Draft::told(Detail::Holding, told, evidence, rule) };
        let each = |party: Found<PartyRef>| {
            let base = Draft { party: Some(party), ..base.clone() };
            lands.iter().map(move |land| Draft { region: Some(land.clone()), ..base.clone() })
        };
        Some(parties.into_iter().flat_map(each).collect())
    }

    /// Whether a verb above says that land went from whom a noun names: "slipped from Arland’s grasp".
    fn slips(&self, view: &View, at: usize) -> bool {
        let form = view.tree.head(at).map_or("", |head| view.tree.lower(head));
        self.lexicon
            .is_form_of_any(form, &["slip", "slide", "pass", "escape", "break", "fall", "wrest"])
    }

    /// Whether a verb above brings land to whom a noun names: "returned to Arland’s control".
    fn brings(&self, view: &View, at: usize) -> bool {
        let form = view.tree.head(at).map_or("", |head| view.tree.lower(head));
        self.lexicon.is_form_of_any(form, &COMING_BACK)
            || self.lexicon.is_form_of_any(form, &["pass", "transfer"])
    }

    /// "Remain under Borland’s control", "in opposition hands", "came under the rule of Arland".
    fn under_control(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let Some(holder) = self.holder(view, at) else { return Vec::new() };
        let (clause, land) = Self::held(view, at);
        let Some(land) = land else { return Vec::new() };
        let anchor = clause.clone().unwrap_or_else(|| Clause::of(tree, at));
        let told =
            clause.map_or_else(|| Told::by(Vec::new()), |clause| self.told(view, &clause, quotes));
        if told.refused.is_some() {
            return Vec::new();
        }
        let form = tree.lower(anchor.verb);
        let kept = ["keep", "hold", "have", "retain", "maintain"];
        let measured = tree.lower(at + 1) == "at"
            && self.lexicon.is_form_of_any(form, &super::extent::ESTIMATING);
        if land > anchor.verb && self.lexicon.is_form_of_any(form, &kept) || measured {
            return Vec::new();
        }
        let detail = if self.lexicon.is_form_of_any(form, &COMING) {
            Detail::Change(ChangeAction::Seized)
        } else if self.lexicon.is_form_of_any(form, &COMING_BACK) {
            Detail::Change(ChangeAction::Regained)
        } else {
            Detail::Holding
        };
        let lands: Vec<Found<RegionRef>> = self
            .lands(view, land)
            .into_iter()
            .filter(|land| land.words.start != holder.words.start)
            .collect();
        let dated = self.time_of(view, &anchor, &told, &detail);
        let quantity = view
            .quantities_in(tree.branch(land))
            .find(|mention| matches!(mention.kind, MentionKind::Area | MentionKind::Share))
            .cloned()
            .or_else(|| self.measured_beside(view, land))
            .or_else(|| self.measured_beside(view, at));
        let evidence = tree.range(tree.branch_without(anchor.verb, &|child| {
            matches!(tree.label(child), "parataxis" | "conj") && tree.is_verb(child)
        }));
        let base = Draft {
            counterparty: self.opponent(view, &anchor, Some(&holder), &detail),
            party: Some(holder),
            quantity,
            dated,
            ..Draft::told(detail, told, evidence, format!("under-control/{}", tree.lower(at)))
        };
        lands.into_iter().map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }

    /// "Arland’s control of Sarn", "Borland’s presence in the valley", "its last foothold in Velk":
    /// what is taken for granted.
    fn owned_control(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let by = tree
            .children_with(at, &["nmod"])
            .find(|child| preposition(tree, *child).as_deref() == Some("by"));
        let reached = self.reached_by_rule(view, at);
        let ruling = || reached.and_then(|_| self.holder(view, at));
        let holder = self.owner_of_control(view, at, by).or_else(ruling);
        let Some(holder) = holder.or_else(|| self.side_before(view, at)) else {
            return Vec::new();
        };
        let below = tree.children_with(at, &["nmod", "obl"]);
        let below = below.chain(by.into_iter().flat_map(|by| tree.children_with(by, &["nmod"])));
        let place = below.into_iter().find(|child| {
            preposition(tree, *child)
                .is_some_and(|case| matches!(case.as_str(), "of" | "over" | "in" | "on"))
        });
        let (reaches, place) = (place.is_none() && reached.is_some(), place.or(reached));
        let lands: Vec<Found<RegionRef>> = place
            .map(|place| self.lands(view, place))
            .unwrap_or_default()
            .into_iter()
            .filter(|land| land.how != How::Phrase)
            .collect();
        let governor = std::iter::successors(tree.head(at), |at| tree.head(*at))
            .take(6)
            .find(|at| tree.is_verb(*at));
        let taken = governor.is_some_and(|verb| self.is_change(view, verb));
        let beside = super::who::core(view, at).start;
        let apposed = tree.lower(beside.wrapping_sub(1)) == ",";
        let still = governor.is_some_and(|verb| {
            let past = matches!(
                Clause::of(tree, verb).tense,
                Tense::Past | Tense::PastPerfect | Tense::PresentPerfect
            );
            !past && self.takes_for_granted(view, verb)
        });
        if lands.is_empty() || taken && !apposed && !still {
            return Vec::new();
        }
        let quantity = place.filter(|_| reaches).and_then(|place| self.amount(view, &[place]));
        let clause = governor.map_or_else(|| Clause::of(tree, at), |verb| Clause::of(tree, verb));
        let sought = preposition(tree, at).as_deref() == Some("for");
        let real = !sought
            && !matches!(
                clause.tense,
                Tense::Future | Tense::Conditional | Tense::Possible | Tense::Infinitive
            )
            || still;
        let mut told = self.told(view, &clause, quotes);
        if told.refused.is_some() && !still || !real || clause.negation.is_some() {
            return Vec::new();
        }
        self.granted(view, at, &clause, &mut told);
        let end = place.map_or(at + 1, |place| super::who::core(view, place).end);
        let dated = self.time_of(view, &clause, &told, &Detail::Holding);
        let evidence = tree.range(holder.words.start.min(super::who::core(view, at).start)..end);
        let rule = format!("owned-control/{}", tree.lower(at));
        let base = Draft {
            party: Some(holder),
            dated,
            quantity,
            ..Draft::told(Detail::Holding, told, evidence, rule)
        };
        lands.into_iter().map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }

    /// Whose control a noun tells of: "Arland’s", "Arlandic", "Arland", "by Arland".
    fn owner_of_control(
        &self,
        view: &View,
        at: usize,
        by: Option<usize>,
    ) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let owner = tree.child(at, &["nmod:poss"]).and_then(|owner| self.party(view, owner));
        let adjective = || {
            let words = super::who::core(view, at);
            let fits = |name: &&super::view::PartyName| {
                let people = name.found.role == seisin_places::PartyRole::Demonym;
                let before = name.words.end == at
                    && name.found.role == seisin_places::PartyRole::Name
                    && tree.lower(at) != "hands";
                words.contains(&name.words.start) && (people || before)
            };
            view.parties.iter().find(fits).map(|name| Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            })
        };
        owner.or_else(adjective).or_else(|| by.and_then(|by| self.party(view, by)))
    }

    /// "To end the occupation of Sarn", "would protest against it": it is there, whatever comes of that.
    fn takes_for_granted(&self, view: &View, verb: usize) -> bool {
        const AGAINST: [&str; 10] = [
            "end",
            "resist",
            "condemn",
            "protest",
            "criticise",
            "criticize",
            "denounce",
            "fight",
            "stop",
            "finish",
        ];
        self.lexicon.is_form_of_any(view.tree.lower(verb), &AGAINST)
    }

    /// "Their rule extends over two thirds of Sarn": how far the verb says that it goes.
    fn reached_by_rule(&self, view: &View, at: usize) -> Option<usize> {
        let tree = &view.tree;
        let verb = tree.head(at).filter(|_| tree.label(at) == "nsubj")?;
        let goes = ["extend", "run", "reach", "stretch", "spread"];
        let over = ["over", "across", "to", "through", "throughout", "into"];
        let clause = Clause::of(tree, verb);
        let obj = || {
            let over = |child: &usize| {
                preposition(tree, *child).is_some_and(|case| over.contains(&case.as_str()))
            };
            tree.children_with(verb, &["obj"]).find(over)
        };
        self.lexicon
            .is_form_of_any(tree.lower(verb), &goes)
            .then(|| clause.oblique(&over).or_else(obj))?
    }

    /// What a noun for control takes for granted holds however its sentence is told, but where there is
    /// none of it or the verb over it denies it.
    fn granted(&self, view: &View, at: usize, clause: &Clause, told: &mut Told) {
        let tree = &view.tree;
        let denied = tree.head(at) == Some(clause.verb)
            && self.lexicon.is_form_of(tree.lower(clause.verb), &self.lexicon.deny);
        let none = denied || Self::is_none(view, at);
        told.polarity = if none { Polarity::Denied } else { Polarity::Affirmed };
        told.modality = told.modality.min(seisin_core::Modality::Reported);
        if denied {
            self.cite(view, clause.verb, clause, told);
        }
    }

    /// Whether a verb tells of a change of hands of its own: "lost control of", "seized control of".
    fn is_change(&self, view: &View, verb: usize) -> bool {
        let form = view.tree.lower(verb);
        self.lexicon.senses(form).any(|(_, sense)| {
            !matches!(sense.pattern, Pattern::Hold | Pattern::Claim | Pattern::Recognise)
        }) || ["end", "recognise", "recognize", "establish", "gain"]
            .iter()
            .any(|lemma| self.lexicon.is_form(form, lemma) || form.starts_with(*lemma))
    }

    pub(super) fn holder(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let of = tree
            .children_with(at, &["nmod"])
            .find(|child| preposition(tree, *child).as_deref() == Some("of"));
        if let Some(of) = of {
            return self.party(view, of);
        }
        let words = super::who::core(view, at);
        let name = view.parties.iter().find(|name| words.contains(&name.words.start));
        if let Some(name) = name {
            let value = self.named_party(view, name);
            return Some(Found { value, words: name.words.clone(), how: How::Named });
        }
        if let Some(name) = at.checked_sub(1).and_then(|before| view.party_at(before)) {
            let value = self.named_party(view, name);
            return Some(Found { value, words: name.words.clone(), how: How::Named });
        }
        self.side_by_adjective(view, at).or_else(|| self.side_before(view, at))
    }

    /// Whose it is, by a noun before: "rebel control", "government rule".
    fn side_before(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let gives = tree.lower(at) == "hands" && preposition(tree, at).is_none();
        let before = tree.children_with(at, &["nmod:poss", "compound", "amod"]).filter(|_| !gives);
        before.into_iter().find_map(|child| {
            let owner = self.party(view, child);
            let body = self.lexicon.governments.contains(tree.lower(child))
                || self.lexicon.groups.contains(tree.lower(child));
            owner.or_else(|| {
                body.then(|| Found {
                    value: super::context::unlisted_party(tree.lower(child)),
                    words: child..child + 1,
                    how: How::Phrase,
                })
            })
        })
    }

    /// "In federal hands", "in northern hands": the state, or the party of a name with that quarter of the
    /// sky in it.
    fn side_by_adjective(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        const OF_THE_STATE: [&str; 7] =
            ["federal", "loyalist", "regime", "state", "governmental", "royal", "imperial"];
        let tree = &view.tree;
        let before = at.checked_sub(1)?;
        let word = tree.lower(before);
        let words = before..before + 1;
        let quarter = word
            .strip_suffix("ern")
            .filter(|quarter| matches!(*quarter, "north" | "south" | "east" | "west"));
        let value = if OF_THE_STATE.contains(&word) {
            let place = Self::place(view, at);
            self.home
                .clone()
                .or_else(|| self.memory.commonest(super::memory::Side::State, place).cloned())
        } else {
            let quarter = quarter?;
            let called =
                |(_, party): &&(usize, PartyRef)| party.name.to_lowercase().starts_with(quarter);
            self.named.iter().find(called).map(|(_, party)| party.clone())
        };
        value.map(|value| Found { value, words, how: How::Referred })
    }

    /// The clause that says where the land stands, and the land.
    fn held(view: &View, at: usize) -> (Option<Clause>, Option<usize>) {
        let tree = &view.tree;
        if let Some(subject) = tree.child(at, &["nsubj", "nsubj:pass"]) {
            let mut clause = Clause::of(tree, at);
            clause.patient = Some(subject);
            return (Some(clause), Some(subject));
        }
        let adverb =
            |at: &usize| tree.tag(*at).starts_with("RB") && tree.child(*at, &["nsubj"]).is_none();
        let mut above = std::iter::successors(tree.head(at), |at| tree.head(*at)).take(4);
        let Some(head) = above.find(|at| !adverb(at)) else { return (None, None) };
        if tree.is_verb(head) || tree.child(head, &["nsubj"]).is_some() {
            let clause = Clause::of(tree, head);
            let object =
                clause.patient.filter(|object| *object > head && Some(*object) != clause.agent);
            let land = if clause.is_passive { clause.patient } else { object.or(clause.agent) };
            return (Some(clause), land);
        }
        (None, tree.is_nominal(head).then_some(head))
    }
}

/// Whether a noun for holding stands after "outside" or "beyond".
fn is_outside(view: &View, at: usize) -> bool {
    let first = super::who::core(view, at).start;
    let out = |at: usize| matches!(view.tree.lower(at), "outside" | "beyond");
    out(first) || first.checked_sub(1).is_some_and(out)
}

/// What lies outside somebody’s control is not held.
fn outside(draft: Draft) -> Option<Draft> {
    let mut draft = Some(draft).filter(|draft| draft.detail == Detail::Holding)?;
    draft.told.polarity = match draft.told.polarity {
        Polarity::Affirmed => Polarity::Denied,
        Polarity::Denied => Polarity::Affirmed,
    };
    Some(draft)
}

/// What slipped from somebody’s control is lost.
fn slipped_away(draft: Draft) -> Draft {
    Draft { detail: Detail::Change(ChangeAction::Lost), counterparty: None, ..draft }
}
