//! The table of figures beside their bars.

use crate::{
    bars::{Bar, Bars},
    figure::Figure,
};
use std::fmt::Write as _;

/// The table of all figures that have a row, in the order of the rows; the figures without one and
/// the rows without a figure are named below it.
///
/// # Example
/// ```
/// use seisin_suites::{Bars, Figure, table};
/// let bars = Bars::parse("[[row]]\nid = 'a.b'\nwhat = 'cases'\ngoal = 0.9\nreached = 0.8")?;
/// let figure = Figure { id: "a.b", value: 0.85, basis: "85 of 100".into(), misses: vec![] };
/// let text = table(&bars, &[figure], &[]);
/// assert!(text.contains("0.850") && text.contains("not reached"), "{text}");
/// # Ok::<(), String>(())
/// ```
pub fn table(bars: &Bars, figures: &[Figure], skipped: &[String]) -> String {
    let mut text = format!(
        "{:<54} {:>7} {:>7}  {:<12} {}\n",
        "figure", "value", "goal", "", "counted over; peers"
    );
    for bar in &bars.rows {
        match figures.iter().find(|figure| figure.id == bar.id) {
            Some(figure) => row(&mut text, bar, figure),
            None => {
                let _ = writeln!(
                    text,
                    "{:<54} {:>7} {:>7}  skipped{}",
                    bar.what,
                    "",
                    goal(bar),
                    peers(bar)
                );
            }
        }
    }
    for figure in figures.iter().filter(|figure| bars.row(figure.id).is_none()) {
        let _ = writeln!(text, "{:<54} {:>7.3}  (no row in score.toml)", figure.id, figure.value);
    }
    for reason in skipped {
        let _ = writeln!(text, "skipped: {reason}");
    }
    text
}

fn row(text: &mut String, bar: &Bar, figure: &Figure) {
    let mark = match (bar.holds(figure.value), bar.is_met(figure.value)) {
        (false, _) => "FELL",
        (true, Some(true)) => "reached",
        (true, Some(false)) => "not reached",
        (true, None) => "",
    };
    let places = if bar.lower_is_better { 0 } else { 3 };
    let _ = writeln!(
        text,
        "{:<54} {:>7.places$} {:>7}  {mark:<12} {}{}",
        bar.what,
        figure.value,
        goal(bar),
        figure.basis,
        peers(bar)
    );
}

fn goal(bar: &Bar) -> String {
    let told = |goal| {
        if bar.lower_is_better { format!("≤ {goal:.0}") } else { format!("≥ {goal:.2}") }
    };
    bar.goal.map_or_else(String::new, told)
}

fn peers(bar: &Bar) -> String {
    let each =
        bar.peers.iter().map(|peer| format!("; {} {:.3} ({})", peer.name, peer.value, peer.source));
    each.collect()
}

/// The figures that fell below what was reached before, a line each.
pub fn fallen(bars: &Bars, figures: &[Figure]) -> Vec<String> {
    let below = figures.iter().filter_map(|figure| {
        let bar = bars.row(figure.id)?;
        let reached = bar.reached.filter(|_| !bar.holds(figure.value))?;
        Some(format!(
            "{}: {:.4}, where {reached} was reached ({})",
            figure.id, figure.value, figure.basis
        ))
    });
    below.collect()
}
