//! What the losses of one sentence settle among themselves: where, when and whose they were.

use super::{
    context::{Context, Found, How},
    draft::Draft,
    view::View,
    when::Dated,
};
use seisin_core::{Detail, Edtf, Endpoint, Modality};
use std::ops::Range;

/// Keeps since when losses are counted, and whose were told of last.
pub(super) fn note_losses(context: &mut Context<'_>, view: &View, drafts: &[Draft]) {
    let since = drafts.iter().find_map(|draft| {
        let lasts = |dated: &&Dated| matches!(dated.valid.edtf, Edtf::Interval(_, Endpoint::Open));
        let dated = draft.dated.as_ref().filter(lasts)?;
        (draft.detail == Detail::Casualties).then(|| dated.clone())
    });
    if let Some(dated) = since {
        context.counted_since = Some((view.range.start, dated));
    }
    let loss = |draft: &&Draft| draft.detail == Detail::Casualties && draft.quantity.is_some();
    if let Some(last) = drafts.iter().rev().find(loss) {
        context.toll_told = Some((view.index, last.clone()));
    }
    if let Some(party) = drafts.iter().rev().find(loss).and_then(|draft| draft.party.clone()) {
        context.last_loss = Some((view.index, party.value));
    }
}

/// Whether people are only meant, feared or supposed to be lost.
pub(super) fn is_loss_to_come(draft: &Draft) -> bool {
    draft.detail == Detail::Casualties
        && matches!(draft.told.modality, Modality::Planned | Modality::Hypothetical)
}

/// Leaves of two verbs that tell of one count of people lost the later, which stands nearer to it.
pub(super) fn drop_counted_twice(drafts: &mut Vec<Draft>) {
    let count = |draft: &Draft| {
        let mention = draft.quantity.as_ref().filter(|_| draft.detail == Detail::Casualties)?;
        Some(mention.number.clone())
    };
    let counts: Vec<_> = drafts.iter().map(count).collect();
    let mut at = 0;
    drafts.retain(|_| {
        at += 1;
        let own = &counts[at - 1];
        own.is_none() || !counts[at..].contains(own)
    });
}

/// Losses without a place of their own were suffered where this sentence, or one of the two before it,
/// tells of a fight.
pub(super) fn place_losses(context: &mut Context<'_>, view: &View, drafts: &mut [Draft]) {
    let fought = drafts
        .iter()
        .find(|draft| matches!(draft.detail, Detail::Change(_)) && draft.region.is_some())
        .and_then(|draft| draft.region.clone());
    if let Some(land) = fought.as_ref().filter(|land| land.how != How::Phrase) {
        context.fought_at = Some((view.index, land.value.clone()));
    }
    if fought.is_none()
        && let Some(land) = context.fought_near(view)
    {
        context.fought_at = Some((view.index, land));
    }
    let lately = context
        .fought_at
        .as_ref()
        .filter(|(sentence, _)| view.index.saturating_sub(*sentence) <= 2)
        .map(|(_, value)| Found { value: value.clone(), words: 0..0, how: How::Referred });
    let fought = fought.or(lately).or_else(|| context.place_before(view));
    let lost = |draft: &&mut Draft| draft.detail == Detail::Casualties && draft.region.is_none();
    for draft in drafts.iter_mut().filter(lost) {
        let loss = view.tree.words_in(&draft.evidence).start;
        draft.region = context.named_with_fight(view, loss).or_else(|| fought.clone());
    }
}

/// Gives the losses of a sentence that has one day for one of them that day for all.
pub(super) fn share_days(drafts: &mut [Draft]) {
    let said = |dated: &&Dated| dated.range.is_some();
    let lost = |draft: &&Draft| draft.detail == Detail::Casualties;
    let mut days = drafts.iter().filter(lost).filter_map(|draft| draft.dated.as_ref()).filter(said);
    let Some(day) = days.next().cloned() else { return };
    if days.any(|other| other.valid.edtf != day.valid.edtf) {
        return;
    }
    let undated =
        |draft: &&mut Draft| draft.dated.as_ref().is_none_or(|dated| dated.range.is_none());
    for draft in
        drafts.iter_mut().filter(|draft| draft.detail == Detail::Casualties).filter(undated)
    {
        draft.dated = Some(day.clone());
    }
}

/// Gives losses of a sentence that do not say whose they are the party of those counted before them.
pub(super) fn share_losers(drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let Some(draft) = rest.first_mut() else { return };
        let lost = |draft: &Draft| draft.detail == Detail::Casualties && draft.quantity.is_some();
        let first = before.iter().rev().find(|before| {
            lost(before) && before.party.is_some() && before.evidence.start < draft.evidence.start
        });
        if let Some(first) = first.filter(|_| lost(draft) && draft.party.is_none()) {
            draft.party.clone_from(&first.party);
            let other = draft.counterparty.take();
            draft.counterparty = other.or_else(|| first.counterparty.clone());
        }
    }
}

/// Takes out losses without a count where the same words have one.
pub(super) fn drop_uncounted(drafts: &mut Vec<Draft>) {
    let counted: Vec<Range<usize>> = drafts
        .iter()
        .filter(|draft| draft.detail == Detail::Casualties && draft.quantity.is_some())
        .map(|draft| draft.evidence.clone())
        .collect();
    drafts.retain(|draft| {
        draft.detail != Detail::Casualties
            || draft.quantity.is_some()
            || !counted
                .iter()
                .any(|words| words.start < draft.evidence.end && draft.evidence.start < words.end)
    });
}
