//! The claims of one sentence, and what they settle among themselves and keep for the sentences after.

use super::{
    completing,
    context::{Context, How},
    draft::Draft,
    losses_settled,
    quotes::Quote,
    view::View,
    when::Dated,
};
use seisin_core::{Detail, Edtf, Endpoint, Modality, PartyRef, Polarity, RegionRef, TitleAction};
use std::ops::Range;

/// The claims of one sentence; `quotes` are those that touch it.
pub(super) fn sentence_claims(
    context: &mut Context<'_>,
    view: &View,
    quotes: &[Quote],
) -> Vec<Draft> {
    let mut drafts = answers(context, view);
    for at in 0..view.tree.len() {
        let start = view.tree.word(at).map_or(0, |word| word.range.start);
        context.voice = voice(context, quotes, |quote| quote.range.contains(&start));
        let mut found = context.word_claims(view, at, quotes);
        name_the_unsaid(context, view, at, &mut found);
        for draft in &found {
            note_told(context, view, draft);
        }
        drafts.extend(found);
    }
    context.voice = None;
    take_over_parties(&mut drafts);
    drop_measured(&mut drafts);
    let listed = context.listed_claims(view);
    if drafts.is_empty() {
        drafts = context.entry_claims(view, quotes);
        drafts.extend(listed);
    }
    if !drafts.iter().any(|draft| draft.detail == Detail::Holding) {
        drafts.extend(context.bare_counts(view, quotes));
    }
    context.note_plural(view);
    drafts.extend(context.gapped(view, &drafts));
    drafts.extend(context.further_losses(view, &drafts));
    drafts.extend(context.restated(view, &drafts));
    context.quoted_here = quotes.to_vec();
    let meets =
        |quote: &Quote| quote.range.start < view.range.end && view.range.start < quote.range.end;
    context.voice = voice(context, quotes, meets);
    let titles = context.title_claims(view, quotes, &drafts);
    drafts.retain(|draft| !told_as_title(draft, &titles));
    drafts.extend(titles);
    settle_losses(context, view, quotes, &mut drafts);
    let exchanges = context.exchange_claims(view, quotes);
    context.voice = None;
    drafts.retain(|draft| !part_of_bargain(draft, &exchanges));
    let exchanges: Vec<Draft> =
        exchanges.into_iter().filter(|draft| !context.is_civil_deal(view, draft)).collect();
    let (_, exchanges): (Vec<Draft>, Vec<Draft>) = exchanges
        .into_iter()
        .partition(|draft| answers_a_title(draft, &drafts) || is_given_by_treaty(draft, &drafts));
    drafts.extend(exchanges);
    context.note_plans(view, &drafts);
    for draft in &mut drafts {
        completing::recognise_what_was_told(context, view, draft);
    }
    context.note_title(view, &drafts);
    context.note_court(view);
    let left_out = context.ellipsis(view, quotes);
    drafts.extend(left_out);
    note_days(context, view, &drafts);
    note_lands(context, view, &drafts);
    complete_all(context, view, &mut drafts);
    drafts
}

/// Gives the claims what they leave unsaid, and takes out what makes no sense.
fn complete_all(context: &Context<'_>, view: &View, drafts: &mut Vec<Draft>) {
    for draft in drafts.iter_mut() {
        completing::complete(context, view, draft);
        let words = |words: &Range<usize>| view.tree.range(words.clone());
        draft.party_range = draft.party.as_ref().map(|party| words(&party.words));
        draft.region_range = draft.region.as_ref().map(|region| words(&region.words));
        draft.speaker_range = draft.told.speaker.as_ref().map(words);
    }
    drafts.retain(|draft| !context.is_senseless(view, draft));
    context.part_fellow_answerers(drafts);
}

/// Adds the losses that the numbers of a sentence tell, and settles what they are to each other.
fn settle_losses(
    context: &mut Context<'_>,
    view: &View,
    quotes: &[Quote],
    drafts: &mut Vec<Draft>,
) {
    drafts.extend(context.tolls(view, quotes, drafts));
    drafts.retain(|draft| !losses_settled::is_loss_to_come(draft));
    losses_settled::drop_uncounted(drafts);
    losses_settled::drop_counted_twice(drafts);
    drop_repeated_events(drafts);
    losses_settled::place_losses(context, view, drafts);
    losses_settled::share_days(drafts);
    losses_settled::share_losers(drafts);
    drafts.extend(context.tolls_denied(view, drafts));
    losses_settled::note_losses(context, view, drafts);
}

/// What a sentence answers; what it asks and who attacks in it are kept for the sentences after.
fn answers(context: &mut Context<'_>, view: &View) -> Vec<Draft> {
    context.note_attacker(view);
    let drafts = context.answered(view);
    for draft in &drafts {
        note_told(context, view, draft);
    }
    context.note_asked(view);
    drafts
}

/// Takes out a holding without an amount where the words around it say how much it is.
fn drop_measured(drafts: &mut Vec<Draft>) {
    let measured: Vec<_> = drafts
        .iter()
        .filter(|draft| draft.rule.starts_with("extent/"))
        .map(|draft| (draft.party.as_ref().map(|who| who.value.id.clone()), draft.evidence.clone()))
        .collect();
    drafts.retain(|draft| {
        draft.detail != Detail::Holding
            || draft.quantity.is_some()
            || !measured.iter().any(|(party, words)| {
                *party == draft.party.as_ref().map(|who| who.value.id.clone())
                    && words.start < draft.evidence.end
                    && draft.evidence.start < words.end
            })
    });
}

/// Keeps the lands that the claims of the sentence are about, and lets go of those of claims that were
/// given up.
fn note_lands(context: &mut Context<'_>, view: &View, drafts: &[Draft]) {
    if drafts.is_empty() {
        return;
    }
    let about = |region: &RegionRef| {
        drafts
            .iter()
            .any(|draft| draft.region.as_ref().is_some_and(|land| land.value.name == region.name))
    };
    context.memory.lands.keep_topics(view.index, about);
    let title = |draft: &&Draft| matches!(draft.detail, Detail::Title(_));
    for land in drafts.iter().filter(title).filter_map(|draft| draft.region.as_ref()) {
        if land.how != How::Phrase {
            let place = Context::place(view, land.words.start);
            context.memory.lands.note_topic(place, land.value.clone());
        }
    }
}

/// Keeps the day that the last claims of the sentence tell of.
fn note_days(context: &mut Context<'_>, view: &View, drafts: &[Draft]) {
    for draft in drafts {
        let Some(edtf) = told_date(draft).filter(|_| !tells_past(context, view, draft)) else {
            continue;
        };
        if matches!(draft.detail, Detail::Change(_)) {
            context.fought = Some((view.index, edtf));
        }
        let event = matches!(draft.detail, Detail::Change(_) | Detail::Title(TitleAction::Ceded));
        if event {
            context.note_course(view, edtf);
        }
        context.note_news(edtf);
        context.told_of = Some((view.index, edtf));
        context.told_from = view.range.start;
    }
}

/// The side whose words are heard: that of the first quotation that is `wanted`, else the one whose
/// turn it is.
fn voice(
    context: &Context<'_>,
    quotes: &[Quote],
    wanted: impl Fn(&Quote) -> bool,
) -> Option<PartyRef> {
    let quoted = quotes.iter().find(|quote| wanted(quote)).and_then(|quote| quote.speaker.as_ref());
    quoted.or(context.turn.as_ref()).and_then(|link| context.party_of_link(link))
}

/// Gives claims without a party the one that the report leaves unsaid; what is lost to nobody known is
/// no claim.
fn name_the_unsaid(context: &Context<'_>, view: &View, word: usize, drafts: &mut Vec<Draft>) {
    for draft in drafts.iter_mut().filter(|draft| draft.party.is_none()) {
        draft.party = context.unsaid(view, word, draft);
    }
    let lost = Detail::Change(seisin_core::ChangeAction::Lost);
    drafts.retain(|draft| draft.party.is_some() || draft.detail != lost);
}

/// A land taken by somebody left unsaid is with whom the same sentence says it is: "was stormed in May and
/// is still theirs".
fn take_over_parties(drafts: &mut [Draft]) {
    let land = |draft: &Draft| draft.region.as_ref().map(|land| land.value.name.clone());
    let holders: Vec<_> = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| {
            draft.detail == Detail::Holding && draft.told.polarity == Polarity::Affirmed
        })
        .map(|(at, draft)| (at, land(draft), draft.party.clone()))
        .collect();
    let taken = |draft: &Draft| {
        let seized = Detail::Change(seisin_core::ChangeAction::Seized);
        let regained = Detail::Change(seisin_core::ChangeAction::Regained);
        draft.party.is_none() && (draft.detail == seized || draft.detail == regained)
    };
    for (at, draft) in drafts.iter_mut().enumerate() {
        if !taken(draft) {
            continue;
        }
        let own = land(draft);
        let since = |known: &&(usize, _, _)| known.0 > at && own.is_some() && known.1 == own;
        draft.party = holders.iter().find(since).and_then(|(_, _, party)| party.clone());
    }
}

/// Keeps what later sentences may go back to: who holds what, the date told of, the land.
fn note_told(context: &mut Context<'_>, view: &View, draft: &Draft) {
    if draft.detail == Detail::Holding && draft.told.polarity == Polarity::Affirmed {
        let region = draft.region.as_ref().map(|region| region.value.clone());
        context.holding = draft.party.clone().map(|party| (party.value, region));
    }
    context.note_act(view, draft);
    context.note_counted(view, draft);
    if let Some(edtf) = told_date(draft).filter(|_| !tells_past(context, view, draft)) {
        context.told_of = Some((view.index, edtf));
        context.told_from = view.range.start;
    }
    if let Some(region) = draft.region.as_ref().filter(|region| region.how != How::Phrase) {
        let place = Context::place(view, region.words.start);
        context.memory.lands.note_topic(place, region.value.clone());
    }
    let fight = matches!(draft.detail, Detail::Change(_) | Detail::Casualties);
    if let (Some(party), Some(other)) = (&draft.party, &draft.counterparty)
        && fight
    {
        context.fights.push((view.index, party.value.clone(), other.clone()));
    }
}

/// Whether what was read as an offer is told as given by a treaty long since.
fn is_given_by_treaty(draft: &Draft, drafts: &[Draft]) -> bool {
    matches!(draft.detail, Detail::Offer { .. })
        && drafts.iter().any(|title| {
            title.rule == "title/treaty-gave"
                && title.evidence.start < draft.evidence.end
                && draft.evidence.start < title.evidence.end
        })
}

/// Whether what was read as an answer is the very words of a title.
fn answers_a_title(draft: &Draft, drafts: &[Draft]) -> bool {
    matches!(draft.detail, Detail::Response { .. })
        && drafts.iter().any(|title| {
            let within = title.evidence.start <= draft.evidence.start
                && draft.evidence.end <= title.evidence.end;
            let meets = title.evidence.start < draft.evidence.end
                && draft.evidence.start < title.evidence.end;
            title.rule.starts_with("title/") && within
                || title.rule == "title/refused-title" && meets
        })
}

/// Takes out an event told by a noun where a verb of the sentence tells the same of the same land.
fn drop_repeated_events(drafts: &mut Vec<Draft>) {
    let land = |draft: &Draft| draft.region.as_ref().map(|land| land.value.name.clone());
    let told: Vec<(Detail, Option<String>)> = drafts
        .iter()
        .filter(|draft| !draft.rule.starts_with("event/"))
        .map(|draft| (draft.detail.clone(), land(draft)))
        .collect();
    drafts.retain(|draft| {
        !draft.rule.starts_with("event/") || !told.contains(&(draft.detail.clone(), land(draft)))
    });
}

/// The date that the words of a sentence give to an event that happened.
fn told_date(draft: &Draft) -> Option<Edtf> {
    let event = matches!(
        draft.detail,
        Detail::Change(_) | Detail::Title(_) | Detail::Casualties | Detail::Offer { .. }
    );
    let real = matches!(draft.told.modality, Modality::Asserted | Modality::Reported);
    let of_event =
        |dated: &&Dated| dated.range.is_some() && !dated.valid.rule.starts_with("day-of");
    let dated = draft.dated.as_ref().filter(|_| event && real).filter(of_event)?;
    match dated.valid.edtf {
        Edtf::Interval(_, Endpoint::Open | Endpoint::Unknown) => None,
        edtf => Some(edtf),
    }
}

/// Whether a date of a relative clause goes back more than a year behind what the report tells: "who
/// took the town in 2017".
fn tells_past(context: &Context<'_>, view: &View, draft: &Draft) -> bool {
    let tree = &view.tree;
    let dated = draft.dated.as_ref().filter(|dated| dated.range.is_some());
    let Some(range) = dated.and_then(|dated| dated.range.clone()) else { return false };
    let start = tree.words_in(&range).start;
    let relative = std::iter::successors(Some(start), |at| tree.head(*at))
        .take(8)
        .find(|at| tree.is_verb(*at))
        .is_some_and(|verb| tree.label(verb) == "acl:relcl");
    let day = |edtf: Edtf| edtf.bounds().1;
    let last = dated.and_then(|dated| day(dated.valid.edtf));
    let year = context.today.map(|today| today.saturating_sub(jiff::Span::new().years(1)));
    let recent = context.told_of.and_then(|(_, edtf)| day(edtf));
    relative && last.zip(year).is_some_and(|(last, year)| last < year) && recent > last
}

/// Whether a handing over is told as a court’s award or a cession already.
fn told_as_title(draft: &Draft, titles: &[Draft]) -> bool {
    let overlaps = |title: &Draft| {
        title.evidence.start < draft.evidence.end && draft.evidence.start < title.evidence.end
    };
    let better = |title: &Draft| {
        title.rule == "title/sovereignty" && title.detail == draft.detail && overlaps(title)
    };
    let awarded = |title: &Draft| title.rule.starts_with("title/award") && overlaps(title);
    if draft.rule.starts_with("recognise/") && titles.iter().any(better)
        || draft.rule.starts_with("award/") && titles.iter().any(awarded)
    {
        return true;
    }
    draft.detail == Detail::Change(seisin_core::ChangeAction::Withdrew)
        && titles.iter().any(|title| {
            matches!(title.rule.as_str(), "title/award" | "title/instrument" | "title/sovereignty")
                && title.evidence.start < draft.evidence.end
                && draft.evidence.start < title.evidence.end
        })
}

/// Whether a change or an act is only a term of an offer, not an event of its own.
fn part_of_bargain(draft: &Draft, exchanges: &[Draft]) -> bool {
    let event = matches!(draft.detail, Detail::Change(_) | Detail::Title(_) | Detail::Holding);
    let real =
        matches!(draft.told.modality, Modality::Asserted | Modality::Reported) && draft.finite;
    let term =
        |offer: &Draft| offer.rule == "offer/term-of-plan" || offer.rule == "offer/two-sided";
    event
        && exchanges.iter().any(|offer| {
            matches!(offer.detail, Detail::Offer { .. })
                && (!real || term(offer))
                && offer.evidence.start <= draft.evidence.end
                && draft.evidence.start < offer.evidence.end
        })
}
