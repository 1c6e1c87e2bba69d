//! Who holds, takes or loses land: the verb’s object is the land.

use super::{
    context::{Context, Found, How},
    lexicon::{Act, Pattern, Sense},
    memory::Side,
    pattern::Roles,
    view::View,
};
use crate::text::syntax::{Clause, Tense};
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef, TitleAction};

type Land = Found<RegionRef>;

impl Context<'_> {
    pub(super) fn over_object(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Roles> {
        let object = clause.patient?;
        let mut parties = self
            .held_before(view, clause, sense)
            .map_or_else(|| self.agents(view, clause), |who| vec![who]);
        if parties.is_empty() {
            parties.extend(self.told_otherwise(view, clause, sense));
        }
        let lost = sense.pattern == Pattern::Lose;
        let taken_from = sense.pattern == Pattern::Take
            && clause.is_passive
            && clause.oblique(&["from"]).and_then(|at| self.party(view, at)).is_some();
        let place_taken = self.is_land_taken(view, clause, object);
        if parties.is_empty()
            && (sense.weak && !lost && !taken_from && !place_taken || !clause.is_passive)
            && !Self::none_agent(view, clause)
        {
            return None;
        }
        let armed = clause.agent.is_some_and(|agent| self.is_force(view, agent));
        let named =
            (armed || sense.pattern == Pattern::Lose) && view.tree.tag(object).starts_with("NNP");
        let mut lands = self.object_lands(view, object, sense.weak && !named);
        let is_self =
            |land: &Land| parties.iter().any(|party| party.words.start == land.words.start);
        lands.retain(|land| !is_self(land));
        if lands.is_empty() {
            lands = self.measured_land(view, object)?;
        }
        let plainly = lands.iter().any(|land| land.how == How::Named || land.words.len() == 1);
        if self.only_has(view, clause, object, plainly || armed && self.is_the_land(view, object)) {
            return None;
        }
        if sense.weak && self.only_gets(view, clause, object, armed) {
            return None;
        }
        let gained = view.tree.lower(clause.verb) == "had" && plainly && by_a_time(view, clause);
        let event = self.lexicon.nouns.get(view.tree.lower(object));
        let told = event.is_some_and(|event| matches!(event.act, Act::Change(_)));
        if sense.pattern == Pattern::Claim && (told || claims_that(view, clause.verb, object)) {
            return None;
        }
        let claims = matches!(view.tree.lower(object), "claim" | "claims");
        let mut counterparty = clause.oblique(&["from"]).and_then(|at| self.party(view, at));
        if sense.pattern == Pattern::Hold && clause.is_passive && parties.is_empty() {
            parties.extend(counterparty.take());
        }
        let receiver = self.receiver(view, clause);
        let other = match sense.pattern {
            Pattern::Award | Pattern::Lose => receiver.or(counterparty),
            _ => counterparty,
        };
        if sense.pattern == Pattern::Award && (other.is_none() || !Self::is_court(view, clause)) {
            return None;
        }
        Some(Roles {
            partyless: clause.is_passive,
            parties,
            counterparty: other.map(|other| other.value),
            lands,
            measured: vec![object],
            detail: if claims {
                Some(Detail::Title(TitleAction::Claimed))
            } else if gained {
                Some(Detail::Change(ChangeAction::Seized))
            } else {
                Self::detail(view, clause, sense)
            },
        })
    }

    /// Who holds, takes or loses land where no subject says so: by the owner of what is lost, by whence it is run,
    /// by what it was annexed to.
    fn told_otherwise(
        &self,
        view: &View,
        clause: &Clause,
        sense: Sense,
    ) -> Option<Found<PartyRef>> {
        let lost = sense.pattern == Pattern::Lose && clause.is_passive;
        let owner = clause.patient.filter(|_| lost).and_then(|at| self.owner(view, at));
        owner
            .or_else(|| self.run_from(view, clause, sense))
            .or_else(|| self.annexed_to(view, clause, sense))
    }

    /// "The islands have been run from Arland since 1814": from where land is ruled.
    fn run_from(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Found<PartyRef>> {
        let ruled = sense.pattern == Pattern::Hold && clause.is_passive;
        let from = clause.oblique(&["from"]).filter(|_| ruled)?;
        self.party(view, from).filter(|from| from.how == How::Named)
    }

    /// "Velk was annexed to Arland", "incorporated into Borland": whose the land became.
    fn annexed_to(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Found<PartyRef>> {
        let annexed = sense.pattern == Pattern::Annex && clause.is_passive;
        let to = clause.oblique(&["to", "into", "by"]).filter(|_| annexed)?;
        self.party(view, to).filter(|to| to.how == How::Named)
    }

    /// "Sarn was taken", "the town of Sarn had been freed": of a place that is named.
    fn is_land_taken(&self, view: &View, clause: &Clause, noun: usize) -> bool {
        let tree = &view.tree;
        let of = || tree.children_with(noun, &["nmod"]).any(|name| view.place_at(name).is_some());
        self.lexicon.is_form_of_any(tree.lower(clause.verb), &["take", "free"])
            && (view.place_at(noun).is_some()
                || self.lexicon.land.contains(tree.lower(noun)) && of())
            && tree.child(clause.verb, &["mark"]).is_none_or(|mark| tree.lower(mark) != "to")
            && tree.child(clause.verb, &["aux:pass"]).is_some()
    }

    /// Whether "has" or "maintain" says something else than that land is held: "has had enough", "he
    /// maintained that …".
    fn only_has(&self, view: &View, clause: &Clause, object: usize, plainly: bool) -> bool {
        let verb = view.tree.lower(clause.verb);
        let has = self.lexicon.is_form(verb, "have");
        let idiom = verb == "have" && view.tree.tag(object) == "PRP"
            || has && matches!(view.tree.lower(object), "access" | "majority" | "population");
        let says = self.lexicon.is_form(verb, "maintain") && object < clause.verb;
        has && !plainly && self.amount(view, &[object]).is_none()
            || idiom
            || says && !clause.is_passive
    }

    /// Whether a noun for land has the article that tells which: "the palace".
    fn is_the_land(&self, view: &View, noun: usize) -> bool {
        let the = view.tree.child(noun, &["det"]).is_some_and(|det| view.tree.lower(det) == "the");
        the && self.lexicon.land.contains(view.tree.lower(noun))
    }

    /// Whether "won it" may be of a war or a vote, and "got the strip" of a deal: only people under arms get
    /// land by taking it.
    fn only_gets(&self, view: &View, clause: &Clause, object: usize, armed: bool) -> bool {
        let form = view.tree.lower(clause.verb);
        let pronoun = view.tree.tag(object) == "PRP";
        let fights = armed
            || clause.agent.is_some_and(|agent| matches!(view.tree.lower(agent), "they" | "we"));
        self.lexicon.is_form_of_any(form, &["win", "command"]) && pronoun
            || self.lexicon.is_form(form, "get")
                && !(fights || pronoun)
                && clause.particles.is_empty()
    }

    /// The lands of an object, where it is plainly land; also of "control of …".
    /// Who "it had held" means where the clause around tells from whom the land was taken: "drove Borland
    /// out of Sarn, a town it had held since May".
    fn held_before(&self, view: &View, clause: &Clause, sense: Sense) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let pronoun = clause.agent.filter(|at| matches!(tree.lower(*at), "it" | "they"))?;
        let before = sense.pattern == Pattern::Hold && clause.tense == Tense::PastPerfect;
        if !before || !tree.label(clause.verb).starts_with("acl") {
            return None;
        }
        let main =
            std::iter::successors(tree.head(clause.verb), |at| tree.head(*at)).take(6).find(
                |at| tree.is_verb(*at) && self.lexicon.senses(tree.lower(*at)).next().is_some(),
            )?;
        let around = Clause::of(tree, main);
        let removes = self
            .lexicon
            .senses(tree.lower(main))
            .any(|(_, other)| matches!(other.pattern, Pattern::Drive | Pattern::Clear));
        let loser = around.patient.filter(|_| removes).and_then(|at| self.party(view, at));
        let found = loser.filter(|who| who.how != How::Phrase).or_else(|| {
            let value = self.taken_from(view, &around)?;
            Some(Found { value, words: pronoun..pronoun + 1, how: How::Referred })
        })?;
        Some(Found { words: pronoun..pronoun + 1, how: How::Referred, ..found })
    }

    pub(super) fn object_lands(&self, view: &View, object: usize, weak: bool) -> Vec<Land> {
        let definite = view.tree.child(object, &["det"]).is_some();
        if view.tree.lower(object) == "place" && !definite {
            return Vec::new();
        }
        let mut lands = self.lands(view, object);
        self.name_lands(view, object, &mut lands);
        let plain = |land: &Land| match land.how {
            How::Named => true,
            How::Referred => {
                !weak || view.tree.tag(land.words.start) != "PRP" || self.recent_land(view, land)
            }
            How::Phrase | How::Unlisted => !weak || self.plain_land(view, object, land),
        };
        lands.into_iter().filter(plain).collect()
    }

    /// Whether a phrase is plainly of people under arms, who take towns and little else.
    fn is_force(&self, view: &View, at: usize) -> bool {
        let lower = view.tree.lower(at);
        let group = view.party_at(at).is_some_and(|name| self.side_of(name) == Side::Group);
        self.lexicon.forces.contains(lower) || self.lexicon.groups.contains(lower) || group
    }

    fn recent_land(&self, view: &View, land: &Land) -> bool {
        self.memory.lands.meant(Self::place(view, land.words.start), |_| true).is_some()
    }

    /// Whether a phrase without a known name is still plainly land: measured, counted or called so.
    pub(super) fn plain_land(&self, view: &View, object: usize, land: &Land) -> bool {
        let head = land.words.end.saturating_sub(1);
        let any_state =
            matches!(view.tree.lower(object), "country" | "state" | "nation" | "kingdom")
                && matches!(view.tree.lower(land.words.start), "a" | "an" | "any" | "another");
        if any_state {
            return false;
        }
        let beside = view.tree.child(object, &["appos"]);
        let ruled = view.tree.lower(object) == "sovereignty" && land.how == How::Unlisted;
        ruled
            || beside.is_some_and(|noun| self.lexicon.land.contains(view.tree.lower(noun)))
            || self.lexicon.land.contains(view.tree.lower(object))
            || self.lexicon.land.contains(view.tree.lower(head))
            || self.amount(view, &[object]).is_some()
    }

    pub(super) fn detail(view: &View, clause: &Clause, sense: Sense) -> Option<Detail> {
        let since = Self::has_since(view, clause) || Self::has_lasted(view, clause);
        let stative = since
            || matches!(
                clause.tense,
                Tense::Present | Tense::Future | Tense::Conditional | Tense::Demanded
            );
        match (sense.pattern, sense.act) {
            (Pattern::Occupy, _) if stative || lasts(view, clause) => Some(Detail::Holding),
            (Pattern::Hold, _) => Some(Detail::Holding),
            (_, Act::Change(action)) => Some(Detail::Change(action)),
            (_, Act::Title(action)) => Some(Detail::Title(action)),
            (_, Act::None) => None,
        }
    }

    pub(super) fn has_since(view: &View, clause: &Clause) -> bool {
        let branch = view.tree.branch(clause.verb);
        view.tree
            .words()
            .get(branch)
            .is_some_and(|words| words.iter().any(|word| word.lower == "since"))
    }
}

/// "Occupied the strip from 1985 to 2000", "until 1945", "for 27 years": how long, not when it began.
fn lasts(view: &View, clause: &Clause) -> bool {
    let tree = &view.tree;
    let start = |time: &crate::text::time::TimeMention| tree.words_in(&time.range).start;
    let begins = |at: usize| view.times.iter().any(|time| (at..at + 2).contains(&start(time)));
    let span = |at: usize| {
        (at..at + 4).any(|at| {
            matches!(tree.lower(at), "years" | "months" | "decades" | "weeks" | "centuries")
        })
    };
    let branch = tree.branch(clause.verb);
    (clause.verb + 1..branch.end).any(|at| match tree.lower(at) {
        "until" | "till" => begins(at),
        "from" => begins(at) && (at + 1..at + 8).any(|to| matches!(tree.lower(to), "to" | "until")),
        "for" => span(at + 1),
        _ => false,
    })
}

/// "Had the palace by dusk", "had Sarn by the 4th": within which time something was taken.
fn by_a_time(view: &View, clause: &Clause) -> bool {
    let tree = &view.tree;
    let part = |word: &str| {
        matches!(word, "dusk" | "dawn" | "noon" | "nightfall" | "evening" | "midnight" | "sunset")
    };
    let end = tree.branch(clause.verb).end;
    let object = clause.patient.map_or(end, |object| super::who::core(view, object).end);
    let dated = view.times.iter().any(|time| {
        let start = tree.words_in(&time.range).start;
        matches!(tree.lower(start), "in" | "on") && start == object
            || matches!(tree.lower(start.wrapping_sub(1)), "in" | "on") && start == object + 1
    });
    let named = clause.patient.is_some_and(|object| tree.tag(object).starts_with("NNP"));
    if dated && named {
        return true;
    }
    (clause.verb + 1..end).filter(|at| tree.lower(*at) == "by").any(|by| {
        part(tree.lower(by + 1))
            || view.times.iter().any(|time| {
                let words = tree.words_in(&time.range);
                words.contains(&by) || words.contains(&(by + 1))
            })
    })
}

/// Whether a verb of claiming says that something is so: "claimed that the town …", "claims Sarn was a
/// fortress".
fn claims_that(view: &View, verb: usize, object: usize) -> bool {
    let tree = &view.tree;
    let that = tree.lower(verb + 1) == "that" && !tree.tag(verb + 2).starts_with("NN");
    let subject = tree.label(object).starts_with("nsubj")
        && tree.head(object).is_some_and(|of| tree.label(of) == "ccomp");
    that || subject || tree.child(object, &["cop"]).is_some()
}
