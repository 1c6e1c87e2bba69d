//! Who is master of land: "Borland is lord of Sarn and Velk", "the militia made itself master of the
//! valley", "the general remains the ruler of the east".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    quotes::Quote,
    view::View,
};
use crate::text::syntax::{Clause, preposition};
use seisin_core::{ChangeAction, Detail, RegionRef};

/// Verbs by which somebody comes to be what a noun names.
const BECOMING: [&str; 2] = ["become", "make"];

/// Verbs by which somebody goes on being it.
const BEING: [&str; 3] = ["remain", "stay", "be"];

/// What land is to whoever rules it.
const POSSESSIONS: [&str; 9] = [
    "colony",
    "possession",
    "protectorate",
    "dependency",
    "dominion",
    "mandate",
    "exclave",
    "outpost",
    "condominium",
];

impl Context<'_> {
    /// What a noun for whoever rules land says of its subject.
    pub(super) fn mastery(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        if !self.lexicon.masters.contains(tree.lower(at)) {
            return Vec::new();
        }
        let of: Vec<usize> = tree
            .children_with(at, &["nmod", "obl", "conj"])
            .filter(|child| preposition(tree, *child).is_some_and(|case| case == "of"))
            .collect();
        let Some((clause, subject, detail)) = self.ruled_by(view, at) else { return Vec::new() };
        let plain = |land: &Found<RegionRef>| {
            matches!(land.how, How::Named | How::Unlisted)
                || land.how == How::Referred && tree.tag(land.words.start) != "PRP"
        };
        let lands: Vec<_> = of.iter().flat_map(|of| self.lands(view, *of)).filter(plain).collect();
        let parties = self.parties(view, subject);
        let told = self.told(view, &clause, quotes);
        if parties.is_empty() || lands.is_empty() || told.refused.is_some() {
            return Vec::new();
        }
        let dated = self.time_of(view, &clause, &told, &detail);
        let rule = format!("mastery/{}", tree.lower(at));
        let quantity = of.first().and_then(|of| self.amount(view, &[*of]));
        let evidence = Self::evidence(view, &clause);
        let base = Draft { quantity, dated, ..Draft::told(detail, told, evidence, rule) };
        let each = |party| {
            let base = Draft { party: Some(party), ..base.clone() };
            lands.iter().map(move |land| Draft { region: Some(land.clone()), ..base.clone() })
        };
        parties.into_iter().flat_map(each).collect()
    }

    /// "An Arlandic colony since 1890", "has been Borlandic territory ever since", "remains a possession of
    /// Arland": whose land is, told by a noun for what it is to whoever rules it.
    pub(super) fn possession(&self, view: &View, at: usize, quotes: &[Quote]) -> Vec<Draft> {
        let tree = &view.tree;
        let noun = tree.lower(at);
        let plainly = POSSESSIONS.contains(&noun);
        let ground =
            matches!(noun, "territory" | "province" | "land" | "soil" | "turf" | "country");
        if !plainly && !ground || !tree.tag(at).starts_with("NN") {
            return Vec::new();
        }
        let former = |word: usize| {
            matches!(tree.lower(word), "former" | "ex" | "old" | "occupied" | "no" | "disputed")
        };
        let core = super::who::core(view, at);
        let group = || self.group_before(view, at);
        let holder = self.owner(view, at).or_else(group).filter(|_| !core.clone().any(former));
        let Some(holder) = holder else { return Vec::new() };
        let Some((clause, subject, words)) = Self::belongs_as(view, at) else { return Vec::new() };
        let lasting = words.clone().any(|word| {
            matches!(tree.lower(word), "since" | "until" | "till" | "from" | "remain" | "remains")
                || matches!(tree.lower(word), "remained" | "ever" | "still" | "now" | "between")
        }) || (0..core.start).any(|word| {
            matches!(tree.lower(word), "between" | "until" | "since" | "from")
                && view.times.iter().any(|time| tree.words_in(&time.range).start <= word + 1)
        });
        let known = |land: &Found<RegionRef>| {
            !matches!(land.how, How::Phrase) && land.words.start != holder.words.start
        };
        let lands: Vec<_> = self.lands(view, subject).into_iter().filter(known).collect();
        let told = self.told(view, &clause, quotes);
        if !lasting || lands.is_empty() || told.refused.is_some() {
            return Vec::new();
        }
        let dated = self
            .date_within(view, &words, at)
            .or_else(|| self.time_of(view, &clause, &told, &Detail::Holding));
        let rule = format!("possession/{noun}");
        let base = Draft {
            party: Some(holder),
            dated,
            ..Draft::told(Detail::Holding, told, tree.range(words), rule)
        };
        lands.into_iter().map(|land| Draft { region: Some(land), ..base.clone() }).collect()
    }

    /// "VLF territory": the group whose name stands right before a noun.
    fn group_before(&self, view: &View, at: usize) -> Option<Found<seisin_core::PartyRef>> {
        let name = view.party_at(at.checked_sub(1)?).filter(|name| name.words.end == at)?;
        let group = self.side_of(name) == super::memory::Side::Group;
        group.then(|| Found {
            value: self.named_party(view, name),
            words: name.words.clone(),
            how: How::Named,
        })
    }

    /// The clause around a noun for what land is, the land, and the words that tell it.
    fn belongs_as(view: &View, at: usize) -> Option<(Clause, usize, std::ops::Range<usize>)> {
        let tree = &view.tree;
        let own = tree.branch(at);
        if tree.child(at, &["cop"]).is_some() {
            let clause = Clause::of(tree, at);
            let subject = tree.child(at, &["nsubj"]).or(clause.agent)?;
            return Some((clause, subject, own));
        }
        let head = tree.head(at)?;
        if tree.label(at) == "appos" && head < at {
            let clause = Clause::of(tree, head);
            return Some((clause, head, super::who::core(view, head).start..own.end));
        }
        let remains = matches!(tree.lower(head), "remain" | "remains" | "remained" | "became");
        let clause = Clause::of(tree, head);
        let subject = clause.agent.filter(|subject| remains && *subject < head)?;
        Some((clause, subject, super::who::core(view, subject).start..own.end))
    }

    /// The clause that makes its subject what a noun names, and whether it is so or comes to be.
    fn ruled_by(&self, view: &View, at: usize) -> Option<(Clause, usize, Detail)> {
        let tree = &view.tree;
        if tree.child(at, &["cop"]).is_some() {
            let clause = Clause::of(tree, at);
            let subject = tree.child(at, &["nsubj"]).or(clause.agent)?;
            return Some((clause, subject, Detail::Holding));
        }
        let verb = tree.head(at).filter(|verb| tree.is_verb(*verb))?;
        let form = tree.lower(verb);
        let becomes = self.lexicon.is_form_of_any(form, &BECOMING);
        if !becomes && !self.lexicon.is_form_of_any(form, &BEING) {
            return None;
        }
        let clause = Clause::of(tree, verb);
        let itself = tree.children_with(verb, &["obj", "iobj"]).any(|object| {
            matches!(tree.lower(object), "itself" | "themselves" | "himself" | "herself")
        });
        if self.lexicon.is_form(form, "make") && !itself {
            return None;
        }
        let subject = clause.agent.filter(|subject| *subject != at)?;
        let detail = if becomes { Detail::Change(ChangeAction::Seized) } else { Detail::Holding };
        Some((clause, subject, detail))
    }
}
