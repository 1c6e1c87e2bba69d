//! Articles taken from pages against the article extraction benchmark (MIT).

use crate::{
    archive::{Archive, OpenSuiteError, shape},
    figure::Figure,
};
use serde::Deserialize;
use std::{collections::BTreeMap, io::Read as _};

#[derive(Deserialize)]
struct Truth {
    #[serde(rename = "articleBody")]
    body: String,
}

/// Takes the article from every page.
///
/// # Method
/// As the suite's own `evaluate.py`: runs of four words, precision and recall of each page averaged
/// over the pages, F1 of the two averages.
///
/// # Errors
/// [`OpenSuiteError`] where a file is missing or damaged.
pub fn score(archive: &Archive) -> Result<Vec<Figure>, OpenSuiteError> {
    let truth: BTreeMap<String, Truth> = archive.json("ground-truth.json")?;
    let (mut precision, mut recall, mut misses) = (Vec::new(), Vec::new(), Vec::new());
    for (name, page) in &truth {
        let path = format!("html/{name}.html.gz");
        let mut html = Vec::new();
        flate2::read::MultiGzDecoder::new(archive.bytes(&path)?)
            .read_to_end(&mut html)
            .map_err(|error| shape(&path, &error))?;
        let found = seisin_source::article_text(&html);
        let (p, r) = compare(&page.body, &found);
        if p.is_some_and(|p| p < 0.8) || r.is_none_or(|r| r < 0.8) {
            misses.push(format!("{name}: precision {p:.3?}, recall {r:.3?}"));
        }
        precision.extend(p);
        recall.extend(r);
    }
    let (p, r) = (mean(&precision), mean(&recall));
    let value = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
    let basis = format!("precision {p:.3}, recall {r:.3} over {} pages", recall.len());
    Ok(vec![Figure { id: "articles.f1", value, basis, misses }])
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / f64::from(u32::try_from(values.len().max(1)).unwrap_or(u32::MAX))
}

/// How often each run of four words stands in a text; a shorter text is one run.
fn runs(text: &str) -> BTreeMap<Vec<&str>, u32> {
    const LENGTH: usize = 4;
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let mut runs = BTreeMap::new();
    let whole = words.chunks(LENGTH).next().filter(|_| words.len() < LENGTH);
    for run in words.windows(LENGTH).chain(whole) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

/// Precision and recall of one page; `None` where there is nothing to divide by.
fn compare(truth: &str, found: &str) -> (Option<f64>, Option<f64>) {
    let (truth, found) = (runs(truth), runs(found));
    let both: u32 =
        truth.iter().map(|(run, count)| found.get(run).map_or(0, |other| *count.min(other))).sum();
    let share = |all: &BTreeMap<Vec<&str>, u32>| {
        let all: u32 = all.values().sum();
        (all > 0).then(|| f64::from(both) / f64::from(all))
    };
    (share(&found), share(&truth))
}
