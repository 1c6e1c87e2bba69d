//! People lost.

use super::{
    context::{Context, How},
    draft::Draft,
    fateful,
    lexicon::Words,
    quotes::Quote,
    single_losses::counted_from,
    told::Told,
    view::View,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense},
};
use seisin_core::{Detail, PartyRef, Polarity, Quantity, Unit};

/// What became of the people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Killed,
    Wounded,
    Captured,
    Missing,
    Casualty,
}

impl Fate {
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Wounded => "wounded",
            Self::Captured => "captured",
            Self::Missing => "missing",
            Self::Casualty => "casualty",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "killed" | "dead" | "died" | "die" | "deaths" | "death" | "dies" | "killing"
            | "kill" | "kills" | "neutralized" | "neutralised" | "fatalities" | "fatality"
            | "slain" | "perished" | "perish" | "martyrs" | "martyred" | "slew" | "massacred"
            | "slaughtered" | "executed" | "beheaded" | "drowned" => Self::Killed,
            "wounded" | "injured" | "wounding" | "injuring" | "injuries" | "hurt" | "maimed"
            | "wound" | "injure" => Self::Wounded,
            "captured" | "prisoner" => Self::Captured,
            "missing" => Self::Missing,
            "casualties" | "casualty" => Self::Casualty,
            _ => return None,
        })
    }
}

impl Context<'_> {
    /// The losses that a verb tells of.
    pub(crate) fn casualties(&self, view: &View, verb: usize, quotes: &[Quote]) -> Vec<Draft> {
        let lexicon = self.lexicon;
        let form = view.tree.lower(verb);
        if !fateful::may_tell_fate(lexicon, form) {
            return Vec::new();
        }
        let clause = Clause::of(&view.tree, verb);
        let one_of = |list: &Words| lexicon.is_form_of(form, list);
        if self.is_depicted(view, verb) {
            return Vec::new();
        }
        let kills = self.kills(view, &clause);
        let dies = one_of(&lexicon.dying);
        let mishap = || self.by_mishap(view, &clause) || self.tells_of_accident(view);
        if (kills || dies) && (is_to_come(view, &clause) || mishap()) {
            return Vec::new();
        }
        if kills || one_of(&lexicon.wounding) {
            let fate = if kills { Fate::Killed } else { Fate::Wounded };
            let other = clause.agent.filter(|_| clause.patient != clause.agent);
            return self.lost(view, &clause, (clause.patient, other, fate), quotes);
        }
        let falls = lexicon.is_form(form, "fall")
            && clause.particles.is_empty()
            && !matches!(clause.tense, Tense::Conditional | Tense::Infinitive | Tense::Future)
            && clause.agent.is_some_and(|who| self.persons(view, who));
        if dies || falls {
            return self.lost(view, &clause, (clause.agent, None, Fate::Killed), quotes);
        }
        if self.gives_lives(view, &clause) {
            return self.lost(view, &clause, (clause.agent, None, Fate::Killed), quotes);
        }
        if lexicon.is_form(form, "lose") || lexicon.is_form(form, "suffer") {
            return self.own_losses(view, &clause, quotes);
        }
        if lexicon.is_form(form, "inflict") {
            return self.inflicted(view, &clause, quotes);
        }
        if lexicon.is_form(form, "deny") {
            return self.losses_denied(view, &clause, quotes);
        }
        Vec::new()
    }

    /// "Lost their lives", "laid down his life": a death told of who dies.
    fn gives_lives(&self, view: &View, clause: &Clause) -> bool {
        let (tree, form) = (&view.tree, view.tree.lower(clause.verb));
        let gives = ["lose", "give", "lay", "sacrifice"];
        let lives = |at: &usize| {
            matches!(tree.lower(*at), "life" | "lives")
                && matches!(tree.lower(at - 1), "their" | "his" | "her" | "its")
        };
        let object = clause.verb + 2..clause.verb + 4;
        gives.iter().any(|lemma| self.lexicon.is_form(form, lemma))
            && !clause.is_passive
            && object.into_iter().any(|at| lives(&at))
    }

    /// Whether a verb tells that people are killed: by itself, where it is said of people, or with the word
    /// that goes with it: "shot dead", "gunned down".
    fn kills(&self, view: &View, clause: &Clause) -> bool {
        let (tree, lexicon) = (&view.tree, self.lexicon);
        let form = tree.lower(clause.verb);
        let people = || clause.patient.is_some_and(|who| self.persons(view, who));
        let with = || {
            lexicon.lemmas(form).iter().any(|lemma| {
                lexicon.killing_with.iter().any(|entry| {
                    entry.split_once(' ').is_some_and(|(verb, word)| {
                        verb == lemma
                            && (clause.verb + 1..clause.verb + 6).any(|at| tree.lower(at) == word)
                    })
                })
            })
        };
        let said_of_people = lexicon.is_form_of(form, &lexicon.killing_people)
            || lexicon.is_form(form, "execute")
            || with();
        if said_of_people { people() } else { lexicon.is_form_of(form, &lexicon.killing) }
    }

    /// "People perished in the strait", "villagers died in the flood", "a blaze killed ten people":
    /// nobody’s forces and no fighting.
    pub(super) fn by_mishap(&self, view: &View, clause: &Clause) -> bool {
        let tree = &view.tree;
        let cause = |noun: usize| {
            self.lexicon.mishaps.contains(tree.lower(noun)) && view.party_at(noun).is_none()
        };
        let causes = ["in", "at", "during", "from", "of", "off", "by"];
        let told = |(case, noun): &(String, usize)| causes.contains(&case.as_str()) && cause(*noun);
        let near = || {
            let after = clause.verb + 1;
            causes.contains(&tree.lower(after)) && (after + 1..after + 4).any(cause)
        };
        let drowned = self.lexicon.is_form(tree.lower(clause.verb), "drown");
        let above = || tree.head(clause.verb).filter(|_| tree.label(clause.verb) == "acl");
        let acts = clause.agent.filter(|_| clause.patient.is_some()).is_some_and(cause);
        let bystander = |who: usize| self.lexicon.bystanders.contains(tree.lower(who));
        [clause.patient, clause.agent, above()].into_iter().flatten().any(bystander)
            && (drowned || acts || clause.obliques.iter().any(told) || near())
    }

    /// Whether a sentence tells of people who died by a mishap: what else it counts did so too.
    pub(super) fn tells_of_mishap(&self, view: &View) -> bool {
        let lexicon = self.lexicon;
        (0..view.tree.len()).any(|at| {
            let form = view.tree.lower(at);
            let dies = lexicon.is_form_of(form, &lexicon.dying)
                || lexicon.is_form_of(form, &lexicon.killing)
                || lexicon.is_form(form, "drown");
            dies && self.by_mishap(view, &Clause::of(&view.tree, at))
        })
    }

    /// "192 of its soldiers were killed", "killing more than 40".
    fn lost(
        &self,
        view: &View,
        clause: &Clause,
        (who, by, fate): (Option<usize>, Option<usize>, Fate),
        quotes: &[Quote],
    ) -> Vec<Draft> {
        let tree = &view.tree;
        let noun = |at: usize| tree.tag(at) == "CD" && tree.tag(at + 1).starts_with("NN");
        let Some(lost) = who.map(|at| if noun(at) { at + 1 } else { at }) else {
            return Vec::new();
        };
        let of_loss = tree.head(clause.verb) == Some(lost)
            && tree.label(lost) == "obj"
            && tree.head(lost).is_some_and(|verb| {
                let form = tree.lower(verb);
                self.lexicon.is_form(form, "lose") || self.lexicon.is_form(form, "suffer")
            });
        if of_loss {
            return Vec::new();
        }
        let heads: Vec<usize> = std::iter::once(lost)
            .chain(tree.children_with(lost, &["conj"]).filter(|at| tree.is_nominal(*at)))
            .collect();
        let by = by.and_then(|by| {
            let acting = self.party(view, by).map(|party| party.value);
            acting.or_else(|| self.whose_act(view, by))
        });
        let by = by.or_else(|| self.accused(view, clause.verb));
        let mut drafts: Vec<Draft> = heads
            .into_iter()
            .filter_map(|head| self.lost_here((view, clause, head), (by.as_ref(), fate), quotes))
            .collect();
        let counted = drafts.iter().any(|draft| draft.quantity.is_some());
        drafts.retain(|draft| draft.quantity.is_some() || !counted);
        drafts
    }

    /// "Accuses Arland of killing": who is blamed for what the verb tells.
    fn accused(&self, view: &View, verb: usize) -> Option<PartyRef> {
        let tree = &view.tree;
        let blamed = verb.checked_sub(2)?;
        let links = matches!(tree.lower(blamed + 1), "of" | "for");
        let accuses = (blamed.saturating_sub(5)..blamed)
            .any(|at| self.is_one_of(view, at, &["accuse", "blame", "suspect", "convict"]));
        (links && accuses && tree.tag(verb) == "VBG")
            .then(|| self.party(view, blamed).filter(|party| party.how == How::Named))?
            .map(|party| party.value)
    }

    /// Whose an act is: "Arlandic air strikes", "Borland’s shelling".
    fn whose_act(&self, view: &View, act: usize) -> Option<PartyRef> {
        let words = super::who::core(view, act);
        let name = view.parties.iter().find(|name| words.contains(&name.words.start))?;
        Some(self.named_party(view, name))
    }

    /// The loss that one phrase of a clause tells of.
    fn lost_here(
        &self,
        (view, clause, head): (&View, &Clause, usize),
        (by, fate): (Option<&PartyRef>, Fate),
        quotes: &[Quote],
    ) -> Option<Draft> {
        let tree = &view.tree;
        let quantity =
            Self::headcount(view, head, fate).or_else(|| self.one_person(view, head, fate));
        let of = tree.lower(head + 1) == "of";
        let party = self
            .losers(view, head)
            .or_else(|| self.losers_in(view, head + 2..head + 5).filter(|_| of));
        let owner = || {
            let count = quantity.as_ref()?;
            let words = tree.words_in(&count.range);
            self.owner_of_count(view, &words)
                .or_else(|| self.payer_before(view, words.start))
                .or_else(|| self.losers_in(view, counted_from(view, words.start)?))
        };
        let nameless = party.as_ref().is_none_or(|party| party.how == How::Phrase);
        let party = if nameless { owner().or(party) } else { party };
        let none = Self::is_none(view, head);
        let animals = |at: usize| self.lexicon.animals.contains(tree.lower(at));
        if tree.branch(head).any(animals) {
            return None;
        }
        if quantity.is_none() && !none && !self.persons(view, head) {
            return None;
        }
        let named = party.as_ref().is_some_and(|party| party.how != How::Phrase);
        let mut told = self.told(view, clause, quotes);
        let denied = (none || told.polarity == Polarity::Denied) && party.is_some();
        if told.refused.is_some() || quantity.is_none() && !named && !denied {
            return None;
        }
        let region = self.where_lost(view, clause);
        let counter = quantity
            .as_ref()
            .and_then(|count| self.counter(view, tree.words_in(&count.range).start));
        let counting = counter.and_then(|counter| self.counting(view, counter));
        let party = self
            .victims(view, party, (clause.verb, by, counting.as_ref()), region.as_ref())
            .or_else(|| self.lost_before(view, head));
        let foe = || self.foe_in_loss(view, clause.verb, &party.as_ref()?.value);
        let claimed = counting.as_ref().filter(|(_, own)| !own).map(|(claimer, _)| claimer.clone());
        let killer = || self.killer(view, clause.verb, party.as_ref().map(|party| &party.value));
        let counterparty = by.cloned().or_else(killer).or(claimed).or_else(foe);
        if let Some(counter) = counter {
            self.counted_aloud(view, counter.verb, &mut told);
        }
        let loss = self.loss(view, clause, told, tree.lower(clause.verb));
        let count = quantity.as_ref().map_or(loss.evidence.clone(), |count| count.range.clone());
        let evidence = loss.evidence.start.min(count.start)..loss.evidence.end.max(count.end);
        Some(Draft { party, counterparty, quantity, evidence, ..loss })
    }

    pub(super) fn persons(&self, view: &View, at: usize) -> bool {
        let branch = view.tree.branch(at);
        view.tree.words().get(branch).is_some_and(|words| {
            words.iter().any(|word| {
                self.lexicon.persons.contains(&word.lower)
                    || super::victims::FIGHTERS.contains(&word.lower.as_str())
            })
        })
    }

    /// A count of people in a phrase, its unit what became of them.
    pub(super) fn headcount(view: &View, at: usize, fate: Fate) -> Option<QuantityMention> {
        let tree = &view.tree;
        let branch = tree.branch_without(at, &|child| {
            matches!(
                tree.label(child),
                "conj" | "acl:relcl" | "parataxis" | "advcl" | "acl" | "appos"
            )
        });
        let mention = view
            .quantities_in(branch)
            .find(|mention| matches!(mention.kind, MentionKind::Count | MentionKind::Bare));
        mention.map(|mention| with_fate(mention, fate))
    }

    /// A loss as its clause tells it: where and since when or when; whose and how many is still to be
    /// filled in.
    pub(super) fn loss(&self, view: &View, clause: &Clause, told: Told, rule: &str) -> Draft {
        let dated = self
            .since_told(view, clause)
            .or_else(|| self.time_of(view, clause, &told, &Detail::Casualties));
        let region = self.where_lost(view, clause);
        let rule = format!("casualties/{rule}");
        let told = Draft::told(Detail::Casualties, told, Self::evidence(view, clause), rule);
        Draft { region, dated, ..told }
    }
}

/// Whether a verb tells of what may only come: "will die", "could kill", "must be killed".
pub(super) fn is_to_come(view: &View, clause: &Clause) -> bool {
    let perfect = clause.helpers.iter().any(|at| view.tree.lower(*at) == "have");
    matches!(clause.tense, Tense::Future | Tense::Conditional | Tense::Demanded | Tense::Possible)
        && !perfect
}

pub(super) fn with_fate(mention: &QuantityMention, fate: Fate) -> QuantityMention {
    let quantity =
        Quantity { unit: Unit::Counted(fate.noun().to_owned()), ..mention.quantity.clone() };
    QuantityMention { quantity, ..mention.clone() }
}
