//! Something in a publisher's editions that nothing on record explains.

use seisin_core::{Area, Date, PartyId, PublisherId, RegionId};

/// Something in a publisher's editions that nothing on record explains.
///
/// # Units
/// `from..to` are days of the situation shown, half-open.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Whose editions.
    pub publisher: PublisherId,
    /// Whose holding; `None` where it is a matter of the edition as a whole.
    pub party: Option<PartyId>,
    /// The country or region the holding is drawn in, or that is never drawn.
    pub region: Option<RegionId>,
    /// From which day.
    pub from: Date,
    /// Up to which day, itself not included.
    pub to: Date,
    /// How much land it is about.
    pub area: Option<Area>,
    /// In one sentence.
    pub sentence: String,
}

/// The kind of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// The total leaps, and is back where it was within days.
    JumpUndone,
    /// Land that every edition showed for half a year is gone from one edition to the next.
    LongHeldGone,
    /// The total leaps and stays.
    Jump,
    /// Polygons lie where the publisher's profile has no rule for them, or beyond its extent.
    OutsideScope,
    /// Features were set aside as invalid.
    SetAside,
    /// The publisher's profile names the days as faulty.
    KnownFault,
    /// Another publisher shows nearly all of a region as held, and this one never draws any of it.
    NeverDrawn,
}

impl FindingKind {
    /// The word of the public record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::JumpUndone => "jump_undone",
            Self::LongHeldGone => "long_held_gone",
            Self::Jump => "jump",
            Self::OutsideScope => "outside_scope",
            Self::SetAside => "set_aside",
            Self::KnownFault => "known_fault",
            Self::NeverDrawn => "never_drawn",
        }
    }
}
