//! Text repair against the cases of ftfy (Apache-2.0).

use crate::{
    archive::{Archive, OpenSuiteError},
    figure::{Figure, Scope, Tally},
};
use seisin_read::text::repair::repair;
use serde::Deserialize;

const FILES: [&str; 4] = ["language-names", "synthetic", "in-the-wild", "negative"];

#[derive(Deserialize)]
struct Case {
    original: String,
    fixed: String,
    #[serde(rename = "fixed-encoding")]
    fixed_encoding: Option<String>,
}

/// Repairs every case that ftfy itself passes.
///
/// # Method
/// A case holds where our text is what ftfy's repair of encodings gives, or is what its whole
/// repair gives once marks that it also flattens (curled quotes, ligatures, wide punctuation) are
/// flattened in both: seisin keeps the marks as printed, since evidence is quoted.
///
/// # Errors
/// [`OpenSuiteError`] where a file is missing.
pub fn score(archive: &Archive) -> Result<Vec<Figure>, OpenSuiteError> {
    let (mut all, mut negative) = (Tally::default(), Tally::default());
    for file in FILES {
        let cases: Vec<Case> = archive.json(&format!("test-cases/{file}.json"))?;
        for case in cases {
            let ours = repair(&case.original).text;
            let encoding = case.fixed_encoding.as_ref().unwrap_or(&case.fixed);
            let right = &ours == encoding || flattened(&ours) == flattened(&case.fixed);
            let miss = || format!("{:?} gave {ours:?}, not {encoding:?}", case.original);
            if file == "negative" {
                negative.count(Scope::In, right, miss);
            }
            all.count(Scope::In, right, miss);
        }
    }
    Ok(vec![all.figure("ftfy.cases"), negative.figure("ftfy.negative")])
}

/// The text with the marks flattened that ftfy flattens and seisin keeps.
fn flattened(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '‘' | '’' | '‚' | '‹' | '›' => plain.push('\''),
            '“' | '”' | '„' => plain.push('"'),
            'ﬁ' => plain.push_str("fi"),
            'ŉ' => plain.push_str("'n"),
            'ǌ' => plain.push_str("nj"),
            'ǉ' => plain.push_str("lj"),
            '，' => plain.push(','),
            '\u{1a}' => {}
            _ => plain.push(c),
        }
    }
    plain
}
