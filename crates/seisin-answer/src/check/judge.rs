//! From measured figures to verdicts: by day, by publisher, over all.

use super::answer::{PublisherAnswer, Run, Scale};
use crate::measured::Figure;
use seisin_core::{Band, Date, ValueRange, Verdict};

/// The amount of `figure` that is compared at `scale`; `None` for a share without a whole. What is
/// only held at least has no upper end.
pub(crate) fn amount(figure: &Figure, scale: Scale) -> Option<Band> {
    let measured = match scale {
        Scale::Area => Some(figure.area),
        Scale::Share => figure.share.as_ref().map(|share| share.share),
    };
    let bounded = |band: Band| {
        if figure.is_lower_bound() { Band { high: f64::INFINITY, ..band } } else { band }
    };
    measured.map(bounded)
}

/// The verdict of `range` on one figure; not checkable as a share without a whole.
pub(crate) fn verdict_of(range: &ValueRange, scale: Scale, figure: &Figure) -> Verdict {
    amount(figure, scale).map_or(Verdict::NotCheckable, |band| range.compare(band))
}

/// The verdict of one publisher over its runs: that of every run if they agree, else inconclusive.
///
/// Days on which no map speaks do not enter where others do; the reason says so.
pub(crate) fn over_days(runs: &[Run]) -> (Verdict, String) {
    let spoken: Vec<&Run> =
        runs.iter().filter(|run| run.verdict != Verdict::OutsideCoverage).collect();
    let Some(first) = spoken.first() else {
        return (Verdict::OutsideCoverage, "no edition of this map speaks for these days".into());
    };
    let list = |verdict: Verdict| {
        let stretches: Vec<String> = runs
            .iter()
            .filter(|run| run.verdict == verdict)
            .map(|run| stretch(run.from, run.to))
            .collect();
        format!("{} {}", verdict.phrase(), stretches.join(", "))
    };
    if spoken.iter().all(|run| run.verdict == first.verdict) {
        let gaps = if spoken.len() < runs.len() {
            format!("; {}", list(Verdict::OutsideCoverage))
        } else {
            String::new()
        };
        return (first.verdict, format!("{}{gaps}", list(first.verdict)));
    }
    let met: Vec<String> = Verdict::ALL
        .into_iter()
        .filter(|verdict| runs.iter().any(|run| run.verdict == *verdict))
        .map(list)
        .collect();
    (Verdict::Inconclusive, format!("it does not hold throughout: {}", met.join("; ")))
}

/// A half-open stretch of days as text; a single day by its date alone.
pub(crate) fn stretch(from: Date, to: Date) -> String {
    if from.tomorrow().is_ok_and(|next| next == to) {
        format!("on {from}")
    } else {
        format!("[{from}, {to})")
    }
}

/// The verdict over all publishers: theirs if those that speak agree, else that maps disagree.
pub(crate) fn over_publishers(publishers: &[PublisherAnswer]) -> (Verdict, String) {
    let silent = [Verdict::OutsideCoverage, Verdict::NotCheckable];
    let spoken: Vec<&PublisherAnswer> =
        publishers.iter().filter(|answer| !silent.contains(&answer.verdict)).collect();
    let Some(first) = spoken.first() else { return none_speaks(publishers) };
    if spoken.iter().all(|answer| answer.verdict == first.verdict) {
        let names: Vec<String> = spoken.iter().map(|answer| answer.publisher.to_string()).collect();
        return (first.verdict, format!("{} by {}", first.verdict.phrase(), names.join(", ")));
    }
    let each: Vec<String> = spoken
        .iter()
        .map(|answer| format!("{} by {}", answer.verdict.phrase(), answer.publisher))
        .collect();
    (Verdict::MapsDisagree, each.join(", "))
}

fn none_speaks(publishers: &[PublisherAnswer]) -> (Verdict, String) {
    if publishers.is_empty() {
        let reason = "no maps are on record\nhint: add some with `seisin maps add`";
        return (Verdict::OutsideCoverage, reason.to_owned());
    }
    let unmeasured = publishers.iter().find(|answer| answer.verdict == Verdict::NotCheckable);
    if let Some(answer) = unmeasured {
        return (Verdict::NotCheckable, answer.reason.clone());
    }
    let each: Vec<String> = publishers
        .iter()
        .map(|answer| format!("{}: {}", answer.publisher, answer.reason))
        .collect();
    (Verdict::OutsideCoverage, each.join("; "))
}
