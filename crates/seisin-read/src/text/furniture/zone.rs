//! The parts of a page.

use std::ops::Range;

/// What a part of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ZoneKind {
    /// The report's own sentences.
    Report,
    /// Its title or a heading inside it.
    Headline,
    /// Where and when it was filed: "YEREVAN, Sept. 28, 2023 (Agency) -".
    Dateline,
    /// When it was posted or changed.
    UpdateLine,
    /// Who wrote it.
    Byline,
    /// An invitation to subscribe, follow, share or give.
    Subscription,
    /// A notice about cookies or privacy.
    Cookie,
    /// Another page's quotation of this one.
    Trackback,
    /// A reader's remark.
    Comment,
    /// What stands under a picture.
    Caption,
    /// A link to elsewhere: menus, "read more", tags.
    Navigation,
}

impl ZoneKind {
    /// Whether the report itself speaks there, rather than the page around it.
    pub const fn is_report(self) -> bool {
        matches!(self, Self::Report | Self::Headline | Self::Dateline)
    }
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Where, in bytes of the repaired text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: ZoneKind,
}

/// The parts of a page, in order.
pub fn zones(text: &str) -> Vec<Zone> {
    let mut zones = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let lead = line.len() - line.trim_start().len();
            let at = start + lead;
            zones.push(Zone { range: at..at + words.len(), kind: ZoneKind::Report });
        }
        start += line.len();
    }
    zones
}
