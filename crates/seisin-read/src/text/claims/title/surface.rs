//! Nouns, lands and parties found by where they stand, for clauses the tree may hang wrongly.

use super::super::{
    context::{Context, Found, How, unlisted_region},
    lexicon::Words,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::{PartyRef, RegionRef};
use std::ops::Range;

type Land = Found<RegionRef>;
type Who = Found<PartyRef>;

impl Context<'_> {
    /// Whether a word is a form of one of some verbs, and stands as a verb.
    #[expect(clippy::unused_self, reason = "asked beside what the context knows")]
    pub(crate) fn is_one_of(&self, view: &View, at: usize, verbs: &[&str]) -> bool {
        view.lemmas(at).iter().any(|lemma| verbs.contains(&lemma.as_str()))
    }

    /// Whether a word is a form of a verb of a list, and stands as a verb.
    #[expect(clippy::unused_self, reason = "asked beside what the context knows")]
    pub(crate) fn is_any(&self, view: &View, at: usize, verbs: &Words) -> bool {
        view.lemmas(at).iter().any(|lemma| verbs.contains(lemma))
    }

    /// Who does what a verb tells: its subject in the tree, else the noun right before it.
    pub(crate) fn doer(&self, view: &View, verb: usize) -> Option<Who> {
        let clause = Clause::of(&view.tree, verb);
        let by_tree = clause.agent.and_then(|agent| self.parties(view, agent).into_iter().next());
        by_tree.or_else(|| {
            let before = noun_before(view, verb)?;
            self.party(view, before)
        })
    }

    /// The lands that begin right after some words, within a reach.
    pub(crate) fn lands_after(&self, view: &View, from: usize, reach: usize) -> Vec<Land> {
        let tree = &view.tree;
        let Some(noun) = noun_after(view, from) else { return Vec::new() };
        let named = self.names_after_of(view, noun);
        if !named.is_empty() {
            return named;
        }
        let lands: Vec<Land> = self
            .lands(view, noun)
            .into_iter()
            .filter(|land| land.how != How::Phrase || self.plain_land(view, noun, land))
            .collect();
        if lands.iter().any(|land| land.how != How::Phrase) {
            return lands;
        }
        let end = (from..tree.len().min(from + reach))
            .find(|at| {
                matches!(
                    tree.lower(*at),
                    "," | ";" | "." | "and" | "but" | "to" | "from" | "by" | "for"
                ) || matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP" | "MD")
            })
            .unwrap_or_else(|| tree.len().min(from + reach));
        let named = view.places.iter().find(|name| (from..end).contains(&name.words.start));
        if let Some(name) = named {
            return vec![self.named_land(view, name, name.words.clone())];
        }
        let definite = tree
            .children_with(noun, &["det", "nmod:poss"])
            .any(|det| matches!(tree.lower(det), "the" | "that" | "this" | "these" | "those"));
        if lands.is_empty() && definite && noun < end { self.land_meant(view, noun) } else { lands }
    }

    /// The names after a noun for land and "of": "the islands of Tiran and Sanafir".
    fn names_after_of(&self, view: &View, noun: usize) -> Vec<Land> {
        let tree = &view.tree;
        if !self.lexicon.land.contains(tree.lower(noun)) || tree.lower(noun + 1) != "of" {
            return Vec::new();
        }
        let goes_on = |at: usize| {
            tree.tag(at).starts_with("NNP")
                || matches!(tree.lower(at), "and" | "," | "(" | ")" | "the")
                || tree.tag(at) == "FW"
        };
        let end = (noun + 2..tree.len()).find(|at| !goes_on(*at)).unwrap_or(tree.len());
        let mut lands: Vec<Land> = Vec::new();
        let mut at = noun + 2;
        while at < end {
            let name = view.places.iter().find(|name| name.words.start == at);
            if let Some(name) = name {
                lands.push(self.named_land(view, name, name.words.clone()));
                at = name.words.end.max(at + 1);
                continue;
            }
            if tree.tag(at).starts_with("NNP") && tree.lower(at).is_ascii() {
                let stop =
                    (at..end).find(|next| !tree.tag(*next).starts_with("NNP")).unwrap_or(end);
                let mention = self.text(view, at..stop);
                let value = unlisted_region(mention.clone(), mention);
                lands.push(Found { value, words: at..stop, how: How::Unlisted });
                at = stop;
                continue;
            }
            at += 1;
        }
        lands
    }

    /// The first party named within some words.
    pub(crate) fn party_within(&self, view: &View, words: Range<usize>) -> Option<Who> {
        let name = view.parties.iter().find(|name| {
            words.contains(&name.words.start)
                && super::super::who::usable(view, name, name.words.end.saturating_sub(1))
        })?;
        let value = self.named_party(view, name);
        Some(Found { value, words: name.words.clone(), how: How::Named })
    }
}

/// The main noun of the phrase that begins at a word or soon after.
pub(crate) fn noun_after(view: &View, from: usize) -> Option<usize> {
    let tree = &view.tree;
    let first = (from..tree.len().min(from + 7))
        .take_while(|at| {
            !matches!(tree.tag(*at), "VBD" | "VBZ" | "MD" | "VBP")
                && !matches!(tree.lower(*at), ";" | "." | "that")
        })
        .find(|at| tree.is_nominal(*at) && tree.label(*at) != "det")?;
    std::iter::successors(Some(first), |at| {
        tree.head(*at).filter(|head| {
            *head > *at
                && tree.is_nominal(*head)
                && matches!(
                    tree.label(*at),
                    "compound" | "amod" | "nmod:poss" | "nummod" | "flat" | "det"
                )
        })
    })
    .take(6)
    .last()
}

/// The main noun right before a verb, helping verbs and adverbs skipped.
pub(crate) fn noun_before(view: &View, verb: usize) -> Option<usize> {
    let tree = &view.tree;
    let dated = |at: usize| {
        let on = matches!(tree.lower(at), "on" | "in" | "late" | "early");
        let begins =
            |at: usize| view.times.iter().any(|time| tree.words_in(&time.range).contains(&at));
        begins(at) || on && begins(at + 1) || on && tree.lower(at + 1) == "on" && begins(at + 2)
    };
    let skipped = |at: usize| {
        dated(at)
            || matches!(tree.tag(at), "RB" | "MD" | ",")
            || matches!(
                tree.lower(at),
                "has" | "have" | "had" | "did" | "does" | "do" | "is" | "was" | "be" | "been"
            )
    };
    let near = (verb.saturating_sub(9)..verb).rev().find(|at| !skipped(*at))?;
    tree.is_nominal(near)
        .then(|| {
            std::iter::successors(Some(near), |at| {
                tree.head(*at).filter(|head| {
                    let beside = tree.label(*at) == "appos"
                        && !(*head..*at).any(|mark| tree.lower(mark) == ",");
                    let two_names = matches!(tree.label(*at), "flat" | "compound" | "nmod")
                        && view.party_at(*at).is_some_and(|name| name.words.start == *at)
                        && (view.party_at(*head).is_some() || view.place_at(*head).is_some());
                    let bare = tree.label(*at) == "nmod" && tree.child(*at, &["case"]).is_none();
                    let parted = (*head..*at)
                        .any(|mark| tree.lower(mark) == ":" || bare && tree.lower(mark) == ",");
                    !beside
                        && !parted
                        && !two_names
                        && *head < verb
                        && tree.is_nominal(*head)
                        && matches!(
                            tree.label(*at),
                            "nmod" | "compound" | "flat" | "appos" | "nmod:poss"
                        )
                })
            })
            .take(6)
            .last()
            .map_or(near, |noun| before_preposition(view, noun))
        })
        .map(|noun| before_relative(view, noun, verb))
}

/// "Arland, which had waited until June, rejected": the noun that a clause between commas is about, not
/// the last noun of the clause.
fn before_relative(view: &View, noun: usize, verb: usize) -> usize {
    let tree = &view.tree;
    if !(noun + 1..verb).any(|at| tree.lower(at) == ",") {
        return noun;
    }
    let relative = std::iter::successors(Some(noun), |at| tree.head(*at)).take(8).find(|at| {
        tree.label(*at) == "acl:relcl"
            && *at < verb
            && tree.head(*at).is_some_and(|head| head < *at)
    });
    let set_off = |head: &usize| (*head + 1..noun).any(|at| tree.lower(at) == ",");
    relative.and_then(|clause| tree.head(clause)).filter(set_off).unwrap_or(noun)
}

/// "The movement close to Arland will": the noun that a phrase with a preposition stands after.
fn before_preposition(view: &View, noun: usize) -> usize {
    let tree = &view.tree;
    let adjective = tree
        .head(noun)
        .filter(|head| *head < noun && tree.tag(*head) == "JJ" && tree.label(noun) == "obl");
    let owner = adjective.and_then(|head| head.checked_sub(1));
    owner.filter(|owner| tree.is_nominal(*owner)).unwrap_or(noun)
}

/// The words of the clause around a verb, from its subject to the next mark that ends it.
pub(crate) fn clause_words(view: &View, from: usize, to: usize) -> Range<usize> {
    let tree = &view.tree;
    let stops = |at: usize| {
        matches!(tree.lower(at), ";" | ":" | "—" | "–" | "“" | "”")
            || tree.lower(at) == ","
                && matches!(
                    tree.lower(at + 1),
                    "and" | "but" | "while" | "though" | "although" | "which" | "who"
                )
    };
    let start = (0..from).rev().find(|at| stops(*at)).map_or(0, |at| at + 1);
    let start = (start..=from)
        .find(|at| !matches!(tree.lower(*at), "," | "and" | "but" | "while" | "though"))
        .unwrap_or(start);
    let end =
        (to..tree.len()).find(|at| stops(*at) || tree.lower(*at) == ".").unwrap_or(tree.len());
    start..end.max(from + 1)
}
