//! What is left to a holder: "cut that to less than 200 square miles", "leaving it with a fifth".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense},
};
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef};

/// Verbs that make a holding smaller.
const SHRINKING: [&str; 10] =
    ["cut", "reduce", "shrink", "whittle", "squeeze", "confine", "box", "pen", "pare", "trim"];

impl Context<'_> {
    /// What a verb leaves to a holder, and who took the rest.
    pub(crate) fn residual(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let form = tree.lower(verb);
        let shrinks = self.lexicon.is_form_of_any(form, &SHRINKING);
        let leaves = self.lexicon.is_form(form, "leave");
        let links: &[&str] = if shrinks {
            &["to", "into", "in"]
        } else if leaves {
            &["with"]
        } else {
            return Vec::new();
        };
        let Some(mention) = self.left(view, verb, links) else {
            return self.confined(view, verb, quotes);
        };
        let clause = Clause::of(tree, verb);
        let told = self.told(view, &clause, quotes);
        let Some((holder, region)) = self.left_to(view, &clause, verb, &mention) else {
            return Vec::new();
        };
        if told.refused.is_some() {
            return Vec::new();
        }
        let taker = clause.agent.and_then(|agent| self.party(view, agent));
        let taker = taker.filter(|taker| shrinks && taker.value.id != holder.value.id);
        let told_now = if clause.tense == Tense::Past { Tense::Past } else { Tense::Present };
        let dated = self.dated(view, &clause, &told);
        let held = Draft {
            party: Some(holder.clone()),
            region: region.clone(),
            quantity: Some(mention.clone()),
            dated: self.on_the_day(told_now).or_else(|| dated.clone()),
            ..Draft::told(
                Detail::Holding,
                told.clone(),
                tree.word(verb).map_or(0, |word| word.range.start)..mention.range.end,
                format!("residual/{form}"),
            )
        };
        let taken = taker.map(|taker| Draft {
            detail: Detail::Change(ChangeAction::Regained),
            party: Some(taker),
            counterparty: Some(holder.value),
            quantity: None,
            dated,
            evidence: Self::evidence(view, &clause),
            ..held.clone()
        });
        taken.into_iter().chain([held]).collect()
    }

    /// "The army is confined to the airport and two camps": who holds no more than some land.
    fn confined(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let form = tree.lower(verb);
        let clause = Clause::of(tree, verb);
        let pent = self.lexicon.is_form_of_any(form, &["confine", "box", "pen", "squeeze"]);
        let (Some(who), Some(to)) = (
            clause.patient.filter(|_| pent && clause.is_passive),
            clause.oblique(&["to", "in", "into"]),
        ) else {
            return Vec::new();
        };
        let known = |party: &Found<PartyRef>| party.how != How::Phrase;
        let (Some(party), told) =
            (self.party(view, who).filter(known), self.told(view, &clause, quotes))
        else {
            return Vec::new();
        };
        if told.refused.is_some() {
            return Vec::new();
        }
        let dated = self.time_of(view, &clause, &told, &Detail::Holding);
        let evidence = Self::evidence(view, &clause);
        let rule = format!("confined/{form}");
        let base = Draft {
            party: Some(party),
            dated,
            ..Draft::told(Detail::Holding, told, evidence, rule)
        };
        let lands = self.lands(view, to).into_iter();
        lands.map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }

    /// The amount that is left: after the verb and one of the linking words.
    fn left(&self, view: &View, verb: usize, links: &[&str]) -> Option<QuantityMention> {
        let tree = &view.tree;
        view.quantities
            .iter()
            .find(|mention| {
                let start = tree.words_in(&mention.range).start;
                let linked =
                    (verb + 1..start).rev().take(3).any(|at| links.contains(&tree.lower(at)));
                let within = (verb + 1..start).rev().take(3).any(|at| tree.lower(at) == "in");
                let land = matches!(mention.kind, MentionKind::Area | MentionKind::Share)
                    || (mention.kind == MentionKind::Count && self.counts_land(mention) && !within);
                land && start > verb && start <= verb + 8 && linked
            })
            .cloned()
    }

    /// To whom, and where: the object where it is a party, else the holder told of last.
    fn left_to(
        &self,
        view: &View,
        clause: &Clause,
        verb: usize,
        mention: &QuantityMention,
    ) -> Option<(Found<PartyRef>, Option<Found<RegionRef>>)> {
        let tree = &view.tree;
        let words = tree.words_in(&mention.range);
        let after = (words.end..(words.end + 6).min(tree.len()))
            .take_while(|at| !matches!(tree.lower(*at), "," | ";" | "and"))
            .find_map(|at| view.place_at(at));
        let named = after.map(|name| self.named_land(view, name, name.words.clone()));
        let of = (words.start..=words.end).find(|at| tree.lower(*at) == "of");
        let noun = of.and_then(|of| (of + 1..of + 5).find(|at| tree.tag(*at).starts_with("NN")));
        let named = named.or_else(|| {
            noun.and_then(|noun| self.land(view, noun)).filter(|land| land.how == How::Referred)
        });
        let object = clause
            .patient
            .filter(|at| !words.contains(at) && !matches!(tree.lower(*at), "that" | "this"));
        if let Some(party) =
            object.and_then(|at| self.party(view, at)).filter(|party| party.how != How::Phrase)
        {
            return Some((party, named));
        }
        let (holder, region) = match &self.holding {
            Some((holder, region)) => (holder.clone(), region.clone()),
            None => self.other_side_on_land(view, clause, mention)?,
        };
        let words = verb..verb + 1;
        let place = |value: RegionRef| Found { value, words: words.clone(), how: How::Referred };
        let region = named.or_else(|| region.map(place));
        Some((Found { value: holder, words: words.clone(), how: How::Referred }, region))
    }

    /// Where no holding was told of: the other side, on the land last named. Only for an area, since
    /// taxes are cut to a fifth as well.
    fn other_side_on_land(
        &self,
        view: &View,
        clause: &Clause,
        mention: &QuantityMention,
    ) -> Option<(PartyRef, Option<RegionRef>)> {
        let place = Self::place(view, clause.verb);
        let agent = self.agents(view, clause).into_iter().next()?.value;
        let other = self.memory.other_than(&agent, place).cloned();
        let holder = other.or_else(|| self.other_side_of(&agent))?;
        let land = self.memory.lands.meant(place, |_| true)?.clone();
        (mention.kind == MentionKind::Area).then_some((holder, Some(land)))
    }
}
