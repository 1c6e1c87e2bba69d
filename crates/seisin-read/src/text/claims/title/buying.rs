//! Land bought: "Arland bought Sarn from Borland", "Velk was purchased from Borland", "the purchase of Velk
//! from Borland". Who sells it gives it up.

use super::super::{
    context::{Context, Found},
    view::View,
};
use super::{TitleAct, surface::clause_words};
use crate::text::syntax::{Clause, preposition};
use seisin_core::{PartyRef, RegionRef, TitleAction};

/// Verbs of whoever pays for land.
const BUYING: [&str; 3] = ["buy", "purchase", "acquire"];

/// Nouns for the same.
const PURCHASES: [&str; 3] = ["purchase", "acquisition", "buying"];

type Who = Found<PartyRef>;
type Lands = Vec<Found<RegionRef>>;

impl Context<'_> {
    /// Land that one state bought from another, by the verb or the noun that tells it.
    pub(super) fn bought(&self, view: &View, at: usize) -> Option<Vec<TitleAct>> {
        let (seller, buyer, lands, end) = if self.is_one_of(view, at, &BUYING) {
            self.bought_by_verb(view, at)?
        } else if PURCHASES.contains(&view.tree.lower(at)) {
            self.bought_by_noun(view, at)?
        } else {
            return None;
        };
        let apart = |who: &Who| who.value.id != seller.value.id;
        let buyer = buyer.filter(apart).map(|buyer| buyer.value);
        let words = clause_words(view, at, end + 1);
        let act = TitleAct::told("bought", TitleAction::Ceded, at, words);
        Some(vec![act.by(seller).towards(buyer).over(lands)])
    }

    fn bought_by_verb(&self, view: &View, verb: usize) -> Option<(Who, Option<Who>, Lands, usize)> {
        let clause = Clause::of(&view.tree, verb);
        let object = clause.patient.filter(|object| clause.is_passive || *object > verb)?;
        let from = clause.oblique(&["from"]).or_else(|| hung_from(view, object));
        let from = from.filter(|from| *from > verb)?;
        let seller = self.party(view, from).filter(|who| self.is_of_states(who))?;
        let lands = self.lands_that_pass(view, object, true)?;
        let buyer = self.agents(view, &clause).into_iter().next();
        let buyer = buyer.filter(|who| self.is_of_states(who));
        (buyer.is_some() || clause.agent.is_none()).then_some((seller, buyer, lands, from))
    }

    fn bought_by_noun(&self, view: &View, noun: usize) -> Option<(Who, Option<Who>, Lands, usize)> {
        let tree = &view.tree;
        let after = |case: &str| {
            let of_case = |child: &usize| preposition(tree, *child).as_deref() == Some(case);
            let own = tree.children_with(noun, &["nmod"]).find(of_case);
            own.or_else(|| {
                let land = tree.children_with(noun, &["nmod"]).next()?;
                tree.children_with(land, &["nmod"]).find(of_case)
            })
        };
        let from = after("from")?;
        let seller = self.party(view, from).filter(|who| self.is_of_states(who))?;
        let lands = self.lands_that_pass(view, after("of")?, true)?;
        let owner = || tree.child(noun, &["nmod:poss"]);
        let buyer = after("by").or_else(owner).and_then(|at| self.party(view, at));
        Some((seller, buyer.filter(|who| self.is_of_states(who)), lands, from))
    }
}

/// The noun after a "from" that the tree hangs on the land: "bought Sarn from Borland".
fn hung_from(view: &View, object: usize) -> Option<usize> {
    let from = |child: &usize| preposition(&view.tree, *child).as_deref() == Some("from");
    view.tree.children_with(object, &["nmod", "obl"]).find(from)
}
