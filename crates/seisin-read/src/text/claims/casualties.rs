//! People lost.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::Clause,
};
use seisin_core::{Detail, PartyRef, Polarity, Quantity, Unit};

/// What became of the people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Killed,
    Wounded,
    Captured,
    Casualty,
}

impl Fate {
    const fn noun(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Wounded => "wounded",
            Self::Captured => "captured",
            Self::Casualty => "casualty",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "killed" | "dead" | "died" | "die" | "deaths" | "death" | "dies" | "killing"
            | "kill" | "kills" | "neutralized" | "neutralised" => Self::Killed,
            "wounded" | "injured" | "wounding" | "injuring" => Self::Wounded,
            "captured" => Self::Captured,
            "casualties" | "casualty" | "losses" => Self::Casualty,
            _ => return None,
        })
    }
}

impl Context<'_> {
    /// The losses that a verb tells of.
    pub(crate) fn casualties(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        let lexicon = self.lexicon;
        let form = view.tree.lower(verb);
        let clause = Clause::of(&view.tree, verb);
        if ["kill", "wound", "injure"].iter().any(|lemma| lexicon.is_form(form, lemma)) {
            let fate = if lexicon.is_form(form, "kill") { Fate::Killed } else { Fate::Wounded };
            let other = clause.agent.filter(|_| clause.patient != clause.agent);
            return self.lost(view, &clause, (clause.patient, other, fate), quotes);
        }
        if lexicon.is_form(form, "die") {
            return self.lost(view, &clause, (clause.agent, None, Fate::Killed), quotes);
        }
        if lexicon.is_form(form, "lose") || lexicon.is_form(form, "suffer") {
            return self.own_losses(view, &clause, quotes);
        }
        if lexicon.is_form(form, "inflict") {
            return self.inflicted(view, &clause, quotes);
        }
        Vec::new()
    }

    /// "192 of its soldiers were killed", "killing more than 40".
    fn lost(
        &self,
        view: &View,
        clause: &Clause,
        (who, by, fate): (Option<usize>, Option<usize>, Fate),
        quotes: &[Quote],
    ) -> Vec<Draft> {
        let Some(lost) = who else { return Vec::new() };
        let tree = &view.tree;
        let heads: Vec<usize> = std::iter::once(lost)
            .chain(tree.children_with(lost, &["conj"]).filter(|at| tree.is_nominal(*at)))
            .collect();
        let by = by.and_then(|by| self.party(view, by)).map(|party| party.value);
        let mut drafts = Vec::new();
        for head in heads {
            let quantity = Self::headcount(view, head, fate);
            let party = self.losers(view, head);
            let denied = Self::is_none(view, head);
            if quantity.is_none() && !denied && !self.persons(view, head) {
                continue;
            }
            if quantity.is_none() && party.is_none() {
                continue;
            }
            let told = self.told(view, clause, quotes);
            if told.refused.is_some() {
                continue;
            }
            let party = party.or_else(|| self.victims_side(view, clause.verb, by.as_ref()));
            let other = by
                .clone()
                .or_else(|| party.as_ref().and_then(|party| self.other_side_of(&party.value)));
            drafts.push(Draft {
                detail: Detail::Casualties,
                party,
                counterparty: other,
                region: self.where_lost(view, clause),
                quantity,
                dated: self.dated(view, clause, &told),
                told,
                evidence: Self::evidence(view, clause),
                finite: true,
                party_range: None,
                region_range: None,
                speaker_range: None,
                rule: format!("casualties/{}", tree.lower(clause.verb)),
            });
        }
        let counted = drafts.iter().any(|draft| draft.quantity.is_some());
        drafts.retain(|draft| draft.quantity.is_some() || !counted);
        drafts
    }

    fn persons(&self, view: &View, at: usize) -> bool {
        let branch = view.tree.branch(at);
        view.tree.words().get(branch).is_some_and(|words| {
            words.iter().any(|word| self.lexicon.persons.contains(&word.lower))
        })
    }

    fn where_lost(&self, view: &View, clause: &Clause) -> Option<Found<seisin_core::RegionRef>> {
        let at = clause.oblique(&["in", "at", "near", "around"])?;
        self.land(view, at).filter(|land| matches!(land.how, How::Named))
    }

    /// Who lost people without being named: the other side of who killed them.
    fn victims_side(
        &self,
        view: &View,
        verb: usize,
        by: Option<&PartyRef>,
    ) -> Option<Found<PartyRef>> {
        let by = by?;
        let other = self.memory.other_than(by, Self::place(view, verb))?;
        Some(Found { value: other.clone(), words: verb..verb + 1, how: How::Referred })
    }

    /// The party of the people in a phrase: "of its soldiers", "Palestinian civilians".
    fn losers(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        if let Some(name) = view.parties_below(at).into_iter().next() {
            let value = self.named_party(view, name);
            return Some(Found { value, words: name.words.clone(), how: How::Named });
        }
        let branch = tree.branch(at);
        let owner = branch
            .clone()
            .find(|word| matches!(tree.lower(*word), "its" | "their" | "his" | "our" | "my"));
        if let Some(owner) = owner {
            return self.party(view, owner);
        }
        branch
            .clone()
            .find(|word| {
                self.lexicon.groups.contains(tree.lower(*word))
                    || matches!(
                        tree.lower(*word),
                        "civilians"
                            | "people"
                            | "islanders"
                            | "soldiers"
                            | "policemen"
                            | "servicemen"
                    )
            })
            .map(|word| {
                let inner = super::who::core(view, word);
                self.party(view, word)
                    .filter(|party| {
                        party.how == How::Referred && self.lexicon.groups.contains(tree.lower(word))
                    })
                    .unwrap_or_else(|| Found {
                        value: super::context::unlisted_party(tree.lower(word)),
                        words: inner,
                        how: How::Phrase,
                    })
            })
    }

    /// Further counts of people beside one that was read: "and 511 wounded", "170 servicemen and 14
    /// policemen", "ten of them civilians".
    pub(crate) fn further_losses(&self, view: &View, drafts: &[Draft]) -> Vec<Draft> {
        let tree = &view.tree;
        let Some(first) = drafts
            .iter()
            .find(|draft| draft.detail == Detail::Casualties && draft.quantity.is_some())
        else {
            return Vec::new();
        };
        let mut more = Vec::new();
        for mention in view
            .quantities
            .iter()
            .filter(|mention| matches!(mention.kind, MentionKind::Count | MentionKind::Bare))
        {
            let used = drafts.iter().any(|draft| {
                draft.quantity.as_ref().is_some_and(|own| own.number == mention.number)
            });
            let words = tree.words_in(&mention.range);
            let next = tree.lower(words.end);
            let fate = words.clone().chain([words.end]).find_map(|at| Fate::of(tree.lower(at)));
            let people = words.clone().chain([words.end]).any(|at| {
                self.lexicon.persons.contains(tree.lower(at))
                    || view
                        .party_at(at)
                        .is_some_and(|name| name.found.role == seisin_places::PartyRole::Demonym)
            }) || (matches!(next, "of") && tree.lower(words.end + 1) == "them");
            let start = tree.words_in(&first.evidence).start;
            let same = words.start > start
                && !(start..words.start).any(|at| {
                    matches!(
                        tree.lower(at),
                        "fled" | "displaced" | "evacuated" | "fled." | "live" | "detained"
                    )
                });
            if used || !same || !(people || fate.is_some()) {
                continue;
            }
            let fate = fate.unwrap_or(Fate::Killed);
            let named = view
                .parties
                .iter()
                .find(|name| name.words.start >= words.start && name.words.start <= words.end);
            let party = match named {
                Some(name) => Some(Found {
                    value: self.named_party(view, name),
                    words: name.words.clone(),
                    how: How::Named,
                }),
                None => first.party.clone(),
            };
            more.push(Draft {
                quantity: Some(with_fate(mention, fate)),
                party,
                evidence: mention.range.clone(),
                rule: "casualties/listed".to_owned(),
                ..first.clone()
            });
        }
        more
    }

    /// A count of people in a phrase, its unit what became of them.
    fn headcount(view: &View, at: usize, fate: Fate) -> Option<QuantityMention> {
        let tree = &view.tree;
        let branch = tree.branch_without(at, &|child| {
            matches!(
                tree.label(child),
                "conj" | "acl:relcl" | "parataxis" | "advcl" | "acl" | "appos"
            )
        });
        let mention = view
            .quantities_in(branch)
            .find(|mention| matches!(mention.kind, MentionKind::Count | MentionKind::Bare))?;
        Some(with_fate(mention, fate))
    }

    /// "Lost 61 men", "lost 7,500 men killed", "suffered 200 casualties".
    fn own_losses(&self, view: &View, clause: &Clause, quotes: &[Quote]) -> Vec<Draft> {
        let Some(object) = clause.patient else { return Vec::new() };
        let tree = &view.tree;
        let nobody = matches!(tree.lower(object), "nobody" | "none" | "no-one");
        if !nobody && !self.persons(view, object) {
            return Vec::new();
        }
        let fate = tree
            .words()
            .get(tree.branch(object))
            .and_then(|words| words.iter().find_map(|word| Fate::of(&word.lower)))
            .unwrap_or(Fate::Killed);
        let Some(party) = clause.agent.and_then(|agent| self.party(view, agent)) else {
            return Vec::new();
        };
        let mut told = self.told(view, clause, quotes);
        if nobody {
            told.polarity = Polarity::Denied;
        }
        if told.refused.is_some() {
            return Vec::new();
        }
        let quantity = Self::headcount(view, object, fate);
        if quantity.is_none() && told.polarity == Polarity::Affirmed {
            return Vec::new();
        }
        vec![Draft {
            detail: Detail::Casualties,
            counterparty: self.other_side_of(&party.value),
            party: Some(party),
            region: self.where_lost(view, clause),
            quantity,
            dated: self.dated(view, clause, &told),
            told,
            evidence: Self::evidence(view, clause),
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule: "casualties/lose".to_owned(),
        }]
    }

    /// "Inflicted tens of thousands of casualties on the other side".
    fn inflicted(&self, view: &View, clause: &Clause, quotes: &[Quote]) -> Vec<Draft> {
        let Some(object) = clause.patient else { return Vec::new() };
        let tree = &view.tree;
        let branch = tree.branch(clause.verb);
        let Some(mention) = view
            .quantities_in(branch.clone())
            .find(|m| matches!(m.kind, MentionKind::Count | MentionKind::Bare))
        else {
            return Vec::new();
        };
        let losses = |range: std::ops::Range<usize>| {
            tree.words().get(range).is_some_and(|words| {
                words
                    .iter()
                    .any(|word| matches!(word.lower.as_str(), "casualties" | "losses" | "deaths"))
            })
        };
        if !losses(branch) && !losses(0..clause.verb) {
            return Vec::new();
        }
        let told = self.told(view, clause, quotes);
        let by = clause.agent.and_then(|agent| self.party(view, agent)).map(|party| party.value);
        let on = view.parties.iter().find(|name| {
            name.words.start > object && by.as_ref().is_none_or(|by| by.id != name.found.party)
        });
        let party = on.map(|name| Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: How::Named,
        });
        if told.refused.is_some() || party.is_none() {
            return Vec::new();
        }
        vec![Draft {
            detail: Detail::Casualties,
            party,
            counterparty: by,
            region: self.last_land(view, clause.verb),
            quantity: Some(with_fate(mention, Fate::Casualty)),
            dated: self.dated(view, clause, &told),
            told,
            evidence: Self::evidence(view, clause),
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule: "casualties/inflict".to_owned(),
        }]
    }

    /// "511 wounded", "four deaths", "some 25,000 dead": a count of the lost as a noun.
    pub(crate) fn verbless_casualties(
        &self,
        view: &View,
        at: usize,
        quotes: &[Quote],
    ) -> Vec<Draft> {
        let tree = &view.tree;
        let lower = tree.lower(at);
        if !matches!(lower, "dead" | "deaths" | "wounded" | "injured" | "casualties") {
            return Vec::new();
        }
        let Some(fate) = Fate::of(lower) else { return Vec::new() };
        let end = tree.word(at).map_or(0, |word| word.range.end);
        let mention = view.quantities.iter().find(|mention| {
            matches!(mention.kind, MentionKind::Count | MentionKind::Bare)
                && (mention.range.end == end
                    || mention.range.end + 1 == tree.word(at).map_or(0, |w| w.range.start))
        });
        let Some(mention) = mention else { return Vec::new() };
        let verb = std::iter::successors(Some(at), |at| tree.head(*at))
            .take(10)
            .find(|at| tree.is_verb(*at));
        let handled = verb.is_some_and(|verb| {
            ["inflict", "lose", "suffer"]
                .iter()
                .any(|lemma| self.lexicon.is_form(tree.lower(verb), lemma))
        });
        if handled {
            return Vec::new();
        }
        let clause = Clause::of(tree, verb.unwrap_or(at));
        let told = self.told(view, &clause, quotes);
        let party = self.losers(view, at).or_else(|| {
            let agent = clause.agent.filter(|agent| *agent != at && !tree.is_below(at, *agent))?;
            self.party(view, agent).filter(|party| matches!(party.how, How::Named | How::Referred))
        });
        if told.refused.is_some() {
            return Vec::new();
        }
        vec![Draft {
            detail: Detail::Casualties,
            counterparty: party.as_ref().and_then(|party| self.other_side_of(&party.value)),
            party,
            region: None,
            quantity: Some(with_fate(mention, fate)),
            dated: self.dated(view, &clause, &told),
            told,
            evidence: mention.range.start..end.max(mention.range.end),
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule: format!("casualties/{lower}"),
        }]
    }
}

fn with_fate(mention: &QuantityMention, fate: Fate) -> QuantityMention {
    let quantity =
        Quantity { unit: Unit::Counted(fate.noun().to_owned()), ..mention.quantity.clone() };
    QuantityMention { quantity, ..mention.clone() }
}
