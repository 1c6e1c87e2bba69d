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

    /// The word of the public record; `None` for the report's own voice.
    pub const fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::Report | Self::Headline | Self::Dateline => return None,
            Self::UpdateLine | Self::Byline => "byline",
            Self::Subscription => "subscription",
            Self::Cookie => "cookie",
            Self::Trackback => "trackback",
            Self::Comment => "comment",
            Self::Caption => "caption",
            Self::Navigation => "navigation",
        })
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
