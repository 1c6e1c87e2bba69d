//! Amounts of land in a clause, and the land they are amounts of.

use super::{
    context::{Context, Found, How},
    view::View,
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::Clause,
};
use seisin_core::RegionRef;

type Land = Found<RegionRef>;

impl Context<'_> {
    /// The main word of an amount of land right after a verb that the tree hangs elsewhere.
    pub(super) fn amount_after(view: &View, verb: usize) -> Option<usize> {
        let tree = &view.tree;
        view.quantities.iter().find_map(|mention| {
            let words = tree.words_in(&mention.range);
            let land = matches!(mention.kind, MentionKind::Area | MentionKind::Share);
            let next =
                words.start == verb + 1 || (words.start == verb + 2 && tree.tag(verb + 1) == "RB");
            (land && next).then(|| Self::main_word(view, words))
        })
    }

    /// The word of some words that the others hang on.
    fn main_word(view: &View, words: std::ops::Range<usize>) -> usize {
        let outside = |at: &usize| view.tree.head(*at).is_none_or(|head| !words.contains(&head));
        words.clone().find(outside).unwrap_or(words.end.saturating_sub(1))
    }

    /// A land without a name of its own takes the name that stands in its branch: "a fifth of the
    /// land within Borland’s borders".
    pub(super) fn name_lands(&self, view: &View, object: usize, lands: &mut Vec<Land>) {
        let tree = &view.tree;
        if lands.iter().any(|land| matches!(land.how, How::Named | How::Unlisted)) {
            return;
        }
        if let Some(land) = self.land_of_amount(view, object) {
            *lands = vec![land];
            return;
        }
        let branch = tree.branch_without(object, &|child| {
            matches!(
                tree.label(child),
                "acl:relcl" | "conj" | "advcl" | "parataxis" | "acl" | "cc" | "punct"
            )
        });
        let name = view.places.iter().find(|name| {
            branch.contains(&name.words.start)
                && view
                    .party_at(name.words.start)
                    .is_none_or(|p| p.found.role != seisin_places::PartyRole::Demonym)
                && !leads_elsewhere(view, name.words.end - 1)
                && !(view.party_at(name.words.start).is_some()
                    && super::land::begins_share(view, name.words.end))
        });
        let measured = lands.is_empty();
        if let Some(name) = name {
            let amount = self.amount(view, &[object]).is_some();
            if !measured || amount {
                let words = lands.first().map_or(name.words.clone(), |land| land.words.clone());
                *lands = vec![self.named_land(view, name, words)];
            }
        }
    }

    /// The land right after an amount, "400 square miles of Sarn", wherever the tree hangs it.
    pub(super) fn land_of_amount(&self, view: &View, object: usize) -> Option<Land> {
        let tree = &view.tree;
        let mention = self.amount(view, &[object])?;
        let last = tree.words_in(&mention.range);
        let of = (last.start..=last.end).find(|at| matches!(tree.lower(*at), "of" | "in"))?;
        let name =
            view.places.iter().find(|name| name.words.start > of && name.words.start <= of + 5);
        let Some(name) = name else {
            let noun = (of + 1..of + 6)
                .take_while(|at| !tree.is_verb(*at))
                .find(|at| tree.tag(*at).starts_with("NN") && tree.tag(at + 1) != "POS")?;
            return self.land(view, noun).filter(|land| land.how == How::Referred);
        };
        let between = of + 1..name.words.start;
        let clear = !between
            .clone()
            .any(|at| tree.is_verb(at) || matches!(tree.lower(at), "," | ";" | "and"));
        clear.then(|| self.named_land(view, name, name.words.clone()))
    }

    /// An amount of land without a name for it: "They hold 400 square miles."
    pub(super) fn measured_land(&self, view: &View, object: usize) -> Option<Vec<Land>> {
        let mention = self.amount(view, &[object])?;
        let of_land = matches!(mention.kind, MentionKind::Area)
            || (mention.kind == MentionKind::Count && self.counts_land(&mention))
            || (mention.kind == MentionKind::Share && self.is_share_of_told_land(view, &mention));
        of_land.then(Vec::new)
    }

    /// "Arland has the other four-fifths": a share of what the report has just told of.
    fn is_share_of_told_land(&self, view: &View, mention: &QuantityMention) -> bool {
        let tree = &view.tree;
        let words = tree.words_in(&mention.range);
        let whole = (words.start..=words.end).any(|at| matches!(tree.lower(at), "of" | "in"));
        let won = (words.start.saturating_sub(4)..words.start)
            .any(|at| self.lexicon.is_form_of_any(tree.lower(at), &["win", "get", "gain"]));
        !whole && !won && (self.told_lately(view) || !view.places.is_empty())
    }

    pub(super) fn counts_land(&self, mention: &QuantityMention) -> bool {
        let noun = mention.quantity.unit.ucum().into_owned();
        let last = noun.rsplit(' ').next().unwrap_or(&noun).to_owned();
        self.lexicon.land.contains(&last)
    }

    /// The amount of land in some branches: an area, a share or a count of places.
    pub(super) fn amount(&self, view: &View, branches: &[usize]) -> Option<QuantityMention> {
        let tree = &view.tree;
        let found = branches.iter().find_map(|at| {
            let branch = tree.branch_without(*at, &|child| {
                matches!(tree.label(child), "acl:relcl" | "conj" | "parataxis" | "advcl" | "acl")
            });
            view.quantities_in(branch)
                .filter(|mention| !is_excepted(view, mention))
                .find(|mention| match mention.kind {
                    MentionKind::Area | MentionKind::Share => true,
                    MentionKind::Count => self.counts_land(mention),
                    _ => false,
                })
                .cloned()
        });
        found.or_else(|| branches.iter().find_map(|at| self.amount_beyond(view, *at)))
    }

    /// The amount right after "of", wherever the tree hangs it: "control of only 17 per cent".
    fn amount_beyond(&self, view: &View, at: usize) -> Option<QuantityMention> {
        let tree = &view.tree;
        let of = matches!(tree.lower(at + 1), "of" | "over");
        let found = view.quantities.iter().filter(|_| of).find(|mention| {
            let start = tree.words_in(&mention.range).start;
            (at + 2..=at + 3).contains(&start)
        })?;
        let land = match found.kind {
            MentionKind::Area | MentionKind::Share => true,
            MentionKind::Count => self.counts_land(found),
            _ => false,
        };
        land.then(|| found.clone())
    }

    /// "…, some 38,000 sq km", "… (20,580 km2)": an area set beside the land.
    pub(super) fn apposed_area(
        view: &View,
        clause: &Clause,
        measured: &[usize],
    ) -> Option<QuantityMention> {
        let tree = &view.tree;
        let object = measured.first().copied().filter(|object| *object != clause.verb)?;
        let core = tree.branch_without(object, &|child| {
            matches!(
                tree.label(child),
                "acl:relcl" | "conj" | "parataxis" | "appos" | "acl" | "advcl" | "punct"
            )
        });
        view.quantities.iter().filter(|mention| mention.kind == MentionKind::Area).find_map(
            |mention| {
                let start = tree.words_in(&mention.range).start;
                let between = core.end..start;
                let joined = matches!(tree.lower(core.end), "," | "(" | ":" | "–" | "—")
                    || tree.lower(core.start.wrapping_sub(1)) == "(";
                let near = start >= core.end && between.len() <= 7;
                let other_verb =
                    between.clone().any(|at| tree.is_verb(at) && tree.tag(at) != "VBG");
                let other_place = view.places.iter().any(|name| {
                    between.contains(&name.words.start)
                        && !core.contains(&name.words.start)
                        && tree.lower(name.words.start.wrapping_sub(1)) != "to"
                });
                (near && joined && !other_verb && !other_place).then(|| mention.clone())
            },
        )
    }

    /// Counted places ("nine of its 17 townships") lie in the land the clause names, or that was
    /// spoken of last.
    pub(super) fn contain(
        &self,
        view: &View,
        clause: &Clause,
        lands: &mut [Land],
        quantity: Option<&QuantityMention>,
    ) {
        let tree = &view.tree;
        let [land] = lands else { return };
        let counted = land.how == How::Phrase
            || (land.how == How::Unlisted
                && quantity.is_some_and(|m| m.kind == MentionKind::Count));
        if Self::is_vague(view, land)
            && let Some(named) = self.setting(view, clause.verb..tree.branch(clause.verb).end)
        {
            let mention = land.value.mention.clone();
            land.value = RegionRef { mention, ..named.value };
            return;
        }
        if !counted {
            return;
        }
        let head = tree.lower(land.words.end.saturating_sub(1));
        let several = quantity.is_some_and(|m| m.kind == MentionKind::Count)
            || matches!(head, "areas" | "territories" | "lands" | "parts");
        let from = self.land_taken_from(view, clause, land);
        if let Some(region) = from.or_else(|| self.wider_land(view, clause, several)) {
            let mention = land.value.mention.clone();
            land.value = RegionRef { mention, ..region };
            land.how = How::Referred;
        }
    }

    /// The land in which a clause sets what it tells, else the one spoken of, no settlement; of
    /// `several` places the one named most.
    pub(super) fn wider_land(
        &self,
        view: &View,
        clause: &Clause,
        several: bool,
    ) -> Option<RegionRef> {
        let set = self.land_of_where(view, clause.verb);
        if let Some(land) = set.or_else(|| self.setting(view, view.tree.branch(clause.verb))) {
            return Some(land.value);
        }
        let here = Self::place(view, clause.verb);
        let lands = &self.memory.lands;
        let main = lands.main(here).filter(|land| several && !self.is_of_actor(view, land));
        let wide = |kind| kind != Some(seisin_places::PlaceKind::Settlement);
        let found = main.or_else(|| lands.meant(here, wide));
        let other = || {
            let smaller = |kind| wide(kind) && kind != Some(seisin_places::PlaceKind::Country);
            lands.meant(here, smaller)
        };
        match found {
            Some(land) if self.is_of_actor(view, land) => other().or(Some(land)).cloned(),
            found => found.cloned(),
        }
    }

    /// Whether a land is the own country of a state that acts in a sentence.
    fn is_of_actor(&self, view: &View, land: &RegionRef) -> bool {
        let tree = &view.tree;
        view.parties.iter().any(|name| {
            let before = tree.lower(name.words.start.wrapping_sub(1));
            let placed = matches!(before, "of" | "in" | "from" | "to" | "within" | "inside");
            let party = self.vocabulary.parties.party(&name.found.party);
            let country = party.and_then(|party| party.country.as_ref());
            let state = self.side_of(name) == super::memory::Side::State;
            state && !placed && country.is_some() && country == land.id.as_ref()
        })
    }

    /// Whether a land was found for a noun that may mean any: "the land they hold in Sarn".
    fn is_vague(view: &View, land: &Land) -> bool {
        let head = view.tree.lower(land.words.end.saturating_sub(1));
        land.how == How::Referred
            && land.words.len() > 1
            && matches!(
                head,
                "land" | "lands" | "territory" | "ground" | "area" | "areas" | "positions"
            )
    }

    /// The amount that a land is "of": "the 400 square miles of Sarn that they hold".
    pub(super) fn amount_of(view: &View, measured: &[usize]) -> Option<QuantityMention> {
        let tree = &view.tree;
        let noun = measured.first().copied()?;
        let head = tree.head(noun).filter(|head| *head < noun)?;
        let of = crate::text::syntax::preposition(tree, noun).as_deref() == Some("of");
        (of && tree.label(noun) == "nmod").then_some(())?;
        let mention = view.quantities.iter().find(|mention| {
            tree.words_in(&mention.range).contains(&head)
                && matches!(mention.kind, MentionKind::Area | MentionKind::Share)
        })?;
        Some(mention.clone())
    }

    pub(super) fn length(view: &View, clause: &Clause) -> Option<QuantityMention> {
        let branch = view.tree.branch(clause.verb);
        view.quantities_in(branch).find(|mention| mention.kind == MentionKind::Length).cloned()
    }
}

/// Whether a name says to whom or whence, not where: "villages to Arland".
fn leads_elsewhere(view: &View, name: usize) -> bool {
    let case = crate::text::syntax::preposition(&view.tree, name);
    case.is_some_and(|case| {
        matches!(case.as_str(), "to" | "from" | "by" | "with" | "for" | "including")
    })
}

/// "All but two of the villages": an amount of what is left out.
fn is_excepted(view: &View, mention: &QuantityMention) -> bool {
    let start = view.tree.words_in(&mention.range).start;
    let before = |back: usize| start.checked_sub(back).map_or("", |at| view.tree.lower(at));
    before(1) == "but" && matches!(before(2), "all" | "everything" | "none" | "nothing")
}
