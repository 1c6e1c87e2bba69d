//! Articles taken from 181 news pages, compared with what people took from them, by the measure of
//! scrapinghub's article-extraction-benchmark (MIT): runs of four words, averaged over the pages.

use seisin_source::article_text;
use std::{collections::BTreeMap, io::Read as _, path::PathBuf};

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test finds shared material by its variable")]
fn suite() -> Option<BTreeMap<String, Vec<u8>>> {
    let shared = std::env::var("SEISIN_SHARED").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let path = shared.join("suites/article-extraction-benchmark.tar.zst");
    let Ok(file) = std::fs::File::open(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    let mut unpacked = zstd::Decoder::new(file).unwrap();
    unpacked.window_log_max(30).unwrap();
    let mut files = BTreeMap::new();
    for entry in tar::Archive::new(unpacked).entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        files.insert(path.trim_start_matches("./").to_owned(), bytes);
    }
    Some(files)
}

/// How often each run of four words stands in a text.
fn runs(text: &str) -> BTreeMap<Vec<&str>, u32> {
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let mut runs = BTreeMap::new();
    for start in 0..words.len().saturating_sub(3).max(usize::from(!words.is_empty())) {
        *runs.entry(words[start..words.len().min(start + 4)].to_vec()).or_default() += 1;
    }
    runs
}

/// Precision and recall of one page; `None` where there is nothing to divide by.
fn compare(truth: &str, found: &str) -> (Option<f64>, Option<f64>) {
    let (truth, found) = (runs(truth), runs(found));
    let both: u32 =
        truth.iter().map(|(run, count)| (*count).min(found.get(run).copied().unwrap_or(0))).sum();
    let share = |all: &BTreeMap<Vec<&str>, u32>| {
        let all: u32 = all.values().sum();
        (all > 0).then(|| f64::from(both) / f64::from(all))
    };
    (share(&found), share(&truth))
}

#[cfg(test)]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / f64::from(u32::try_from(values.len()).unwrap())
}

#[test]
fn articles_are_what_people_took() {
    let Some(files) = suite() else { return };
    let truth: serde_json::Value = serde_json::from_slice(&files["ground-truth.json"]).unwrap();
    let (mut precision, mut recall) = (Vec::new(), Vec::new());
    for (name, page) in truth.as_object().unwrap() {
        let mut html = Vec::new();
        let packed = files[&format!("html/{name}.html.gz")].as_slice();
        flate2::read::MultiGzDecoder::new(packed).read_to_end(&mut html).unwrap();
        let found = article_text(&html);
        let (p, r) = compare(page["articleBody"].as_str().unwrap(), &found);
        if r.is_none_or(|r| r < 0.5) {
            println!("{name}: {} bytes became {}", html.len(), found.len());
        }
        precision.extend(p);
        recall.extend(r);
    }
    let (p, r) = (mean(&precision), mean(&recall));
    let f1 = 2.0 * p * r / (p + r);
    println!("{} pages: precision {p:.4}, recall {r:.4}, F1 {f1:.4}", recall.len());
    assert!(f1 >= 0.95, "precision {p:.4}, recall {r:.4}, F1 {f1:.4}");
}
