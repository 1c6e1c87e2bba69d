//! Events told by a noun: "the capture of Sarn by Borland", "the fall of Velk", "Arland’s withdrawal from
//! the valley", "admitted the loss of eight villages", "demanded a withdrawal from Sarn".

use super::{
    bearing::{Bearing, Teller},
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Act, Pattern, Sense},
    quotes::Quote,
    told::Told,
    view::View,
    when::Dated,
};
use crate::text::syntax::{Clause, Tense, preposition};
use seisin_core::{ChangeAction, Detail, Modality, PartyRef, Polarity, RegionRef, TitleAction};
use std::ops::Range;

/// An event that a noun names, with what its own phrase says of it.
pub(super) struct Event {
    /// The noun.
    pub(super) noun: usize,
    /// What it says.
    pub(super) sense: Sense,
    detail: Detail,
    lands: Vec<Found<RegionRef>>,
    /// Who does it.
    party: Option<Found<PartyRef>>,
    /// The other side.
    other: Option<PartyRef>,
}

impl Event {
    /// Whether it is an act about the right to land.
    pub(super) const fn is_title(&self) -> bool {
        matches!(self.detail, Detail::Title(_))
    }
}

impl Context<'_> {
    /// The change or act that a noun tells of.
    pub(super) fn event_by_noun(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let Some(event) = self.event_at(view, at) else { return Vec::new() };
        let tree = &view.tree;
        match self.bearing(view, &event) {
            Bearing::None => Vec::new(),
            Bearing::Plain => self.plain_event(view, event, quotes),
            Bearing::Done(verb) => {
                let clause = Clause::of(tree, verb);
                let told = self.told(view, &clause, quotes);
                let doer = self.agents(view, &clause).into_iter().next();
                self.event_drafts(view, event, (&clause, told), doer)
            }
            Bearing::Told(verb, teller) => {
                let clause = Clause::of(tree, verb);
                let mut told = self.told(view, &clause, quotes);
                let unsaid = told.polarity == Polarity::Denied;
                if unsaid {
                    return Vec::new();
                }
                self.counted_aloud(view, verb, &mut told);
                if teller == Teller::Denies {
                    told.polarity = Polarity::Denied;
                }
                let party = self.told_party(view, &clause, &event, teller);
                self.event_drafts(view, event, (&clause, told), party)
            }
            Bearing::Wanted(verb) => {
                let clause = Clause::of(tree, verb);
                let told = self.told(view, &clause, quotes);
                self.event_drafts(view, event, (&clause, planned(told)), None)
            }
            Bearing::False(predicate) => self.false_event(view, event, predicate, quotes),
            Bearing::Meant(verb) => {
                let clause = Clause::of(tree, verb);
                let told = self.told(view, &clause, quotes);
                let doer = self.agents(view, &clause).into_iter().next();
                self.event_drafts(view, event, (&clause, planned(told)), doer)
            }
        }
    }

    /// An event of which reports are called false, by whoever is said to have reported it.
    fn false_event(
        &self,
        view: &View,
        event: Event,
        predicate: usize,
        quotes: &[Quote],
    ) -> Vec<Draft> {
        let tree = &view.tree;
        let clause = Clause::of(tree, predicate);
        let mut told = self.told(view, &clause, quotes);
        told.polarity = Polarity::Denied;
        told.modality = Modality::Asserted;
        let reports = self.false_reports(view, event.noun).map(|(reports, _)| reports);
        let by = reports.and_then(|reports| {
            let by = |at: &usize| preposition(tree, *at).is_some_and(|case| case == "by");
            let by = tree.children_with(reports, &["nmod", "obl"]).find(by);
            by.or_else(|| tree.child(reports, &["nmod:poss", "amod"]))
        });
        let doer = by.and_then(|by| self.party(view, by));
        self.event_drafts(view, event, (&clause, told), doer)
    }

    /// Whether a verb only says that an event was: "took place in 1864", "came on 29 August".
    fn happens(&self, view: &View, verb: usize) -> bool {
        const HAPPENING: [&str; 6] = ["come", "occur", "happen", "date", "follow", "begin"];
        let form = view.tree.lower(verb);
        self.lexicon.is_form(form, "take") && view.tree.lower(verb + 1) == "place"
            || self.lexicon.is_form_of_any(form, &HAPPENING)
    }

    /// The event that a noun names, where its phrase says of which land.
    fn event_at(&self, view: &View, at: usize) -> Option<Event> {
        let tree = &view.tree;
        let sense = self.lexicon.nouns.get(tree.lower(at)).copied()?;
        let detail = match sense.act {
            Act::Change(action) => Detail::Change(action),
            Act::Title(action) => Detail::Title(action),
            Act::None => return None,
        };
        if !tree.tag(at).starts_with("NN") {
            return None;
        }
        let lands = self.event_lands(view, at, sense.pattern);
        let (takes, other) = self.event_parties(view, at, sense.pattern);
        let party = takes.or_else(|| self.given_to(view, at, sense.pattern));
        Some(Event { noun: at, sense, detail, lands, party, other })
    }

    /// "The fall of Sarn cost Arland the coast", "…, which cost it the sea": who lost by it.
    fn lost_by(&self, view: &View, event: &Event) -> Option<Found<PartyRef>> {
        let falls = matches!(event.sense.pattern, Pattern::Fall | Pattern::Take | Pattern::Lose);
        let end = (event.noun + 16).min(view.tree.len());
        let near =
            (event.noun + 1..end).take_while(|at| !matches!(view.tree.lower(*at), ";" | "."));
        let cost = near.filter(|at| falls && Self::costs(view, *at)).last()?;
        self.party_right_after(view, cost + 1)
    }

    /// "The loss of Sarn to Borland", where nobody says who lost it: who took it.
    fn taken_by_other(mut event: Event) -> Event {
        if event.party.is_none()
            && event.sense.pattern == Pattern::Lose
            && let Some(value) = event.other.take()
        {
            let words = event.noun..event.noun + 1;
            event.party = Some(Found { value, words, how: How::Referred });
            event.detail = Detail::Change(ChangeAction::Seized);
        }
        event
    }

    /// An event spoken of as done by the way.
    fn plain_event(&self, view: &View, mut event: Event, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let at = event.noun;
        let lost = event.sense.pattern == Pattern::Lose;
        event.lands.retain(|land| !(lost && tree.lower(land.words.end) == "as"));
        let counted = self.amount(view, &[at]).is_some();
        event.lands.retain(|land| land.how != How::Phrase || counted);
        let governor = Self::governor_of_event(view, at);
        let clause = Clause::of(tree, governor.unwrap_or(at));
        let told = self.told(view, &clause, quotes);
        let settled = matches!(
            clause.tense,
            Tense::Past | Tense::Present | Tense::PresentPerfect | Tense::PastPerfect
        ) || governor.is_none();
        let title = matches!(event.detail, Detail::Title(_));
        let words = own_words(view, at);
        let dated = self.date_of_event(view, words.clone());
        let dated = dated.or_else(|| {
            let happens = governor.is_some_and(|verb| self.happens(view, verb));
            let dated = happens.then(|| self.time_of(view, &clause, &told, &event.detail))?;
            dated.filter(|dated| dated.range.is_some())
        });
        let sided = event.party.is_some() || event.other.is_some();
        let owned = sided && dated.is_some();
        if event.lands.is_empty()
            || told.refused.is_some()
            || told.polarity == Polarity::Denied
            || !settled
            || title && !owned
        {
            return Vec::new();
        }
        event = Self::taken_by_other(event);
        if let Some(loser) = self.lost_by(view, &event).filter(|_| event.party.is_none()) {
            event.detail = Detail::Change(ChangeAction::Lost);
            event.party = Some(loser);
        }
        let dated = dated.or_else(|| self.time_of(view, &clause, &told, &event.detail));
        let evidence = tree.range(words);
        self.drafts_of(view, event, (&clause, told), (dated, evidence))
    }

    /// An event that the clause around it tells, with who does it by that clause.
    fn event_drafts(
        &self,
        view: &View,
        mut event: Event,
        (clause, told): (&Clause, Told),
        doer: Option<Found<PartyRef>>,
    ) -> Vec<Draft> {
        if event.lands.is_empty() && Self::leaves_land(view, &event) {
            event.lands.extend(self.last_land(view, clause.verb));
        }
        if event.lands.is_empty() || told.refused.is_some() {
            return Vec::new();
        }
        let dated = self
            .date_of_event(view, own_words(view, event.noun))
            .or_else(|| self.time_of(view, clause, &told, &event.detail));
        let evidence = Self::evidence(view, clause);
        let known = |doer: &Found<PartyRef>| doer.how != How::Phrase;
        event.party = event.party.or_else(|| doer.filter(known));
        self.drafts_of(view, event, (clause, told), (dated, evidence))
    }

    /// "Completed its withdrawal": from the land spoken of.
    fn leaves_land(view: &View, event: &Event) -> bool {
        let owned = view.tree.child(event.noun, &["nmod:poss"]).is_some();
        let from = Self::event_place(view, event.noun, event.sense.pattern).is_some();
        event.sense.pattern == Pattern::Withdraw && owned && !from
    }

    fn drafts_of(
        &self,
        view: &View,
        event: Event,
        (clause, told): (&Clause, Told),
        (dated, evidence): (Option<Dated>, Range<usize>),
    ) -> Vec<Draft> {
        let Event { noun, detail, mut lands, party, other, .. } = event;
        let quantity = self.amount(view, &[noun]);
        self.contain(view, clause, &mut lands, quantity.as_ref());
        let of_party =
            |other: &PartyRef| party.as_ref().is_none_or(|party| party.value.id != other.id);
        let other =
            other.filter(of_party).or_else(|| self.opponent(view, clause, party.as_ref(), &detail));
        let base = Draft {
            counterparty: other,
            party,
            quantity,
            dated,
            ..Draft::told(detail, told, evidence, format!("event/{}", view.tree.lower(noun)))
        };
        lands.into_iter().map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }

    /// The phrase that names the land of an event.
    fn event_place(view: &View, at: usize, pattern: Pattern) -> Option<usize> {
        let tree = &view.tree;
        let cases: &[&str] = match pattern {
            Pattern::Withdraw | Pattern::Leave => &["from", "out of"],
            Pattern::EnterInto | Pattern::Enter => &["into", "of"],
            Pattern::Advance => &["towards", "toward", "on", "into"],
            _ => &["of"],
        };
        let fits = |child: &usize| {
            preposition(tree, *child).is_some_and(|case| cases.contains(&case.as_str()))
        };
        let own = tree.children_with(at, &["nmod", "obl"]).find(fits);
        let above = tree.head(at).filter(|head| tree.is_verb(*head) && *head < at);
        own.or_else(|| {
            let near = |child: &usize| *child > at && *child < at + 8;
            let from = matches!(pattern, Pattern::Withdraw | Pattern::Leave);
            above.filter(|_| from)?;
            tree.children_with(above?, &["obl", "nmod"]).find(|child| near(child) && fits(child))
        })
    }

    /// The lands of an event: what stands after "of", or "from" for what is left.
    fn event_lands(&self, view: &View, at: usize, pattern: Pattern) -> Vec<Found<RegionRef>> {
        let place =
            Self::event_place(view, at, pattern).or_else(|| Self::owner_taken(view, at, pattern));
        let Some(place) = place else { return Vec::new() };
        let plain =
            |land: &Found<RegionRef>| land.how != How::Phrase || self.plain_land(view, place, land);
        self.lands(view, place).into_iter().filter(plain).collect()
    }

    /// "Sarn’s capture by Borland", "Velk’s incorporation into Arland": the land as the owner of the event.
    fn owner_taken(view: &View, at: usize, pattern: Pattern) -> Option<usize> {
        let takes = matches!(
            pattern,
            Pattern::Take | Pattern::Annex | Pattern::Cede | Pattern::Give | Pattern::Lose
        );
        let by = |child: usize| {
            preposition(&view.tree, child)
                .is_some_and(|case| matches!(case.as_str(), "by" | "into" | "to"))
        };
        let told = view.tree.children_with(at, &["nmod", "obl"]).any(by);
        view.tree.child(at, &["nmod:poss"]).filter(|_| takes && told)
    }

    /// Who does it, by possessive, adjective, "by" or, of a fall, "to"; and the other side.
    fn event_parties(
        &self,
        view: &View,
        at: usize,
        pattern: Pattern,
    ) -> (Option<Found<PartyRef>>, Option<PartyRef>) {
        let tree = &view.tree;
        let after = |cases: &[&str]| {
            (at + 1..(at + 12).min(tree.len()))
                .take_while(|word| !matches!(tree.tag(*word), "VBD" | "VBZ" | "VBP" | "MD"))
                .filter(|word| cases.contains(&tree.lower(*word)))
                .find_map(|word| {
                    let near = word + 1..word + 5;
                    view.parties.iter().find(|name| near.contains(&name.words.start))
                })
        };
        let given = matches!(pattern, Pattern::Give | Pattern::Cede);
        let by = after(if pattern == Pattern::Fall { &["to", "by"] } else { &["by"] });
        let owner = tree
            .child(at, &["nmod:poss"])
            .and_then(|owner| self.party(view, owner))
            .filter(|_| pattern != Pattern::Fall);
        let words = super::who::core(view, at);
        let adjective = view.parties.iter().find(|name| words.contains(&name.words.start));
        let moves = matches!(pattern, Pattern::Withdraw | Pattern::EnterInto);
        let of = after(&["of"]).filter(|_| moves && tree.lower(at + 1) == "of");
        let adjective = adjective.filter(|_| pattern != Pattern::Fall);
        let named = |name: &super::view::PartyName| Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: How::Named,
        };
        let taken = Self::event_place(view, at, pattern).is_none()
            && Self::owner_taken(view, at, pattern).is_some();
        let owned = || owner.filter(|_| by.is_none() && !taken);
        let party = by.or(adjective).map(named).or_else(owned).or_else(|| of.map(named));
        let giver = after(&["from"]).filter(|_| given).map(named);
        let into = || after(&["into"]).filter(|_| pattern == Pattern::Annex).map(named);
        let party = giver.or(party).or_else(into);
        let from = after(if given || pattern == Pattern::Lose { &["to"] } else { &["from"] });
        let from = from.filter(|_| pattern != Pattern::Withdraw);
        let from = from.map(|name| self.named_party(view, name));
        let other =
            from.filter(|from| party.as_ref().is_none_or(|party| party.value.id != from.id));
        (party, other)
    }

    /// "The fall of Sarn gave Arland the whole shore": to whom the event gives something.
    fn given_to(&self, view: &View, at: usize, pattern: Pattern) -> Option<Found<PartyRef>> {
        let tree = &view.tree;
        let verb = tree.head(at).filter(|_| tree.label(at) == "nsubj")?;
        let gives = self.lexicon.is_form_of_any(tree.lower(verb), &["give", "hand", "bring"]);
        let takes = matches!(pattern, Pattern::Fall | Pattern::Take);
        let to = tree.child(verb, &["iobj"]).or_else(|| tree.child(verb, &["obj"]))?;
        self.party(view, to).filter(|party| gives && takes && party.how == How::Named)
    }

    /// Who did what somebody tells of, by who tells it: what is lost or left is the teller’s own, and
    /// so is what is announced as taken; what is admitted or denied was the other side’s doing.
    fn told_party(
        &self,
        view: &View,
        clause: &Clause,
        event: &Event,
        teller: Teller,
    ) -> Option<Found<PartyRef>> {
        let own = matches!(
            event.detail,
            Detail::Change(ChangeAction::Lost | ChangeAction::Withdrew)
                | Detail::Title(TitleAction::Ceded)
        );
        let who = self.agents(view, clause).into_iter().next()?;
        let known = matches!(who.how, How::Named | How::Referred) && self.is_side(&who.value);
        let who = known.then_some(who)?;
        if own || teller == Teller::Announces {
            return Some(who);
        }
        let value = self.other_side_of(&who.value).or_else(|| self.national_foe(&who.value))?;
        Some(Found { value, how: How::Referred, ..who })
    }

    /// The date that stands within some words.
    fn date_of_event(&self, view: &View, words: Range<usize>) -> Option<Dated> {
        let tree = &view.tree;
        let inside = |range: &Range<usize>| words.contains(&tree.words_in(range).start);
        let mention = view.times.iter().find(|time| time.edtf.is_some() && inside(&time.range))?;
        self.as_dated(mention)
    }
}

/// What is wanted or meant and not done yet.
fn planned(mut told: Told) -> Told {
    if told.modality != Modality::Hypothetical {
        told.modality = Modality::Planned;
    }
    told
}

/// The words of an event’s own phrase.
fn own_words(view: &View, at: usize) -> Range<usize> {
    let tree = &view.tree;
    tree.branch_without(at, &|child| {
        matches!(tree.label(child), "acl:relcl" | "conj" | "parataxis" | "advcl" | "punct")
    })
}
