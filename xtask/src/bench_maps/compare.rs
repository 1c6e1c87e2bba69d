//! The results of a peer beside ours, figure by figure.

use super::ask::Said;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The tables of results with their tasks, and how far two may be apart: km², or points.
const RESULTS: [(&str, &str, f64); 5] = [
    ("areas.csv", "load and area", 1e-4),
    ("changes.csv", "gained and lost", 1e-3),
    ("oblasts.csv", "27 oblasts by day", 1e-3),
    ("publishers.csv", "two publishers on 100 days", 1e-3),
    ("points.csv", "30,000 points by day", 0.5),
];

/// Where the results of a peer are further from ours than they may be, or are not there though it
/// carried out the task; prints how far they are.
pub(super) fn differences(folder: &Path, peer: &str, said: &Said) -> Vec<String> {
    let mut apart = Vec::new();
    for (file, task, limit) in RESULTS {
        let read = |whose: &str| {
            let path = folder.join(whose).join(file);
            table(&fs::read_to_string(path).unwrap_or_default())
        };
        let (ours, theirs) = (read("seisin"), read(peer));
        let worst = farthest(&ours, &theirs);
        let (gap, at) = &worst;
        println!(
            "{peer:<10}{task:<28}{:>7} figures, at most {gap:.1e} apart {at} (allowed {limit})",
            theirs.len()
        );
        if *gap > limit {
            apart.push(format!("{peer}, {task}: {gap} apart {at}, allowed {limit}"));
        }
        if theirs.is_empty() && said.tasks.get(task).is_some_and(|timed| timed.complete) {
            apart.push(format!("{peer}, {task}: no results to compare"));
        }
    }
    apart
}

type Figures = BTreeMap<(String, String), f64>;

/// The largest difference and where it is; a figure that only they have is infinitely far.
fn farthest(ours: &Figures, theirs: &Figures) -> (f64, String) {
    let gaps = theirs.iter().map(|(place, figure)| {
        let gap = ours.get(place).map_or(f64::INFINITY, |ours| (ours - figure).abs());
        (gap, place)
    });
    let worst = gaps.max_by(|a, b| a.0.total_cmp(&b.0));
    worst.map_or((0.0, String::new()), |(gap, (day, column))| (gap, format!("at {day} {column}")))
}

/// The figures of a table by date and column.
fn table(text: &str) -> Figures {
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let mut figures = BTreeMap::new();
    for row in lines {
        for (column, figure) in header.iter().zip(&row).skip(1) {
            if let Ok(figure) = figure.parse() {
                figures.insert((row[0].to_owned(), (*column).to_owned()), figure);
            }
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_farthest_figure_is_found_and_a_missing_one_counts() {
        let ours = table("date,a,b\n2030-01-01,1.5,2\n2030-01-02,3,4\n");
        let near = table("date,a\n2030-01-01,1.5\n2030-01-02,3.25\n");
        assert_eq!(farthest(&ours, &near), (0.25, "at 2030-01-02 a".to_owned()));
        let more = table("date,c\n2030-01-01,1\n");
        assert!(farthest(&ours, &more).0.is_infinite());
        assert!(farthest(&ours, &ours).0.abs() < 1e-12);
    }
}
