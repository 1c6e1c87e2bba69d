//! One exchange that a search found or refused.

use crate::output::Record;
use seisin_answer::{ExchangeSearchAnswer, RankedExchange};
use seisin_exchange::{DISCLAIMER, Figures, HYPOTHETICAL, Refusal, RefusalReason};
use serde::Serialize;

/// One exchange found or refused; pairs are of the first side and the second.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SearchRowJson {
    hypothetical: &'static str,
    disclaimer: &'static str,
    rank: Option<usize>,
    outcome: &'static str,
    reasons: Vec<String>,
    people: [Option<f64>; 2],
    area_km2: [f64; 2],
    ratio: Option<f64>,
    line_before_km: f64,
    line_after_km: f64,
    pieces_before: [usize; 2],
    pieces_after: [usize; 2],
    cost: f64,
    on_pareto_front: bool,
    cells: [Vec<String>; 2],
}

impl SearchRowJson {
    /// The answers in their order, then what was refused.
    pub(crate) fn rows(answer: &ExchangeSearchAnswer) -> Vec<Self> {
        let ranked = answer.ranked.iter().enumerate();
        let answers = ranked.map(|(index, one)| Self::found(answer, index + 1, one));
        let refused = answer.found.refused.iter().map(|one| Self::refused(answer, one));
        answers.chain(refused).collect()
    }

    /// Whether it was found, and not refused.
    pub(super) fn is_ranked(&self) -> bool {
        self.rank.is_some()
    }

    fn found(answer: &ExchangeSearchAnswer, rank: usize, one: &RankedExchange) -> Self {
        // The land measured apart from the search is what is shown.
        let measured = &one.effect;
        let line = measured.line.known();
        let row = Self::of(answer, &one.found.figures, &one.found.cells);
        Self {
            rank: Some(rank),
            outcome: "found",
            area_km2: [0, 1].map(|side: usize| measured.sides[side].gives.best / 1e6),
            line_before_km: line.map_or(row.line_before_km, |line| line.before.km()),
            line_after_km: line.map_or(row.line_after_km, |line| line.after.km()),
            on_pareto_front: one.found.on_pareto_front,
            ..row
        }
    }

    fn refused(answer: &ExchangeSearchAnswer, one: &Refusal) -> Self {
        Self {
            reasons: one.reasons.iter().map(reason).collect(),
            ..Self::of(answer, &one.figures, &one.cells)
        }
    }

    fn of(answer: &ExchangeSearchAnswer, figures: &Figures, cells: &[usize]) -> Self {
        let all = answer.land.instance.cells();
        let named = |side: usize| {
            let own = cells.iter().filter(|cell| all[**cell].holder.index() == side);
            own.map(|cell| all[*cell].name.clone()).collect()
        };
        Self {
            hypothetical: HYPOTHETICAL,
            disclaimer: DISCLAIMER,
            rank: None,
            outcome: "refused",
            reasons: Vec::new(),
            people: figures.people,
            area_km2: figures.area_km2,
            ratio: figures.ratio,
            line_before_km: figures.line_km[0],
            line_after_km: figures.line_km[1],
            pieces_before: figures.pieces.map(|[before, _]| before),
            pieces_after: figures.pieces.map(|[_, after]| after),
            cost: figures.cost,
            on_pareto_front: false,
            cells: [named(0), named(1)],
        }
    }
}

fn reason(reason: &RefusalReason) -> String {
    match reason {
        RefusalReason::Ratio { ratio } => format!("its ratio is {ratio:.4}"),
        RefusalReason::TooLittle { square_km } => {
            format!("a side gives {square_km:.3} km² alone")
        }
        RefusalReason::FallsApart { pieces: 1 } => "it leaves an exclave: 1 piece more".to_owned(),
        RefusalReason::FallsApart { pieces } => {
            format!("it leaves exclaves: {pieces} pieces more")
        }
    }
}

/// The first and the last of several names, and how many there are.
fn in_short(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, .., last] => format!("{first} … {last} ({})", names.len()),
    }
}

/// A count of people, or that nobody says.
pub(super) fn people_text(people: Option<f64>) -> String {
    people.map_or_else(|| "no data".to_owned(), |people| format!("{people:.0}"))
}

impl Record for SearchRowJson {
    const COLUMNS: &'static [&'static str] = &[
        "rank",
        "outcome",
        "people_first",
        "people_second",
        "first_km2",
        "second_km2",
        "ratio",
        "line_before_km",
        "line_after_km",
        "pieces_before",
        "pieces_after",
        "pareto",
        "first_gives",
        "second_gives",
        "reason",
        "hypothetical",
    ];

    fn cells(&self) -> Vec<String> {
        let pair = |[first, second]: [usize; 2]| format!("{first} and {second}");
        vec![
            self.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            self.outcome.to_owned(),
            people_text(self.people[0]),
            people_text(self.people[1]),
            format!("{:.3}", self.area_km2[0]),
            format!("{:.3}", self.area_km2[1]),
            self.ratio.map(|ratio| format!("{ratio:.4}")).unwrap_or_default(),
            format!("{:.3}", self.line_before_km),
            format!("{:.3}", self.line_after_km),
            pair(self.pieces_before),
            pair(self.pieces_after),
            if self.on_pareto_front { "yes" } else { "" }.to_owned(),
            in_short(&self.cells[0]),
            in_short(&self.cells[1]),
            self.reasons.join("; "),
            self.hypothetical.to_owned(),
        ]
    }
}
