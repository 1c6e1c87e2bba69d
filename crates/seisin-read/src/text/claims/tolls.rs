//! Counts of people lost, found from the number: what stands around it tells what became of them.

use super::{
    casualties::{Fate, is_to_come, with_fate},
    context::Context,
    counting::COUNTING,
    draft::Draft,
    quotes::Quote,
    single_losses::counted_from,
    toll_frames::past_phrases,
    toll_nouns::toll_noun,
    view::{PartyName, View},
};
use crate::text::{
    quantity::{MentionKind, QuantityMention},
    syntax::Clause,
};
use seisin_core::{Detail, Modality};
use std::ops::Range;

/// A count with what became of the people, and the word that says so.
pub(super) struct Toll {
    pub(super) fate: Fate,
    pub(super) cue: usize,
    /// Whether who lost them is who acts: "lost 40 men", "counts 12 dead".
    pub(super) own: bool,
    /// The noun whose owner lost them: "the Borlandic toll".
    pub(super) noun: Option<usize>,
}

/// Words after a number that tell of people who are not lost.
const NOT_LOST: [&str; 16] = [
    "fled",
    "displaced",
    "evacuated",
    "detained",
    "arrested",
    "freed",
    "released",
    "homeless",
    "refugees",
    "returned",
    "deployed",
    "prisoners",
    "captives",
    "trapped",
    "treated",
    "exchanged",
];

impl Context<'_> {
    /// The counts of people lost that no verb's own reading has taken.
    pub(super) fn tolls(&self, view: &View, quotes: &[Quote], drafts: &[Draft]) -> Vec<Draft> {
        let mut made: Vec<Draft> = Vec::new();
        let known = drafts.iter().any(|draft| draft.detail == Detail::Casualties);
        let mishap = || self.tells_of_mishap(view) || self.tells_of_accident(view);
        if !view.quantities.is_empty() && !known && mishap() {
            return made;
        }
        let singles = self.single_persons(view);
        for mention in view.quantities.iter().chain(&singles) {
            let counted = matches!(mention.kind, MentionKind::Count | MentionKind::Bare);
            let used = drafts.iter().chain(&made).any(|draft| {
                draft.quantity.as_ref().is_some_and(|own| own.number == mention.number)
            });
            if !counted || used {
                continue;
            }
            let last = drafts.iter().chain(&made).rev().find(|d| d.detail == Detail::Casualties);
            let Some(toll) = self.toll(view, mention, last.is_some()) else { continue };
            made.extend(self.toll_draft(view, mention, &toll, (quotes, last)));
        }
        made
    }

    /// What became of the people of a count.
    fn toll(&self, view: &View, mention: &QuantityMention, listed: bool) -> Option<Toll> {
        let tree = &view.tree;
        let words = tree.words_in(&mention.range);
        let end = Self::people_end(view, &words);
        let animals = |at: usize| self.lexicon.animals.contains(tree.lower(at));
        let ordinal = |at: usize| {
            matches!(tree.lower(at), "st" | "nd" | "rd" | "th") || is_ordinal(tree.lower(at))
        };
        if self.is_depicted(view, words.start) {
            return None;
        }
        if (words.start..=end).any(animals)
            || words.clone().any(ordinal)
            || counted_from(view, tree.len()).is_some_and(|of| of.contains(&words.start))
            || (words.end..end + 2).any(|at| NOT_LOST.contains(&tree.lower(at)))
        {
            return None;
        }
        self.bodies_found(view, &words)
            .or_else(|| self.said_after(view, &words, end))
            .or_else(|| self.done_before(view, &words, (end, listed)))
            .or_else(|| self.tolled(view, &words))
            .or_else(|| self.counted_among(view, &words, end))
            .or_else(|| self.paid_in_lives(view, &words, end))
            .or_else(|| self.framed(view, &words, (end, listed)))
            .or_else(|| Self::among_them(view, &words, listed))
            .or_else(|| self.reckoned(view, mention, listed))
            .or_else(|| {
                let joined = matches!(tree.lower(words.start.wrapping_sub(1)), "and" | ",");
                let people = self.is_of_people(view, words.end.saturating_sub(1)..end)
                    || Self::is_of_a_side(view, words.end);
                (listed && joined && people && !Self::begins_anew(view, end)).then_some(Toll {
                    fate: Fate::Killed,
                    cue: words.start,
                    own: false,
                    noun: None,
                })
            })
    }

    /// "240 | of Arland’s".
    fn is_of_a_side(view: &View, at: usize) -> bool {
        let tree = &view.tree;
        let owns = |name: &PartyName| tree.tag(name.words.end) == "POS";
        tree.lower(at) == "of"
            && view.party_at(at + 1).or_else(|| view.party_at(at + 2)).is_some_and(owns)
    }

    /// One past the noun and the "of" phrase that a count goes with: "200 of its own people".
    pub(super) fn people_end(view: &View, words: &Range<usize>) -> usize {
        let tree = &view.tree;
        let mut end = words.end;
        while end < tree.len() && end < words.end + 8 {
            let word = tree.lower(end);
            let noun = matches!(tree.tag(end), "NN" | "NNS" | "NNP" | "NNPS" | "JJ" | "POS")
                && Fate::of(word).is_none();
            let inside = matches!(
                word,
                "of" | "its"
                    | "their"
                    | "his"
                    | "our"
                    | "own"
                    | "the"
                    | "them"
                    | "more"
                    | "others"
                    | "further"
            );
            let marked = matches!(word, "“" | "”" | "\"") && end <= words.end + 2;
            let counted = matches!(tree.lower(end.wrapping_sub(1)), "them" | "whom" | "these")
                && matches!(word, "were" | "are")
                && Fate::of(tree.lower(end + 1)).is_none();
            if !(noun || marked || counted || inside && !tree.lower(end + 1).is_empty()) {
                break;
            }
            end += 1;
        }
        end
    }

    pub(super) fn is_of_people(&self, view: &View, words: Range<usize>) -> bool {
        let tree = &view.tree;
        words.clone().any(|at| {
            self.lexicon.persons.contains(tree.lower(at))
                || tree.lower(at) == "them"
                || view
                    .party_at(at)
                    .is_some_and(|name| name.found.role == seisin_places::PartyRole::Demonym)
        })
    }

    /// "511 wounded", "15 soldiers killed", "38 people are dead", "eleven were injured".
    fn said_after(&self, view: &View, words: &Range<usize>, end: usize) -> Option<Toll> {
        let tree = &view.tree;
        let mut at = past_phrases(view, self.list_end(view, end));
        while matches!(tree.tag(at), "MD" | "RB")
            || matches!(
                tree.lower(at),
                "“" | "”"
                    | "\""
                    | "were"
                    | "was"
                    | "are"
                    | "is"
                    | "been"
                    | "be"
                    | "had"
                    | "have"
                    | "has"
                    | "left"
            )
        {
            at += 1;
        }
        if let Some(cue) = taken_captive(view, words, at) {
            let bare =
                (words.end..end).all(|at| matches!(tree.lower(at), "more" | "others" | "further"));
            let people = bare || self.is_of_people(view, words.start..end);
            return people.then_some(Toll { fate: Fate::Captured, cue, own: false, noun: None });
        }
        let inside = words.clone().find_map(|at| Fate::of(tree.lower(at)).map(|fate| (fate, at)));
        let after = Fate::of(tree.lower(at)).map(|fate| (fate, at));
        let (fate, cue) = inside.or(after)?;
        let named = (words.end..end).any(|at| tree.tag(at).starts_with("NNP"));
        let people = named || self.is_of_people(view, words.start..end) || end == words.end;
        let active = self.lexicon.is_form(tree.lower(cue), "kill")
            && matches!(tree.tag(cue), "VBD" | "VBP" | "VB")
            && tree.child(cue, &["obj"]).is_some()
            && !(end..cue).any(|helper| matches!(tree.lower(helper), "were" | "was" | "been"));
        let noun = toll_noun(view, words);
        let attribute = match fate {
            Fate::Captured => cue < end.max(words.end) && tree.tag(cue) != "VBD",
            Fate::Wounded => cue + 1 < end && tree.tag(cue + 1).starts_with("NN"),
            _ => false,
        };
        let own = self.own_verb(view, words.start).is_some();
        (people && !active && !attribute).then_some(Toll { fate, cue, own, noun })
    }

    /// One past the further counts of people that a list goes on with: "228 civilians, 170 servicemen
    /// and 14 policemen".
    pub(super) fn list_end(&self, view: &View, from: usize) -> usize {
        let tree = &view.tree;
        let mut end = from;
        while matches!(tree.lower(end), "," | "and") {
            let next = if tree.lower(end + 1) == "and" { end + 2 } else { end + 1 };
            let counted = view.quantities.iter().find_map(|mention| {
                let words = tree.words_in(&mention.range);
                let people = matches!(mention.kind, MentionKind::Count | MentionKind::Bare);
                (people && words.start == next).then_some(words)
            });
            let one = matches!(tree.lower(next), "a" | "an" | "another")
                && self.is_of_people(view, next + 1..next + 2);
            let Some(words) = counted else {
                if one {
                    end = next + 2;
                    continue;
                }
                break;
            };
            let past = Self::people_end(view, &words);
            if !self.is_of_people(view, words.start..past) {
                break;
            }
            end = past;
        }
        end
    }

    /// "10,800 of them were Albanians", "ten of them civilians": part of a count just told.
    fn among_them(view: &View, words: &Range<usize>, listed: bool) -> Option<Toll> {
        let tree = &view.tree;
        let pronoun = |at: usize| matches!(tree.lower(at), "them" | "whom" | "those" | "these");
        let of = (words.start..=words.end).find(|at| tree.lower(*at) == "of");
        let before = words.start.checked_sub(1).filter(|at| {
            pronoun(*at) && matches!(tree.lower(at.wrapping_sub(1)), "among" | "of")
                || tree.lower(*at) == "including"
        });
        let them = of.is_some_and(|of| pronoun(of + 1)) || before.is_some();
        (listed && them).then_some(Toll {
            fate: Fate::Killed,
            cue: words.start,
            own: false,
            noun: None,
        })
    }

    /// "Killed about 40", "wounding 12", "lost 7,500 men", "suffered 35 fatalities".
    fn done_before(
        &self,
        view: &View,
        words: &Range<usize>,
        (end, listed): (usize, bool),
    ) -> Option<Toll> {
        let tree = &view.tree;
        let cue = (words.start.saturating_sub(4)..words.start)
            .rev()
            .take_while(|at| {
                !matches!(tree.lower(*at), "," | ";" | "and" | "to" | "by" | "in" | "on")
            })
            .find(|at| tree.is_verb(*at))?;
        let form = tree.lower(cue);
        let is = |lemma: &str| self.lexicon.is_form(form, lemma);
        if ["kill", "wound", "injure", "slay", "massacre"].iter().any(|lemma| is(lemma)) {
            let wounds = is("wound") || is("injure");
            let fate = if wounds { Fate::Wounded } else { Fate::Killed };
            let people = end == words.end || self.is_of_people(view, words.start..end);
            return people.then_some(Toll { fate, cue, own: false, noun: None });
        }
        let told = (end..end + 4).any(|at| Fate::of(tree.lower(at)).is_some());
        let people = self.is_of_people(view, words.start..end)
            || end == words.end && (told || listed) && !tree.tag(end).starts_with("NN");
        (is("lose") && people).then_some(Toll { fate: Fate::Killed, cue, own: true, noun: None })
    }

    /// "Counts 15 soldiers and 14 civilians among its dead", "has admitted 19,000 of its own".
    fn counted_among(&self, view: &View, words: &Range<usize>, end: usize) -> Option<Toll> {
        let tree = &view.tree;
        let counts = |at: &usize| {
            let form = tree.lower(*at);
            COUNTING.iter().any(|lemma| {
                self.lexicon.is_form(form, lemma) || form.trim_end_matches('s') == *lemma
            })
        };
        let from = words.start.saturating_sub(7);
        let cue = (from..words.start)
            .rev()
            .take_while(|at| !matches!(tree.lower(*at), ";" | "that"))
            .find(counts)?;
        let own = (words.end..end).any(|at| tree.lower(at) == "own");
        let among = (end..(end + 8).min(tree.len())).any(|at| {
            matches!(tree.lower(at), "dead" | "killed" | "casualties" | "losses" | "victims")
        });
        (own || among && self.is_of_people(view, words.start..end)).then_some(Toll {
            fate: Fate::Killed,
            cue,
            own: true,
            noun: None,
        })
    }

    /// Whether a finite verb follows that the count is the subject of.
    fn begins_anew(view: &View, end: usize) -> bool {
        let verb = matches!(view.tree.tag(end), "VBD" | "VBZ" | "VBP" | "MD" | "VBN");
        verb && Fate::of(view.tree.lower(end)).is_none()
    }

    fn toll_draft(
        &self,
        view: &View,
        mention: &QuantityMention,
        toll: &Toll,
        (quotes, last): (&[Quote], Option<&Draft>),
    ) -> Option<Draft> {
        let tree = &view.tree;
        let verb = std::iter::successors(Some(toll.cue), |at| tree.head(*at))
            .take(8)
            .find(|at| tree.is_verb(*at))
            .unwrap_or(toll.cue);
        let clause = Clause::of(tree, verb);
        let mut told = self.told(view, &clause, quotes);
        let words = tree.words_in(&mention.range);
        let counter = self.counter(view, words.start);
        let counts = counter.is_some_and(|counter| counter.verb == verb);
        let to_come = verb == toll.cue && !counts && is_to_come(view, &clause);
        if told.refused.is_some() || to_come {
            return None;
        }
        if counts && told.modality == Modality::Hypothetical {
            told.modality = Modality::Asserted;
        }
        let counting = counter.and_then(|counter| self.counting(view, counter));
        if let Some(counter) = counter {
            self.counted_aloud(view, counter.verb, &mut told);
        } else if self.says(view, verb) && (!clause.is_passive || clause.agent.is_some()) {
            self.counted_aloud(view, verb, &mut told);
        }
        self.denied_around(view, toll.cue, &mut told);
        let region = self.where_lost(view, &clause).or_else(|| self.region_near(view, toll.cue));
        let party = self.who_lost(view, toll, (&words, &clause), (last, counting.as_ref()));
        let party = self.victims(view, party, (toll.cue, None, counting.as_ref()), region.as_ref());
        let party = party.or_else(|| self.who_mourns(view, toll, &told));
        let lost_by = toll.own && self.lexicon.is_form(tree.lower(toll.cue), "lose");
        let mourned = tree.lower(toll.cue).starts_with("martyr");
        if (lost_by || mourned) && party.is_none() {
            return None;
        }
        let claimed = counting.as_ref().filter(|(_, own)| !own).map(|(claimer, _)| claimer.clone());
        let foe = || self.foe_in_loss(view, toll.cue, &party.as_ref()?.value);
        let killer = self.killer(view, toll.cue, party.as_ref().map(|party| &party.value));
        let other = killer.or(claimed).or_else(foe);
        let evidence = tree.range(Self::toll_words(view, toll, &words));
        let rule = format!("toll/{}", tree.lower(toll.cue));
        let joined = last.filter(|_| toll.cue == words.start).and_then(|last| last.dated.clone());
        let dated = joined
            .or_else(|| self.since_event_after(view, words.end))
            .or_else(|| self.since_told(view, &clause))
            .or_else(|| self.day_before_count(view, &clause, counter))
            .or_else(|| self.time_of(view, &clause, &told, &Detail::Casualties))
            .or_else(|| last.and_then(|last| last.dated.clone()));
        Some(Draft {
            counterparty: other,
            party,
            region,
            quantity: Some(with_fate(mention, toll.fate)),
            dated,
            ..Draft::told(Detail::Casualties, told, evidence, rule)
        })
    }

    /// The words that tell of a toll: the number with its people and, before or after it, the word
    /// that says what became of them, with who counts them.
    fn toll_words(view: &View, toll: &Toll, words: &Range<usize>) -> Range<usize> {
        let after = (words.end..words.end + 8).contains(&toll.cue);
        let end = Self::people_end(view, words).max(if after { toll.cue + 1 } else { 0 });
        if toll.cue >= words.start {
            return words.start..end.max(words.end);
        }
        let subject = Clause::of(&view.tree, toll.cue).agent.filter(|agent| *agent < toll.cue);
        let start = match (toll.own, subject) {
            (true, Some(subject)) => super::who::core(view, subject).start,
            _ => toll.noun.map_or(toll.cue, |noun| super::who::core(view, noun).start),
        };
        start.min(words.start)..end.max(words.end)
    }
}

/// Whether a word is a number that only ranks: "24th".
fn is_ordinal(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
        && ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending))
}

/// The verb of "taken prisoner" in or right after a count.
fn taken_captive(view: &View, words: &Range<usize>, after: usize) -> Option<usize> {
    let tree = &view.tree;
    let taken = |at: usize| {
        matches!(tree.lower(at), "taken" | "made" | "led")
            && matches!(
                tree.lower(at + 1),
                "prisoner" | "prisoners" | "captive" | "captives" | "hostage" | "captivity"
            )
    };
    words.clone().chain([after]).find(|at| taken(*at))
}
