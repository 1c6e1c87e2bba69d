//! Events told by a noun: "the capture of Sarn by Borland", "the fall of Velk", "Arland’s withdrawal from
//! the valley".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    lexicon::{Act, Pattern},
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, Tense, preposition};
use seisin_core::{Detail, PartyRef, Polarity, RegionRef};

/// Verbs that speak of an event without saying that it was.
const UNREAL: [&str; 20] = [
    "prevent",
    "stop",
    "avert",
    "halt",
    "demand",
    "urge",
    "call",
    "plan",
    "propose",
    "seek",
    "threaten",
    "fear",
    "oppose",
    "reject",
    "refuse",
    "negotiate",
    "discuss",
    "expect",
    "deny",
    "warn",
];

impl Context<'_> {
    /// The change that a noun tells of as done.
    pub(super) fn event_by_noun(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let Some(sense) = self.lexicon.nouns.get(tree.lower(at)).copied() else {
            return Vec::new();
        };
        let Act::Change(action) = sense.act else { return Vec::new() };
        if !tree.tag(at).starts_with("NN") || !is_definite(view, at) {
            return Vec::new();
        }
        let detail = Detail::Change(action);
        let lands: Vec<Found<RegionRef>> = self
            .event_lands(view, at, sense.pattern)
            .into_iter()
            .filter(|land| land.how != How::Phrase)
            .collect();
        if lands.is_empty() {
            return Vec::new();
        }
        let (takes, other) = self.event_parties(view, at, sense.pattern);
        let takes = takes.or_else(|| self.given_to(view, at, sense.pattern));
        let governor = std::iter::successors(tree.head(at), |at| tree.head(*at))
            .take(6)
            .find(|at| tree.is_verb(*at) || tree.child(*at, &["cop"]).is_some());
        let carried = governor.is_some_and(|verb| {
            let form = tree.lower(verb);
            Clause::of(tree, verb).agent.is_some_and(|agent| agent != at)
                && super::nominal::CARRIERS
                    .iter()
                    .any(|carrier| self.lexicon.is_form(form, carrier))
        });
        let clause = Clause::of(tree, governor.unwrap_or(at));
        let unreal = governor.is_some_and(|verb| self.is_unreal(view, verb));
        let told = self.told(view, &clause, quotes);
        let settled = matches!(
            clause.tense,
            Tense::Past | Tense::Present | Tense::PresentPerfect | Tense::PastPerfect
        ) || governor.is_none();
        if told.refused.is_some()
            || told.polarity == Polarity::Denied
            || unreal
            || carried
            || !settled
        {
            return Vec::new();
        }
        let end = tree.branch_without(at, &|child| {
            matches!(tree.label(child), "acl:relcl" | "conj" | "parataxis" | "advcl" | "punct")
        });
        let dated = self
            .date_of_event(view, end.clone())
            .or_else(|| self.time_of(view, &clause, &told, &detail));
        let base = Draft {
            counterparty: other.or_else(|| self.opponent(view, &clause, takes.as_ref(), &detail)),
            detail,
            party: takes,
            region: None,
            quantity: self.amount(view, &[at]),
            dated,
            told,
            evidence: tree.range(end),
            finite: true,
            party_range: None,
            region_range: None,
            speaker_range: None,
            rule: format!("event/{}", tree.lower(at)),
        };
        lands.into_iter().map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }

    /// Whether a verb speaks of an event without saying that it was.
    fn is_unreal(&self, view: &View, verb: usize) -> bool {
        let form = view.tree.lower(verb);
        let ending = |rest: &str| matches!(rest, "s" | "ed" | "d" | "ing");
        UNREAL.iter().any(|lemma| {
            self.lexicon.is_form(form, lemma) || form.strip_prefix(lemma).is_some_and(ending)
        }) || self.lexicon.is_form_of(form, &self.lexicon.plan)
    }

    /// The lands of an event: what stands after "of", or "from" for what is left.
    fn event_lands(&self, view: &View, at: usize, pattern: Pattern) -> Vec<Found<RegionRef>> {
        let tree = &view.tree;
        let cases: &[&str] = match pattern {
            Pattern::Withdraw | Pattern::Leave => &["from", "out of"],
            Pattern::EnterInto | Pattern::Enter => &["into", "of"],
            Pattern::Advance => &["towards", "toward", "on", "into"],
            _ => &["of"],
        };
        let place = tree.children_with(at, &["nmod", "obl"]).find(|child| {
            preposition(tree, *child).is_some_and(|case| cases.contains(&case.as_str()))
        });
        place.map(|place| self.lands(view, place)).unwrap_or_default()
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
        let by = after(if pattern == Pattern::Fall { &["to", "by"] } else { &["by"] });
        let owner = tree
            .child(at, &["nmod:poss"])
            .and_then(|owner| self.party(view, owner))
            .filter(|_| pattern != Pattern::Fall);
        let words = super::who::core(view, at);
        let adjective = view.parties.iter().find(|name| words.contains(&name.words.start));
        let moves = matches!(pattern, Pattern::Withdraw | Pattern::EnterInto);
        let of = after(&["of"]).filter(|_| moves);
        let named = by.or(adjective.filter(|_| pattern != Pattern::Fall)).or(of);
        let party = named
            .map(|name| Found {
                value: self.named_party(view, name),
                words: name.words.clone(),
                how: How::Named,
            })
            .or(owner);
        let from = after(&["from"]).filter(|_| pattern != Pattern::Withdraw);
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

    /// The date that stands within some words.
    fn date_of_event(
        &self,
        view: &View,
        words: std::ops::Range<usize>,
    ) -> Option<super::when::Dated> {
        let tree = &view.tree;
        let inside = |range: &std::ops::Range<usize>| words.contains(&tree.words_in(range).start);
        let mention = view.times.iter().find(|time| time.edtf.is_some() && inside(&time.range))?;
        self.as_dated(mention)
    }
}

/// Whether a noun speaks of one event: it has an article, an owner or an adjective of a people, and is
/// nobody's aim ("for the capture of", "towards a withdrawal").
fn is_definite(view: &View, at: usize) -> bool {
    let tree = &view.tree;
    let marked = tree
        .children_with(at, &["det", "nmod:poss"])
        .any(|det| !matches!(tree.lower(det), "a" | "an" | "any" | "no" | "another"));
    let people = view.party_at(at.wrapping_sub(1)).is_some();
    let aim = preposition(tree, at).is_some_and(|case| {
        matches!(
            case.as_str(),
            "for" | "towards" | "toward" | "against" | "about" | "without" | "of" | "to" | "on"
        )
    });
    (marked || people) && !aim
}
