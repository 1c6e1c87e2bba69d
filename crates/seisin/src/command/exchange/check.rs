//! `seisin exchange check`: whether the printed figures of a table are what they come from.

use crate::{
    args::ExchangeCheckArgs,
    command::{inputs, talk},
    exit::{Failure, Outcome},
    output::write_records,
    wire::CheckedJson,
};
use seisin_exchange::{Agreement, PrintedTotal, SheetReport, SheetSettings, check_sheet};

/// The largest table taken, in bytes.
const LARGEST: u64 = 64 << 20;

/// Checks a table and prints a row for each figure in it.
///
/// # Errors
/// Fails where the file cannot be read, is no such table, or `--fail-on` names no outcome.
pub(crate) fn check(args: &ExchangeCheckArgs) -> Result<Outcome, Failure> {
    let named = args.fail_on.iter().map(|word| agreement(word)).collect::<Result<Vec<_>, _>>()?;
    let bytes = inputs::bytes(&args.file, LARGEST)?;
    let settings = SheetSettings { totals: args.total.iter().map(|text| total(text)).collect() };
    let report = check_sheet(&bytes, &settings)
        .map_err(|error| Failure::to(&format!("check {}", args.file.display()), &error))?;
    let rows: Vec<CheckedJson> =
        report.checks.iter().map(|check| CheckedJson::new(&report, check)).collect();
    write_records(&mut std::io::stdout().lock(), args.format, &rows)?;
    talk(&summary(&report));
    let met = report.checks.iter().any(|check| named.contains(&check.agreement));
    Ok(if met { Outcome::VerdictNamed } else { Outcome::Done })
}

fn summary(report: &SheetReport) -> String {
    let count = |of: Agreement| report.checks.iter().filter(|c| c.agreement == of).count();
    let counted: Vec<String> = Agreement::ALL
        .iter()
        .map(|of| format!("{} {}", count(*of), of.word().replace('_', " ")))
        .collect();
    format!("{} rows of {}: {}", report.rows, report.kind.word(), counted.join(", "))
}

/// `LIST=FIGURE` or `FIGURE`.
fn total(text: &str) -> PrintedTotal {
    match text.rsplit_once('=') {
        Some((list, printed)) => {
            PrintedTotal { list: Some(list.to_owned()), printed: printed.to_owned() }
        }
        None => PrintedTotal { list: None, printed: text.to_owned() },
    }
}

fn agreement(word: &str) -> Result<Agreement, Failure> {
    let plain = word.replace([' ', '-'], "_");
    Agreement::ALL.into_iter().find(|one| one.word() == plain).ok_or_else(|| {
        let words = Agreement::ALL.map(Agreement::word).join(", ");
        Failure::Usage(format!("--fail-on `{word}` is no outcome\nhint: it is one of {words}"))
    })
}
