//! Places listed under a line that says who took or holds them: "Retaken by the army this month", and
//! below it "Sarn (1 October)".

use super::{
    context::{Context, Found, How},
    draft::Draft,
    entries::begins_line,
    told::Told,
    view::View,
    when::Dated,
};
use crate::text::syntax::Tense;
use seisin_core::{ChangeAction, Detail, PartyRef, RegionRef};

const RETAKING: [&str; 6] = ["retake", "recapture", "regain", "reclaim", "liberate", "recover"];
const TAKING: [&str; 6] = ["take", "capture", "seize", "conquer", "overrun", "storm"];
const HOLDING: [&str; 4] = ["hold", "control", "occupy", "administer"];

/// What a line says of the places listed under it.
#[derive(Debug, Clone)]
pub(crate) struct ListHead {
    /// The sentence it or the last place under it is.
    sentence: usize,
    detail: Detail,
    party: PartyRef,
    dated: Option<Dated>,
    /// Whether a place that the gazetteer knows stands under it.
    placed: bool,
}

impl Context<'_> {
    /// What a place of a list tells by the line over the list; keeps such lines when it comes to them.
    pub(super) fn listed_claims(&mut self, view: &View) -> Vec<Draft> {
        let head = self.list_head.take().filter(|head| head.sentence + 1 == view.index);
        let Some((head, places)) = head.and_then(|head| {
            let places = self.places_alone(view).or_else(|| self.further_place(view, &head))?;
            Some((head, places))
        }) else {
            self.list_head = self.head_of_list(view);
            return Vec::new();
        };
        let own = view.times.first().and_then(|mention| self.as_dated(mention));
        let dated = own.or_else(|| head.dated.clone()).or_else(|| {
            if head.detail == Detail::Holding { self.on_the_day(Tense::Present) } else { None }
        });
        let (first, last) = (0, view.tree.len());
        let evidence = view.tree.range(view.tree.trim(first..last));
        let party = Found { value: head.party.clone(), words: 0..0, how: How::Referred };
        let draft = |region| Draft {
            party: Some(party.clone()),
            region: Some(region),
            dated: dated.clone(),
            ..Draft::told(
                head.detail.clone(),
                Told::by(Vec::new()),
                evidence.clone(),
                "listed".to_owned(),
            )
        };
        let made = places.into_iter().map(draft).collect();
        self.list_head = Some(ListHead { sentence: view.index, placed: true, ..head });
        made
    }

    /// A line made of a participle, who did it and perhaps when.
    fn head_of_list(&self, view: &View) -> Option<ListHead> {
        let tree = &view.tree;
        let rest = self.prepared.text.get(view.range.end..)?;
        let heads = tree.tag(0) == "VBN" && tree.lower(1) == "by" && rest.starts_with(['\n', ' ']);
        let form = tree.lower(0);
        let is = |list: &[&str]| self.lexicon.is_form_of_any(form, list);
        let detail = match () {
            () if !heads => return None,
            () if is(&RETAKING) => Detail::Change(ChangeAction::Regained),
            () if is(&TAKING) => Detail::Change(ChangeAction::Seized),
            () if is(&HOLDING) => Detail::Holding,
            () => return None,
        };
        let agent = tree.child(0, &["obl:agent", "obl"])?;
        let party = self.party(view, agent)?.value;
        let time = view.times.first();
        let date = time.map(|mention| tree.words_in(&mention.range)).unwrap_or_default();
        let said = tree.branch(agent);
        let plain = |at: usize| said.contains(&at) || date.contains(&at) || tree.lower(at) == ":";
        let dated = time.and_then(|mention| self.as_dated(mention));
        let whole = (2..tree.len()).all(plain);
        whole.then_some(ListHead { sentence: view.index, detail, party, dated, placed: false })
    }

    /// The places that a line names, where it holds nothing besides but a date.
    fn places_alone(&self, view: &View) -> Option<Vec<Found<RegionRef>>> {
        let tree = &view.tree;
        let date = view.times.first().map(|mention| tree.words_in(&mention.range));
        let date = date.unwrap_or_default();
        let named = |at: usize| view.places.iter().any(|name| name.words.contains(&at));
        let mark = |at: usize| !tree.lower(at).contains(char::is_alphanumeric);
        let known = |at: usize| named(at) || date.contains(&at) || mark(at);
        let plain = |at: usize| known(at) || matches!(tree.lower(at), "and" | "on" | "in");
        let alone = begins_line(self.prepared, view.range.start) && !view.places.is_empty();
        let land = |name| self.named_land(view, name, name.words.clone());
        (alone && (0..tree.len()).all(plain)).then(|| view.places.iter().map(land).collect())
    }

    /// A name that no list knows, in a list that names a known place before it: what is captured
    /// may be people as well.
    fn further_place(&self, view: &View, head: &ListHead) -> Option<Vec<Found<RegionRef>>> {
        const LONGEST: usize = 3;
        let tree = &view.tree;
        let date = view.times.first().map(|mention| tree.words_in(&mention.range));
        let date = date.unwrap_or_default();
        let mark = |at: usize| !tree.lower(at).contains(char::is_alphanumeric);
        let first = (0..tree.len()).find(|at| !mark(*at))?;
        let named = |at: &usize| tree.tag(*at).starts_with("NNP") && !date.contains(at);
        let end = (first..tree.len()).find(|at| !named(at)).unwrap_or(tree.len());
        let alone = (end..tree.len()).all(|at| mark(at) || date.contains(&at));
        let fits = head.placed
            && (1..=LONGEST).contains(&end.saturating_sub(first))
            && alone
            && view.parties.is_empty()
            && begins_line(self.prepared, view.range.start);
        let land = fits.then(|| self.land(view, end - 1)).flatten()?;
        Some(vec![land])
    }
}
