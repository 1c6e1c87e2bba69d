//! Tables of published figures as they are given to the program, sound rows and unsound ones.

use proptest::prelude::*;
use seisin_exchange::{
    Agreement, Checked, PrintedTotal, SheetError, SheetKind, SheetReport, SheetSettings,
    check_sheet,
};
use std::path::PathBuf;

fn checked(csv: &str, totals: &[(&str, &str)]) -> SheetReport {
    let total = |(list, printed): &(&str, &str)| PrintedTotal {
        list: (!list.is_empty()).then(|| (*list).to_owned()),
        printed: (*printed).to_owned(),
    };
    let settings = SheetSettings { totals: totals.iter().map(total).collect() };
    check_sheet(csv.as_bytes(), &settings).expect("a table")
}

fn outcomes(report: &SheetReport) -> Vec<&'static str> {
    report.checks.iter().map(|check| check.agreement.word()).collect()
}

fn from<'a>(report: &'a SheetReport, words: &str) -> &'a Checked {
    report.checks.iter().find(|check| check.from.contains(words)).expect("it is worked out")
}

/// Figures of the Netherlands–Belgium, India–Bangladesh, Israel–Palestine and China–Tajikistan
/// exchanges as they were printed; `unsound` rows are those a reader can prove wrong.
#[test]
fn every_unsound_figure_differs_and_no_sound_one_does() {
    let csv = "name,printed,from,beside\n\
        sound,\"10,050.61 acres\",\"17,160.63 acres - 7,110.02 acres\",\n\
        sound,40.67 km2,\"10,050.61 acres\",\n\
        sound,2.414,\"17,160.63 acres / 7,110.02 acres\",\n\
        unsound,\"24,270.65 acres\",\"17,160.63 acres\",\"17,160.63 acres; 7,110.02 acres\"\n\
        unsound,\"17,160.63 hectares\",\"17,160.63 acres\",\n\
        unsound,\"7,110.02 hectares\",\"7,110.02 acres\",\n\
        unsound,.02 %,\"979 of about 37,000\",\n\
        unsound,57 %,\"166,429 of 299,028\",\n\
        sound,44 %,\"132,599 of 299,028\",\n\
        unsound,100 %,57 % + 44 %,\n\
        sound,80.0 %,\"(299,028 - 59,782) / 299,028\",\n\
        sound,68.5 %,\"1 - 94,226 / 299,028\",\n\
        unsound,53 sq mi,\"2.19 % of 2,392 sq mi\",\n\
        unsound,5.5 %,\"1,000 km2 / 28,500 km2\",\n";
    let report = checked(csv, &[]);
    assert_eq!(report.kind, SheetKind::Figures);
    for check in &report.checks {
        let expected =
            if check.subject == "sound" { Agreement::Agrees } else { Agreement::Differs };
        assert_eq!(check.agreement, expected, "{check:?}");
    }
    let said = |from: &str| {
        let check = report.checks.iter().find(|check| check.printed.starts_with(from));
        check.and_then(|check| check.finding.as_ref()).expect("it differs").to_string()
    };
    assert!(said("24,270.65").contains("it is the sum of 17,160.63 acres and 7,110.02 acres"));
    assert!(said("17,160.63 hectares").contains("the digits are those of a figure in [acr_us]"));
}

#[test]
fn a_direction_is_checked_against_the_transfers_of_its_case() {
    let csv = "case,from,to,amount,party,becomes\n\
        2018,Belgium,Netherlands,16.37 ha,,\n\
        2018,Netherlands,Belgium,3.09 ha,Netherlands,larger\n\
        both peninsulas,Netherlands,Belgium,,,\n\
        both peninsulas,Netherlands,Belgium,,Netherlands,larger\n\
        unclear,Netherlands,Belgium,,Netherlands,richer\n";
    let report = checked(csv, &[]);
    assert_eq!(report.kind, SheetKind::Transfers);
    assert_eq!(outcomes(&report), ["agrees", "differs", "not_checkable"]);
}

/// One offer as five sources tell it: each keeps its numbers, and those with two sides a ratio.
#[test]
fn versions_of_one_offer_stay_apart() {
    let csv = "offer,source,gives,asks,ratio\n\
        2008,one,6.8 %,5.5 %,\n\
        2008,two,6.3 %,5.8 %,\n\
        2008,a map,6.5 %,,\n\
        2008,four,7 %,5.5 %,1.3\n\
        2008,five,6.3 %,,\n";
    let report = checked(csv, &[]);
    assert_eq!((report.kind, report.checks.len()), (SheetKind::Versions, 5));
    let ratios: Vec<Option<String>> =
        report.checks.iter().map(|c| c.expected.map(|ratio| format!("{ratio:.3}"))).collect();
    let told = |ratio: &str| Some(ratio.to_owned());
    assert_eq!(ratios, [told("1.236"), told("1.086"), None, told("1.273"), None]);
    assert_eq!(
        outcomes(&report),
        ["worked_out", "worked_out", "not_checkable", "agrees", "not_checkable"]
    );
}

#[test]
fn totals_in_rows_and_two_units_of_one_row_are_checked() {
    let csv = "name,acres,hectares,people\n\
        a,100.00,40.47,12\n\
        b,200.00,200.00,5\n\
        total,300.00,240.47,18\n";
    let report = checked(csv, &[]);
    assert_eq!(report.kind, SheetKind::Lists);
    let of = |unit: &str| {
        let found = report.checks.iter().filter(|c| c.from.starts_with("the sum"));
        let mut units = found.filter(|c| c.unit.as_ref().is_some_and(|u| u.ucum() == unit));
        units.next().map(|check| check.agreement)
    };
    assert_eq!(of("[acr_us]"), Some(Agreement::Agrees));
    assert_eq!(of("har"), Some(Agreement::Agrees));
    assert_eq!(of("person"), Some(Agreement::Differs));
    let rows: Vec<(&str, Agreement)> = report
        .checks
        .iter()
        .filter(|c| c.from.ends_with("[acr_us]"))
        .map(|c| (c.subject.as_str(), c.agreement))
        .collect();
    let (agrees, differs) = (Agreement::Agrees, Agreement::Differs);
    assert_eq!(rows, [("a", agrees), ("b", differs), ("total", differs)]);
}

#[test]
fn what_is_no_such_table_is_refused() {
    let refused = |csv: &str, totals: &[PrintedTotal]| {
        check_sheet(csv.as_bytes(), &SheetSettings { totals: totals.to_vec() }).unwrap_err()
    };
    assert!(matches!(refused("a,b\n1,2\n", &[]), SheetError::UnknownKind { .. }));
    assert!(matches!(refused("a,acres\n1\n", &[]), SheetError::NotCsv { line: 2, .. }));
    let total = |list: Option<&str>, printed: &str| PrintedTotal {
        list: list.map(str::to_owned),
        printed: printed.to_owned(),
    };
    let table = "list,acres\nx,1\ny,2\n";
    let none = refused(table, &[total(Some("z"), "3")]);
    assert!(none.to_string().contains("its lists are x, y"), "{none}");
    assert!(matches!(refused(table, &[total(None, "3")]), SheetError::NoSuchList { .. }));
    assert!(matches!(refused(table, &[total(Some("x"), "many")]), SheetError::NoFigure { .. }));
}

/// The annex of an act of parliament: 162 enclaves in two lists, each with a printed total.
#[test]
fn the_162_enclaves_are_summed_and_both_totals_differ() {
    let shared = std::env::var_os("SEISIN_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let Ok(csv) = std::fs::read_to_string(shared.join("exchange/lba2015-enclaves.csv")) else {
        eprintln!("skipped: {} has no exchange/lba2015-enclaves.csv", shared.display());
        return;
    };
    let totals = [("IN_enclave_in_BD", "17,160.63"), ("BD_enclave_in_IN", "7,110.02 acres")];
    let report = checked(&csv, &totals);
    assert_eq!(report.rows, 162);
    let sums: Vec<String> = report
        .checks
        .iter()
        .filter(|check| check.agreement == Agreement::Differs)
        .map(|check| format!("{} {:.2}", check.from, check.expected.expect("a sum")))
        .collect();
    assert_eq!(sums, ["the sum of 111 rows 17160.57", "the sum of 51 rows 7109.02"]);
    let net = |unit: &str| {
        let nets = report.checks.iter().filter(|c| c.from == "the net of the printed totals");
        let mut found = nets.filter(|c| c.unit.as_ref().is_some_and(|u| u.ucum() == unit));
        found.next().and_then(|check| check.expected).expect("worked out")
    };
    assert_eq!(format!("{:.2}", net("[acr_us]")), "10050.61");
    assert_eq!(format!("{:.2}", net("km2")), "40.67");
    let ratio = from(&report, "the ratio of the printed totals").expected.expect("worked out");
    assert_eq!(format!("{ratio:.3}"), "2.414");
}

proptest! {
    #[test]
    fn any_bytes_are_checked_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = check_sheet(&bytes, &SheetSettings::default());
    }

    #[test]
    fn any_words_in_a_table_are_checked_or_told(printed in ".{0,40}", from in "[-+*/().,%0-9a-z ]{0,40}") {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let csv = format!("printed,from\n{},{}\n", quoted(&printed), quoted(&from));
        let report = check_sheet(csv.as_bytes(), &SheetSettings::default()).expect("a table");
        prop_assert!(report.checks.len() == 1 || printed.contains(['\n', '\r']) || printed.is_empty());
    }
}
