//! When a clause's event happened or its state held.

use super::{context::Context, told::Told, view::View};
use crate::text::syntax::{Clause, Tense, Tree};
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
        if let Some(entry) = self.of_entry(view.index).filter(|_| !before) {
            return Some(entry);
        }
        let recognises = matches!(detail, Detail::Title(TitleAction::Recognised))
            && clause.tense == Tense::Present;
        let state =
            recognises || matches!(detail, Detail::Holding | Detail::Title(TitleAction::Claimed));
        let tense = Self::tense_told(view, clause, told);
        match tense {
            Tense::Present => said_then(told).or_else(|| self.on_the_day(Tense::Present)),
            Tense::PresentPerfect => {
                self.day_of_saying(view, told).or_else(|| self.on_the_day(Tense::PresentPerfect))
            }
            Tense::Participle if state && view.tree.label(clause.verb).starts_with("acl") => {
                self.on_the_day(Tense::Present)
            }
            Tense::Past if state && !told.cues.is_empty() && self.is_reported(view, clause) => {
                self.day_of_saying(view, told).or_else(|| self.on_the_day(Tense::Present))
            }
            Tense::Past | Tense::PastPerfect | Tense::Participle
                if told.polarity == Polarity::Affirmed =>
            {
                self.of_the_past(view, told, detail)
            }
            _ if !view.tree.is_verb(clause.verb) => self.of_the_past(view, told, detail),
            _ => None,
        }
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
                self.lexicon.is_form_of(form, &self.lexicon.say)
                    || self.lexicon.is_form_of(form, &self.lexicon.allege)
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
        if of_that_day(view, clause.verb, mention)
            && let Some(named) = mention.named
        {
            let valid = ValidTime { edtf: named, ..dated.valid };
            return Some(Dated { valid, ..dated });
        }
        Some(if Self::since_event(view, clause.verb, mention) { onwards(dated) } else { dated })
    }

    /// The finer of two dates of one clause, the one within the other: "two years later, in June".
    fn finer<'v>(
        &self,
        view: &'v View,
        (clause, told): (&Clause, &Told),
        mention: &'v TimeMention,
    ) -> &'v TimeMention {
        let Some(Edtf::Date(wide)) = mention.edtf else { return mention };
        let (from, to) = wide.bounds();
        let within = |other: &&TimeMention| match other.edtf {
            Some(Edtf::Date(date)) => {
                let (first, last) = date.bounds();
                let inside = from <= first && last <= to && (first, last) != (from, to);
                inside && is_day(other) && other.range.start > mention.range.end
            }
            _ => false,
        };
        let near = |other: &&TimeMention| {
            self.nearness(view, clause, told, other).is_some_and(|rank| rank <= 10)
        };
        view.times.iter().filter(within).find(near).unwrap_or(mention)
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

    fn is_state(&self, view: &View, verb: usize) -> bool {
        self.lexicon.senses(view.tree.lower(verb)).any(|(_, sense)| {
            matches!(sense.pattern, super::lexicon::Pattern::Hold | super::lexicon::Pattern::Occupy)
        })
    }

    /// Whether a date can be that of a state told in the present: one that goes on, one that holds
    /// the document's day, or one that stands before the clause ("as of March").
    fn fits_present(&self, view: &View, clause: &Clause, mention: &TimeMention) -> bool {
        let (from, to) = match mention.edtf {
            Some(Edtf::Date(date)) => date.bounds(),
            Some(Edtf::Interval(Endpoint::Date(first), Endpoint::Date(last))) => {
                (first.bounds().0, last.bounds().1)
            }
            _ => return true,
        };
        let today = self.today.is_none_or(|today| from <= today && today < to);
        let verb = view.tree.word(clause.verb).map_or(0, |word| word.range.start);
        let words = view.tree.words_in(&mention.range);
        let joined = (words.end..clause.verb).any(|at| view.tree.tag(at) == "CC");
        let opening =
            mention.range.end <= verb && beside(&view.tree, clause.verb, &words) && !joined;
        today || opening
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

    /// How near a date stands to a clause: the lower the nearer; `None` where it dates another.
    fn nearness(
        &self,
        view: &View,
        clause: &Clause,
        told: &Told,
        mention: &TimeMention,
    ) -> Option<usize> {
        let tree = &view.tree;
        let words = tree.words_in(&mention.range);
        let top =
            words.clone().find(|at| tree.head(*at).is_none_or(|head| !words.contains(&head)))?;
        let mut governors = Vec::new();
        let mut at = top;
        while let Some(head) = tree.head(at) {
            if tree.is_verb(head) || head == clause.verb || tree.child(head, &["cop"]).is_some() {
                governors.push(head);
            }
            at = head;
        }
        if tree.is_verb(top) {
            governors.insert(0, top);
        }
        let first = governors.first().copied();
        let joined = first.is_some_and(|first| {
            clause.verb < words.start && first > words.end && tree.tag(words.end) == "CC"
        });
        if joined && mention.relation == Relation::Since && clause.tense == Tense::PresentPerfect {
            return Some(1);
        }
        let before = mention.range.end <= tree.word(clause.verb)?.range.start;
        if first == Some(clause.verb) {
            return Some(if parted(tree, clause.verb, &words) { 12 } else { 0 });
        }
        let spoken =
            first.is_some_and(|governor| told.cues.contains(&governor) && governor != clause.verb);
        if spoken && !told_before_cue(tree, clause.verb, &words, first) {
            return None;
        }
        let chain: Vec<usize> = std::iter::successors(Some(clause.verb), |at| {
            tree.head(*at).filter(|_| {
                matches!(
                    tree.label(*at),
                    "conj" | "xcomp" | "advcl" | "acl" | "ccomp" | "parataxis"
                )
            })
        })
        .take(6)
        .collect();
        if let Some(first) = first
            && let Some(steps) = chain.iter().position(|at| *at == first)
            && (before || tree.label(clause.verb) == "xcomp")
        {
            return Some(1 + steps);
        }
        if first
            .is_some_and(|first| opens_since(tree, first) && tree.head(first) == Some(clause.verb))
        {
            return Some(9);
        }
        let below = first.is_some_and(|first| tree.is_below(first, clause.verb));
        let other_clause = governors
            .iter()
            .take_while(|at| **at != clause.verb)
            .any(|at| matches!(tree.label(*at), "acl:relcl" | "advcl" | "conj" | "ccomp"));
        if below && !other_clause {
            return Some(8);
        }
        if beside(tree, clause.verb, &words) {
            return Some(10);
        }
        let alone = view.times.iter().filter(|other| other.edtf.is_some()).count() == 1;
        let single_verb = first.is_none() || !self.is_event(view, first?);
        (alone && single_verb).then_some(20)
    }

    fn is_event(&self, view: &View, verb: usize) -> bool {
        self.lexicon.senses(view.tree.lower(verb)).next().is_some()
            || self.lexicon.is_form_of(view.tree.lower(verb), &self.lexicon.say)
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

fn is_day(mention: &TimeMention) -> bool {
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

/// Whether a verb is that of a clause "since …": "since its troops moved in".
fn opens_since(tree: &Tree, verb: usize) -> bool {
    tree.children(verb).iter().any(|mark| *mark < verb && tree.lower(*mark) == "since")
}

/// Whether a date stands in the words of a verb's own clause: no other finite verb and no mark that
/// parts clauses stands between.
pub(super) fn beside(tree: &Tree, verb: usize, words: &Range<usize>) -> bool {
    let between = if words.end <= verb { words.end..verb } else { verb + 1..words.start };
    between.len() <= 16 && !between.clone().any(|at| parts(tree, at, verb))
}

/// Whether another finite verb stands between a date and the verb it is said to belong to, and
/// takes the date as its own.
fn parted(tree: &Tree, verb: usize, words: &Range<usize>) -> bool {
    let between = if words.end <= verb { words.end..verb } else { verb + 1..words.start };
    words.start > verb
        && between.clone().any(|at| {
            parts(tree, at, verb) && tree.is_verb(at) && tree.head(at) == Some(verb)
                || tree.lower(at) == ";"
        })
}

fn parts(tree: &Tree, at: usize, verb: usize) -> bool {
    let own = tree.head(at) == Some(verb) && tree.label(at).starts_with("aux");
    let finite = matches!(tree.tag(at), "VBD" | "VBZ" | "VBP" | "MD");
    let clause =
        matches!(tree.lower(at), ";" | "which" | "who" | "but" | "while" | "after" | "when");
    clause || finite && !own
}

/// Whether a date that the tree hangs on the verb of saying stands in what is said before it: "took
/// the town on Tuesday, an officer said".
fn told_before_cue(tree: &Tree, verb: usize, words: &Range<usize>, cue: Option<usize>) -> bool {
    cue.is_some_and(|cue| {
        verb < words.start
            && words.end < cue
            && (words.end..cue).any(|at| tree.lower(at) == ",")
            && !(verb..words.start).any(|at| matches!(tree.lower(at), ";" | "“" | "”"))
    })
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
