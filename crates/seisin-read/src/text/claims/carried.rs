//! Dates that go on from one sentence to the next.

use super::{context::Context, told::Told, view::View, when::Dated};
use crate::text::{
    syntax::{Clause, Tense},
    time::{Relation, TimeKind, TimeMention},
};
use jiff::{ToSpan, civil::Date};
use seisin_core::{Detail, Edtf, Endpoint, ValidTime};

/// The days before a report in which what happened is news to it.
const NEWS: i64 = 60;
/// How many sentences are the opening of a report.
const OPENING: usize = 3;

impl Context<'_> {
    /// "Has held it ever since", "has ruled it since": from the day told of last on.
    pub(super) fn ever_since(&self, view: &View, clause: &Clause) -> Option<Dated> {
        let tree = &view.tree;
        let perfect = matches!(clause.tense, Tense::PresentPerfect | Tense::PastPerfect);
        let end = tree.branch(clause.verb).end;
        let between = (clause.verb.saturating_sub(2)..clause.verb).find(|at| {
            tree.lower(*at) == "since" && tree.tag(at.wrapping_sub(1)).starts_with("VB")
        });
        let since =
            between.or_else(|| (clause.verb + 1..end).find(|at| tree.lower(*at) == "since"))?;
        let ends = |at: usize| {
            at >= tree.len()
                || matches!(tree.tag(at), "." | "," | ":" | "CC" | "``" | "''")
                || tree.lower(at) == "then"
        };
        let alone = between.is_some() || ends(since + 1);
        let (sentence, edtf) = self.told_of.filter(|_| perfect && alone)?;
        let Edtf::Date(date) = edtf else { return None };
        (view.index.saturating_sub(sentence) <= 2).then(|| Dated {
            valid: ValidTime {
                edtf: Edtf::since(date),
                original_value: self.text(view, since..since + 1),
                rule: format!("since-told({edtf})"),
            },
            range: Some(tree.range(since..since + 1)),
        })
    }

    /// The day told of last: of an event in this sentence, in one of the two before it or earlier in the
    /// paragraph, else the date that the sentence before gives.
    pub(super) fn carried_over(&self, view: &View, detail: &Detail) -> Option<Dated> {
        if *detail == Detail::Casualties
            && let Some(course) = self.whole_course(view).or_else(|| self.whole_fight(view))
        {
            return Some(course);
        }
        let then = (0..view.tree.len()).any(|at| view.tree.lower(at) == "then");
        if let Some(edtf) = self.until.filter(|_| then) {
            return Some(told_before(edtf));
        }
        let reach = if *detail == Detail::Casualties { 6 } else { 2 };
        let between = |from: usize| self.prepared.slice(from..view.range.start);
        let together = |from: usize| !between(from).contains('\n');
        let near = |sentence: usize| view.index.saturating_sub(sentence) <= reach;
        let back = |from: usize, edtf: Edtf| {
            self.news.filter(|_| !together(from) && self.is_history(edtf)).unwrap_or(edtf)
        };
        let fight = self.fought.filter(|(sentence, _)| {
            *detail == Detail::Casualties && near(*sentence) && !is_item(between(self.told_from))
        });
        let event = self
            .told_of
            .filter(|_| !is_item(between(self.told_from)))
            .filter(|(sentence, _)| near(*sentence) || together(self.told_from));
        let spoken = self.spoken_of.and_then(|(sentence, from, edtf)| {
            let close = view.index.saturating_sub(sentence) <= 2;
            (close && !is_item(between(from))).then_some((sentence, back(from, edtf)))
        });
        let told = fight.or(event).map(|(sentence, edtf)| (sentence, back(self.told_from, edtf)));
        let spoken = spoken.filter(|_| fight.is_none() || !tells_of_fight(view));
        let later = spoken.filter(|(at, _)| told.is_none_or(|(before, _)| *at > before));
        later.or(told).map(|(_, edtf)| told_before(edtf))
    }

    /// Keeps the date of an event that is news.
    pub(super) fn note_news(&mut self, edtf: Edtf) {
        let recent = |today: Date| {
            let last = edtf.bounds().1;
            last.is_some_and(|last| last <= today && last >= today.saturating_sub(NEWS.days()))
        };
        if self.today.is_some_and(recent) {
            self.news = Some(edtf);
        }
    }

    /// Whether a date is long before the document’s day: what a report recalls, no news.
    fn is_history(&self, edtf: Edtf) -> bool {
        let year = self.today.map(|today| today.saturating_sub(1.year()));
        year.zip(edtf.bounds().1).is_some_and(|(year, last)| last < year)
    }

    /// Whether a sentence begins a line right below another: an item of a list.
    fn begins_item(&self, view: &View) -> bool {
        let before = self.prepared.text.get(..view.range.start).unwrap_or("");
        let Some(line) = before.rfind('\n') else { return false };
        let above = before.get(..line).unwrap_or("");
        let blank = above.trim_end_matches([' ', '\t']).ends_with('\n');
        let label = before.get(line..).unwrap_or("").trim();
        let begins = !label.chars().any(char::is_alphanumeric) || label.ends_with(':');
        begins && !blank
    }

    /// Keeps the date that a sentence gives what happened, for the sentences after it.
    pub(crate) fn note_date(&mut self, view: &View) {
        let tree = &view.tree;
        let verbless = !(0..tree.len())
            .any(|at| matches!(tree.tag(at), "VBZ" | "VBP" | "VBD" | "MD" | "VB" | "VBN"))
            && tree.len() > 4;
        let past = |mention: &&TimeMention| {
            let closed = match mention.edtf {
                Some(Edtf::Date(_)) => true,
                Some(Edtf::Interval(_, last)) => matches!(last, Endpoint::Date(_)),
                None => false,
            };
            let plain = !matches!(mention.relation, Relation::Since | Relation::Until);
            let told = verbless || Self::is_of_past(view, mention);
            mention.kind == TimeKind::Date && closed && plain && told
        };
        let until =
            view.times.iter().rev().find(|mention| {
                mention.relation == Relation::Until && Self::is_of_past(view, mention)
            });
        self.until = until.and_then(|mention| mention.named);
        if let Some(edtf) = view.times.iter().rev().find(past).and_then(|mention| mention.edtf) {
            self.spoken_of = Some((view.index, view.range.start, edtf));
        }
    }

    /// About the day of the report, for what its opening tells as news without a date.
    pub(super) fn reporting_day(&self, view: &View, told: &Told, detail: &Detail) -> Option<Dated> {
        let event =
            matches!(detail, Detail::Change(_) | Detail::Casualties | Detail::Response { .. });
        let listed = self.begins_item(view);
        let news = event
            && (self.told_of.is_none() || listed)
            && view.times.iter().all(|time| time.kind == TimeKind::Duration);
        let undated = self.spoken_of.is_none();
        let opening = view.index < OPENING || undated || listed || !told.cues.is_empty();
        let today = self.today.filter(|_| news && opening)?;
        let edtf = format!("{today}~").parse().ok()?;
        Some(Dated {
            valid: ValidTime {
                edtf,
                original_value: String::new(),
                rule: format!("reporting-day(document {today})"),
            },
            range: None,
        })
    }
}

/// Whether a sentence goes back to a fight told of before it: "killed in the operation".
fn tells_of_fight(view: &View) -> bool {
    let tree = &view.tree;
    let fight = |at: usize| {
        matches!(
            tree.lower(at),
            "operation"
                | "offensive"
                | "fighting"
                | "battle"
                | "attack"
                | "assault"
                | "raid"
                | "clash"
        )
    };
    (2..tree.len()).any(|at| {
        fight(at)
            && matches!(tree.lower(at - 1), "the" | "that" | "this")
            && matches!(tree.lower(at - 2), "in" | "during")
    })
}

fn told_before(edtf: Edtf) -> Dated {
    let rule = format!("carried-over(date told {edtf})");
    Dated { valid: ValidTime { edtf, original_value: String::new(), rule }, range: None }
}

/// Whether the text between two sentences makes the second another item of a list: a line ends and no
/// paragraph does.
fn is_item(between: &str) -> bool {
    let Some(line) = between.rfind('\n') else { return false };
    let label = between.get(line..).unwrap_or("").trim();
    let begins = !label.chars().any(char::is_alphanumeric) || label.ends_with(':');
    begins && !between.contains("\n\n")
}
