//! How much of one source is taken.

/// How much of one file, folder's file or stream is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceLimits {
    /// The largest single report, line, record or feed, in bytes.
    pub item_bytes: usize,
    /// The most reports of one source.
    pub items: usize,
    /// How many times larger than its compressed bytes a compressed source may become, once it is
    /// larger than `item_bytes`.
    pub expansion: u64,
    /// The most archives inside one packed web archive.
    pub archives: usize,
}

impl Default for SourceLimits {
    /// 64 MiB a report, a hundred million reports, two hundredfold, a thousand archives. Web pages
    /// pack four- to tenfold.
    fn default() -> Self {
        Self { item_bytes: 64 << 20, items: 100_000_000, expansion: 200, archives: 1000 }
    }
}
