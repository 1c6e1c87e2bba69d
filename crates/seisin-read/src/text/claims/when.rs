//! When a clause's event happened or its state held.

use super::{
    context::Context,
    nearness::{opens_since, parts},
    told::Told,
    view::View,
};
use crate::text::syntax::{Clause, Tense};
use crate::text::time::{Relation, TimeKind, TimeMention};
use seisin_core::{
    Certainty, Detail, Edtf, Endpoint, Modality, PartialDate, Polarity, TitleAction, ValidTime,
};
use std::ops::Range;

/// A date, and the words that give it where the sentence does.
#[derive(Debug, Clone)]
pub(crate) struct Dated {
    /// When.
    pub(crate) valid: ValidTime,
    /// The words, in bytes of the repaired text.
    pub(crate) range: Option<Range<usize>>,
}

/// Verbs whose past is written as they are.
const SAME_IN_THE_PAST: [&str; 10] =
    ["put", "cut", "hit", "set", "quit", "shut", "spread", "split", "cost", "beat"];

impl Context<'_> {
    /// When: as the sentence says, else what the tense tells: the document's day for what holds at
    /// present, the day of saying for what "has" happened, the day told of last for what happened.
    pub(crate) fn time_of(
        &self,
        view: &View,
        clause: &Clause,
        told: &Told,
        detail: &Detail,
    ) -> Option<Dated> {
        let dated = self
            .counted_from_main(view, clause)
            .or_else(|| self.time_told(view, clause, told, detail));
        self.lasting(view, clause, (told, detail), dated)
    }

    fn time_told(
        &self,
        view: &View,
        clause: &Clause,
        told: &Told,
        detail: &Detail,
    ) -> Option<Dated> {
        let said = self.dated(view, clause, told).map(|dated| self.ended(view, clause, dated));
        if let Some(since) = self.ever_since(view, clause) {
            return Some(since);
        }
        if said.is_some() {
            return said;
        }
        let real = matches!(told.modality, Modality::Asserted | Modality::Reported);
        if !real {
            let given = told.presupposed && clause.tense == Tense::Present;
            let held = given && *detail == Detail::Holding;
            return held.then(|| self.on_the_day(Tense::Present)).flatten();
        }
        let before = clause.tense == Tense::PastPerfect;
        let told_on = before && matches!(detail, Detail::Change(_));
        if let Some(said) = self.day_of_saying(view, told).filter(|_| told_on) {
            return Some(approximately(said));
        }
        if let Some(entry) = self.of_entry(view.index).filter(|_| !before) {
            return Some(entry);
        }
        let recognises = matches!(detail, Detail::Title(TitleAction::Recognised))
            && clause.tense == Tense::Present;
        let state =
            recognises || matches!(detail, Detail::Holding | Detail::Title(TitleAction::Claimed));
        let tense = Self::tense_told(view, clause, told);
        let done = clause.is_passive && matches!(detail, Detail::Change(_));
        let participle = clause.tense == Tense::Participle && tense == Tense::Present;
        match if done && participle { Tense::Past } else { tense } {
            Tense::Present => said_then(told).or_else(|| self.on_the_day(Tense::Present)),
            Tense::PresentPerfect => {
                self.day_of_saying(view, told).or_else(|| self.on_the_day(Tense::PresentPerfect))
            }
            Tense::Participle if state && view.tree.label(clause.verb).starts_with("acl") => {
                self.on_the_day(Tense::Present)
            }
            Tense::Past if state && !told.cues.is_empty() && self.is_reported(view, clause) => self
                .day_of_saying(view, told)
                .filter(|dated| !self.holds_today(dated))
                .or_else(|| self.on_the_day(Tense::Present)),
            Tense::Past | Tense::PastPerfect | Tense::Participle
                if told.polarity == Polarity::Affirmed =>
            {
                self.of_the_past(view, told, detail)
            }
            _ if !view.tree.is_verb(clause.verb) => self.of_the_past(view, told, detail),
            _ => None,
        }
    }

    /// Whether a stretch of several days holds the document's own: "this week".
    fn holds_today(&self, dated: &Dated) -> bool {
        let Edtf::Interval(Endpoint::Date(first), Endpoint::Date(last)) = dated.valid.edtf else {
            return false;
        };
        self.today.is_some_and(|today| first.bounds().0 <= today && today < last.bounds().1)
    }

    /// When something undated happened: on the day told of last, else about the day it is told.
    fn of_the_past(&self, view: &View, told: &Told, detail: &Detail) -> Option<Dated> {
        self.carried_over(view, detail)
            .or_else(|| self.reporting_day(view, told, detail))
            .or_else(|| self.day_of_saying(view, told).map(approximately))
    }

    /// The date of the entry that a sentence stands in.
    pub(crate) fn of_entry(&self, sentence: usize) -> Option<Dated> {
        let edtf = self.entries.date(sentence)?;
        let rule = format!("entry(date {edtf})");
        Some(Dated { valid: ValidTime { edtf, original_value: String::new(), rule }, range: None })
    }

    /// The tense of a clause; a participle that stands for a clause has that of the verb above it.
    fn tense_told(view: &View, clause: &Clause, told: &Told) -> Tense {
        let bare = clause.tense == Tense::Infinitive
            && clause.helpers.is_empty()
            && view.tree.child(clause.verb, &["mark"]).is_none()
            && clause.agent.is_some_and(|agent| agent < clause.verb);
        if bare && SAME_IN_THE_PAST.contains(&view.tree.lower(clause.verb)) {
            return Tense::Past;
        }
        let loose = matches!(view.tree.label(clause.verb), "advcl" | "acl" | "acl:relcl" | "conj");
        if clause.tense != Tense::Participle || !loose {
            return clause.tense;
        }
        let above = std::iter::successors(view.tree.head(clause.verb), |at| view.tree.head(*at))
            .take(8)
            .filter(|at| !told.cues.contains(at))
            .find(|at| view.tree.is_verb(*at));
        match above.map(|above| Clause::of(&view.tree, above).tense) {
            Some(Tense::Past | Tense::PastPerfect) => Tense::Past,
            Some(Tense::Present | Tense::PresentPerfect) => Tense::Present,
            _ => clause.tense,
        }
    }

    /// Whether a clause is what somebody said: its past is the present of the saying.
    fn is_reported(&self, view: &View, clause: &Clause) -> bool {
        let tree = &view.tree;
        matches!(tree.label(clause.verb), "ccomp" | "conj")
            && tree.head(clause.verb).is_some_and(|head| {
                let form = tree.lower(head);
                self.lexicon.says(form)
            })
    }

    /// The date that the verb of saying has.
    fn day_of_saying(&self, view: &View, told: &Told) -> Option<Dated> {
        let tree = &view.tree;
        let of_cue = |mention: &&TimeMention| {
            let words = tree.words_in(&mention.range);
            mention.edtf.is_some()
                && std::iter::successors(Some(words.start), |at| tree.head(*at))
                    .take(8)
                    .find(|at| tree.is_verb(*at))
                    .is_some_and(|governor| told.cues.contains(&governor))
        };
        let mention = view.times.iter().filter(|mention| is_day(mention)).find(of_cue)?;
        let mut dated = self.as_dated(mention)?;
        dated.valid.rule = format!("day-of-saying({})", dated.valid.rule);
        Some(dated)
    }

    /// What "had" gone on "since" a date ended with what the report tells of next.
    fn ended(&self, view: &View, clause: &Clause, mut dated: Dated) -> Dated {
        let Edtf::Interval(start, Endpoint::Open) = dated.valid.edtf else { return dated };
        if clause.tense != Tense::PastPerfect {
            return dated;
        }
        let other = view.times.iter().filter(|mention| is_day(mention)).find_map(|mention| {
            match mention.edtf {
                Some(Edtf::Date(date)) if Some(&mention.range) != dated.range.as_ref() => {
                    Some(date)
                }
                _ => None,
            }
        });
        let told = || match self.told_of {
            Some((sentence, Edtf::Date(date))) if view.index.saturating_sub(sentence) <= 4 => {
                Some(date)
            }
            _ => None,
        };
        let end = other.or_else(told);
        let begins = match start {
            Endpoint::Date(date) => Some(date.bounds().0),
            _ => None,
        };
        if let Some(end) = end.filter(|end| begins.is_none_or(|from| end.bounds().0 > from)) {
            dated.valid.edtf = Edtf::Interval(start, Endpoint::Date(end));
            dated.valid.rule = format!("until-told({}, {end})", dated.valid.rule);
        }
        dated
    }

    /// When a clause's event happened or its state held, as the sentence says.
    pub(crate) fn dated(&self, view: &View, clause: &Clause, told: &Told) -> Option<Dated> {
        let held = matches!(clause.tense, Tense::Present)
            && told.modality != Modality::Planned
            && self.is_state(view, clause.verb);
        let best = view
            .times
            .iter()
            .filter(|mention| is_day(mention))
            .filter(|mention| !held || self.fits_present(view, clause, mention))
            .filter_map(|mention| {
                let rank = self.nearness(view, clause, told, mention)?;
                let lasts = mention.relation == Relation::Since;
                Some(((rank, clause.tense == Tense::PresentPerfect && !lasts), mention))
            })
            .min_by_key(|(rank, _)| *rank);
        let mention = best.map(|(_, mention)| self.finer(view, (clause, told), mention))?;
        let ahead = matches!(told.modality, Modality::Planned | Modality::Possible)
            && !matches!(clause.tense, Tense::Past | Tense::PresentPerfect | Tense::PastPerfect);
        let dated = self.as_dated(mention)?;
        let dated = if ahead && !Self::is_of_past(view, mention) {
            to_come(dated, self.today)
        } else {
            dated
        };
        if let Some(end) = ends_when(view, clause.verb, mention) {
            let valid = ValidTime { edtf: end, ..dated.valid };
            return Some(Dated { valid, ..dated });
        }
        if of_that_day(view, clause.verb, mention)
            && let Some(named) = mention.named
        {
            let valid = ValidTime { edtf: named, ..dated.valid };
            return Some(Dated { valid, ..dated });
        }
        Some(if Self::since_event(view, clause.verb, mention) { onwards(dated) } else { dated })
    }

    /// Whether a date is that of something done: "voted on 3 December to make it a state".
    pub(super) fn is_of_past(view: &View, mention: &TimeMention) -> bool {
        let tree = &view.tree;
        let start = tree.words_in(&mention.range).start;
        std::iter::successors(Some(start), |at| tree.head(*at))
            .take(8)
            .find(|at| tree.is_verb(*at))
            .is_some_and(|verb| {
                matches!(
                    Clause::of(tree, verb).tense,
                    Tense::Past | Tense::PastPerfect | Tense::PresentPerfect
                )
            })
    }

    /// "Since independence in 1981": from the date of an event on.
    fn since_event(view: &View, verb: usize, mention: &TimeMention) -> bool {
        let tree = &view.tree;
        let start = tree.words_in(&mention.range).start;
        let since = (start.saturating_sub(5)..start).rev().find(|at| tree.lower(*at) == "since");
        let clause = std::iter::successors(Some(start), |at| tree.head(*at))
            .take(8)
            .find(|at| tree.is_verb(*at));
        if clause.is_some_and(|since| opens_since(tree, since)) {
            return clause != Some(verb);
        }
        since.is_some_and(|since| {
            !(since + 1..start).any(|at| {
                matches!(tree.tag(at), "," | "VBD" | "VBZ" | "VBP" | "CC") || tree.lower(at) == ";"
            })
        })
    }

    pub(crate) fn as_dated(&self, mention: &TimeMention) -> Option<Dated> {
        Some(Dated {
            valid: ValidTime {
                edtf: mention.edtf?,
                original_value: self.prepared.slice(mention.range.clone()).to_owned(),
                rule: mention.rule.clone(),
            },
            range: Some(mention.range.clone()),
        })
    }

    /// The document's own day, for what is told in the present tense.
    pub(crate) fn on_the_day(&self, tense: Tense) -> Option<Dated> {
        let day = self.today.filter(|_| {
            matches!(tense, Tense::Present | Tense::PresentPerfect | Tense::Participle)
        })?;
        Some(Dated {
            valid: ValidTime {
                edtf: Edtf::from(day),
                original_value: String::new(),
                rule: format!("{}(document {day})", rule_of(tense)),
            },
            range: None,
        })
    }
}

/// The day a quotation or a statement was made, for what it tells in the present.
fn said_then(told: &Told) -> Option<Dated> {
    let edtf = told.sources.last()?.on?;
    let day = matches!(edtf, Edtf::Date(_));
    let rule = format!("day-of-saying({edtf})");
    day.then(|| Dated {
        valid: ValidTime { edtf, original_value: String::new(), rule },
        range: None,
    })
}

/// A day as about when something happened.
fn approximately(mut dated: Dated) -> Dated {
    if let Edtf::Date(date) = dated.valid.edtf {
        dated.valid.edtf = Edtf::Date(date.with_certainty(Certainty::Approximate));
    }
    dated
}

pub(super) fn is_day(mention: &TimeMention) -> bool {
    mention.edtf.is_some() && matches!(mention.kind, TimeKind::Date | TimeKind::Time)
}

/// Whether a clause tells what happened on a day named before it: "since Oct. 25, the day Arland took
/// Velk".
fn of_that_day(view: &View, verb: usize, mention: &TimeMention) -> bool {
    let tree = &view.tree;
    let end = tree.words_in(&mention.range).end;
    let day = (end..end + 4).find(|at| {
        matches!(tree.lower(*at), "day" | "date" | "night" | "morning" | "month" | "year")
    });
    day.is_some_and(|day| day < verb && !(day..verb).any(|at| parts(tree, at, verb)))
}

/// The end of a stretch of time at which the clause of a verb begins: "from 1998 to 2018, when it left".
fn ends_when(view: &View, verb: usize, mention: &TimeMention) -> Option<Edtf> {
    let tree = &view.tree;
    let end = tree.words_in(&mention.range).end;
    let when = (end..end + 2).find(|at| tree.lower(*at) == "when").filter(|when| *when < verb)?;
    let Some(Edtf::Interval(_, Endpoint::Date(last))) = mention.edtf else { return None };
    (!(when..verb).any(|at| tree.lower(at) == ";")).then_some(Edtf::Date(last))
}

/// From a date on.
fn onwards(mut dated: Dated) -> Dated {
    if let Edtf::Date(date) = dated.valid.edtf {
        dated.valid.edtf = Edtf::since(date);
        dated.valid.rule = format!("since({})", dated.valid.rule);
    }
    dated
}

/// A date without a year that was taken for the last one, of what is still to come: the next one.
fn to_come(mut dated: Dated, today: Option<seisin_core::Date>) -> Dated {
    let past = dated.valid.rule.contains("before-anchor") && !dated.valid.rule.contains("year");
    let Edtf::Date(date) = dated.valid.edtf else { return dated };
    if !past || today.is_none_or(|today| date.bounds().1 > today) {
        return dated;
    }
    let printed = date.to_string();
    let next = printed.split_once('-').and_then(|(year, rest)| {
        let year: i32 = year.parse().ok()?;
        format!("{}-{rest}", year + 1).parse::<PartialDate>().ok()
    });
    if let Some(next) = next {
        dated.valid.edtf = Edtf::Date(next);
        dated.valid.rule = dated.valid.rule.replace("before-anchor", "after-anchor");
    }
    dated
}

const fn rule_of(tense: Tense) -> &'static str {
    match tense {
        Tense::PresentPerfect => "present-perfect",
        _ => "present-tense",
    }
}
