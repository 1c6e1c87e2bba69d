//! How much somebody holds, told by a verb of measure: "the territory under Borland’s control amounts to
//! 400 square miles", "Arland’s share of the country has fallen to a fifth".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::Pattern,
    quotes::Quote,
    view::View,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense},
};
use seisin_core::{Detail, PartyRef, RegionRef};

/// Verbs that say how large something is or has become.
const MEASURING: [&str; 25] = [
    "amount",
    "total",
    "stand",
    "come",
    "cover",
    "extend",
    "shrink",
    "fall",
    "grow",
    "rise",
    "reach",
    "measure",
    "number",
    "drop",
    "decline",
    "dwindle",
    "swell",
    "expand",
    "be",
    "comprise",
    "run",
    "add",
    "span",
    "constitute",
    "represent",
];

/// The same of two words.
const MEASURING_WITH: [(&str, &str); 3] = [("make", "up"), ("account", "for"), ("take", "up")];

/// Verbs that say how large somebody thinks something is.
pub(super) const ESTIMATING: [&str; 5] = ["put", "estimate", "place", "reckon", "assess"];

/// Nouns for what is held, beside those for land and for holding.
const HOLDINGS: [&str; 6] = ["share", "holdings", "holding", "part", "portion", "slice"];

impl Context<'_> {
    /// How much land somebody holds, by a verb of measure.
    pub(super) fn extent(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let form = tree.lower(verb);
        let two = |(lemma, with): &(&str, &str)| {
            tree.lower(verb + 1) == *with && self.lexicon.is_form(form, lemma)
        };
        let clause = Clause::of(tree, verb);
        let measured = if self.lexicon.is_form_of_any(form, &ESTIMATING) {
            self.put_at(view, &clause)
        } else if self.lexicon.is_form_of_any(form, &MEASURING) || MEASURING_WITH.iter().any(two) {
            self.said_to_measure(view, &clause)
        } else {
            None
        };
        let Some((subject, holder, mention)) = measured else { return Vec::new() };
        let told = self.told(view, &clause, quotes);
        if told.refused.is_some() {
            return Vec::new();
        }
        let words = tree.words_in(&mention.range);
        let whole = (holder.words.contains(&subject))
            .then(|| super::title::noun_after(view, words.end))
            .flatten()
            .and_then(|whole| self.land(view, whole));
        let region =
            whole.or_else(|| self.land_of_extent(view, &clause, (subject, words.end), &holder));
        let started = super::who::core(view, subject).start.min(holder.words.start);
        let start = tree.word(started).map_or(mention.range.start, |word| word.range.start);
        let tense = if clause.tense == Tense::Past { Tense::Past } else { Tense::Present };
        let dated = self.dated(view, &clause, &told).or_else(|| self.on_the_day(tense));
        vec![Draft {
            party: Some(holder),
            region,
            dated: dated.or_else(|| self.time_of(view, &clause, &told, &Detail::Holding)),
            quantity: Some(mention.clone()),
            ..Draft::told(
                Detail::Holding,
                told,
                start..mention.range.end.max(start),
                format!("extent/{}", tree.lower(verb)),
            )
        }]
    }

    /// What is said to be so large, whose it is and how large: "the area under Arland’s control covers".
    fn said_to_measure(
        &self,
        view: &View,
        clause: &Clause,
    ) -> Option<(usize, Found<PartyRef>, QuantityMention)> {
        let subject = clause.agent.filter(|at| *at < clause.verb && !clause.is_passive)?;
        let mention = self.measure_after(view, clause.verb)?;
        let holder = self
            .holder_of_extent(view, subject, clause.verb)
            .or_else(|| self.covers_share(view, clause, subject, &mention))?;
        Some((subject, holder, mention))
    }

    /// The same of what somebody reckons: "put the area under Arland’s control at 17 per cent".
    fn put_at(
        &self,
        view: &View,
        clause: &Clause,
    ) -> Option<(usize, Found<PartyRef>, QuantityMention)> {
        let tree = &view.tree;
        let area = clause.patient.filter(|at| *at > clause.verb && !clause.is_passive)?;
        let land = |mention: &&QuantityMention| {
            matches!(mention.kind, MentionKind::Area | MentionKind::Share)
        };
        let mention = view.quantities.iter().filter(land).find(|mention| {
            let start = tree.words_in(&mention.range).start;
            start > area + 1 && start < area + 9 && tree.lower(start - 1) == "at"
        })?;
        let at = tree.words_in(&mention.range).start - 1;
        let holder = self.holder_of_extent(view, area, at)?;
        Some((area, holder, mention.clone()))
    }

    /// "The Republic of Sarn covers 36 per cent of the island": a party that is land itself.
    fn covers_share(
        &self,
        view: &View,
        clause: &Clause,
        subject: usize,
        mention: &QuantityMention,
    ) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let covers = self.lexicon.is_form_of_any(tree.lower(clause.verb), &["cover", "occupy"]);
        let end = tree.words_in(&mention.range).end;
        let of_land = || {
            let land = super::title::noun_after(view, end)?;
            let known = self.lexicon.land.contains(tree.lower(land));
            Some(known && !tree.lower(land - 1).ends_with('s') || view.place_at(land).is_some())
        };
        let share = covers && mention.kind == MentionKind::Share;
        let named = self.party(view, subject).filter(|party| party.how == How::Named);
        named.filter(|_| share && of_land() == Some(true))
    }

    /// The amount of land that stands after a verb of measure: directly, or after "to" or "at".
    fn measure_after(&self, view: &View, verb: usize) -> Option<QuantityMention> {
        let tree = &view.tree;
        let land = |mention: &&QuantityMention| match mention.kind {
            MentionKind::Area | MentionKind::Share => true,
            MentionKind::Count => self.counts_land(mention),
            _ => false,
        };
        let be = self.lexicon.is_form(tree.lower(verb), "be");
        let near = |mention: &&QuantityMention| {
            let start = tree.words_in(&mention.range).start;
            let linked = (verb + 1..start).any(|at| {
                matches!(tree.lower(at), "to" | "at" | "from") && tree.lower(at) != "from"
            });
            let but = tree.lower(start.wrapping_sub(1)) == "but";
            start > verb
                && !but
                && start <= verb + 7
                && (linked || start <= verb + 2)
                && !(be && mention.kind == MentionKind::Count)
        };
        view.quantities.iter().rev().filter(land).find(near).cloned()
    }

    /// Whose the land is that a subject speaks of: by its owner, or by "under whose control" and "held by
    /// whom" after it.
    fn holder_of_extent(
        &self,
        view: &View,
        subject: usize,
        verb: usize,
    ) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let noun = tree.lower(subject);
        let holds =
            self.lexicon.nouns.get(noun).is_some_and(|sense| sense.pattern == Pattern::Hold);
        let land = self.lexicon.land.contains(noun);
        let compound = (subject.saturating_sub(2)..subject).find_map(|at| {
            let (owner, held) = tree.lower(at).rsplit_once('-')?;
            self.lexicon.held.contains(held).then(|| self.compound_holder(view, at, owner))?
        });
        if !(holds || land || compound.is_some() || HOLDINGS.contains(&noun)) {
            return None;
        }
        let of_land = || {
            let of = (subject + 1..subject + 3).find(|at| tree.lower(*at) == "of")?;
            let whole = super::title::noun_after(view, of + 1)?;
            let named = view.place_at(whole).is_some() || view.party_at(whole).is_some();
            Some(named || self.lexicon.land.contains(tree.lower(whole)))
        };
        if noun == "share" && of_land() != Some(true) {
            return None;
        }
        let known = |party: &Found<PartyRef>| matches!(party.how, How::Named | How::Referred);
        let held = (subject + 1..verb).find_map(|at| {
            let controls = self
                .lexicon
                .nouns
                .get(tree.lower(at))
                .is_some_and(|sense| sense.pattern == Pattern::Hold);
            let under = (subject + 1..at).any(|case| matches!(tree.lower(case), "under" | "in"));
            let by = tree.lower(at) == "by"
                && at.checked_sub(1).is_some_and(|held| {
                    let senses = &mut self.lexicon.senses(tree.lower(held));
                    senses
                        .any(|(_, sense)| matches!(sense.pattern, Pattern::Hold | Pattern::Occupy))
                });
            match (controls && under, by) {
                (true, _) => self.holder(view, at),
                (_, true) => self.party_within(view, at + 1..at + 5),
                _ => None,
            }
        });
        let owned = || {
            let group = |at: &usize| {
                let word = tree.lower(*at);
                self.lexicon.groups.contains(word) || self.lexicon.governments.contains(word)
            };
            let owner = tree.child(subject, &["nmod:poss"]);
            let named = owner.and_then(|at| self.party(view, at)).filter(known);
            let grouped = owner.filter(group).and_then(|at| self.party(view, at));
            named.or(grouped).or(compound)
        };
        let plain = holds
            || matches!(
                noun,
                "share" | "holdings" | "holding" | "pocket" | "bridgehead" | "foothold" | "salient"
            )
            || (subject.saturating_sub(2)..subject).any(|at| tree.lower(at).contains('-'));
        let side = |party: &Found<PartyRef>| {
            let last = tree.lower(party.words.end.saturating_sub(1));
            known(party)
                || self.lexicon.governments.contains(last)
                || self.lexicon.groups.contains(last)
        };
        held.filter(side).or_else(|| owned().filter(|_| plain))
    }

    /// The land of an extent: named beside its subject or after the amount, else the one spoken of.
    fn land_of_extent(
        &self,
        view: &View,
        clause: &Clause,
        (subject, end): (usize, usize),
        holder: &Found<PartyRef>,
    ) -> Option<Found<RegionRef>> {
        let tree = &view.tree;
        let named = |range: std::ops::Range<usize>| {
            view.places.iter().find(|name| {
                range.contains(&name.words.start)
                    && !holder.words.contains(&name.words.start)
                    && tree.label(name.words.end - 1) != "nmod:poss"
            })
        };
        let aside = (subject + 1..clause.verb).find(|at| tree.lower(*at) == ",");
        let beside = subject + 1..aside.unwrap_or(clause.verb);
        let name = named(beside).or_else(|| named(end..end + 5));
        if let Some(name) = name {
            return Some(self.named_land(view, name, name.words.clone()));
        }
        let value = self.wider_land(view, clause, true)?;
        Some(Found { value, words: clause.verb..clause.verb + 1, how: How::Referred })
    }
}
