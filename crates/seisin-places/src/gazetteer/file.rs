//! The bytes of the gazetteer: how the committed asset is laid out and read in place.
//!
//! ```text
//! gazetteer.fst   key -> value. Key: the folded name. Value: bit 32 = ordinary English word,
//!                 low 32 bits = index of the first posting
//! gazetteer.bin   magic (8), entries n (u32), postings n (u32), pool bytes (u32), 0 (u32)
//!                 entries, by scheme, then by identifier: n x 24 bytes
//!                     id number or pool offset u32, name pool offset u32, lat i32 (1e-5 degree),
//!                     lon i32, population u32, country 2 ASCII letters or 0, tag u8
//!                     (bits 0..3 kind, bit 3 city-like
//!                     division, bits 4..8 id scheme), importance u8
//!                 postings: n x u32 (low 24 bits entry, bits 24..26 form, bit 31 last of its key)
//!                 pool: strings, each a length byte and its UTF-8
//! ```
//! All numbers are little-endian. Nothing is decoded at start: a lookup reads the few bytes it
//! needs.

use super::entry::{Extent, IdScheme, NameForm, PlaceKind};
use std::cmp::Ordering;

/// The first bytes of the asset; the last one is the version of the layout.
pub(crate) const MAGIC: &[u8; 8] = b"SEISGAZ\x01";
/// Bytes before the first entry.
pub(crate) const HEADER_BYTES: usize = 24;
/// Bytes of one entry.
pub(crate) const ENTRY_BYTES: usize = 24;
/// The latitude of a place without a position.
pub(crate) const NO_POSITION: i32 = i32::MIN;

/// The bit of a tag that marks a division of the extent of a city or less.
pub(crate) const CITY_LIKE: u8 = 8;

/// The entries, postings and strings of the gazetteer, read in place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tables {
    entries: &'static [u8],
    postings: &'static [u8],
    pool: &'static [u8],
}

/// One entry as it stands in the asset.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawEntry {
    pub(crate) id: u32,
    pub(crate) name: u32,
    pub(crate) lat: i32,
    pub(crate) lon: i32,
    pub(crate) population: u32,
    pub(crate) country: [u8; 2],
    pub(crate) kind: PlaceKind,
    pub(crate) extent: Extent,
    pub(crate) scheme: IdScheme,
    pub(crate) importance: u8,
}

/// One place a key stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting {
    pub(crate) entry: u32,
    pub(crate) form: NameForm,
}

impl Tables {
    /// The tables in `bytes`; `None` where they are not of this layout.
    pub(crate) fn open(bytes: &'static [u8]) -> Option<Self> {
        if bytes.get(..8)? != MAGIC {
            return None;
        }
        let entries = wide(u32_at(bytes, 8)?).checked_mul(ENTRY_BYTES)?;
        let postings = wide(u32_at(bytes, 12)?).checked_mul(4)?;
        let (entries, rest) = bytes.get(HEADER_BYTES..)?.split_at_checked(entries)?;
        let (postings, pool) = rest.split_at_checked(postings)?;
        (pool.len() == wide(u32_at(bytes, 16)?)).then_some(Self { entries, postings, pool })
    }

    pub(crate) fn entry(&self, index: u32) -> Option<RawEntry> {
        let from = wide(index).checked_mul(ENTRY_BYTES)?;
        let bytes = self.entries.get(from..from + ENTRY_BYTES)?;
        let tag = *bytes.get(22)?;
        Some(RawEntry {
            id: u32_at(bytes, 0)?,
            name: u32_at(bytes, 4)?,
            lat: i32_at(bytes, 8)?,
            lon: i32_at(bytes, 12)?,
            population: u32_at(bytes, 16)?,
            country: [*bytes.get(20)?, *bytes.get(21)?],
            kind: *PlaceKind::ALL.get(usize::from(tag & 7))?,
            extent: if tag & CITY_LIKE == 0 { Extent::Wide } else { Extent::CityLike },
            scheme: *IdScheme::ALL.get(usize::from(tag >> 4))?,
            importance: *bytes.get(23)?,
        })
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.entries.len() / ENTRY_BYTES).unwrap_or(u32::MAX)
    }

    /// The index of the entry that `order` finds neither before nor after the one sought.
    pub(crate) fn find(&self, order: impl Fn(&RawEntry) -> Ordering) -> Option<u32> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from + (to - from) / 2;
            match order(&self.entry(middle)?) {
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
                Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// The postings of a key, from its first one.
    pub(crate) fn postings(&self, first: u32) -> impl Iterator<Item = Posting> + use<> {
        let bytes = self.postings.get(wide(first) * 4..).unwrap_or_default();
        let mut ended = false;
        bytes.chunks_exact(4).map_while(move |chunk| {
            if ended {
                return None;
            }
            let word = u32_at(chunk, 0)?;
            ended = word >> 31 == 1;
            let form = *NameForm::ALL.get(wide((word >> 24) & 3))?;
            Some(Posting { entry: word & 0x00ff_ffff, form })
        })
    }

    pub(crate) fn text(&self, offset: u32) -> Option<&'static str> {
        let from = wide(offset);
        let length = usize::from(*self.pool.get(from)?);
        std::str::from_utf8(self.pool.get(from + 1..from + 1 + length)?).ok()
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

fn i32_at(bytes: &[u8], at: usize) -> Option<i32> {
    bytes.get(at..)?.first_chunk().map(|four| i32::from_le_bytes(*four))
}

pub(crate) fn wide(value: u32) -> usize {
    usize::try_from(value).expect("a target of this project has at least 32-bit addresses")
}
