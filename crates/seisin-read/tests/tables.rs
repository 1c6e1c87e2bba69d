//! Reports and the claims to be taken from them, as plain tables under `tables/`.

use seisin_core::{Claim, Detail, Document, Published};
use seisin_places::fold;
use seisin_read::text::{ReadSettings, Vocabulary, read_text};

struct Scenario {
    line: usize,
    on: String,
    report: String,
    expected: Vec<String>,
}

fn scenarios(table: &str) -> Vec<Scenario> {
    let mut found: Vec<Scenario> = Vec::new();
    let mut on = String::new();
    for (line, row) in table.lines().enumerate() {
        if let Some(day) = row.strip_prefix("@ ") {
            day.clone_into(&mut on);
        } else if let Some(report) = row.strip_prefix("> ") {
            let report = report.replace(" ¶ ", "\n\n").replace(" ⏎ ", "\n");
            found.push(Scenario { line: line + 1, on: on.clone(), report, expected: Vec::new() });
        } else if !row.is_empty() && !row.starts_with('#') {
            let last = found.last_mut().expect("a claim follows its report");
            last.expected.push(row.to_owned());
        }
    }
    found
}

/// The fields of a claim in the order of the tables: each the ways in which it may be written.
fn fields(claim: &Claim) -> [Vec<String>; 7] {
    let act = match &claim.detail {
        Detail::Change(action) => format!(":{}", action.word()),
        _ => String::new(),
    };
    let or_none = |names: Option<Vec<String>>| names.unwrap_or_else(|| vec!["-".to_owned()]);
    let party = |party: &Option<seisin_core::PartyRef>| {
        or_none(party.as_ref().map(|party| vec![party.name.clone(), party.mention.clone()]))
    };
    let quantity = claim.quantity.as_ref().map(|quantity| {
        let high = quantity.high.map(|high| format!("-{high}")).unwrap_or_default();
        let value = (quantity.value * 1e4).round() / 1e4;
        vec![format!("{} {value}{high} {}", quantity.bound.word(), quantity.unit.ucum())]
    });
    let mut told = claim.modality.word().to_owned();
    if claim.polarity.word() == "denied" {
        told.push_str(" denied");
    }
    [
        vec![format!("{}{act}", claim.kind().word())],
        party(&claim.party),
        party(&claim.counterparty),
        or_none(claim.region.as_ref().map(|r| vec![r.name.clone(), r.mention.clone()])),
        or_none(quantity),
        or_none(claim.valid.as_ref().map(|valid| vec![valid.edtf.to_string()])),
        vec![told],
    ]
}

/// Whether a field of a claim is as the table has it; names match where one has the other's words.
fn fits(number: usize, expected: &str, found: &[String]) -> bool {
    let name = matches!(number, 1..=3);
    let part = |found: &String| {
        if name && expected != "-" {
            fold(found).contains(&fold(expected))
        } else if let Some(act) = expected.strip_suffix(":?") {
            found.starts_with(act)
        } else {
            found == expected
        }
    };
    expected == "?" || found.iter().any(part)
}

fn matches_row(row: &str, claim: &Claim) -> bool {
    let found = fields(claim);
    let mut cells: Vec<&str> = row.split(';').map(str::trim).collect();
    if cells.len() == 6 {
        cells.push("asserted");
    } else if cells.get(6) == Some(&"denied") {
        cells[6] = "asserted denied";
    }
    cells.len() == 7 && (0..7).all(|at| fits(at, cells[at], &found[at]))
}

fn check(table: &str, kinds: &[&str]) {
    let vocabulary = Vocabulary::built_in();
    let mut wrong = Vec::new();
    for scenario in scenarios(table) {
        let document = Document {
            published: Published::parse(&scenario.on),
            ..Document::of("report.txt", &scenario.report)
        };
        let settings = ReadSettings::default();
        let mut claims = read_text(&document, &scenario.report, &vocabulary, &settings).claims;
        claims.retain(|claim| kinds.contains(&claim.kind().word()));
        let mut missed = Vec::new();
        for row in &scenario.expected {
            match claims.iter().position(|claim| matches_row(row, claim)) {
                Some(at) => drop(claims.remove(at)),
                None => missed.push(format!("    missed: {row}")),
            }
        }
        let show = |claim: &Claim| {
            let cells: Vec<String> = fields(claim).iter().map(|cell| cell.join(" = ")).collect();
            format!("    beyond: {} [{}]", cells.join("; "), claim.reader.rule)
        };
        missed.extend(claims.iter().map(show));
        if !missed.is_empty() {
            let head = format!("line {}: {}", scenario.line, scenario.report);
            wrong.push(format!("{head}\n{}", missed.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn land_held_and_changing_hands() {
    check(include_str!("tables/land.txt"), &["holding", "change"]);
}

#[test]
fn control_told_by_other_words_than_verbs_of_taking() {
    check(include_str!("tables/control.txt"), &["holding", "change"]);
}

#[test]
fn people_lost() {
    check(include_str!("tables/casualties.txt"), &["casualties"]);
}

#[test]
fn what_only_sounds_like_land() {
    let kinds = ["holding", "change", "title", "offer", "response", "casualties"];
    check(include_str!("tables/nothing.txt"), &kinds);
}
