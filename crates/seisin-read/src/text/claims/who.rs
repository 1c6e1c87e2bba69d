//! Which party a phrase names.

use super::{
    bodies::{is_of_the_state, with_members},
    context::{Context, Found, How, unlisted_party},
    memory::Side,
    view::{PartyName, View},
};
use seisin_core::PartyRef;
use seisin_places::{PartyKind, PartyRole};
use std::ops::Range;

type Who = Found<PartyRef>;

/// The labels of branches that do not belong to the name of a phrase.
const BESIDE: [&str; 18] = [
    "nsubj",
    "nsubj:pass",
    "cop",
    "aux",
    "mark",
    "acl",
    "acl:relcl",
    "appos",
    "conj",
    "cc",
    "punct",
    "parataxis",
    "advcl",
    "nmod",
    "case",
    "ccomp",
    "dep",
    "obl",
];

/// Bodies that judge between parties.
pub(crate) const COURTS: [&str; 11] = [
    "court",
    "tribunal",
    "panel",
    "commission",
    "arbitrators",
    "arbitrator",
    "judges",
    "judge",
    "arbitration",
    "arbiter",
    "icj",
];

impl Context<'_> {
    /// The parties a phrase names, those joined to it by "and" included.
    pub(crate) fn parties(&self, view: &View, at: usize) -> Vec<Who> {
        if let Some(both) = self.both(view, at) {
            return both;
        }
        if let Some(joined) = self.joined_adjectives(view, at) {
            return joined;
        }
        let mut found: Vec<Who> = self.party(view, at).into_iter().collect();
        if found.is_empty() {
            return found;
        }
        let others = view.tree.children_with(at, &["conj"]);
        for other in others.filter(|at| view.tree.is_nominal(*at) && !is_follower(view, *at)) {
            found.extend(self.party(view, other));
        }
        found
    }

    /// The party a phrase names.
    pub(crate) fn party(&self, view: &View, at: usize) -> Option<Who> {
        let tree = &view.tree;
        let lower = tree.lower(at);
        if let Some(found) = self.pronoun(view, at) {
            return found;
        }
        let core = core(view, at);
        if let Some(name) = view.party_at(at).filter(|name| usable(view, name, at)) {
            return Some(self.named_or_one_of(view, name, (at, core)));
        }
        if COURTS.contains(&lower) {
            return Some(self.unlisted(view, core));
        }
        let timed = view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
        if timed || crate::text::lexeme::names_day_or_month(lower) {
            return None;
        }
        let outing = lower == "party"
            && view.parties.iter().any(|name| {
                core.contains(&name.words.start) && name.found.role == PartyRole::Demonym
            });
        let body = self.is_body(lower) || outing;
        let named = tree.child(at, &["flat"]).is_some_and(|last| tree.tag(last) == "NNP");
        let proper = tree.tag(at).starts_with("NNP") || named;
        let group = self.lexicon.groups.contains(lower) && !self.lexicon.forces.contains(lower);
        if body || proper {
            let inner = view.parties.iter().rev().find(|name| {
                name.words.start >= core.start
                    && name.words.end <= core.end
                    && usable(view, name, name.words.start)
            });
            if let Some(name) = inner {
                return Some(if group && self.side_of(name) == Side::State {
                    self.phrase(view, core)
                } else {
                    self.named(view, name, core)
                });
            }
        }
        if body && let Some(found) = self.beside(view, at, &core) {
            return Some(found);
        }
        let own_name = || named_from(view, at).map(|start| start..at + 1).filter(|_| proper);
        if group && let Some(name) = own_name().or_else(|| named_beside(view, at)) {
            return Some(self.unlisted(view, name));
        }
        if body && let Some(leader) = self.men_of(view, at) {
            return Some(leader);
        }
        if body {
            return self.generic(view, at, core);
        }
        let surname =
            self.prepared.slice(view.tree.word(at).map_or(0..0, |word| word.range.clone()));
        let known =
            proper.then(|| self.memory.person_named(surname, Self::place(view, at))).flatten();
        if let Some(party) = known.and_then(|person| person.party.clone()) {
            let mention = self.text(view, core.clone());
            return Some(Found {
                value: PartyRef { mention, ..party },
                words: core,
                how: How::Named,
            });
        }
        if proper && view.place_at(at).is_none_or(|_| !under_preposition(view, at)) {
            return Some(self.by_office(view, at, core));
        }
        None
    }

    /// "Jon Smit, Arland’s envoy", "Ana Ruiz, an aide to the Borlandic premier": a name that no list knows,
    /// for the side that has the office beside it.
    fn by_office(&self, view: &View, at: usize, core: Range<usize>) -> Who {
        let tree = &view.tree;
        let last = tree.children_with(at, &["flat"]).last().unwrap_or(at);
        let side = [at, last].into_iter().find_map(|name| {
            let office = tree
                .children_with(name, &["appos"])
                .find(|office| self.lexicon.people.contains(tree.lower(*office)))?;
            self.party(view, office).filter(|side| side.how == How::Named)
        });
        let Some(side) = side else {
            return self.unlisted(view, with_members(view, at, core));
        };
        let mention = self.text(view, core.clone());
        Found { value: PartyRef { mention, ..side.value }, words: core, how: How::Named }
    }

    pub(super) fn is_body(&self, lower: &str) -> bool {
        [
            &self.lexicon.forces,
            &self.lexicon.groups,
            &self.lexicon.governments,
            &self.lexicon.people,
        ]
        .iter()
        .any(|list| list.contains(lower))
    }

    /// "Soldiers from Chad", "the rebels of the CSP", "the spokesman, Patrick Muyaya".
    fn beside(&self, view: &View, at: usize, core: &Range<usize>) -> Option<Who> {
        let tree = &view.tree;
        tree.children_with(at, &["nmod", "nmod:poss", "appos"]).find_map(|child| {
            let name = view.party_at(child).or_else(|| {
                let inner = self::core(view, child);
                view.parties
                    .iter()
                    .rev()
                    .find(|n| n.words.start >= inner.start && n.words.end <= inner.end)
            })?;
            let case = crate::text::syntax::preposition(tree, child);
            let fits = case
                .as_deref()
                .is_none_or(|case| matches!(case, "of" | "from" | "for" | "in" | "to" | "at"));
            fits.then(|| self.named(view, name, core.start..core.end.max(tree.branch(child).end)))
        })
    }

    /// Whose a body is: "its army", "Haftar, whose troops".
    fn owner_of_body(&self, view: &View, at: usize) -> Option<PartyRef> {
        let owner = view.tree.child(at, &["nmod:poss"])?;
        let owner = match view.tree.lower(owner) {
            "whose" => antecedent(view, at)?,
            _ => owner,
        };
        self.party(view, owner).map(|owner| owner.value)
    }

    /// "The army", "the rebels", "the government": the party of that sort spoken of last.
    fn generic(&self, view: &View, at: usize, core: Range<usize>) -> Option<Who> {
        let tree = &view.tree;
        let lower = tree.lower(at);
        let place = Self::place(view, at);
        let owner = self.owner_of_body(view, at).or_else(|| self.in_command(view, at));
        let foe = || matches!(lower, "enemy" | "invader" | "invaders" | "occupiers");
        let ours = self.voice.as_ref().or(self.home.as_ref()).filter(|_| foe());
        let party = owner.or_else(|| ours.and_then(|ours| self.foe_by_name(ours)));
        let party = party.or_else(|| self.state_of_section(view, at));
        let party = party.or_else(|| {
            if self.lexicon.groups.contains(lower) {
                let union = matches!(
                    lower,
                    "group"
                        | "groups"
                        | "alliance"
                        | "coalition"
                        | "movement"
                        | "front"
                        | "opposition"
                );
                let wanted = |party: &PartyRef| union || self.is_called_group(party);
                self.memory.last_of(Side::Group, place, wanted).cloned()
            } else if self.lexicon.governments.contains(lower)
                || self.lexicon.forces.contains(lower)
            {
                let of_state = is_of_the_state(lower) || self.is_governments(view, at);
                let home = self.home.clone().filter(|_| of_state);
                let others = !self.memory.lately_acted(place);
                home.clone()
                    .filter(|_| others)
                    .or_else(|| self.memory.commonest(Side::State, place).cloned())
                    .or(home)
            } else {
                None
            }
        });
        if let Some(name) = self.lettered(view, at) {
            return Some(self.unlisted(view, name..name + 1));
        }
        let article = tree.child(at, &["det"]).map_or("", |det| tree.lower(det));
        let new = matches!(article, "a" | "an" | "another") && self.lexicon.groups.contains(lower);
        let owned = self.owner_of_body(view, at).is_some();
        let party = party.filter(|_| owned || !new);
        let party = party.filter(|_| !core.clone().any(|word| is_of_nobody(view, word)));
        let mention = self.text(view, core.clone());
        let apposed = |word: usize| (at..word).any(|between| tree.lower(between) == ",");
        let placed = view.places.iter().any(|name| {
            core.contains(&name.words.start)
                && tree.label(name.words.end - 1) != "nmod:poss"
                && !apposed(name.words.start)
        });
        if placed && party.is_some() {
            return Some(self.unlisted(view, core));
        }
        match party {
            Some(party) => Some(Found {
                value: PartyRef { mention, ..party },
                words: core,
                how: How::Referred,
            }),
            None if self.lexicon.people.contains(lower) => Some(self.phrase(view, core)),
            None if self.lexicon.groups.contains(lower) || self.lexicon.forces.contains(lower) => {
                Some(self.phrase(view, core))
            }
            None => None,
        }
    }

    pub(super) fn named(&self, view: &View, name: &PartyName, words: Range<usize>) -> Who {
        let mention = self.text(view, words.clone());
        let value =
            PartyRef { id: name.found.party.clone(), name: name.found.name.clone(), mention };
        Found { value, words, how: How::Named }
    }

    pub(super) fn unlisted(&self, view: &View, words: Range<usize>) -> Who {
        Found { value: unlisted_party(&self.text(view, words.clone())), words, how: How::Unlisted }
    }

    fn phrase(&self, view: &View, words: Range<usize>) -> Who {
        Found { how: How::Phrase, ..self.unlisted(view, words) }
    }

    /// What sort of party a name stands for.
    pub(crate) fn side_of(&self, name: &PartyName) -> Side {
        let kind = self.vocabulary.parties.party(&name.found.party).map(|party| party.kind);
        match kind {
            Some(PartyKind::State) | None => Side::State,
            Some(_) => Side::Group,
        }
    }
}

impl View {
    /// The parties named anywhere in a branch.
    pub(crate) fn parties_below(&self, at: usize) -> Vec<&PartyName> {
        let branch = self.tree.branch(at);
        self.parties.iter().filter(|name| branch.contains(&name.words.start)).collect()
    }
}

/// The noun that the relative clause about a word hangs on: "Haftar, whose troops".
fn antecedent(view: &View, at: usize) -> Option<usize> {
    let tree = &view.tree;
    let clause = std::iter::successors(Some(at), |at| tree.head(*at))
        .take(4)
        .find(|at| tree.label(*at) == "acl:relcl")?;
    tree.head(clause).filter(|noun| *noun < at)
}

/// Whether a word says that nobody in particular is meant: "foreign troops", "any army", and not "the
/// foreign minister".
fn is_of_nobody(view: &View, word: usize) -> bool {
    let office = || {
        matches!(
            view.tree.lower(word + 1),
            "minister"
                | "ministers"
                | "ministry"
                | "ministries"
                | "secretary"
                | "office"
                | "affairs"
        )
    };
    match view.tree.lower(word) {
        "foreign" => !office(),
        "any" | "every" => true,
        _ => false,
    }
}

/// Whether a phrase names those who go along with who was named before: "their allies".
fn is_follower(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let noun = matches!(
        tree.lower(at),
        "allies" | "ally" | "partners" | "backers" | "proxies" | "supporters" | "affiliates"
    );
    let owned = tree.child(at, &["nmod:poss"]).is_some_and(|owner| tree.tag(owner) == "PRP$");
    noun && owned
}

/// Where the name of a group begins whose last word is a noun for one: "the 33rd Front", "the Velk
/// Movement".
fn named_from(view: &View, at: usize) -> Option<usize> {
    let tree = &view.tree;
    let ordinal = |word: usize| {
        matches!(tree.lower(word), "st" | "nd" | "rd" | "th") && tree.tag(word - 1) == "CD"
            || tree.lower(word).starts_with(|c: char| c.is_ascii_digit())
    };
    let named = |word: &usize| *word > 0 && (tree.tag(*word).starts_with("NNP") || ordinal(*word));
    let start = (0..at).rev().take(4).take_while(named).last()?;
    let party = view.parties.iter().any(|name| (start..at).contains(&name.words.start));
    (!party).then_some(start)
}

/// A capital in "the city of Kyiv", "in Kyiv" or "Kyiv airport" is a place.
pub(crate) fn usable(view: &View, name: &PartyName, at: usize) -> bool {
    if name.found.role != PartyRole::Capital {
        return true;
    }
    let placed =
        matches!(preposition_of(view, at).as_deref(), Some("in" | "near" | "around" | "at"));
    let next = view.tree.lower(name.words.end);
    let site = view.tree.tag(name.words.end) != "POS" && SITES.contains(&next);
    !placed && !site
}

/// What stands in a town and is called after it.
const SITES: [&str; 12] = [
    "airport",
    "airfield",
    "port",
    "harbour",
    "harbor",
    "province",
    "region",
    "governorate",
    "district",
    "oblast",
    "city",
    "suburb",
];

fn preposition_of(view: &View, at: usize) -> Option<String> {
    crate::text::syntax::preposition(&view.tree, at)
}

fn under_preposition(view: &View, at: usize) -> bool {
    matches!(
        preposition_of(view, at).as_deref(),
        Some("in" | "into" | "near" | "at" | "from" | "on" | "towards")
    )
}

/// The words of a phrase's name: its branch without clauses, appositions and phrases that hang on it.
pub(crate) fn core(view: &View, at: usize) -> Range<usize> {
    let tree = &view.tree;
    let words = tree.branch_without(at, &|child| BESIDE.contains(&tree.label(child)));
    let is = tree.child(at, &["cop"]).filter(|is| words.contains(is) && *is < at);
    let led = is.and_then(|is| tree.children_with(at, &["case"]).find(|case| *case > is));
    tree.trim(led.or(is).map_or(words.start, |is| is + 1)..words.end)
}

/// The name of a group that is not spoken of before: "a separatist group, SLF,", "a group calling itself the
/// Sarn Front".
fn named_beside(view: &View, at: usize) -> Option<Range<usize>> {
    let tree = &view.tree;
    let article = tree.child(at, &["det"]).map_or("", |det| tree.lower(det));
    if !matches!(article, "a" | "an" | "another") {
        return None;
    }
    let called = match (tree.lower(at + 1), tree.lower(at + 2)) {
        ("calling", "itself" | "themselves") | ("known", "as") => Some(at + 3),
        ("called" | "named", _) => Some(at + 2),
        _ => None,
    };
    let called = called.map(|first| first + usize::from(tree.lower(first) == "the"));
    let called = called.filter(|first| tree.tag(*first).starts_with("NNP"));
    if let Some(first) = called {
        let capital = |word: usize| tree.word(word).is_some_and(|word| word.capital);
        let small = |word: usize| {
            matches!(tree.lower(word), "for" | "of" | "the" | "and") && capital(word + 1)
        };
        let end = (first..tree.len()).find(|word| !capital(*word) && !small(*word));
        let end = end.unwrap_or(tree.len());
        return Some(first..end);
    }
    let name = tree.child(at, &["appos"]).filter(|name| *name > at)?;
    let proper = tree.tag(name).starts_with("NNP") && view.place_at(name).is_none();
    proper.then(|| core(view, name))
}
