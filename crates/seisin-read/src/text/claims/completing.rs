//! What a claim leaves unsaid and the report tells: the other side, the land it is about.

use super::{
    context::{Context, Found, How, unlisted_region},
    draft::Draft,
    view::View,
};
use seisin_core::{Detail, PartyRef, RegionRef, TitleAction};
use seisin_places::PlaceKind;

/// "Recognised Velk as an independent state", "as independent".
fn as_independent(view: &View) -> bool {
    let tree = &view.tree;
    (0..tree.len()).any(|at| {
        tree.lower(at) == "as"
            && (at + 1..at + 3).any(|next| matches!(tree.lower(next), "independent" | "sovereign"))
    })
}

/// Gives the land of a claim the name it has in the report, where the claim’s own words do not name it.
fn name_as_printed(context: &Context<'_>, land: &mut Found<RegionRef>) {
    let known = land.value.id.as_ref().and_then(|id| context.printed.get(id));
    let Some(printed) = known.filter(|_| matches!(land.how, How::Referred | How::Named)) else {
        return;
    };
    if land.how == How::Referred || !land.value.mention.contains(printed.as_str()) {
        land.value.name.clone_from(printed);
    }
}

/// "It", which a state claims, cedes or takes, is not that state’s own country: the land meant is another.
fn mean_another_land(context: &Context<'_>, view: &View, draft: &mut Draft) {
    let act = matches!(draft.detail, Detail::Title(_) | Detail::Change(_));
    let holds = draft.detail == Detail::Holding && draft.quantity.is_none();
    let Some(party) = draft.party.as_ref().filter(|_| act || holds) else { return };
    let known = context.vocabulary.parties.party(&party.value.id);
    let own = known.and_then(|party| party.country.clone());
    let Some(land) = draft.region.as_mut().filter(|land| land.how == How::Referred) else { return };
    let pronoun = land.words.len() <= 1;
    if own.is_none() || land.value.id != own || !pronoun {
        return;
    }
    let place = Context::place(view, land.words.start);
    let lands = &context.memory.lands;
    let other = lands.meant_but(place, |region| region.id == own);
    if let Some(other) = other {
        let mention = land.value.mention.clone();
        land.value = RegionRef { mention, ..other.clone() };
    }
}

/// Whose and which land a recognition is of, where it goes back to the act told of before: "Syria never
/// recognised the cession", "only Arland recognises it".
pub(super) fn recognise_what_was_told(context: &Context<'_>, view: &View, draft: &mut Draft) {
    if draft.detail != Detail::Title(TitleAction::Recognised) {
        return;
    }
    if as_independent(view) {
        let own = draft.region.as_ref().filter(|land| land.how != How::Phrase);
        draft.counterparty = own.map(|land| {
            let listed = context.vocabulary.parties.longest_match(&land.value.name);
            let listed = listed.filter(|found| found.len == land.value.name.len());
            listed.map_or_else(
                || super::context::unlisted_party(&land.value.name),
                |found| PartyRef {
                    id: found.party.clone(),
                    name: found.name.clone(),
                    mention: land.value.mention.clone(),
                },
            )
        });
        return;
    }
    let near = |sentence: usize| view.index.saturating_sub(sentence) <= 3;
    let Some(last) = context.last_title.as_ref().filter(|last| near(last.sentence)) else {
        return;
    };
    let Detail::Title(action) = last.draft.detail else { return };
    let pronoun = |land: &Found<RegionRef>| {
        land.how == How::Referred
            && (land.words.start >= view.tree.len() || view.tree.tag(land.words.start) != "DT")
    };
    if !draft.region.as_ref().is_none_or(pronoun) {
        return;
    }
    let new_state = action == TitleAction::Seceded;
    if let Some(land) = last.draft.region.as_ref().filter(|_| new_state || draft.region.is_none()) {
        let words = draft.region.as_ref().map_or(0..0, |land| land.words.clone());
        draft.region = Some(Found { value: land.value.clone(), words, how: How::Referred });
    }
    let owner = match action {
        TitleAction::Ceded | TitleAction::Recognised => last.counterparty.clone(),
        TitleAction::Annexed | TitleAction::Seceded | TitleAction::Claimed => last.party.clone(),
        TitleAction::Renounced => None,
    };
    let own = |owner: &PartyRef| draft.party.as_ref().is_some_and(|own| own.value.id == owner.id);
    if let Some(owner) = owner.filter(|owner| !own(owner))
        && (draft.counterparty.is_none() || new_state)
    {
        draft.counterparty = Some(owner);
    }
}

/// What an offer, an answer or a change leaves unsaid and the document tells: the other of its two
/// sides, the land it is about.
pub(super) fn complete(context: &Context<'_>, view: &View, draft: &mut Draft) {
    let offer = matches!(draft.detail, Detail::Offer { .. });
    let answer = matches!(draft.detail, Detail::Response { .. });
    let event = matches!(draft.detail, Detail::Change(_) | Detail::Casualties)
        || matches!(draft.detail, Detail::Title(action) if action != TitleAction::Claimed);
    let party = draft.party.as_ref().map(|party| party.value.clone());
    let own = |other: &PartyRef| party.as_ref().is_some_and(|party| party.id == other.id);
    if draft.counterparty.as_ref().is_some_and(own) {
        draft.counterparty = None;
    }
    let secedes = draft.detail == Detail::Title(TitleAction::Seceded);
    if secedes && draft.counterparty.is_none() {
        draft.counterparty = party.as_ref().and_then(|party| context.left_behind(party));
    }
    if let Some(party) = party.filter(|_| draft.counterparty.is_none()) {
        let place = Context::place(view, draft.party.as_ref().map_or(0, |who| who.words.start));
        let listed = |other: &PartyRef| context.vocabulary.parties.party(&other.id).is_some();
        let sides = context
            .other_side_of(&party)
            .or_else(|| context.national_foe(&party))
            .filter(|other| offer || answer || event && context.may_fight(other));
        draft.counterparty = sides.or_else(|| {
            let memory = &context.memory;
            let other = memory
                .other_wanted(&party, place, listed)
                .or_else(|| memory.main_other(&party, place, listed))
                .or_else(|| memory.other_than(&party, place));
            other.filter(|_| offer || answer).cloned()
        });
    }
    mean_another_land(context, view, draft);
    if let Some(land) = draft.region.as_mut() {
        name_as_printed(context, land);
    }
    if draft.detail == Detail::Title(TitleAction::Seceded)
        && draft.region.is_none()
        && let Some(party) = &draft.party
    {
        let (name, mention) = (party.value.name.clone(), party.value.mention.clone());
        let value = unlisted_region(name, mention);
        draft.region = Some(Found { value, words: party.words.clone(), how: How::Unlisted });
    }
    if offer && draft.region.is_none() {
        let place = Context::place(view, view.tree.len());
        let apart = |kind: Option<PlaceKind>, kinds: &[PlaceKind]| {
            kind.is_none_or(|kind| !kinds.contains(&kind))
        };
        let lands = &context.memory.lands;
        let land = lands
            .meant(place, |kind| apart(kind, &[PlaceKind::Settlement, PlaceKind::Country]))
            .or_else(|| lands.meant(place, |kind| apart(kind, &[PlaceKind::Settlement])))
            .cloned();
        draft.region = land
            .map(|value| Found { value, words: 0..1, how: How::Referred })
            .or_else(|| context.last_land(view, view.tree.len()));
    }
}
