//! Claims drafted from a clause whose roles are known.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Act, Pattern, Sense},
    pattern::Roles,
    quotes::Quote,
    view::View,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::{Clause, Tense},
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
        let mut told = self.told(view, clause, quotes);
        if self.is_denied_headline(view, clause) {
            told.polarity = seisin_core::Polarity::Denied;
        }
        if roles.parties.is_empty() && matches!(sense.pattern, Pattern::Cede) {
            roles.parties.extend(clause.patient.and_then(|at| self.owner(view, at)));
        }
        if told.refused.is_some() || !Self::may_stand(view, clause, sense, &roles) {
            return Vec::new();
        }
        let detail = roles.detail.take().filter(|detail| !is_term(view, clause, detail));
        let Some(detail) = detail else { return Vec::new() };
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
        let evidence = Self::evidence_of_headline(view, clause)
            .unwrap_or_else(|| Self::evidence(view, clause));
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
        self.share_out(view, (clause, sense.pattern), &mut drafts);
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
        let quantity = quantity.filter(|mention| !(shared && counts_all(mention, lands)));
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
        let tree = &view.tree;
        let joins = |at: &usize| matches!(tree.lower(*at), "of" | "the" | "all");
        let first = land.words.start;
        let before = (first.saturating_sub(3)..first).rev().take_while(joins).last();
        let part = before
            .and_then(|at| at.checked_sub(1))
            .filter(|at| tree.lower(at + 1) == "of" && !matches!(tree.lower(*at), "," | "and"));
        view.quantities_in(part.map_or(first, |part| part.saturating_sub(2))..land.words.end)
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
        let annexed = sense.pattern == Pattern::Annex && !sense.weak;
        let called = |land: &Land| annexed && view.tree.lower(land.words.start) == "the";
        let placed = roles.lands.iter().any(|land| match land.how {
            How::Named | How::Unlisted => true,
            How::Referred => view.tree.tag(land.words.start) != "PRP",
            How::Phrase => view.quantities_in(land.words.clone()).next().is_some() || called(land),
        });
        if Self::none_agent(view, clause) {
            return placed || matches!(sense.act, Act::Title(TitleAction::Recognised));
        }
        let auxiliary = view.tree.child(clause.verb, &["aux:pass"]).is_some()
            || matches!(sense.pattern, Pattern::Fall | Pattern::Repel)
            || is_telegraphic(view, clause);
        roles.partyless && placed && auxiliary
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

    /// "Sarn evacuated, Arland denies": a headline that the verb after it denies.
    fn is_denied_headline(&self, view: &View, clause: &Clause) -> bool {
        let tree = &view.tree;
        let Some(root) = (clause.verb + 1..tree.len()).find(|at| tree.head(*at).is_none()) else {
            return false;
        };
        let last =
            root + 2 >= tree.len() && self.lexicon.is_form_of(tree.lower(root), &self.lexicon.deny);
        last && is_telegraphic(view, clause)
    }

    /// The words of a headline whose participle stands for the verb: "25 posts overrun in Sarn".
    fn evidence_of_headline(view: &View, clause: &Clause) -> Option<Range<usize>> {
        let hangs = view.tree.label(clause.verb) == "acl";
        let noun = clause.patient.filter(|_| hangs && is_telegraphic(view, clause))?;
        let words = Self::evidence(view, clause);
        let start = view.tree.range(super::who::core(view, noun)).start;
        Some(start.min(words.start)..words.end)
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

/// "Velk captured, the army says", "Last 2 sq km cleared overnight": a headline whose participle stands
/// for the verb.
fn is_telegraphic(view: &View, clause: &Clause) -> bool {
    let tree = &view.tree;
    let top =
        if tree.label(clause.verb) == "acl" { tree.head(clause.verb) } else { Some(clause.verb) };
    let alone = top.is_some_and(|top| {
        tree.head(top).is_none_or(|verb| {
            let told =
                (top..verb).any(|at| tree.lower(at) == ",") && tree.child(top, &["case"]).is_none();
            told && tree.head(verb).is_none() && verb + 2 >= tree.len().saturating_sub(1)
        }) || matches!(tree.label(top), "parataxis" | "ccomp")
    });
    let begins = clause.patient.is_some_and(|noun| {
        let start = super::who::core(view, noun).start;
        start <= 2 || matches!(tree.lower(start - 1), ":" | "–" | "—")
    });
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

/// "Two towns, Sarn and Velk": a count of the very lands that are named.
fn counts_all(mention: &QuantityMention, lands: &[Option<Land>]) -> bool {
    let count = u32::try_from(lands.len()).map(f64::from);
    let named = |land: &Option<Land>| {
        land.as_ref().is_some_and(|land| matches!(land.how, How::Named | How::Unlisted))
    };
    mention.kind == MentionKind::Count
        && count.is_ok_and(|count| (count - mention.quantity.value).abs() < 0.5)
        && lands.iter().all(named)
}
