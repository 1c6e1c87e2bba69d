//! Entries that tell of land by a label and no verb: "In control: Arland, since August 1969",
//! "Claimants: Borland and Carland", "Velk: Arland’s militia, since 10 April".

use super::{
    context::{Context, Found, How, unlisted_party},
    draft::Draft,
    labels::Label,
    quotes::Quote,
    told::Told,
    view::View,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::Tense,
};
use seisin_core::{Detail, Edtf, Endpoint, PartyRef, RegionRef, TitleAction};
use seisin_places::PartyRole;
use std::ops::Range;

/// Labels before who holds land.
const HOLDING: [&str; 14] = [
    "in control",
    "in possession",
    "control",
    "controlled by",
    "currently controlled by",
    "under control of",
    "under the control of",
    "held by",
    "currently held by",
    "in the hands of",
    "occupied by",
    "occupying power",
    "administered by",
    "administering power",
];

/// Labels before who claims land.
const CLAIMING: [&str; 7] = [
    "claimant",
    "claimants",
    "claimed by",
    "also claimed by",
    "other claimant",
    "other claimants",
    "rival claimant",
];

/// Words of a court’s list of who sues whom, where a claimant claims no land.
const SUING: [&str; 2] = ["respondent", "defendant"];

/// What the label of a sentence says of the names after it.
#[derive(Debug, Clone)]
pub(crate) struct LabelTold {
    /// Its words and those after it, in bytes of the repaired text.
    range: Range<usize>,
    /// What the names after it do.
    detail: Detail,
    /// The land it names.
    land: Option<RegionRef>,
}

impl LabelTold {
    /// What a label says: that somebody holds or claims land, or which land somebody holds.
    pub(super) fn of(label: &Label, words: &str, land: Option<RegionRef>) -> Option<Self> {
        let lower = words.to_lowercase();
        let detail = if land.is_some() || HOLDING.contains(&lower.as_str()) {
            Detail::Holding
        } else if CLAIMING.contains(&lower.as_str()) {
            Detail::Title(TitleAction::Claimed)
        } else {
            return None;
        };
        Some(Self { range: label.range.start..label.rest.range.end, detail, land })
    }
}

impl Context<'_> {
    /// Who holds or claims land by the label of a sentence that is made of names and a date alone.
    ///
    /// # Assumptions
    /// A place as a label stands before anything at all; that who follows holds it is told by a date
    /// since when, or by how many districts, towns or the like.
    pub(super) fn entry_claims(&self, view: &View, quotes: &[Quote]) -> Vec<Draft> {
        let Some(label) = self.label_told.as_ref().filter(|_| quotes.is_empty()) else {
            return Vec::new();
        };
        let time = view.times.first();
        let dated = time.and_then(|mention| self.as_dated(mention));
        let since = dated.as_ref().is_some_and(|dated| {
            matches!(dated.valid.edtf, Edtf::Interval(Endpoint::Date(_), Endpoint::Open))
        });
        let sued = matches!(label.detail, Detail::Title(_)) && self.tells_of_suit();
        let counted = self.counted(view);
        let told_of_land = since || counted.is_some();
        if self.turn.is_some() || sued || label.land.is_some() && !told_of_land {
            return Vec::new();
        }
        let region = match &label.land {
            Some(land) => Some(Found { value: land.clone(), words: 0..0, how: How::Named }),
            None => self.last_land(view, 0),
        };
        let (Some(region), Some(parties)) = (region, self.names_alone(view, counted)) else {
            return Vec::new();
        };
        let dated =
            dated.or_else(|| self.of_entry(view.index)).or_else(|| self.on_the_day(Tense::Present));
        let told = Told::by(
            self.label.iter().filter(|link| link.cue.as_deref() != Some(":")).cloned().collect(),
        );
        let range = label.range.start..view.tree.range(0..view.tree.len()).end;
        let range = range.start..self.without_stop(&range);
        let draft = |party| Draft {
            party: Some(party),
            region: Some(region.clone()),
            quantity: counted.cloned(),
            dated: dated.clone(),
            ..Draft::told(label.detail.clone(), told.clone(), range.clone(), "labelled".to_owned())
        };
        parties.into_iter().map(draft).collect()
    }

    /// A count of land; of seats, an assembly’s are as likely.
    fn counted<'a>(&self, view: &'a View) -> Option<&'a QuantityMention> {
        view.quantities.iter().find(|mention| {
            let seats = mention.quantity.unit.ucum().contains("seat");
            mention.kind == MentionKind::Count && self.counts_land(mention) && !seats
        })
    }

    fn tells_of_suit(&self) -> bool {
        let text = self.prepared.text.to_lowercase();
        SUING.iter().any(|word| text.contains(word))
    }

    fn without_stop(&self, range: &Range<usize>) -> usize {
        range.start + self.prepared.slice(range.clone()).trim_end_matches(['.', ';', ' ']).len()
    }

    /// The parties that a sentence names, where it holds nothing besides but a date and an amount.
    fn names_alone(
        &self,
        view: &View,
        amount: Option<&QuantityMention>,
    ) -> Option<Vec<Found<PartyRef>>> {
        let tree = &view.tree;
        let date = view.times.first().map(|mention| tree.words_in(&mention.range));
        let amount = amount.map(|mention| tree.words_in(&mention.range));
        let others: Vec<Range<usize>> = date.into_iter().chain(amount).collect();
        let end = others.iter().map(|words| words.start).min().unwrap_or(tree.len());
        let known = |at: usize| others.iter().any(|words| words.contains(&at));
        let plain = |at: usize| matches!(tree.lower(at), "." | ";" | "," | "since");
        if !(end..tree.len()).all(|at| known(at) || plain(at)) {
            return None;
        }
        let short = |at: usize| {
            let opens = at.checked_sub(1).is_some_and(|before| tree.lower(before) == "(");
            matches!(tree.lower(at), "(" | ")") || opens && tree.lower(at + 1) == ")"
        };
        let inside = |at: usize| {
            view.parties.iter().any(|name| name.words.start < at && name.words.contains(&at))
        };
        let parts = |at: usize| {
            matches!(tree.lower(at), "," | "and" | "&" | "." | ";" | "since" | "from" | "in")
                && !inside(at)
                || short(at)
        };
        let mut parties = Vec::new();
        let mut from = 0;
        for at in 0..=end {
            if at < end && !parts(at) {
                continue;
            }
            if at > from {
                parties.push(self.listed_alone(view, from..at)?);
            }
            from = at + 1;
        }
        (!parties.is_empty()).then_some(parties)
    }

    /// The party whose name, or a noun for its people, a few words are.
    fn listed_alone(&self, view: &View, words: Range<usize>) -> Option<Found<PartyRef>> {
        const LONGEST: usize = 5;
        let tree = &view.tree;
        let head = words.end - 1;
        let person = |role| matches!(role, PartyRole::Leader | PartyRole::Spokesperson);
        let named = |name: &&super::view::PartyName| {
            words.contains(&name.words.start) && !person(name.found.role)
        };
        let name = view.parties.iter().find(named);
        let whole = name.is_some_and(|name| {
            let article = words.start + usize::from(tree.lower(words.start) == "the");
            name.words.start == article && name.words.end == words.end
        });
        if let Some(name) = name.filter(|_| whole) {
            let value = self.named_party(view, name);
            return Some(Found { value, words: name.words.clone(), how: How::Named });
        }
        let lower = tree.lower(head);
        let people = self.lexicon.groups.contains(lower) || self.lexicon.forces.contains(lower);
        let plain = words.len() <= LONGEST && words.clone().all(|at| !tree.is_verb(at));
        let known = || self.party(view, head).filter(|party| party.how == How::Named);
        let own_name = || {
            let value = unlisted_party(self.prepared.slice(tree.range(words.clone())));
            let named = words.len() > 1 && tree.tag(words.start).starts_with("NNP");
            named.then(|| Found { value, words: words.clone(), how: How::Unlisted })
        };
        if people && plain { known().or_else(own_name) } else { None }
    }
}
