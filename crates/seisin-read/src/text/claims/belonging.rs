//! Whose land is, told by a predicate: "Sarn is Arland’s again", "the islands remain Borlandic", "Velk
//! stays with Arland", "the quarter has been under the ministry since May"; and who is in it: "its troops
//! were already in the valley".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    memory::Side,
    part_of::from_then,
    pattern::Roles,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, Tense, preposition};
use seisin_core::{ChangeAction, Detail, Modality, PartyRef, RegionRef};
use seisin_places::PartyRole;

/// Who is somewhere, and where.
type WhoWhere = (Vec<Found<PartyRef>>, Vec<Found<RegionRef>>);

/// Verbs by which something goes on as it was.
const STAYING: [&str; 7] =
    ["remain", "remains", "remained", "remaining", "stay", "stays", "stayed"];

/// Possessives that stand for land and owner at once.
const OWNERS: [&str; 4] = ["theirs", "hers", "his", "ours"];

impl Context<'_> {
    /// What a predicate says of whose the land is that its subject names, or of where forces are.
    pub(super) fn whose_it_is(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let Some((anchor, subject)) = self.predicated(view, at) else { return Vec::new() };
        if self.of_law(view, subject) {
            return Vec::new();
        }
        let found = match self.belongs_to(view, at) {
            Some(holder) => Some((vec![holder], self.land_that_belongs(view, subject, at))),
            None => self.standing_in(view, at, subject),
        };
        let Some((parties, lands)) = found.filter(|(_, lands)| !lands.is_empty()) else {
            return Vec::new();
        };
        let mut clause = Clause::of(&view.tree, anchor);
        if let Some(first) = view.tree.head(anchor).filter(|_| view.tree.label(anchor) == "conj")
            && view.tree.child(anchor, &["cop"]).is_none()
        {
            clause.tense = Clause::of(&view.tree, first).tense;
        }
        let told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return Vec::new();
        }
        let back = view.tree.lower(at) == "back";
        let detail = if self.belongs_to(view, at).is_none() && (back || by_then(view, &clause)) {
            Detail::Change(ChangeAction::Entered)
        } else {
            Detail::Holding
        };
        let part = view.tree.lower(at) == "part";
        let real = matches!(told.modality, Modality::Asserted | Modality::Reported);
        let said = part && clause.tense == Tense::Present && !told.sources.is_empty();
        if said || self.is_becoming(view, anchor) && !real {
            return Vec::new();
        }
        let dated = self.time_of(view, &clause, &told, &detail);
        let dated = if self.is_becoming(view, anchor) {
            dated.filter(|dated| dated.range.is_some()).map(from_then)
        } else {
            dated
        };
        let own = self.amount(view, &[subject]);
        let quantity = if self.belongs_to(view, at).is_some() {
            own
        } else {
            self.amount(view, &[at]).or(own)
        };
        let rule = format!("belonging/{}", view.tree.lower(at));
        let whole = Self::evidence(view, &clause);
        let named = view.tree.range(super::who::core(view, subject).start..at + 1);
        let evidence = whole.start.min(named.start)..whole.end.max(named.end);
        let base = Draft::told(detail, told, evidence, rule);
        let each = |party: &Found<PartyRef>, land: Found<RegionRef>| Draft {
            party: Some(party.clone()),
            region: Some(land),
            quantity: quantity.clone(),
            dated: dated.clone(),
            ..base.clone()
        };
        let of = |party| lands.iter().cloned().map(move |land| each(party, land));
        parties.iter().flat_map(of).collect()
    }

    /// "Sarn belongs to Arland": of land that is named or counted, and of a party that is known.
    pub(super) fn belonging_to(&self, view: &View, clause: &Clause) -> Option<Roles> {
        let free = (clause.verb.saturating_sub(4)..clause.verb)
            .any(|at| matches!(view.tree.lower(at), "what" | "whatever"));
        let subject = clause.agent.filter(|_| !clause.is_passive && !free)?;
        let holder = clause.oblique(&["to"]).and_then(|at| self.party(view, at))?;
        let known = matches!(holder.how, How::Named | How::Referred);
        let lands: Vec<_> = self
            .land_that_belongs(view, subject, clause.verb)
            .into_iter()
            .filter(|land| land.words.start != holder.words.start)
            .collect();
        (known && !self.of_law(view, subject) && !lands.is_empty()).then(|| Roles {
            parties: vec![holder],
            lands,
            measured: vec![subject],
            detail: Some(Detail::Holding),
            ..Roles::default()
        })
    }

    /// Whose a predicate says something is.
    fn belongs_to(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        if OWNERS.contains(&tree.lower(at)) && tree.label(at) != "nmod:poss" {
            return self.party(view, at);
        }
        if tree.lower(at) == "part" {
            return self.whole_of(view, at);
        }
        if let Some(state) = self.dependent_on(view, at) {
            return Some(state);
        }
        let known = |party: &Found<PartyRef>| matches!(party.how, How::Named | How::Referred);
        let possessive = tree.tag(at + 1) == "POS";
        match preposition(tree, at).as_deref() {
            Some("with" | "under") if tree.tag(at).starts_with("NN") => {
                self.party(view, at).filter(known)
            }
            Some(_) => None,
            None if possessive => self.party(view, at).filter(known),
            None => self.named_as_predicate(view, at),
        }
    }

    /// "Is Arlandic", "was RSF by night".
    fn named_as_predicate(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let Some(name) = view.party_at(at).filter(|name| name.words == (at..at + 1)) else {
            return self.called_by_letters(view, at);
        };
        let by_time = |child: usize| {
            preposition(tree, child)
                .is_some_and(|case| matches!(case.as_str(), "by" | "since" | "until"))
        };
        let bare = tree.child(at, &["det", "amod", "compound", "obj"]).is_none()
            && tree.children_with(at, &["nmod"]).all(by_time)
            && !tree.lower(at).contains('-');
        let fits = match name.found.role {
            PartyRole::Demonym => tree.tag(at).starts_with("JJ") || tree.tag(at).starts_with("NNP"),
            PartyRole::Name => self.side_of(name) == Side::Group,
            _ => false,
        };
        (bare && fits).then(|| Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: How::Named,
        })
    }

    /// "Was NLF again": a name of capitals that no list knows, where nothing goes with it, is a group’s.
    fn called_by_letters(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let printed = self.text(view, at..at + 1);
        let letters =
            printed.chars().all(|letter| letter.is_ascii_uppercase()) && printed.len() > 2;
        let alone = tree.child(at, &["det", "nmod", "amod", "compound", "obj", "nummod"]).is_none()
            && tree.child(at, &["cop"]).is_some()
            && tree.tag(at).starts_with("NNP")
            && !matches!(
                tree.lower(at),
                "not" | "too" | "very" | "now" | "good" | "free" | "here" | "there"
            )
            && !tree.tag(at + 1).starts_with("NN");
        (letters && alone && view.place_at(at).is_none()).then(|| self.unlisted(view, at..at + 1))
    }

    /// The land that is the subject: a name that is known, a noun for land, "it" after land.
    fn land_that_belongs(&self, view: &View, subject: usize, at: usize) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let noun = self.lexicon.land.contains(tree.lower(subject))
            || self.amount(view, &[subject]).is_some();
        let several = matches!(tree.lower(subject), "they" | "them" | "these" | "those" | "this");
        let mut lands = self.lands(view, subject);
        let rest = matches!(tree.lower(subject), "rest" | "remainder" | "half" | "third");
        if tree.label(at) == "conj" && (lands.is_empty() && noun || rest) {
            lands = self.last_land(view, at).into_iter().collect();
        }
        let group = view.party_at(at).is_some_and(|name| name.found.role == PartyRole::Name);
        let listed = lands.iter().any(|land| land.how == How::Named) && lands.len() > 1;
        let owned = tree.tag(at + 1) == "POS" || OWNERS.contains(&tree.lower(at));
        let plain = |land: &Found<RegionRef>| match land.how {
            How::Named | How::Referred => true,
            How::Unlisted => {
                let part = tree.lower(at) == "part" || self.dependent_on(view, at).is_some();
                listed || owned || group || part || self.memory.lands.knows(&land.value.name)
            }
            How::Phrase => noun,
        };
        let ordinary = matches!(tree.lower(subject), "state" | "country" | "capital" | "side");
        if several || ordinary || subject == at || tree.tag(subject) == "EX" {
            return Vec::new();
        }
        lands.into_iter().filter(plain).collect()
    }

    /// Forces that a clause says are in land.
    fn standing_in(&self, view: &View, at: usize, subject: usize) -> Option<WhoWhere> {
        let tree = &view.tree;
        let there = matches!(tree.lower(at), "there" | "here");
        let back = tree.lower(at) == "back" && tree.child(at, &["cop"]).is_some();
        let at = if back { tree.child(at, &["obl", "nmod"])? } else { at };
        let case = preposition(tree, at).or_else(|| there.then(|| "in".to_owned()))?;
        let within = matches!(case.as_str(), "in" | "inside" | "within" | "at" | "on");
        let armed = self.lexicon.forces.contains(tree.lower(subject))
            || self.lexicon.groups.contains(tree.lower(subject));
        let they = there && self.acted_lately(view, subject);
        if !within || !(armed || they) || subject > at {
            return None;
        }
        let known = |party: &Found<PartyRef>| party.how != How::Phrase;
        let parties: Vec<_> = self.parties(view, subject).into_iter().filter(known).collect();
        let named = |land: &Found<RegionRef>| {
            land.how == How::Named
                || land.how == How::Referred
                    && (there || self.lexicon.land.contains(tree.lower(at)))
                || land.how == How::Unlisted && tree.tag(at).starts_with("NNP")
        };
        let lands: Vec<_> = self.lands(view, at).into_iter().filter(named).collect();
        (!parties.is_empty()).then_some((parties, lands))
    }

    /// "They are still there": whether a pronoun means who was told in the sentence before to enter or hold land.
    fn acted_lately(&self, view: &View, subject: usize) -> bool {
        let pronoun = matches!(view.tree.lower(subject), "they" | "it" | "we");
        let who = self.party(view, subject).filter(|_| pronoun);
        who.is_some_and(|who| self.came_last(view, &who.value))
    }

    /// Whether a sentence speaks of whose land is by law, which is no holding.
    fn of_law(&self, view: &View, subject: usize) -> bool {
        const TITLES: [&str; 8] =
            ["sovereignty", "title", "ownership", "claim", "claims", "right", "rights", "ruling"];
        let words = view.tree.words();
        TITLES.contains(&view.tree.lower(subject))
            || self.by_a_line(view, subject)
            || words.iter().enumerate().any(|(at, word)| {
                super::who::COURTS.contains(&word.lower.as_str())
                    || matches!(word.lower.as_str(), "ruled" | "awarded" | "award" | "arbiters")
                    || word.lower == "treaty" && !dates_from(view, at)
            })
    }

    /// "By the old line Sarn is Arlandic": what a line or a map would make of it, not who holds it.
    fn by_a_line(&self, view: &View, subject: usize) -> bool {
        let tree = &view.tree;
        let opens = |at: usize| {
            at == 0 || matches!(tree.lower(at - 1), ";" | "," | "and" | "but" | "while")
        };
        (0..=subject).any(|at| {
            self.lexicon.drawn.contains(tree.lower(at))
                && (at.saturating_sub(4)..at)
                    .any(|case| matches!(tree.lower(case), "by" | "under") && opens(case))
        })
    }

    /// The word that a clause hangs on and its subject, where `at` is its predicate.
    fn predicated(&self, view: &View, at: usize) -> Option<(usize, usize)> {
        let tree = &view.tree;
        if tree.is_verb(at) {
            return None;
        }
        if let Some(found) = said_to_be_of(view, at) {
            return Some(found);
        }
        let goes_on = || {
            let first = tree.head(at).filter(|_| tree.label(at) == "conj");
            first.is_some_and(|first| is_predicate(view, first))
                && tree.child(at, &["nsubj"]).is_some()
        };
        let anchor = if tree.child(at, &["cop"]).is_some() || goes_on() {
            at
        } else {
            let beside = matches!(tree.label(at), "xcomp" | "obl" | "obj" | "dep" | "nmod");
            let is = |verb: usize| {
                OWNERS.contains(&tree.lower(at))
                    && matches!(tree.lower(verb), "is" | "are" | "was" | "were" | "been")
            };
            tree.head(at).filter(|verb| {
                beside
                    && (STAYING.contains(&tree.lower(*verb))
                        || is(*verb)
                        || self.is_becoming(view, *verb))
            })?
        };
        let clause = Clause::of(tree, anchor);
        let own = clause.agent.or(clause.patient).filter(|subject| *subject != at);
        let before = || {
            let helper = tree.child(anchor, &["cop"]).unwrap_or(anchor);
            if tree.lower(helper.wrapping_sub(1)) == "and" {
                let above = Clause::of(tree, tree.head(anchor)?);
                return above.patient.filter(|_| above.is_passive).or(above.agent);
            }
            let last = helper.checked_sub(1).filter(|last| tree.is_nominal(*last))?;
            let first = tree.head(last).filter(|_| tree.label(last) == "conj");
            Some(first.unwrap_or(last)).filter(|subject| *subject < helper)
        };
        Some((anchor, own.or_else(before)?))
    }
}

/// Whether a word is a predicate, or goes on with one: "a third is Arlandic, a half Borlandic".
fn is_predicate(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let above = tree.head(at).filter(|_| tree.label(at) == "conj");
    tree.child(at, &["cop"]).is_some()
        || above.is_some_and(|above| tree.child(above, &["cop"]).is_some())
}

/// "The base is still Arland’s": the verb and the subject by the order of the words.
fn said_to_be_of(view: &View, at: usize) -> Option<(usize, usize)> {
    let tree = &view.tree;
    let next = tree.tag(at + 2);
    let owns = tree.tag(at + 1) == "POS" && !next.starts_with("NN") && !next.starts_with("JJ");
    let is = |word: usize| {
        matches!(tree.lower(word), "is" | "are" | "was" | "were" | "remains" | "remained" | "been")
    };
    let verb = (at.saturating_sub(4)..at).rev().find(|word| is(*word)).filter(|_| owns)?;
    let between =
        (verb + 1..at).all(|word| matches!(tree.tag(word), "RB" | "DT" | "JJ" | "NNP" | "NN"));
    let helps = |at: &usize| matches!(tree.lower(*at), "has" | "have" | "had");
    let helped = verb.checked_sub(1).filter(|at| helps(at)).unwrap_or(verb);
    let last = helped.checked_sub(1)?;
    let opened = (0..last).rev().find(|at| tree.lower(last) == "," && tree.lower(*at) == ",");
    let last = opened.and_then(|comma| comma.checked_sub(1)).unwrap_or(last);
    let last = Some(last).filter(|last| between && tree.is_nominal(*last))?;
    let first = tree.head(last).filter(|first| tree.label(last) == "conj" && *first < last);
    Some((verb, first.unwrap_or(last)))
}

/// "Since the treaty of 1920", "until that treaty": a treaty that only says from when or until when.
fn dates_from(view: &View, at: usize) -> bool {
    (at.saturating_sub(4)..at)
        .any(|word| matches!(view.tree.lower(word), "since" | "until" | "before" | "after"))
}

/// "By nightfall the army was inside Sarn": that it came there is the news.
fn by_then(view: &View, clause: &Clause) -> bool {
    let by = (0..clause.verb).any(|at| {
        view.tree.lower(at) == "by"
            && view.times.iter().any(|time| view.tree.words_in(&time.range).contains(&(at + 1)))
            || view.tree.lower(at) == "by" && view.tree.lower(at + 1).ends_with("fall")
    });
    by && matches!(clause.tense, Tense::Past | Tense::PastPerfect)
}
