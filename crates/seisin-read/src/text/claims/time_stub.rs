use crate::text::{Prepared, Sentence};
use seisin_core::{Date, Document, Edtf};
use std::ops::Range;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation { On, Since, Until, By, Before, After, During }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeKind { Date, Time, Duration, Set }
#[derive(Debug, Clone)]
pub struct Anchor { pub day: Option<Date> }
#[derive(Debug, Clone)]
pub struct TimeMention { pub range: Range<usize>, pub edtf: Option<Edtf>, pub named: Option<Edtf>, pub relation: Relation, pub kind: TimeKind, pub rule: String }
pub fn anchor(document: &Document, _p: &Prepared) -> Anchor { Anchor { day: document.published.map(|p| p.day()) } }
pub fn tag(_p: &Prepared, _s: &Sentence, _a: &Anchor) -> Vec<TimeMention> { Vec::new() }
