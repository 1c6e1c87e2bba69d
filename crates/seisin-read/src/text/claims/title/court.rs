//! What courts and arbiters award: "ruled that the temple belongs to Borland", "gave Sarn to
//! Arland", "sided with Borland over Velk", "found no basis for the claim".

use super::super::{
    context::{Context, Found, How, unlisted_party},
    view::View,
    who::COURTS,
};
use super::{
    TitleAct, Turn,
    surface::{clause_words, noun_after, noun_before},
};
use seisin_core::{PartyRef, RegionRef, TitleAction};
use std::ops::Range;

/// Verbs by which a court says what it holds to be so.
pub(super) const FINDING: [&str; 13] = [
    "rule",
    "find",
    "hold",
    "decide",
    "declare",
    "say",
    "judge",
    "conclude",
    "determine",
    "affirm",
    "confirm",
    "decree",
    "state",
];

/// Verbs by which a court gives land.
pub(super) const AWARDING: [&str; 10] = [
    "award",
    "give",
    "grant",
    "assign",
    "allot",
    "allocate",
    "hand",
    "place",
    "adjudicate",
    "leave",
];

impl Context<'_> {
    /// A ruling, by its verb.
    pub(super) fn ruling(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        let finding = self.is_one_of(view, verb, &FINDING);
        let awarding = self.is_one_of(view, verb, &AWARDING);
        let siding = self.is_one_of(view, verb, &["side", "rule", "find", "decide"]);
        let judging = self.is_one_of(
            view,
            verb,
            &["uphold", "back", "recognise", "recognize", "confirm", "reject", "dismiss", "deny"],
        );
        if !(finding || awarding || siding || judging) {
            return None;
        }
        let supposed = (0..verb).any(|at| {
            let first = at == 0 || matches!(view.tree.lower(at - 1), "“" | ";" | ",");
            first && matches!(view.tree.lower(at), "if" | "had" | "unless")
        });
        if supposed {
            return None;
        }
        let court = self
            .court_before(view, verb)
            .or_else(|| self.award_before(view, verb))
            .or_else(|| self.court_meant(view, verb))
            .or_else(|| siding.then(|| self.arbiter_before(view, verb)).flatten());
        if awarding && court.is_none() {
            return self.awarded(view, verb);
        }
        let court = court?;
        finding
            .then(|| self.found_that(view, verb, &court))
            .flatten()
            .or_else(|| awarding.then(|| self.awarding(view, verb, &court)).flatten())
            .or_else(|| siding.then(|| self.siding(view, verb, &court)).flatten())
            .or_else(|| judging.then(|| self.judged_claim(view, verb, &court)).flatten())
    }

    /// The court that is the subject of a verb, by where it stands: no other verb between.
    fn court_before(&self, view: &View, verb: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let at = (verb.saturating_sub(14)..verb)
            .rev()
            .take_while(|at| {
                let finite = matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP");
                let helps = matches!(tree.lower(*at), "has" | "have" | "had");
                let parts = matches!(tree.lower(*at), ";" | "that" | "which" | "but");
                !parts && (helps || !finite)
            })
            .find(|at| COURTS.contains(&tree.lower(*at)) && !Self::under_by(view, *at))?;
        let start = (at.saturating_sub(6)..at)
            .rev()
            .take_while(|word| {
                let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(word));
                !dated
                    && matches!(tree.tag(*word), "DT" | "JJ" | "NN" | "NNP" | "CD" | "NNPS" | "POS")
            })
            .last()
            .unwrap_or(at);
        let listed = view.parties.iter().find(|name| name.words.contains(&at));
        let words = start..at + 1;
        let value = match listed {
            Some(name) => self.named_party(view, name),
            None => unlisted_party(&self.text(view, words.clone())),
        };
        Some(Found { value, words, how: How::Named })
    }

    /// "Whose award gave the islands to Velk": an award, for the court that made it.
    fn award_before(&self, view: &View, verb: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let at = (verb.saturating_sub(9)..verb).rev().find(|at| {
            matches!(
                tree.lower(*at),
                "award" | "ruling" | "verdict" | "judgment" | "judgement" | "arbitration"
            )
        })?;
        let judges = (0..at).rev().find(|word| COURTS.contains(&tree.lower(*word)));
        match judges {
            Some(judges) => {
                let words = super::super::who::core(view, judges);
                let value = unlisted_party(&self.text(view, words.clone()));
                Some(Found { value, words, how: How::Named })
            }
            None => self.last_title.as_ref().filter(|last| last.by_court).and_then(|last| {
                Some(Found { value: last.party.clone()?, words: at..at + 1, how: How::Referred })
            }),
        }
    }

    /// Who "found for Arland", "ruled against Borland": nobody but a judge does so.
    fn arbiter_before(&self, view: &View, verb: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let idiom = self.is_one_of(view, verb, &["find", "rule", "decide"])
            && matches!(tree.lower(verb + 1), "for" | "against" | "in")
            && (tree.lower(verb + 1) != "in" || matches!(tree.lower(verb + 2), "favour" | "favor"));
        idiom.then(|| self.doer(view, verb)).flatten()
    }

    fn under_by(view: &View, at: usize) -> bool {
        crate::text::syntax::preposition(&view.tree, at)
            .is_some_and(|case| matches!(case.as_str(), "by" | "to" | "before" | "from" | "of"))
    }

    /// "Ruled that …": what it says belongs to whom.
    fn found_that(
        &self,
        view: &View,
        verb: usize,
        court: &Found<PartyRef>,
    ) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let reach = verb + 1..tree.len().min(verb + 16);
        let that = reach.clone().find(|at| tree.lower(*at) == "that");
        let bare =
            (verb + 1..tree.len().min(verb + 8)).any(|at| tree.lower(at).starts_with("belong"));
        let that = that.or_else(|| bare.then_some(verb))?;
        let end = clause_words(view, verb, that + 1).end;
        let inner = that + 1..end;
        let whole = court.words.start..end;
        let (lands, owner, denied) = self.belonging(view, inner)?;
        Some(vec![
            TitleAct::told("ruling", TitleAction::Recognised, verb, whole)
                .turned(if denied { Turn::Denied } else { Turn::AsTold })
                .by(court.clone())
                .towards(owner)
                .over(lands),
        ])
    }

    /// Which land some words say belongs to whom, and whether they deny it.
    pub(super) fn belonging(
        &self,
        view: &View,
        words: Range<usize>,
    ) -> Option<(Vec<Found<RegionRef>>, Option<PartyRef>, bool)> {
        let tree = &view.tree;
        let denied = words
            .clone()
            .any(|at| matches!(tree.lower(at), "not" | "n't" | "no" | "never" | "neither"));
        let title = words.clone().find(|at| {
            matches!(
                tree.lower(*at),
                "sovereignty" | "title" | "ownership" | "sovereign" | "rights" | "basis" | "claim"
            )
        });
        if let Some(title) = title {
            let over = (title + 1..words.end.min(title + 6))
                .find(|at| matches!(tree.lower(*at), "over" | "to" | "of" | "for"));
            let lands = over.map(|over| self.lands_after(view, over + 1, 9)).unwrap_or_default();
            let lands = if lands.is_empty() { self.land_before(view, title) } else { lands };
            let owner = self.party_within(view, words.start..title).or_else(|| {
                self.party_within(view, title..words.end).filter(|owner| {
                    !lands.iter().any(|land| land.words.contains(&owner.words.start))
                })
            });
            return (denied || !lands.is_empty() && owner.is_some()).then_some((
                lands,
                owner.map(|owner| owner.value),
                denied,
            ));
        }
        let verb = words.clone().find(|at| {
            self.is_one_of(
                view,
                *at,
                &["belong", "be", "fall", "lie", "form", "remain", "go", "pass"],
            ) || matches!(tree.lower(*at), "is" | "are" | "was" | "were")
        })?;
        let owner = self.party_within(view, verb + 1..words.end.min(verb + 9))?;
        let lands = self.lands_after(view, words.start, 9);
        let lands = self.or_land_meant(view, verb, lands);
        (!lands.is_empty()).then_some((lands, Some(owner.value), denied))
    }

    /// "Awarded Sarn to Arland".
    fn awarding(&self, view: &View, verb: usize, court: &Found<PartyRef>) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let words = clause_words(view, court.words.start, verb + 1);
        let to = (verb + 1..words.end)
            .find(|at| matches!(tree.lower(*at), "to" | "with" | "inside" | "within" | "in"));
        let winner = to
            .and_then(|to| self.party_within(view, to + 1..words.end.min(to + 6)))
            .or_else(|| self.party_within(view, verb + 1..verb + 3).filter(|_| to.is_none()));
        let from = winner
            .as_ref()
            .filter(|winner| winner.words.start <= verb + 2)
            .map_or(verb + 1, |winner| winner.words.end);
        let line =
            |at: usize| matches!(tree.lower(at), "boundary" | "border" | "frontier" | "line");
        if self.is_one_of(view, verb, &["place"]) && (from..from + 4).any(line) {
            return None;
        }
        let lands = self.lands_after(view, from, 9);
        let measured = view.quantities_in(from..words.end.min(from + 9)).next().is_some();
        let lands = match noun_after(view, from).filter(|_| lands.is_empty() && measured) {
            Some(noun) => self.lands(view, noun),
            None => lands,
        };
        let placed = to.is_some() || winner.is_some();
        if lands.is_empty() || !placed {
            return None;
        }
        let end = winner.as_ref().map_or(from, |winner| winner.words.end).max(verb + 1);
        let mut acts = vec![
            TitleAct::told("award", TitleAction::Recognised, verb, words)
                .by(court.clone())
                .towards(winner.map(|winner| winner.value))
                .over(lands.clone()),
        ];
        acts.extend(self.awarded_besides(view, end, &lands).into_iter().map(|mut act| {
            act.party = Some(court.clone());
            act.verb = verb;
            act
        }));
        Some(acts)
    }

    /// "… and Sarn, two rocks to the south, to Borland", "and 17,891 to Velk": what the same award
    /// gives to others.
    fn awarded_besides(
        &self,
        view: &View,
        from: usize,
        lands: &[Found<RegionRef>],
    ) -> Vec<TitleAct> {
        let tree = &view.tree;
        let stop = (from..tree.len())
            .find(|at| {
                matches!(tree.lower(*at), ";" | "." | "but")
                    || matches!(tree.tag(*at), "VBD" | "VBZ" | "VBP")
            })
            .unwrap_or(tree.len());
        let mut found = Vec::new();
        let mut start = from;
        for to in (from..stop).filter(|at| tree.lower(*at) == "to") {
            let Some(winner) = self.party_within(view, to + 1..(to + 4).min(stop)) else {
                continue;
            };
            let named = view
                .places
                .iter()
                .find(|name| (start..to).contains(&name.words.start))
                .map(|name| vec![self.named_land(view, name, name.words.clone())])
                .or_else(|| {
                    let at = (start..to).find(|at| tree.tag(*at).starts_with("NNP"))?;
                    let noun = noun_after(view, at)?;
                    Some(self.lands(view, noun)).filter(|lands| !lands.is_empty())
                });
            let measured = view.quantities_in(start..to).next().is_some();
            let land = named.or_else(|| measured.then(|| lands.to_vec()));
            if let Some(land) = land {
                let first = (start..to)
                    .find(|at| !matches!(tree.lower(*at), "," | "and" | "or"))
                    .unwrap_or(start);
                found.push(
                    TitleAct::told(
                        "award-besides",
                        TitleAction::Recognised,
                        to,
                        first..winner.words.end,
                    )
                    .towards(winner.value)
                    .over(land),
                );
            }
            start = winner.words.end;
        }
        found
    }

    /// "Sarn was awarded to Arland (by the court) in 1992", "the league awarded Sarn to Arland": only who
    /// judges awards.
    fn awarded(&self, view: &View, verb: usize) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let award =
            self.lexicon.is_form_of_any(tree.lower(verb), &["award", "adjudge", "adjudicate"]);
        let reach = verb + 1..tree.len().min(verb + 6);
        let to = reach.into_iter().find(|at| award && tree.lower(*at) == "to")?;
        let winner = self.party_within(view, to + 1..to + 6)?;
        let clause = crate::text::syntax::Clause::of(tree, verb);
        let between = noun_after(view, verb + 1)
            .filter(|noun| *noun < to && !(clause.is_passive && clause.patient.is_some()));
        let land = between.or(clause.patient)?;
        let plain = |found: &Found<RegionRef>| {
            found.how != How::Phrase || between.is_some() && self.plain_land(view, land, found)
        };
        let lands: Vec<_> = self.lands(view, land).into_iter().filter(plain).collect();
        let helped = (verb.saturating_sub(3)..verb)
            .any(|at| matches!(tree.lower(at), "was" | "were" | "been" | "is" | "are" | "be"));
        let acts = !helped && between.is_some();
        let judges = || {
            let noun = noun_before(view, verb).filter(|noun| tree.tag(*noun).starts_with("NN"))?;
            Some(self.unlisted(view, super::super::who::core(view, noun)))
        };
        let who = acts.then(|| self.doer(view, verb).or_else(judges)).flatten();
        let who = who.filter(|who| who.words.end <= verb);
        let by = (verb + 1..tree.len().min(verb + 12))
            .find(|at| COURTS.contains(&tree.lower(*at)))
            .map(|at| {
                let words = super::super::who::core(view, at);
                Found {
                    value: unlisted_party(&self.text(view, words.clone())),
                    words,
                    how: How::Named,
                }
            });
        (!lands.is_empty()).then(|| {
            vec![
                TitleAct::told(
                    "awarded",
                    TitleAction::Recognised,
                    verb,
                    clause_words(view, who.as_ref().map_or(land, |who| who.words.start), to + 1),
                )
                .by(who.or(by))
                .towards(winner.value)
                .over(lands),
            ]
        })
    }

    /// "Sided with Arland over Velk", "ruled in favour of Arland", "found against Borland".
    fn siding(&self, view: &View, verb: usize, court: &Found<PartyRef>) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let words = clause_words(view, court.words.start, verb + 1);
        let way = (verb + 1..words.end.min(verb + 5)).find(|at| {
            matches!(tree.lower(*at), "with" | "favour" | "favor" | "against")
                || tree.lower(*at) == "for" && *at == verb + 1
        })?;
        let owner = self.party_within(view, way + 1..words.end.min(way + 6))?;
        let over = (owner.words.end..words.end).find(|at| matches!(tree.lower(*at), "over" | "on"));
        let lands = over.map(|over| self.lands_after(view, over + 1, 9)).unwrap_or_default();
        let lands = self.or_land_meant(view, verb, lands);
        (!lands.is_empty()).then(|| {
            vec![
                TitleAct::told("sided", TitleAction::Recognised, verb, words)
                    .turned(if tree.lower(way) == "against" { Turn::Denied } else { Turn::AsTold })
                    .by(court.clone())
                    .towards(owner.value)
                    .over(lands),
            ]
        })
    }

    /// "Upheld Arland’s claim to Velk", "dismissed Borland’s claim".
    fn judged_claim(
        &self,
        view: &View,
        verb: usize,
        court: &Found<PartyRef>,
    ) -> Option<Vec<TitleAct>> {
        let tree = &view.tree;
        let object = noun_after(view, verb + 1)?;
        if !matches!(
            tree.lower(object),
            "claim" | "claims" | "sovereignty" | "title" | "ownership" | "rights"
        ) {
            return None;
        }
        let owner = self.party_within(view, verb + 1..object + 5)?;
        let over = (object + 1..tree.len().min(object + 6))
            .find(|at| matches!(tree.lower(*at), "to" | "over" | "on"));
        let lands = over.map(|over| self.lands_after(view, over + 1, 9)).unwrap_or_default();
        let lands = self.or_land_meant(view, verb, lands);
        (!lands.is_empty()).then(|| {
            vec![
                TitleAct::told(
                    "judged-claim",
                    TitleAction::Recognised,
                    verb,
                    clause_words(view, court.words.start, verb + 1),
                )
                .turned(if self.is_one_of(view, verb, &["reject", "dismiss", "deny"]) {
                    Turn::Denied
                } else {
                    Turn::AsTold
                })
                .by(court.clone())
                .towards(owner.value)
                .over(lands),
            ]
        })
    }
}
