//! Claims drafted from a clause whose roles are known.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Act, Pattern, Sense},
    pattern::Roles,
    quotes::Quote,
    view::View,
    when::Dated,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense, Tree},
    time::TimeMention,
};
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef, TitleAction};
use seisin_places::PartyKind;
use std::ops::Range;

type Land = Found<RegionRef>;
type Who = Found<PartyRef>;

impl Context<'_> {
    pub(super) fn drafts(
        &self,
        view: &View,
        (clause, sense): (&Clause, Sense),
        mut roles: Roles,
        (quotes, rule): (&[Quote], String),
    ) -> Vec<Draft> {
        let told = self.told(view, clause, quotes);
        if roles.parties.is_empty() && matches!(sense.pattern, Pattern::Cede) {
            roles.parties.extend(clause.patient.and_then(|at| self.owner(view, at)));
        }
        if told.refused.is_some() || !Self::may_stand(view, clause, sense, &roles) {
            return Vec::new();
        }
        let Some(detail) = roles.detail.take() else { return Vec::new() };
        if is_term(view, clause, &detail) {
            return Vec::new();
        }
        let dated = self.time_of(view, clause, &told, &detail);
        let quantity = Self::amount_told(view, clause, sense.pattern)
            .or_else(|| self.amount(view, &roles.measured))
            .or_else(|| Self::apposed_area(view, clause, &roles.measured))
            .or_else(|| Self::amount_of(view, &roles.measured))
            .or_else(|| self.measured_beside(view, *roles.measured.first()?));
        self.contain_act(view, clause, (&mut roles, &detail), quantity.as_ref());
        self.place_measured(view, clause, &mut roles.lands, quantity.as_ref());
        let quantity =
            quantity.filter(|mention| !super::measures::counts_nothing(mention, told.polarity));
        let evidence = Self::evidence(view, clause);
        let parties: Vec<Option<Who>> = if roles.parties.is_empty() {
            vec![None]
        } else {
            roles.parties.into_iter().map(Some).collect()
        };
        let lands: Vec<Option<Land>> = if roles.lands.is_empty() {
            vec![None]
        } else {
            roles.lands.into_iter().map(Some).collect()
        };
        let listed = self.listed_lands(view, clause, sense, &lands);
        let finite =
            !matches!(clause.tense, Tense::Infinitive | Tense::Conditional | Tense::Participle);
        let mut drafts = Vec::new();
        for party in &parties {
            let draft = Draft {
                counterparty: roles
                    .counterparty
                    .clone()
                    .or_else(|| self.foe_on(view, clause, (party.as_ref(), &lands), &detail)),
                detail: detail.clone(),
                party: party.clone(),
                region: None,
                quantity: None,
                dated: dated.clone(),
                told: told.clone(),
                evidence: evidence.clone(),
                finite,
                party_range: None,
                region_range: None,
                speaker_range: None,
                rule: rule.clone(),
            };
            drafts.extend(listed.iter().map(|(land, dated_there, words)| Draft {
                region: Some(land.clone()),
                quantity: self.own_amount(view, Some(land), 1),
                dated: dated_there.clone().or_else(|| dated.clone()),
                evidence: view.tree.range(words.clone()),
                rule: format!("{rule}+listed"),
                ..draft.clone()
            }));
            drafts.extend(self.one_each(view, &lands, &draft, quantity.as_ref()));
        }
        drafts
    }

    /// Puts measured land into what contains it; the land of an act that "the littoral" names stays so,
    /// and what is given away never lies in whom it is given to.
    fn contain_act(
        &self,
        view: &View,
        clause: &Clause,
        (roles, detail): (&mut Roles, &Detail),
        quantity: Option<&QuantityMention>,
    ) {
        let title = matches!(detail, Detail::Title(_));
        let definite = |land: &Land| {
            matches!(view.tree.lower(land.words.start), "the" | "its" | "their" | "that" | "this")
                && land.how == How::Phrase
                && view.quantities_in(land.words.clone()).next().is_none()
        };
        if title && roles.lands.iter().any(definite) {
            return;
        }
        let before = roles.lands.clone();
        self.contain(view, clause, &mut roles.lands, quantity);
        let ceded = *detail == Detail::Title(TitleAction::Ceded);
        let giver = roles.parties.first().and_then(|party| self.country_of(&party.value));
        let bare = quantity.is_some_and(|mention| mention.kind == MentionKind::Area);
        if let ([land], Some(country)) = (roles.lands.as_mut_slice(), giver)
            && ceded
            && bare
            && land.how == How::Phrase
        {
            let mention = land.value.mention.clone();
            land.value = RegionRef { mention, ..country };
            land.how = How::Referred;
        }
        let given = roles.counterparty.as_ref().filter(|_| title);
        for (land, old) in roles.lands.iter_mut().zip(before) {
            if given.is_some_and(|to| to.name == land.value.name) {
                *land = old;
            }
        }
    }

    /// The country of a state.
    fn country_of(&self, party: &PartyRef) -> Option<RegionRef> {
        let known = self.vocabulary.parties.party(&party.id)?;
        let id = known.country.clone().filter(|_| known.kind == PartyKind::State)?;
        Some(super::land::country(id, &known.name))
    }

    /// An area or a share without a land is of the land that the clause or the report speaks of.
    fn place_measured(
        &self,
        view: &View,
        clause: &Clause,
        lands: &mut Vec<Land>,
        quantity: Option<&QuantityMention>,
    ) {
        let measured = quantity
            .is_some_and(|mention| matches!(mention.kind, MentionKind::Area | MentionKind::Share));
        if !lands.is_empty() || !measured {
            return;
        }
        let words = clause.verb..clause.verb + 1;
        let land = self.wider_land(view, clause, true);
        lands.extend(land.map(|value| Found { value, words: words.clone(), how: How::Referred }));
    }

    /// A claim for each land of a list, with the date and the amount beside it; an amount of the whole
    /// list goes with the first.
    fn one_each(
        &self,
        view: &View,
        lands: &[Option<Land>],
        draft: &Draft,
        quantity: Option<&QuantityMention>,
    ) -> Vec<Draft> {
        let shared = lands.len() > 1;
        let each = |(number, land): (usize, &Option<Land>)| Draft {
            region: land.clone(),
            quantity: self
                .own_amount(view, land.as_ref().filter(|_| shared), number)
                .or_else(|| quantity.cloned().filter(|_| !shared || number == 0)),
            dated: land
                .as_ref()
                .filter(|_| shared && number > 0)
                .and_then(|land| self.date_beside(view, &land.words).0)
                .or_else(|| draft.dated.clone()),
            ..draft.clone()
        };
        lands.iter().enumerate().map(each).collect()
    }

    /// The amount that belongs to one land of a list: "the hill and 11 other points".
    fn own_amount(
        &self,
        view: &View,
        land: Option<&Land>,
        number: usize,
    ) -> Option<QuantityMention> {
        let land = land.filter(|_| number > 0)?;
        view.quantities_in(land.words.clone())
            .find(|mention| match mention.kind {
                MentionKind::Area | MentionKind::Share => true,
                MentionKind::Count => self.counts_land(mention),
                _ => false,
            })
            .cloned()
    }

    /// Whether a clause says enough: who, or, told in the passive, which named land.
    fn may_stand(view: &View, clause: &Clause, sense: Sense, roles: &Roles) -> bool {
        if !roles.parties.is_empty() {
            return true;
        }
        let placed = roles.lands.iter().any(|land| match land.how {
            How::Named | How::Unlisted => true,
            How::Referred => view.tree.tag(land.words.start) != "PRP",
            How::Phrase => view.quantities_in(land.words.clone()).next().is_some(),
        });
        if Self::none_agent(view, clause) {
            return placed || matches!(sense.act, Act::Title(TitleAction::Recognised));
        }
        let auxiliary = view.tree.child(clause.verb, &["aux:pass"]).is_some()
            || matches!(sense.pattern, Pattern::Fall | Pattern::Repel)
            || is_telegraphic(view, clause);
        roles.partyless && placed && auxiliary
    }

    /// Further lands of a list that stands after the object: "and Bukavu on 16 February",
    /// "including Gilgit-Baltistan", "; on July 25, Žepa".
    pub(super) fn listed_lands(
        &self,
        view: &View,
        clause: &Clause,
        sense: Sense,
        known: &[Option<Land>],
    ) -> Vec<(Land, Option<Dated>, Range<usize>)> {
        let tree = &view.tree;
        let object = clause.patient.or_else(|| clause.oblique(&["from", "out of", "into"]));
        let Some(object) = object.filter(|object| *object > clause.verb) else { return Vec::new() };
        if matches!(
            sense.pattern,
            Pattern::Recognise
                | Pattern::Fall
                | Pattern::Repel
                | Pattern::Secede
                | Pattern::Advance
        ) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut opened = None;
        let named = view.place_at(object).map_or(0, |name| name.words.end);
        let mut at = super::who::core(view, object).end.max(named);
        while at < tree.len() && !ends_list(tree, at) {
            if joins_list(tree, at) {
                opened = Some(at);
            }
            let counted = opened.and_then(|_| self.counted_at(view, at));
            let Some((start, land)) =
                opened.and_then(|start| Some((start, counted.or_else(|| self.name_at(view, at))?)))
            else {
                at += 1;
                continue;
            };
            if begins_clause(tree, land.words.end) {
                break;
            }
            let again = known
                .iter()
                .flatten()
                .any(|known| known.words.contains(&at) || known.words.start == land.words.start);
            let receives = matches!(sense.pattern, Pattern::Give | Pattern::Cede)
                && view.party_at(at).is_some();
            let own_part = view.party_at(at).is_some()
                && super::land::begins_share(view, land.words.end)
                || is_anothers(view, land.words.start);
            if again || receives || own_part || !is_bare(tree, at) {
                at += 1;
                continue;
            }
            let (dated, end) = self.date_beside(view, &land.words);
            found.push((land, dated, start + 1..end));
            opened = None;
            at = end;
        }
        found
    }

    /// Counted places that begin at a word: "and | 11 other points along the line".
    fn counted_at(&self, view: &View, at: usize) -> Option<Land> {
        let tree = &view.tree;
        let mention = view.quantities.iter().find(|mention| {
            mention.kind == MentionKind::Count
                && self.counts_land(mention)
                && tree.words_in(&mention.range).start == at
        })?;
        let words = tree.words_in(&mention.range);
        let whole = words.start..words.end.max(at + 1);
        let mention = self.text(view, whole.clone());
        let place = Self::place(view, at);
        let region = self.memory.lands.main(place).or_else(|| {
            self.memory
                .lands
                .meant(place, |kind| kind != Some(seisin_places::PlaceKind::Settlement))
        });
        let value = match region {
            Some(region) => RegionRef { mention, ..region.clone() },
            None => RegionRef { id: None, name: mention.clone(), mention, candidates: Vec::new() },
        };
        Some(Found { value, words: whole, how: How::Phrase })
    }

    /// The land whose name begins or ends at a word.
    fn name_at(&self, view: &View, at: usize) -> Option<Land> {
        if let Some(name) = view.places.iter().find(|name| name.words.start == at) {
            return Some(self.named_land(view, name, name.words.clone()));
        }
        let dated = view.times.iter().any(|time| view.tree.words_in(&time.range).contains(&at));
        let name = view.tree.tag(at).starts_with("NNP") && view.party_at(at).is_none();
        (name && !dated && is_last_of_name(view, at)).then(|| {
            let words = super::who::core(view, at);
            let mention = self.text(view, words.clone());
            let value =
                RegionRef { id: None, name: mention.clone(), mention, candidates: Vec::new() };
            Found { value, words, how: How::Unlisted }
        })
    }

    /// The date right before or after some words, and one past both.
    fn date_beside(&self, view: &View, words: &Range<usize>) -> (Option<Dated>, usize) {
        let tree = &view.tree;
        let after = |time: &&TimeMention| {
            (words.end..=words.end + 1).contains(&tree.words_in(&time.range).start)
        };
        let before = |time: &&TimeMention| {
            let end = tree.words_in(&time.range).end;
            end == words.start || end + 1 == words.start
        };
        let time = view.times.iter().find(after).or_else(|| view.times.iter().find(before));
        let end = time.map_or(words.end, |time| tree.words_in(&time.range).end.max(words.end));
        (time.and_then(|time| self.as_dated(time)), end)
    }

    /// Whose the land was, by the adjective before it: "Borlandic enclaves".
    pub(super) fn owner(&self, view: &View, at: usize) -> Option<Who> {
        let words = super::who::core(view, at);
        let name = view.parties.iter().find(|name| {
            words.contains(&name.words.start)
                && name.found.role == seisin_places::PartyRole::Demonym
        })?;
        Some(Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: How::Named,
        })
    }

    /// To whom something is given: also where the tree hangs "to" on another word of the clause.
    pub(super) fn receiver(&self, view: &View, clause: &Clause) -> Option<Who> {
        let tree = &view.tree;
        let own = clause
            .recipient
            .or_else(|| clause.oblique(&["to"]))
            .and_then(|at| self.party(view, at));
        own.or_else(|| {
            let end = tree.branch(clause.verb).end;
            (clause.verb + 1..end)
                .take_while(|at| !matches!(tree.lower(*at), ";" | "." | "but"))
                .filter(|at| tree.lower(*at) == "to")
                .filter_map(|at| tree.head(at).filter(|noun| *noun > at && tree.is_nominal(*noun)))
                .find_map(|noun| self.party(view, noun).filter(|party| party.how == How::Named))
        })
    }

    /// From whom land was taken where the clause does not say: whose adjective stands in the land's
    /// phrase, else the other of the only two sides that the document tells of.
    pub(super) fn opponent(
        &self,
        view: &View,
        clause: &Clause,
        party: Option<&Who>,
        detail: &Detail,
    ) -> Option<PartyRef> {
        let foe = || self.foe_of(view, clause.verb, &party?.value);
        if is_contested(detail) {
            self.said_opponent(view, clause, party).or_else(foe)
        } else {
            None
        }
    }

    /// The same where the lands are known: an armed group takes what lies in a state’s country from it.
    fn foe_on(
        &self,
        view: &View,
        clause: &Clause,
        (party, lands): (Option<&Who>, &[Option<Land>]),
        detail: &Detail,
    ) -> Option<PartyRef> {
        let placed = || self.placed_foe(&party?.value, lands);
        let said = self.said_opponent(view, clause, party).or_else(placed);
        said.filter(|_| is_contested(detail)).or_else(|| self.opponent(view, clause, party, detail))
    }

    /// From whom land was taken as the clause says.
    fn said_opponent(&self, view: &View, clause: &Clause, party: Option<&Who>) -> Option<PartyRef> {
        let party = party?;
        let other = |found: &PartyRef| found.id != party.value.id;
        let owner = clause.patient.and_then(|at| self.owner(view, at)).map(|owner| owner.value);
        self.taken_from(view, clause)
            .filter(other)
            .or_else(|| self.held_by(view, clause).filter(other))
            .or_else(|| owner.filter(other))
    }

    /// The state in whose country an armed group takes land.
    fn placed_foe(&self, party: &PartyRef, lands: &[Option<Land>]) -> Option<PartyRef> {
        let known = self.vocabulary.parties.party(&party.id)?;
        let land = lands.first()?.as_ref().filter(|_| known.kind == PartyKind::ArmedGroup)?;
        self.state_holding(&land.value)
    }

    /// The words of a clause: its branch without what hangs on it loosely.
    pub(crate) fn evidence(view: &View, clause: &Clause) -> Range<usize> {
        let tree = &view.tree;
        let verb = clause.verb;
        let words = tree.branch_without(verb, &|child| {
            let loose = matches!(tree.label(child), "conj" | "parataxis")
                && (tree.is_verb(child) || tree.label(child) == "parataxis");
            loose
                || matches!(tree.label(child), "cc" | "mark")
                    && child < verb
                    && tree.head(child) == Some(verb)
                    && tree.label(verb) != "acl:relcl"
                || tree.label(child) == "punct" && child > verb
        });
        tree.range(words)
    }
}

/// Whether a claim is of land that two sides fight over.
fn is_contested(detail: &Detail) -> bool {
    matches!(
        detail,
        Detail::Change(
            ChangeAction::Seized
                | ChangeAction::Entered
                | ChangeAction::Regained
                | ChangeAction::Lost
                | ChangeAction::Advanced
                | ChangeAction::Repelled
        ) | Detail::Title(TitleAction::Claimed | TitleAction::Annexed)
    )
}

/// "Velk captured, the army says", "Last 2 sq km cleared overnight": a headline whose participle stands
/// for the verb.
fn is_telegraphic(view: &View, clause: &Clause) -> bool {
    let tree = &view.tree;
    let top =
        if tree.label(clause.verb) == "acl" { tree.head(clause.verb) } else { Some(clause.verb) };
    let alone = top.is_some_and(|top| {
        tree.head(top).is_none() || matches!(tree.label(top), "parataxis" | "ccomp")
    });
    let begins = clause.patient.is_some_and(|noun| super::who::core(view, noun).start <= 2);
    let form = clause.is_passive && matches!(tree.tag(clause.verb), "VBN" | "VBD");
    form && alone && begins
}

/// Whether a change yet to come is a term of a bargain: "leave the wells in return for safe passage".
fn is_term(view: &View, clause: &Clause, detail: &Detail) -> bool {
    let tree = &view.tree;
    let done = matches!(
        clause.tense,
        Tense::Past | Tense::PastPerfect | Tense::PresentPerfect | Tense::Participle
    );
    let given = *detail == Detail::Change(ChangeAction::Withdrew);
    given
        && !done
        && (0..tree.len())
            .any(|at| tree.lower(at) == "in" && matches!(tree.lower(at + 1), "return" | "exchange"))
}

/// Whether a party’s name stands right before a land, after "and" or a comma: "and Borland Velk".
fn is_anothers(view: &View, land: usize) -> bool {
    let tree = &view.tree;
    let article = land.checked_sub(1).filter(|at| matches!(tree.tag(*at), "DT" | "JJ"));
    let before = article.unwrap_or(land).checked_sub(1);
    let name = before.and_then(|at| view.parties.iter().find(|name| name.words.end == at + 1));
    name.is_some_and(|name| {
        let joins = tree.lower(name.words.start.wrapping_sub(1));
        matches!(joins, "and" | "," | ";")
            && name.found.role == seisin_places::PartyRole::Name
            && view.place_at(land).is_some_and(|place| !place.words.contains(&name.words.start))
    })
}

/// Whether a word is the last of a name.
fn is_last_of_name(view: &View, at: usize) -> bool {
    !view.tree.tag(at + 1).starts_with("NNP")
        && !matches!(view.tree.label(at), "compound" | "amod" | "nmod:poss" | "nummod")
}

/// Whether a word goes on with a list of lands: "and", "including", "; on July 25, …".
fn joins_list(tree: &Tree, at: usize) -> bool {
    let word = tree.lower(at);
    matches!(word, "and" | "including" | "plus")
        || (matches!(word, ";" | ",") && tree.lower(at + 1) == "on")
        || (word == "as" && tree.lower(at + 1) == "well")
}

/// Whether a word ends a list of lands.
fn ends_list(tree: &Tree, at: usize) -> bool {
    let word = tree.lower(at);
    let turns = ["but", "which", "who", "that", "while", "neither", "nor", "not", "."];
    turns.contains(&word) || tree.tag(at) == "MD" || (tree.is_verb(at) && word != "including")
}

/// Whether the words after a name make it the subject or the owner of something else.
fn begins_clause(tree: &Tree, end: usize) -> bool {
    let verb = |at: usize| matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD");
    (end..end + 3).any(verb) || tree.tag(end) == "POS"
}

/// Whether no preposition ties a name to something else.
fn is_bare(tree: &Tree, at: usize) -> bool {
    crate::text::syntax::preposition(tree, at).is_none_or(|case| {
        matches!(case.as_str(), "from" | "including" | "plus") || case.starts_with("as")
    })
}
