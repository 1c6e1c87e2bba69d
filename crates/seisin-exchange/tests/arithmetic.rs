//! Published figures of exchanges, sound and unsound, as they were printed.

use seisin_core::{Bound, PartyId, Quantity, QuantityKind, Unit};
use seisin_exchange::{
    Becomes, Finding, Guess, Statement, Table, TableList, TableRow, Transfer, check_statement,
    check_table,
};
use std::path::PathBuf;

/// A figure as printed: its digits tell what it is rounded to.
fn figure(digits: &str, unit: Unit) -> Quantity {
    let plain: String = digits.chars().filter(|c| *c != ',').collect();
    Quantity {
        kind: QuantityKind::Area,
        bound: Bound::Exactly,
        value: plain.parse().expect("a number"),
        high: None,
        step: if digits.contains('.') { Quantity::step_of_digits(digits) } else { 1.0 },
        unit,
        of: None,
        frame: None,
        original_value: digits.to_owned(),
    }
}

fn acres(digits: &str) -> Quantity {
    figure(digits, Unit::Acre)
}

fn people(digits: &str) -> Quantity {
    figure(digits, Unit::Counted("person".into()))
}

fn percent(digits: &str) -> Quantity {
    let printed = figure(digits, Unit::One);
    Quantity { value: printed.value / 100.0, step: printed.step / 100.0, ..printed }
}

fn same(printed: Quantity, meant: Quantity, others: &[Quantity]) -> Option<Finding> {
    check_statement(&Statement::Same { printed, meant, others: others.to_vec() })
}

fn ratio(over: Quantity, under: Quantity, ratio: Quantity) -> Option<Finding> {
    check_statement(&Statement::Ratio { over, under, ratio })
}

fn expected(finding: Option<Finding>) -> f64 {
    finding.expect("it is at odds").expected.expect("a figure")
}

#[test]
fn sound_figures_work_out() {
    let (given, got) = (acres("17,160.63"), acres("7,110.02"));
    let left = acres("10,050.61");
    let difference = Statement::Difference { from: given.clone(), less: got.clone(), left };
    assert_eq!(check_statement(&difference), None);
    let net = figure("40.67", Unit::SquareKilometre);
    assert_eq!(same(net, acres("10,050.61"), &[]), None);
    assert_eq!(ratio(given, got, figure("2.414", Unit::One)), None);
    for (without, share) in [("59,782", "80.0"), ("94,226", "68.5")] {
        let (whole, without) = (people("299,028"), people(without));
        assert_eq!(
            check_statement(&Statement::ShareLeft { whole, without, share: percent(share) }),
            None
        );
    }
    assert_eq!(ratio(people("132,599"), people("299,028"), percent("44.3")), None);
}

#[test]
fn shares_that_do_not_follow_from_their_figures_are_found() {
    let close = |found: Option<Finding>, percent: f64| {
        let found = 100.0 * expected(found);
        assert!((found - percent).abs() < 0.05, "{found} is not {percent}");
    };
    close(ratio(people("979"), people("37,000"), percent(".02")), 2.6);
    close(ratio(people("166,429"), people("299,028"), percent("57")), 55.7);
    let square_km = |digits: &str| figure(digits, Unit::SquareKilometre);
    close(ratio(square_km("1,000"), square_km("28,500"), percent("5.5")), 3.5);
    let square_miles = |digits: &str| figure(digits, Unit::SquareMile);
    let (share, whole) = (percent("2.19"), square_miles("2,392"));
    let amount = square_miles("53");
    let found = check_statement(&Statement::ShareOf { share, whole, amount }).unwrap();
    assert!((found.expected.unwrap() - 52.4).abs() < 0.05, "{found}");
}

#[test]
fn shares_of_one_whole_may_miss_it_by_their_rounding_alone() {
    let shares = |all: &[&str]| {
        check_statement(&Statement::SharesOfWhole {
            shares: all.iter().map(|s| percent(s)).collect(),
        })
    };
    assert_eq!(shares(&["33.3", "33.3", "33.3"]), None);
    assert_eq!(shares(&["55.7", "44.3"]), None);
    assert!(shares(&["55.7", "44.5"]).is_some());
}

#[test]
fn acres_printed_as_hectares_are_named() {
    let found = same(figure("17,160.63", Unit::Hectare), acres("17,160.63"), &[]).unwrap();
    assert_eq!(found.guesses, [Guess::OtherUnit { unit: "[acr_us]".into() }]);
    assert!(!found.rounding_could_explain);
}

#[test]
fn an_amount_converted_the_wrong_way_is_named() {
    let square_km = figure("1,036", Unit::SquareKilometre);
    let found = same(square_km, figure("1,036", Unit::SquareMile), &[]).unwrap();
    assert_eq!(found.guesses, [Guess::OtherUnit { unit: "[mi_i]2".into() }]);
    let twice = figure("2,683", Unit::SquareKilometre);
    let found = same(twice, figure("400", Unit::SquareMile), &[]).unwrap();
    assert!(matches!(found.guesses[..], [Guess::Converted { .. }]), "{found}");
}

#[test]
fn the_sum_of_both_lists_is_told_from_one_of_them() {
    let totals = [acres("17,160.63"), acres("7,110.02")];
    let found = same(acres("24,270.65"), totals[0].clone(), &totals).unwrap();
    let sum = Guess::SumOf { one: "17,160.63".into(), other: "7,110.02".into() };
    assert_eq!(found.guesses, [sum]);
}

#[test]
fn a_direction_that_its_own_transfers_contradict_is_found() {
    let party = |id: &str| PartyId(id.into());
    let transfer = |from: &str, to: &str, amount: Option<&str>| Transfer {
        from: party(from),
        to: party(to),
        amount: amount.map(|digits| figure(digits, Unit::Hectare)),
    };
    let said = |transfers: Vec<Transfer>, becomes| {
        check_statement(&Statement::Direction { transfers, party: party("netherlands"), becomes })
    };
    let both = || vec![transfer("netherlands", "belgium", None); 2];
    assert!(said(both(), Becomes::Larger).is_some());
    assert_eq!(said(both(), Becomes::Smaller), None);
    let printed = vec![
        transfer("belgium", "netherlands", Some("16.37")),
        transfer("netherlands", "belgium", Some("3.09")),
    ];
    assert_eq!(said(printed.clone(), Becomes::Larger), None);
    assert!(said(printed, Becomes::Smaller).is_some());
    let open = vec![transfer("belgium", "netherlands", None), both().remove(0)];
    assert_eq!(said(open, Becomes::Larger), None, "amounts that nobody prints decide nothing");
}

fn list(name: &str, rows: &[&str], total: &str) -> TableList {
    let row = |digits: &&str| TableRow { name: (*digits).to_owned(), amount: acres(digits) };
    let rows = rows.iter().map(row).collect();
    TableList { name: name.to_owned(), rows, printed_total: Some(acres(total)) }
}

#[test]
fn a_total_that_its_rows_do_not_add_up_to_is_found() {
    let sound = list("sound", &["58.23", "0.79", "18"], "77.02");
    let unsound = list("unsound", &["58.23", "0.79", "18"], "78.02");
    let slightly = list("slightly", &["58.23", "0.79", "18"], "77.03");
    let found = check_table(&Table { lists: vec![sound, unsound, slightly] });
    let names: Vec<(&str, bool)> = found
        .iter()
        .map(|(name, finding)| (name.as_str(), finding.rounding_could_explain))
        .collect();
    assert_eq!(names, [("unsound", false), ("slightly", true)]);
}

/// The annex of an act of parliament: 162 enclaves in two lists, each with a printed total.
#[test]
fn the_enclaves_do_not_add_up_to_their_printed_totals() {
    let shared = std::env::var_os("SEISIN_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let Ok(csv) = std::fs::read_to_string(shared.join("exchange/lba2015-enclaves.csv")) else {
        eprintln!("skipped: {} has no exchange/lba2015-enclaves.csv", shared.display());
        return;
    };
    let of = |list_name: &str, total: &str| {
        let rows = csv.lines().filter(|line| line.starts_with(list_name));
        let amounts: Vec<&str> = rows.filter_map(|line| line.rsplit(',').next()).collect();
        list(list_name, &amounts, total)
    };
    let lists = vec![of("IN_enclave_in_BD", "17,160.63"), of("BD_enclave_in_IN", "7,110.02")];
    assert_eq!(lists.iter().map(|list| list.rows.len()).collect::<Vec<_>>(), [111, 51]);
    let sums: Vec<String> =
        lists.iter().map(|list| format!("{:.2}", list.row_sum().unwrap())).collect();
    assert_eq!(sums, ["17160.57", "7109.02"]);
    let found = check_table(&Table { lists });
    assert_eq!(found.len(), 2);
    assert!(!found[1].1.rounding_could_explain);
}
