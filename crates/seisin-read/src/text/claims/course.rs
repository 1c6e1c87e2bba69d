//! The course of a war of long ago, as one paragraph tells it: what was lost in it was lost from its first
//! event to its last.

use super::{context::Context, view::View, when::Dated};
use jiff::{ToSpan, civil::Date};
use seisin_core::{Edtf, Endpoint, PartialDate, ValidTime};

/// From when to when the events of a paragraph went on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Course {
    first: PartialDate,
    last: PartialDate,
    /// Where the sentence of the last event begins, in bytes of the repaired text.
    from: usize,
}

/// The days after which an event is of long ago, and its losses are counted for the whole war.
const LONG_AGO: i64 = 120;
/// The days within which events are of one fight.
const ONE_WAR: i64 = 120;
/// The most years that one course of events goes on.
const LONGEST: i32 = 12;

impl Context<'_> {
    /// Keeps the date of an event, with those of its paragraph before it.
    pub(super) fn note_course(&mut self, view: &View, edtf: Edtf) {
        let (first, last) = match edtf {
            Edtf::Date(date) => (date, date),
            Edtf::Interval(Endpoint::Date(first), Endpoint::Date(last)) => (first, last),
            Edtf::Interval(..) => return,
        };
        let from = view.range.start;
        let before = self.course.filter(|course| self.in_paragraph(course.from, from));
        let course = before.map_or(Course { first, last, from }, |course| Course {
            first: if first.bounds().0 < course.first.bounds().0 { first } else { course.first },
            last: if last.bounds().1 > course.last.bounds().1 { last } else { course.last },
            from,
        });
        self.course = Some(course);
        let apart = |war: Course| {
            let (from, to) = (war.first.bounds().0, war.last.bounds().1);
            last.bounds().1 < from.saturating_sub(ONE_WAR.days())
                || first.bounds().0 > to.saturating_add(ONE_WAR.days())
        };
        let war = self.war.filter(|war| !apart(*war)).unwrap_or(Course { first, last, from });
        self.war = Some(Course {
            first: if first.bounds().0 < war.first.bounds().0 { first } else { war.first },
            last: if last.bounds().1 > war.last.bounds().1 { last } else { war.last },
            from,
        });
    }

    /// From the first to the last event of a fight that the report told of in paragraphs before, for what
    /// was lost in all of it.
    pub(super) fn whole_fight(&self, view: &View) -> Option<Dated> {
        let war = self.war?;
        let before = !self.in_paragraph(war.from, view.range.start);
        let spans = war.first.bounds() != war.last.bounds();
        (before && spans).then(|| dated(war.first, war.last))
    }

    fn in_paragraph(&self, from: usize, to: usize) -> bool {
        !self.prepared.slice(from..to).contains('\n')
    }

    /// From the first to the last event of the paragraph, where they are of long ago.
    pub(super) fn whole_course(&self, view: &View) -> Option<Dated> {
        let Course { first, last, from } =
            self.course.filter(|course| self.in_paragraph(course.from, view.range.start))?;
        let past = |today: Date| today.saturating_sub(LONG_AGO.days()) >= last.bounds().1;
        let short = first.bounds().0.saturating_add(LONGEST.years()) >= last.bounds().0;
        let spans = first.bounds() != last.bounds() && from <= view.range.start;
        (self.today.is_some_and(past) && short && spans).then(|| dated(first, last))
    }
}

fn dated(first: PartialDate, last: PartialDate) -> Dated {
    Dated {
        valid: ValidTime {
            edtf: Edtf::Interval(Endpoint::Date(first), Endpoint::Date(last)),
            original_value: String::new(),
            rule: format!("course-of-events(dates told {first}, {last})"),
        },
        range: None,
    }
}
