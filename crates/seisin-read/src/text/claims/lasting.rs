//! How long a state or an event lasted: "held it for about three weeks", "had guarded it for a dozen
//! years", "retook it within three days"; and days counted from an event to the one that is dated:
//! "nine days after its fighters entered Velk".

use super::{context::Context, nearness::beside, told::Told, view::View, when::Dated};
use crate::text::{
    syntax::{Clause, Tense},
    time::{TimeKind, TimeMention},
};
use jiff::{Span, ToSpan, civil::Date};
use seisin_core::{Detail, Edtf, Endpoint, PartialDate, Polarity, ValidTime};

/// A length of time: how many of which unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Length {
    count: i32,
    unit: Unit,
}

/// A unit of the calendar, the finest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Year,
    Month,
    Week,
    Day,
}

impl Length {
    /// Of a value in ISO-TimeML: `P3W`.
    fn of(timex: &str) -> Option<Self> {
        let (count, unit) =
            timex.strip_prefix('P')?.split_at_checked(timex.len().checked_sub(2)?)?;
        let unit = match unit {
            "Y" => Unit::Year,
            "M" => Unit::Month,
            "W" => Unit::Week,
            "D" => Unit::Day,
            _ => return None,
        };
        Some(Self { count: count.parse().ok().filter(|count| (1..=1000).contains(count))?, unit })
    }

    fn span(self) -> Span {
        match self.unit {
            Unit::Year => self.count.years(),
            Unit::Month => self.count.months(),
            Unit::Week => self.count.weeks(),
            Unit::Day => self.count.days(),
        }
    }

    /// A day as finely as the length is told in and `beside` is known.
    fn as_fine(self, day: Date, beside: PartialDate) -> Option<PartialDate> {
        match (self.unit, beside.month_number(), beside.to_day()) {
            (_, None, _) | (Unit::Year, _, Some(_)) => PartialDate::year(day.year()),
            (Unit::Month, ..) | (_, Some(_), None) => PartialDate::month(day.year(), day.month()),
            _ => Some(day.into()),
        }
    }
}

impl Context<'_> {
    /// A date with how long it went on from there, or up to there, where the clause says so.
    pub(super) fn lasting(
        &self,
        view: &View,
        clause: &Clause,
        (told, detail): (&Told, &Detail),
        dated: Option<Dated>,
    ) -> Option<Dated> {
        let holds = *detail == Detail::Holding;
        let happened = matches!(detail, Detail::Change(_));
        let lost = *detail == Detail::Casualties && clause.tense == Tense::PresentPerfect;
        if lost && dated.as_ref().is_none_or(|dated| dated.range.is_none()) {
            return self.up_to_today(view, clause).or(dated);
        }
        let undated = dated.as_ref().is_none_or(|dated| dated.range.is_none());
        if holds && clause.tense == Tense::PresentPerfect && undated {
            return self.ever_since_then(view, clause).or(dated);
        }
        let past = matches!(clause.tense, Tense::Past | Tense::PastPerfect);
        if !past || told.polarity != Polarity::Affirmed || !(holds || happened) {
            return dated;
        }
        let dated = dated.map(|dated| if holds { at_its_end(dated) } else { dated });
        let led: &[&str] = if holds { &["for"] } else { &["within"] };
        let Some(lengths) = Self::lengths_after(view, clause, led) else { return dated };
        let tree = &view.tree;
        let branch = tree.branch(clause.verb);
        let own = dated.as_ref().and_then(|dated| dated.range.as_ref()).is_some_and(|range| {
            let start = tree.words_in(range).start;
            start > clause.verb || branch.contains(&start)
        });
        if clause.tense == Tense::PastPerfect && holds && !own {
            let end = dated.as_ref().map(|dated| dated.valid.edtf);
            return self.up_to_told(view, end, &lengths).or(dated);
        }
        let onwards = dated.as_ref().and_then(|dated| from_there(dated, &lengths, own || happened));
        onwards.or(dated)
    }

    /// The lengths of time that follow one of the prepositions in a clause: "for three years and three
    /// months".
    fn lengths_after(view: &View, clause: &Clause, led: &[&str]) -> Option<Vec<Length>> {
        let tree = &view.tree;
        let lengths = || view.times.iter().filter(|mention| mention.kind == TimeKind::Duration);
        let leads = |start: usize| {
            let loose = |at: &usize| matches!(tree.tag(*at), "RB" | "IN" | "JJR" | "DT" | "JJ");
            led.contains(&tree.lower(start))
                || (start.saturating_sub(4)..start)
                    .rev()
                    .take_while(loose)
                    .any(|at| led.contains(&tree.lower(at)))
        };
        let own = |at: usize| {
            std::iter::successors(Some(at), |at| tree.head(*at))
                .take(8)
                .find(|at| tree.is_verb(*at))
                .is_none_or(|verb| {
                    let follows = at > clause.verb && beside(tree, clause.verb, &(at..at + 1));
                    verb == clause.verb || follows
                })
        };
        let first = lengths().find(|mention| {
            let words = tree.words_in(&mention.range);
            leads(words.start) && own(words.start)
        })?;
        let end = tree.words_in(&first.range).end;
        let second = lengths().find(|mention| {
            let start = tree.words_in(&mention.range).start;
            start == end + 1 && tree.lower(end) == "and"
        });
        [Some(first), second]
            .into_iter()
            .flatten()
            .map(|mention| Length::of(&mention.timex_value))
            .collect()
    }

    /// So long up to the day told of before: "had held it for five years".
    fn up_to_told(&self, view: &View, end: Option<Edtf>, lengths: &[Length]) -> Option<Dated> {
        let near = |(sentence, edtf): (usize, Edtf)| {
            (view.index.saturating_sub(sentence) <= 2).then_some(edtf)
        };
        let entry = self.of_entry(view.index).map(|dated| dated.valid.edtf);
        let end = end.or(entry).or_else(|| self.told_of.and_then(near))?;
        let Edtf::Date(end) = end else { return None };
        let coarsest = lengths.iter().min_by_key(|length| length.unit)?;
        let back = |day: Date, length: &Length| day.checked_sub(length.span()).ok();
        let day = lengths.iter().try_fold(end.bounds().0, back)?;
        let start = coarsest.as_fine(day, end)?;
        Some(Dated {
            valid: ValidTime {
                edtf: Edtf::Interval(Endpoint::Date(start), Endpoint::Date(end)),
                original_value: String::new(),
                rule: format!("lasting-until(date told {end})"),
            },
            range: None,
        })
    }

    /// Whether a clause says for how long something has gone on.
    pub(super) fn has_lasted(view: &View, clause: &Clause) -> bool {
        clause.tense == Tense::PresentPerfect
            && Self::lengths_after(view, clause, &["for"]).is_some()
    }

    /// From so long before the document's day on: "have held it for six months".
    fn ever_since_then(&self, view: &View, clause: &Clause) -> Option<Dated> {
        let lengths = Self::lengths_after(view, clause, &["for"])?;
        let today = self.today?;
        let back = |day: Date, length: &Length| day.checked_sub(length.span()).ok();
        let day = lengths.iter().try_fold(today, back)?;
        let finest = lengths.iter().max_by_key(|length| length.unit)?;
        let start = finest.as_fine(day, today.into())?;
        Some(Dated {
            valid: ValidTime {
                edtf: Edtf::since(start),
                original_value: String::new(),
                rule: format!("for-so-long(document {today})"),
            },
            range: None,
        })
    }

    /// So long up to the document's day: "has lost 1,000 soldiers in a week".
    fn up_to_today(&self, view: &View, clause: &Clause) -> Option<Dated> {
        let lengths = Self::lengths_after(view, clause, &["in", "over", "within"])?;
        let entry = self.of_entry(view.index).and_then(|dated| match dated.valid.edtf {
            Edtf::Date(date) => date.to_day(),
            Edtf::Interval(..) => None,
        });
        let today = entry.or(self.today)?;
        let back = |day: Date, length: &Length| day.checked_sub(length.span()).ok();
        let start = lengths.iter().try_fold(today, back)?;
        Some(Dated {
            valid: ValidTime {
                edtf: Edtf::Interval(Endpoint::Date(start.into()), Endpoint::Date(today.into())),
                original_value: String::new(),
                rule: format!("window-at-anchor(document {today})"),
            },
            range: None,
        })
    }

    /// When something happened so long before or after what the sentence tells of in its main clause:
    /// "nine days after its fighters entered Velk, the M23 says".
    pub(super) fn counted_from_main(&self, view: &View, clause: &Clause) -> Option<Dated> {
        let tree = &view.tree;
        let open = |mention: &&TimeMention| {
            let words = tree.words_in(&mention.range);
            mention.edtf.is_none()
                && words.end <= clause.verb
                && words.end + 8 > clause.verb
                && tree.lower(words.end.wrapping_sub(1)) == "after"
                && !(words.end..clause.verb).any(|at| matches!(tree.tag(at), "," | "VBD" | "VBZ"))
        };
        let mention = view.times.iter().find(open)?;
        let length = Length::of(&mention.timex_value)?;
        let comma = (clause.verb..tree.len()).find(|at| tree.lower(*at) == ",")?;
        let main = (comma..tree.len())
            .map(|at| tree.tag(at))
            .find(|tag| matches!(*tag, "VBZ" | "VBP" | "VBD" | "MD"));
        let now = matches!(main, Some("VBZ" | "VBP") | None);
        let today = self.today.filter(|_| now)?;
        let day = today.checked_sub(length.span()).ok()?;
        let date = match length.unit {
            Unit::Year => PartialDate::year(day.year())?,
            Unit::Month => PartialDate::month(day.year(), day.month())?,
            Unit::Week | Unit::Day => day.into(),
        };
        Some(Dated {
            valid: ValidTime {
                edtf: Edtf::Date(date),
                original_value: self.prepared.slice(mention.range.clone()).to_owned(),
                rule: format!("so-long-after(document {today})"),
            },
            range: Some(mention.range.clone()),
        })
    }
}

/// The last day of a month or year at whose end something was held.
fn at_its_end(mut dated: Dated) -> Dated {
    let words = dated.valid.original_value.to_lowercase();
    let end = words.starts_with("at the end of") || words.starts_with("by the end of");
    if let Edtf::Date(date) = dated.valid.edtf
        && end
        && date.to_day().is_none()
        && let Ok(last) = date.bounds().1.yesterday()
    {
        dated.valid.edtf = Edtf::from(last);
    }
    dated
}

/// So long from a date on. A length shorter than what the sentence itself dates lies within it.
fn from_there(dated: &Dated, lengths: &[Length], own: bool) -> Option<Dated> {
    let Edtf::Date(start) = dated.valid.edtf else { return None };
    let on = |day: Date, length: &Length| day.checked_add(length.span()).ok();
    let (first, after) = start.bounds();
    let last = lengths.iter().try_fold(after.yesterday().ok()?, on)?;
    let within = lengths.iter().try_fold(first, on)? <= after;
    let finest = lengths.iter().max_by_key(|length| length.unit)?;
    let end = if start.to_day().is_some() {
        finest.as_fine(last, start)?
    } else {
        let months = start.month_number().is_some();
        let month = || PartialDate::month(last.year(), last.month());
        if months { month()? } else { PartialDate::year(last.year())? }
    };
    (!(own && within)).then(|| Dated {
        valid: ValidTime {
            edtf: Edtf::Interval(Endpoint::Date(start), Endpoint::Date(end)),
            rule: format!("lasting({})", dated.valid.rule),
            ..dated.valid.clone()
        },
        range: dated.range.clone(),
    })
}
