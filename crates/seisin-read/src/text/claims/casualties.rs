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
pub(super) enum Fate {
    Killed,
    Wounded,
    Captured,
    Missing,
    Casualty,
}

/// Verbs of killing and of dying, and of wounding.
const KILLING: [&str; 7] =
    ["kill", "slay", "massacre", "slaughter", "behead", "assassinate", "execute"];
const WOUNDING: [&str; 3] = ["wound", "injure", "maim"];
const DYING: [&str; 3] = ["die", "perish", "succumb"];

/// Those under arms whose side is meant where no name stands with them.
const FIGHTERS: [&str; 24] = [
    "soldiers",
    "soldier",
    "troops",
    "policemen",
    "policeman",
    "police",
    "servicemen",
    "serviceman",
    "marines",
    "marine",
    "guards",
    "guard",
    "officers",
    "officer",
    "personnel",
    "conscripts",
    "paratroopers",
    "airmen",
    "recruits",
    "men",
    "sailors",
    "gendarmes",
    "martyrs",
    "comrades",
];

impl Fate {
    const fn noun(self) -> &'static str {
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
            | "slain" | "perished" | "perish" | "martyrs" | "martyred" | "fallen" | "slew"
            | "massacred" | "slaughtered" | "executed" | "beheaded" | "drowned" => Self::Killed,
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
        let clause = Clause::of(&view.tree, verb);
        let one_of = |lemmas: &[&str]| lemmas.iter().any(|lemma| lexicon.is_form(form, lemma));
        if one_of(&KILLING) || one_of(&WOUNDING) {
            let fate = if one_of(&KILLING) { Fate::Killed } else { Fate::Wounded };
            let other = clause.agent.filter(|_| clause.patient != clause.agent);
            let carried_out = one_of(&["execute"])
                && !clause.patient.is_some_and(|who| self.persons(view, who));
            if carried_out {
                return Vec::new();
            }
            return self.lost(view, &clause, (clause.patient, other, fate), quotes);
        }
        if one_of(&DYING) || one_of(&["fall"]) && clause.agent.is_some_and(|who| self.persons(view, who)) {
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
        let tree = &view.tree;
        let noun = |at: usize| tree.tag(at) == "CD" && tree.tag(at + 1).starts_with("NN");
        let Some(lost) = who.map(|at| if noun(at) { at + 1 } else { at }) else {
            return Vec::new();
        };
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
            let named = party.as_ref().is_some_and(|party| party.how != How::Phrase);
            if quantity.is_none() && !named && !(denied && party.is_some()) {
                continue;
            }
            let mut told = self.told(view, clause, quotes);
            if told.refused.is_some() {
                continue;
            }
            let region = self.where_lost(view, clause);
            let counter = quantity.as_ref().and_then(|count| {
                self.counter(view, tree.words_in(&count.range).start)
            });
            let counting = counter.and_then(|counter| self.counting(view, counter));
            let party = self
                .victims(view, party, (clause.verb, by.as_ref(), counting.as_ref()), region.as_ref())
                .or_else(|| self.lost_before(view, lost));
            let other = by.clone().or_else(|| {
                party.as_ref().and_then(|party| self.foe_of(view, clause.verb, &party.value))
            });
            if let Some(counter) = counter {
                self.counted_aloud(view, counter.verb, &mut told);
            }
            drafts.push(Draft {
                detail: Detail::Casualties,
                party,
                counterparty: other,
                region,
                quantity,
                dated: self.time_of(view, clause, &told, &Detail::Casualties),
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

    pub(super) fn where_lost(
        &self,
        view: &View,
        clause: &Clause,
    ) -> Option<Found<seisin_core::RegionRef>> {
        let cases = ["in", "at", "near", "around"];
        let there = view
            .tree
            .children_with(clause.verb, &["advmod", "obl"])
            .find(|at| matches!(view.tree.lower(*at), "there" | "here"));
        let Some(at) = clause.oblique(&cases).or(there) else {
            let reached = self.lands_reached(view, clause.verb, &cases);
            return reached
                .into_iter()
                .find(|land| matches!(land.how, How::Named | How::Unlisted))
                .or_else(|| self.region_near(view, clause.verb));
        };
        let placed =
            |land: &Found<_>| matches!(land.how, How::Named | How::Unlisted | How::Referred);
        self.land(view, at).filter(placed).or_else(|| {
            let words = super::who::core(view, at);
            let name = view.places.iter().find(|name| words.contains(&name.words.start))?;
            let people = view
                .party_at(name.words.start)
                .is_some_and(|p| p.found.role == seisin_places::PartyRole::Demonym);
            (!people).then(|| self.named_land(view, name, name.words.clone()))
        })
    }

    /// Who lost the people counted just before, for a count that does not say whose: "More than
    /// 1,700 were wounded."
    pub(super) fn lost_before(&self, view: &View, word: usize) -> Option<Found<PartyRef>> {
        let (sentence, party) = self.last_loss.as_ref()?;
        let words = word..word + 1;
        (view.index.saturating_sub(*sentence) <= 1).then(|| Found {
            value: party.clone(),
            words,
            how: How::Referred,
        })
    }

    /// Who lost people that the words do not name: of fighters the side of who counts them as its own,
    /// the other side of who killed or claims them, or the state whose land it was.
    pub(super) fn victims(
        &self,
        view: &View,
        found: Option<Found<PartyRef>>,
        (at, by, counting): (usize, Option<&PartyRef>, Option<&(PartyRef, bool)>),
        region: Option<&Found<seisin_core::RegionRef>>,
    ) -> Option<Found<PartyRef>> {
        let fighters = found.as_ref().is_none_or(|who| {
            who.how == How::Phrase
                && who.words.clone().any(|at| FIGHTERS.contains(&view.tree.lower(at)))
        });
        if !fighters {
            return found;
        }
        let by = by.or(counting.filter(|(_, own)| !own).map(|(party, _)| party));
        let own = counting.filter(|(_, own)| *own).map(|(party, _)| party.clone());
        let side = own
            .or_else(|| by.and_then(|by| self.foe_of(view, at, by)))
            .or_else(|| found.as_ref().and_then(|_| self.state_there(view, region)));
        let Some(side) = side else { return found };
        let words = found.as_ref().map_or(at..at + 1, |who| who.words.clone());
        let mention = found.map_or_else(|| side.mention.clone(), |who| who.value.mention);
        Some(Found { value: PartyRef { mention, ..side }, words, how: How::Referred })
    }

    /// The state whose land a place is, or that most of the document is about.
    fn state_there(
        &self,
        view: &View,
        region: Option<&Found<seisin_core::RegionRef>>,
    ) -> Option<PartyRef> {
        let country = region
            .and_then(|region| view.place_at(region.words.start))
            .and_then(|name| name.ranked.first())
            .and_then(|place| place.country.clone());
        let state = country.and_then(|country| self.vocabulary.parties.state_of(&country));
        state
            .map(|state| PartyRef {
                id: state.id.clone(),
                name: state.name.clone(),
                mention: state.name.clone(),
            })
            .or_else(|| self.home.clone())
    }

    /// The party of the people in a phrase: "of its soldiers", "Palestinian civilians".
    fn losers(&self, view: &View, at: usize) -> Option<Found<PartyRef>> {
        self.losers_in(view, view.tree.branch(at))
    }

    /// The party of the people that some words speak of.
    pub(super) fn losers_in(
        &self,
        view: &View,
        words: std::ops::Range<usize>,
    ) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let placed = |name: &super::view::PartyName| {
            matches!(tree.lower(name.words.start.wrapping_sub(1)), "in" | "at" | "near" | "by")
        };
        let names = |name: &&super::view::PartyName| words.contains(&name.words.start);
        if let Some(name) = view.parties.iter().filter(names).find(|name| !placed(name)) {
            let value = self.named_party(view, name);
            return Some(Found { value, words: name.words.clone(), how: How::Named });
        }
        let owner = words
            .clone()
            .find(|word| matches!(tree.lower(*word), "its" | "their" | "his" | "our" | "my"));
        if let Some(owner) = owner {
            return self.party(view, owner);
        }
        words
            .clone()
            .find_map(|word| self.lost_people(view, word))
            .or_else(|| words.clone().find_map(|word| self.unlisted_people(view, word)))
            .or_else(|| {
                let noun = words.clone().find(|at| tree.tag(*at) == "NNS")?;
                let people = Fate::of(tree.lower(noun)).is_none()
                    && !matches!(tree.lower(noun), "losses" | "others" | "lives" | "prisoners");
                people.then(|| self.people_as_printed(view, noun))
            })
    }

    /// Fighters of a name that no list knows: "ten Peshmerga".
    fn unlisted_people(&self, view: &View, word: usize) -> Option<Found<PartyRef>> {
        let name = view.tree.tag(word).starts_with("NNP")
            && view.place_at(word).is_none()
            && view.tree.lower(word.wrapping_sub(1)) != "in";
        let dated = view.times.iter().any(|time| view.tree.words_in(&time.range).contains(&word));
        (name && !dated).then(|| {
            let words = super::who::core(view, word);
            let words = word.max(words.start)..words.end.max(word + 1);
            let value = super::context::unlisted_party(&self.text(view, words.clone()));
            Found { value, words, how: How::Unlisted }
        })
    }

    /// "Rebels", "soldiers", "civilians", "road workers": the party they fight for where one is known,
    /// else they themselves.
    fn lost_people(&self, view: &View, word: usize) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let lower = tree.lower(word);
        let group = self.lexicon.groups.contains(lower);
        let people = self.lexicon.persons.contains(lower) || self.lexicon.people.contains(lower);
        let lost = Fate::of(lower).is_some()
            || matches!(lower, "loss" | "losses" | "toll" | "others" | "prisoners" | "lives");
        if lost || !(group || people || FIGHTERS.contains(&lower)) {
            return None;
        }
        let known = self
            .party(view, word)
            .filter(|party| matches!(party.how, How::Referred | How::Named) && group);
        known.or_else(|| Some(self.people_as_printed(view, word)))
    }

    /// People by the noun that names them and what stands before it: "road workers".
    fn people_as_printed(&self, view: &View, noun: usize) -> Found<PartyRef> {
        let tree = &view.tree;
        let start = (noun.saturating_sub(2)..noun)
            .rev()
            .take_while(|at| matches!(tree.tag(*at), "NN" | "NNS" | "JJ"))
            .last()
            .unwrap_or(noun);
        let value = super::context::unlisted_party(&self.text(view, start..noun + 1));
        Found { value, words: start..noun + 1, how: How::Phrase }
    }

    /// The land named next to the words for a loss: "the dead in Sarn".
    pub(super) fn region_near(
        &self,
        view: &View,
        cue: usize,
    ) -> Option<Found<seisin_core::RegionRef>> {
        let tree = &view.tree;
        let name = view.places.iter().find(|name| {
            name.words.start > cue
                && name.words.start <= cue + 8
                && matches!(tree.lower(name.words.start - 1), "in" | "at" | "near" | "around")
        })?;
        Some(self.named_land(view, name, name.words.clone()))
    }

    /// Who stands against a party: named lately, or the other of the document's two sides.
    pub(super) fn foe_of(&self, view: &View, at: usize, party: &PartyRef) -> Option<PartyRef> {
        let fights = |other: &PartyRef| {
            self.vocabulary.parties.party(&other.id).is_some_and(|known| {
                !matches!(
                    known.kind,
                    seisin_places::PartyKind::Body | seisin_places::PartyKind::Bloc
                )
            })
        };
        self.other_side_of(party)
            .or_else(|| self.memory.other_than(party, Self::place(view, at)).cloned())
            .filter(fights)
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
                None => self
                    .losers_in(view, words.start..(words.end + 2).min(tree.len()))
                    .filter(|party| party.how != How::Unlisted)
                    .or_else(|| first.party.clone()),
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
            counterparty: self.foe_of(view, clause.verb, &party.value),
            party: Some(party),
            region: self.where_lost(view, clause),
            quantity,
            dated: self.time_of(view, clause, &told, &Detail::Casualties),
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
            dated: self.time_of(view, clause, &told, &Detail::Casualties),
            told,
            evidence: Self::evidence(view, clause),
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule: "casualties/inflict".to_owned(),
        }]
    }
}

pub(super) fn with_fate(mention: &QuantityMention, fate: Fate) -> QuantityMention {
    let quantity =
        Quantity { unit: Unit::Counted(fate.noun().to_owned()), ..mention.quantity.clone() };
    QuantityMention { quantity, ..mention.clone() }
}
