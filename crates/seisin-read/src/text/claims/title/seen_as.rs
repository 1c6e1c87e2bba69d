//! Land said to be somebody’s: "sees the islands as Arlandic", "calls the region its own", "the lake,
//! he maintained, is Borlandic", "which Velk says is its land", "a map that puts the rock inside its
//! own waters".

use super::super::{
    context::{Context, Found, How},
    view::View,
    who::COURTS,
};
use super::{
    TitleAct,
    surface::{clause_words, noun_before},
};
use crate::text::syntax::Clause;
use seisin_core::{PartyRef, RegionRef, TitleAction};
use std::ops::Range;

/// Verbs that take land for something.
const SEEING: [&str; 19] = [
    "regard",
    "consider",
    "see",
    "view",
    "treat",
    "deem",
    "call",
    "declare",
    "proclaim",
    "count",
    "describe",
    "recognise",
    "recognize",
    "acknowledge",
    "accept",
    "confirm",
    "name",
    "read",
    "mark",
];

/// Verbs by which a map shows land.
const SHOWING: [&str; 11] = [
    "show", "put", "mark", "place", "draw", "include", "shade", "colour", "color", "depict",
    "label",
];

/// Nouns for what shows land.
const MAPS: [&str; 8] =
    ["map", "maps", "chart", "charts", "atlas", "atlases", "textbook", "textbooks"];

/// How far after a verb it is told what the land is taken for.
const REACH: usize = 18;

/// Whose land is said to be, and the word that says so.
enum Whose {
    /// The speaker’s own.
    Own,
    /// A party’s.
    Of(Found<PartyRef>),
}

impl Context<'_> {
    /// Land said to be somebody’s, by the verb that says so.
    pub(super) fn seen_as(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        self.taken_for(view, verb)
            .or_else(|| self.shown_as(view, verb))
            .or_else(|| self.is_somebodys(view, verb))
            .map(|act| vec![act])
    }

    /// "Sees the islands as Arlandic", "calls the whole region its own", "confirmed Velk as the
    /// owner of seven islets".
    fn taken_for(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &SEEING)
            || self.state_proclaimed(view, &Clause::of(tree, verb)).is_some()
        {
            return None;
        }
        let words = clause_words(view, verb, verb + 1);
        let reach = verb + 1..words.end.min(verb + REACH);
        if let Some(act) = self.owner_confirmed(view, verb, reach.clone()) {
            return Some(act);
        }
        let (at, whose) = reach.clone().find_map(|at| Some((at, self.whose(view, at)?)))?;
        let as_word = tree.lower(at.wrapping_sub(1)) == "as"
            || tree.lower(at.wrapping_sub(1)) == "be" && tree.lower(at.wrapping_sub(2)) == "to"
            || (verb + 1..at).any(|word| tree.lower(word) == "as");
        let apart = matches!(whose, Whose::Own)
            && self.is_one_of(
                view,
                verb,
                &["call", "declare", "consider", "deem", "proclaim", "regard", "see", "treat"],
            );
        if (verb + 1..at).any(|word| tree.lower(word) == "that") || !(as_word || apart) {
            return None;
        }
        let before = (verb + 1..at).find(|word| tree.lower(*word) == "as").unwrap_or(at);
        let lands = self.land_between(view, verb + 1..before);
        let lands = self.or_land_meant(view, verb, lands);
        let party = self.doer(view, verb)?;
        (!lands.is_empty()).then(|| Self::act_of(verb, (party, whose), lands, words, "seen-as"))
    }

    /// "Confirmed Velk as the owner of seven islets".
    fn owner_confirmed(&self, view: &View, verb: usize, reach: Range<usize>) -> Option<TitleAct> {
        let tree = &view.tree;
        let owner = reach.clone().find(|at| {
            matches!(tree.lower(*at), "owner" | "sovereign" | "possessor")
                && matches!(tree.lower(at + 1), "of" | "over")
        })?;
        let party = self.doer(view, verb).or_else(|| self.court_meant(view, verb))?;
        let other = self.party_within(view, verb + 1..owner)?;
        let lands = self.lands_after(view, owner + 2, 9);
        (!lands.is_empty()).then(|| {
            TitleAct::told(
                "owner-confirmed",
                TitleAction::Recognised,
                verb,
                clause_words(view, verb, owner + 1),
            )
            .by(party)
            .towards(other.value)
            .over(lands)
        })
    }

    /// "Published a map that put the rock inside its own waters".
    fn shown_as(&self, view: &View, verb: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        if !self.is_one_of(view, verb, &SHOWING) {
            return None;
        }
        let map =
            (verb.saturating_sub(5)..verb).rev().find(|at| MAPS.contains(&tree.lower(*at)))?;
        let words = clause_words(view, verb, verb + 1);
        let (at, whose) = (verb + 1..words.end.min(verb + REACH))
            .find_map(|at| Some((at, self.whose(view, at)?)))?;
        let lands = self.land_between(view, verb + 1..at);
        let publishing = (map.saturating_sub(7)..map).rev().find(|at| {
            self.is_one_of(
                view,
                *at,
                &["publish", "issue", "print", "produce", "release", "approve", "unveil"],
            )
        });
        let party = publishing.and_then(|at| self.doer(view, at)).or_else(|| {
            self.owner_of_plan(view, map).map(|value| Found {
                value,
                words: map..map + 1,
                how: How::Named,
            })
        })?;
        let start = publishing.unwrap_or(map);
        let words = clause_words(view, start, verb + 1).start..words.end;
        (!lands.is_empty()).then(|| Self::act_of(start, (party, whose), lands, words, "shown-as"))
    }

    /// "The lake, he maintained, is Borlandic", "conceded that Sarn is Velk’s", "which Arland says is
    /// its land": told by somebody who is named.
    fn is_somebodys(&self, view: &View, be: usize) -> Option<TitleAct> {
        let tree = &view.tree;
        let is = matches!(
            tree.lower(be),
            "is" | "are"
                | "was"
                | "were"
                | "remains"
                | "remain"
                | "remained"
                | "belongs"
                | "belong"
                | "belonged"
                | "lies"
                | "lie"
                | "be"
                | "been"
                | "'s"
        );
        if !is {
            return None;
        }
        let skipped = |at: usize| {
            tree.tag(at) == "RB"
                || matches!(
                    tree.lower(at),
                    "to" | "within"
                        | "under"
                        | "inside"
                        | "part"
                        | "of"
                        | "a"
                        | "an"
                        | "the"
                        | "all"
                        | "both"
                        | "historically"
                )
        };
        let next = (be + 1..tree.len().min(be + 6))
            .find(|at| !skipped(*at) || self.whose(view, *at).is_some())?;
        let whose = self.whose(view, next)?;
        let clause = Clause::of(
            tree,
            if tree.is_verb(be)
                && tree.head(be).is_some_and(|head| tree.label(be) != "cop" || head == be)
            {
                be
            } else {
                tree.head(be).unwrap_or(be)
            },
        );
        let told = self.told(view, &clause, &self.quoted_here);
        let link = told.sources.last()?;
        let court = link.name.rsplit(' ').next().is_some_and(|word| COURTS.contains(&word));
        let held = (be + 1..next).any(|at| matches!(tree.lower(at), "still" | "again" | "now"));
        let value = self
            .party_of_link(link)
            .or_else(|| court.then(|| super::super::context::unlisted_party(&link.name)))
            .filter(|_| !held)?;
        let party = Found { value, words: be..be + 1, how: How::Referred };
        let start = self.predicate_start(view, be);
        let lands = self.land_between(view, start..be);
        let words = clause_words(view, be, next + 1);
        (!lands.is_empty())
            .then(|| Self::act_of(clause.verb, (party, whose), lands, words, "is-somebodys"))
    }

    /// Where the subject of a predicate may begin: after "that", a verb of saying or a mark.
    fn predicate_start(&self, view: &View, be: usize) -> usize {
        let tree = &view.tree;
        (be.saturating_sub(16)..be)
            .rev()
            .find(|at| {
                matches!(tree.lower(*at), "that" | ";" | ":" | "“" | "but" | "although")
                    || self.says(view, *at) && tree.lower(at + 1) != ","
            })
            .map_or(be.saturating_sub(16), |at| at + 1)
    }

    /// Whose land is, by the word that says so: "its own", "Arlandic", "Velk’s", "Arland’s land".
    fn whose(&self, view: &View, at: usize) -> Option<Whose> {
        let tree = &view.tree;
        let ends = |at: usize| {
            matches!(tree.tag(at), "." | "," | "" | ":" | "CC" | "''" | "IN" | "RB")
                || matches!(tree.lower(at), ";" | "—" | "–" | "”" | ")")
        };
        let land = |at: usize| {
            self.lexicon.land.contains(tree.lower(at))
                || matches!(tree.lower(at), "sovereignty" | "property" | "own")
        };
        match tree.lower(at) {
            "its" | "their" | "his" | "her" | "our" => {
                let own =
                    tree.lower(at + 1) == "own" && (ends(at + 2) || land(at + 2) || land(at + 3));
                let placed = land(at + 1)
                    && ends(at + 2)
                    && matches!(
                        tree.lower(at + 1),
                        "land" | "territory" | "soil" | "waters" | "sovereignty"
                    );
                return (own || placed).then_some(Whose::Own);
            }
            "theirs" | "ours" => return Some(Whose::Own),
            _ => {}
        }
        let name = view.parties.iter().find(|name| name.words.start == at)?;
        let end = name.words.end;
        let demonym = name.found.role == seisin_places::PartyRole::Demonym;
        let possessive =
            tree.tag(end) == "POS" || self.text(view, name.words.clone()).ends_with("’s");
        let after = end + usize::from(tree.tag(end) == "POS");
        let placed = land(after)
            && ends(after + 1)
            && matches!(
                tree.lower(after),
                "land" | "territory" | "soil" | "waters" | "sovereignty"
            );
        let of = matches!(tree.lower(at.wrapping_sub(1)), "of" | "to")
            && matches!(tree.lower(at.wrapping_sub(2)), "part" | "belongs" | "belong" | "belonged");
        let says = (demonym || possessive) && (ends(after) || placed) || of;
        says.then(|| {
            Whose::Of(Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            })
        })
    }

    /// The land named last in some words that no preposition ties to something else.
    fn land_between(&self, view: &View, words: Range<usize>) -> Vec<Found<RegionRef>> {
        if words.is_empty() {
            return Vec::new();
        }
        let lands = self.lands_after(view, words.start, words.len());
        lands
            .into_iter()
            .filter(|land| land.how != How::Phrase && land.words.start < words.end)
            .collect()
    }

    /// A court that a pronoun or a noun stands for, where one ruled last.
    pub(super) fn court_meant(&self, view: &View, verb: usize) -> Option<Found<PartyRef>> {
        let noun = noun_before(view, verb)?;
        let tree = &view.tree;
        let last = self
            .last_title
            .as_ref()
            .filter(|last| last.by_court && view.index <= last.sentence + 2)?;
        let stands = matches!(tree.lower(noun), "it" | "they" | "he" | "she")
            || COURTS.contains(&tree.lower(noun))
            || matches!(
                tree.lower(noun),
                "award" | "ruling" | "verdict" | "judgment" | "judgement"
            );
        let value = last.party.clone()?;
        stands.then(|| Found { value, words: noun..noun + 1, how: How::Referred })
    }

    fn act_of(
        verb: usize,
        (party, whose): (Found<PartyRef>, Whose),
        lands: Vec<Found<RegionRef>>,
        words: Range<usize>,
        rule: &'static str,
    ) -> TitleAct {
        let other = match whose {
            Whose::Own => None,
            Whose::Of(owner) => Some(owner.value).filter(|owner| owner.id != party.value.id),
        };
        let action = if other.is_some() { TitleAction::Recognised } else { TitleAction::Claimed };
        TitleAct::told(rule, action, verb, words).by(party).towards(other).over(lands)
    }
}
