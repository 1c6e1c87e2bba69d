//! Reports and what is to be told of them, as plain tables under `tables/`.

/// The rows of a table: a report after `>`, and under it what is to be told of it; `⏎` begins a line
/// of a report.
pub(crate) fn rows(table: &str) -> Vec<(String, Vec<&str>)> {
    let blocks = table.split("\n\n").map(str::trim).filter(|block| !block.starts_with('#'));
    blocks
        .map(|block| {
            let block = block.strip_prefix("> ").expect("a block is a report or a remark");
            let mut lines = block.lines();
            let report = lines.next().unwrap_or_default().replace(" ⏎ ", "\n");
            (report, lines.map(str::trim).collect())
        })
        .collect()
}
