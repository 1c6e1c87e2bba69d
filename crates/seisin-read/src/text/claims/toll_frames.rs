//! Counts of people lost by the words around the number where no verb of killing stands beside it: "the
//! death of 56 civilians", "cost Arland 300 men", "100 fighters from the group have been killed", "nine
//! fell near Sarn", "and the other side 22".

use super::{
    casualties::Fate,
    context::{Context, Found, How},
    tolls::Toll,
    view::View,
};
use crate::text::syntax::Clause;
use seisin_core::PartyRef;
use std::ops::Range;

type Who = Found<PartyRef>;

/// How many words a phrase on a count may have before the verb that says what became of the people.
const FARTHEST: usize = 12;

impl Context<'_> {
    /// A count of people lost by one of the frames here; `end` is one past its people, `listed` whether a
    /// loss was counted just before.
    pub(super) fn framed(
        &self,
        view: &View,
        words: &Range<usize>,
        (end, listed): (usize, bool),
    ) -> Option<Toll> {
        self.loss_of(view, words, end)
            .or_else(|| self.cost_of(view, words, end))
            .or_else(|| self.numbered_dead(view, words))
            .or_else(|| self.fell(view, words, (end, listed)))
            .or_else(|| self.lost_so_many(view, words, (end, listed)))
    }

    /// "The death of 56 civilians", "injuries to 266 others", "the bodies of four residents".
    fn loss_of(&self, view: &View, words: &Range<usize>, end: usize) -> Option<Toll> {
        let tree = &view.tree;
        let link = words.start.checked_sub(1)?;
        let cue = link.checked_sub(1).filter(|_| matches!(tree.lower(link), "of" | "to"))?;
        let noun = tree.lower(cue);
        let lexicon = self.lexicon;
        let fate = match () {
            () if lexicon.death_nouns.contains(noun) => Fate::Killed,
            () if lexicon.injury_nouns.contains(noun) => Fate::Wounded,
            () if lexicon.vanishing_nouns.contains(noun) => Fate::Missing,
            () => return None,
        };
        let people = end == words.end || self.is_of_people(view, words.start..end);
        people.then_some(Toll { fate, cue, own: false, noun: None })
    }

    /// "Cost Arland 300 men", "at a cost of 40 dead", "cost 12 soldiers their lives".
    fn cost_of(&self, view: &View, words: &Range<usize>, end: usize) -> Option<Toll> {
        let tree = &view.tree;
        if !self.is_of_people(view, words.start..end) {
            return None;
        }
        let cue = self
            .price_before(view, words.start)
            .or_else(|| Self::cost_before(view, words.start))?;
        let after = words.start..(end + 2).min(tree.len());
        let fate = after.clone().find_map(|at| Fate::of(tree.lower(at)));
        Some(Toll { fate: fate.unwrap_or(Fate::Killed), cue, own: false, noun: None })
    }

    /// The noun for a price of which a count right after it tells how much: "at the cost of".
    fn price_before(&self, view: &View, start: usize) -> Option<usize> {
        let tree = &view.tree;
        let of = start.checked_sub(1).filter(|of| tree.lower(*of) == "of")?;
        let noun =
            of.checked_sub(1).filter(|at| self.lexicon.price_nouns.contains(tree.lower(*at)))?;
        (noun.saturating_sub(3)..noun)
            .any(|at| matches!(tree.lower(at), "at" | "for" | "with"))
            .then_some(noun)
    }

    /// Who pays for a count that stands after "cost" or "at the cost of".
    pub(super) fn payer_before(&self, view: &View, start: usize) -> Option<Who> {
        let cue = self.price_before(view, start).or_else(|| Self::cost_before(view, start))?;
        self.payer(view, start, cue)
    }

    /// The "cost" before a count, no other clause between.
    fn cost_before(view: &View, start: usize) -> Option<usize> {
        let tree = &view.tree;
        (start.saturating_sub(7)..start)
            .rev()
            .take_while(|at| !matches!(tree.lower(*at), "," | ";" | ":" | "and" | "that"))
            .find(|at| {
                matches!(tree.lower(*at), "cost" | "costs" | "costing")
                    && tree.lower(at.wrapping_sub(1)) != "the"
            })
    }

    /// Who pays so many people: who stands between "cost" and the count, or who acts at that cost.
    pub(super) fn payer(&self, view: &View, start: usize, cue: usize) -> Option<Who> {
        let tree = &view.tree;
        if let Some(noun) = self.price_before(view, start) {
            let acts = |at: &usize| tree.is_verb(*at) && Clause::of(tree, *at).agent.is_some();
            let verb = (0..noun).rev().find(acts)?;
            return self.party(view, Clause::of(tree, verb).agent?);
        }
        if !matches!(tree.lower(cue), "cost" | "costs" | "costing") {
            return None;
        }
        let named = |who: &Who| who.how != How::Phrase;
        (cue + 1..start)
            .rev()
            .filter(|at| tree.is_nominal(*at) || view.party_at(*at).is_some())
            .find_map(|at| self.party(view, at).filter(named))
    }

    /// "The number of Arlandic soldiers killed since May at 31,000", "the number of wounded reached 400".
    fn numbered_dead(&self, view: &View, words: &Range<usize>) -> Option<Toll> {
        let tree = &view.tree;
        let from = words.start.saturating_sub(16);
        let stretch = (from..words.start)
            .rev()
            .take_while(|at| !matches!(tree.lower(*at), ";" | "." | ":"))
            .last()?;
        let number = (stretch..words.start).find(|at| {
            matches!(tree.lower(*at), "number" | "total" | "tally" | "count" | "figure" | "numbers")
                && matches!(tree.lower(at + 1), "of" | "for")
        })?;
        let fate_at = (number + 2..words.start).find(|at| Fate::of(tree.lower(*at)).is_some())?;
        let linked = (fate_at + 1..words.start).rev().take(3).any(|at| {
            matches!(tree.lower(at), "at" | "to" | "is" | "was" | "as")
                || self.is_any(view, at, &self.lexicon.numbering)
        });
        let other = view.quantities.iter().any(|mention| {
            let start = tree.words_in(&mention.range).start;
            let dated = view.times.iter().any(|time| tree.words_in(&time.range).contains(&start));
            (fate_at..words.start).contains(&start) && !dated
        });
        let fate = Fate::of(tree.lower(fate_at)).filter(|_| linked && !other)?;
        Some(Toll { fate, cue: fate_at, own: false, noun: Some(number) })
    }

    /// "Nine fell near Sarn": of those just counted.
    fn fell(
        &self,
        view: &View,
        words: &Range<usize>,
        (end, listed): (usize, bool),
    ) -> Option<Toll> {
        let tree = &view.tree;
        let people = self.is_of_people(view, words.start..end);
        let bare = end == words.end && (listed || self.lost_lately(view));
        let at = self.list_end(view, end);
        let after = tree.lower(at + 1);
        let died = tree.lower(at) == "fell"
            && !matches!(after, "to" | "by" | "from" | "below" | "short" | "into" | "ill" | "back");
        (died && (people || bare)).then_some(Toll {
            fate: Fate::Killed,
            cue: at,
            own: false,
            noun: None,
        })
    }

    /// "Afghan commandos lost seven", "the coalition 22 men": of what was lost just before.
    fn lost_so_many(
        &self,
        view: &View,
        words: &Range<usize>,
        (end, listed): (usize, bool),
    ) -> Option<Toll> {
        let tree = &view.tree;
        let people = self.is_of_people(view, words.start..end);
        let bare = end == words.end && !tree.tag(end).starts_with("NN");
        let before = words.start.checked_sub(1)?;
        let loses = self.lexicon.is_form(tree.lower(before), "lose");
        if loses && bare && (listed || self.lost_lately(view)) {
            return Some(Toll { fate: Fate::Killed, cue: before, own: true, noun: None });
        }
        let loser = self.gapped_loser(view, words.start).filter(|_| listed && (people || bare))?;
        let cue = words.start;
        let fate = (words.start..=end).find_map(|at| Fate::of(tree.lower(at)));
        let noun = Some(loser.words.end.saturating_sub(1));
        Some(Toll { fate: fate.unwrap_or(Fate::Killed), cue, own: false, noun })
    }

    /// Who stands right before a count where the verb is left out: "and | the coalition | 22 men".
    pub(super) fn gapped_loser(&self, view: &View, start: usize) -> Option<Who> {
        let tree = &view.tree;
        let at = start.checked_sub(1).filter(|at| tree.is_nominal(*at))?;
        let begin = (at.saturating_sub(4)..=at)
            .rev()
            .take_while(|word| {
                tree.is_nominal(*word) || matches!(tree.tag(*word), "DT" | "JJ" | "POS" | "PRP$")
            })
            .last()?;
        let joins = begin.checked_sub(1).is_some_and(|before| {
            matches!(tree.lower(before), "and" | "," | ";" | "while" | "but" | "–" | "—")
        });
        let named = |who: &Who| matches!(who.how, How::Named | How::Referred);
        self.party(view, at).filter(|who| joins && named(who))
    }

    /// Whether people lost were counted in this sentence's neighbourhood.
    fn lost_lately(&self, view: &View) -> bool {
        self.last_loss
            .as_ref()
            .is_some_and(|(sentence, _)| view.index.saturating_sub(*sentence) <= 1)
    }
}

/// One past the phrases that stand between a count of people and its verb in the passive: "100 fighters
/// | from the group | have been killed".
pub(super) fn past_phrases(view: &View, end: usize) -> usize {
    let tree = &view.tree;
    let begins = tree.tag(end) == "IN" && !matches!(tree.lower(end), "that" | "than" | "as" | "by");
    let inside = |at: &usize| {
        let tag = tree.tag(*at);
        tree.is_nominal(*at) || matches!(tag, "IN" | "DT" | "JJ" | "POS" | "PRP$" | "CD" | "VBN")
    };
    let helps = |at: usize| {
        matches!(tree.lower(at), "were" | "was" | "have" | "had" | "has" | "are")
            && (at + 1..at + 4).any(|word| Fate::of(tree.lower(word)).is_some())
    };
    let stop = (end..end + FARTHEST).find(|at| !inside(at)).unwrap_or(end);
    if begins && helps(stop) { stop } else { end }
}
