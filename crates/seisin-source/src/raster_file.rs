//! A window of a `GeoTIFF` of amounts: people, pixel by pixel.

use crate::raster_tags::{PlaceTags, RasterPlace};
use seisin_measure::{Bounds, Position, Raster};
use std::{
    io::{Read, Seek},
    ops::Range,
};
use tiff::{
    ColorType, TiffError,
    decoder::{ChunkType, Decoder, DecodingResult, Limits},
    tags::Tag,
};

/// How much of a raster is read at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RasterLimits {
    /// Pixels of the window, 4 bytes each.
    pub pixels: usize,
    /// Bytes of one strip or tile, unpacked.
    pub chunk_bytes: usize,
}

impl Default for RasterLimits {
    fn default() -> Self {
        Self { pixels: 100_000_000, chunk_bytes: 128 << 20 }
    }
}

/// Why a raster was not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RasterFileError {
    /// It is no TIFF, or a damaged one, or packed in a way that is not read.
    #[error(
        "read the raster: {0}\nhint: a GeoTIFF packed by Deflate, LZW, Zstandard or not at all is read"
    )]
    Tiff(String),
    /// It does not say in which coordinate system it lies.
    #[error(
        "place the raster: it names no coordinate system\nhint: take one in WGS 84 longitude and \
         latitude (EPSG:4326)"
    )]
    NoSystem,
    /// It lies in another coordinate system.
    #[error(
        "place the raster: it is in EPSG:{code}, and pixels cut anew in another system would not keep \
         their people\nhint: take the publisher's file in WGS 84 longitude and latitude (EPSG:4326)"
    )]
    OtherSystem {
        /// Its code.
        code: u16,
    },
    /// It does not say where it lies, or is turned.
    #[error("place the raster: it names no corner and pixel size, or is not north up")]
    NoPlace,
    /// It has several values a pixel, or colours.
    #[error("read the raster: it has {found}, not one number a pixel")]
    NotAmounts {
        /// What it has.
        found: String,
    },
    /// The window has too many pixels.
    #[error(
        "read {pixels} pixels of the raster: at most {limit} are taken\nhint: take a raster with \
         larger pixels, or less land"
    )]
    TooLarge {
        /// How many.
        pixels: u64,
        /// The limit.
        limit: usize,
    },
}

impl From<TiffError> for RasterFileError {
    fn from(error: TiffError) -> Self {
        Self::Tiff(error.to_string())
    }
}

/// The part of a raster that lies in a box; `None` where none of it does.
///
/// # Assumptions
/// A value is the amount on its pixel (people, not people by km²). A value below zero, no number,
/// or the one the file declares to mean so, is not known.
///
/// # Method
/// Only the strips or tiles that meet the box are unpacked. Where the raster lies is told by its
/// tags (`raster_tags`).
///
/// # Errors
/// [`RasterFileError`] for a file that is damaged or of another kind, and for a window with too many
/// pixels. Nothing is resampled.
pub fn read_raster(
    reader: impl Read + Seek,
    bounds: Bounds,
    limits: &RasterLimits,
) -> Result<Option<Raster>, RasterFileError> {
    let mut own = Limits::default();
    own.decoding_buffer_size = limits.chunk_bytes;
    own.intermediate_buffer_size = limits.chunk_bytes;
    own.ifd_value_size = 64 << 20;
    let mut file = RasterFile { decoder: Decoder::new(reader)?.with_limits(own) };
    let place = file.tags().place()?;
    file.check_amounts()?;
    let (width, height) = file.decoder.dimensions()?;
    let Some(window) = Window::of(bounds, place, [width, height]) else { return Ok(None) };
    if window.pixels() > u64::try_from(limits.pixels).unwrap_or(u64::MAX) {
        return Err(RasterFileError::TooLarge { pixels: window.pixels(), limit: limits.pixels });
    }
    let values = file.values(&window, [width, height])?;
    let corner = Position::new(
        place.west + f64::from(window.columns.start) * place.pixel[0],
        place.north - f64::from(window.rows.start) * place.pixel[1],
    );
    Ok(Raster::new(corner, place.pixel, window.columns.len(), values))
}

/// The columns and rows that are read.
struct Window {
    columns: Range<u32>,
    rows: Range<u32>,
}

impl Window {
    fn of(bounds: Bounds, place: RasterPlace, [width, height]: [u32; 2]) -> Option<Self> {
        let columns = [bounds.west, bounds.east].map(|lon| (lon - place.west) / place.pixel[0]);
        let rows = [bounds.north, bounds.south].map(|lat| (place.north - lat) / place.pixel[1]);
        let window = Self { columns: between(columns, width), rows: between(rows, height) };
        (!window.columns.is_empty() && !window.rows.is_empty()).then_some(window)
    }

    fn pixels(&self) -> u64 {
        let length = |range: &Range<u32>| u64::from(range.end - range.start);
        length(&self.columns) * length(&self.rows)
    }
}

/// The whole pixels around two places, as far as there are any.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 0 and a number of pixels before"
)]
fn between([from, to]: [f64; 2], most: u32) -> Range<u32> {
    let held = |value: f64| value.clamp(0.0, f64::from(most)) as u32;
    held(from.floor())..held(to.ceil())
}

struct RasterFile<R: Read + Seek> {
    decoder: Decoder<R>,
}

impl<R: Read + Seek> RasterFile<R> {
    fn tags(&mut self) -> PlaceTags {
        let decoder = &mut self.decoder;
        PlaceTags {
            scale: decoder.get_tag_f64_vec(Tag::ModelPixelScaleTag).unwrap_or_default(),
            tie_points: decoder.get_tag_f64_vec(Tag::ModelTiepointTag).unwrap_or_default(),
            transformation: decoder
                .get_tag_f64_vec(Tag::ModelTransformationTag)
                .unwrap_or_default(),
            keys: decoder.get_tag_u16_vec(Tag::GeoKeyDirectoryTag).unwrap_or_default(),
        }
    }

    fn check_amounts(&mut self) -> Result<(), RasterFileError> {
        match self.decoder.colortype()? {
            ColorType::Gray(_) => Ok(()),
            other => Err(RasterFileError::NotAmounts { found: format!("{other:?}") }),
        }
    }

    /// The value that means that nobody says, where the file declares one.
    fn no_data(&mut self) -> Option<f32> {
        let text = self.decoder.get_tag_ascii_string(Tag::GdalNodata).ok()?;
        text.trim_matches(|c: char| c == '\0' || c.is_whitespace()).parse().ok()
    }

    fn values(
        &mut self,
        window: &Window,
        [width, height]: [u32; 2],
    ) -> Result<Vec<f32>, RasterFileError> {
        let no_data = self.no_data();
        let (across, down) = self.decoder.chunk_dimensions();
        if across == 0 || down == 0 {
            return Err(RasterFileError::Tiff("its strips or tiles have no size".to_owned()));
        }
        let a_row = match self.decoder.get_chunk_type() {
            ChunkType::Strip => 1,
            ChunkType::Tile => width.div_ceil(across),
        };
        let mut values = vec![f32::NAN; window.columns.len() * window.rows.len()];
        for row in
            window.rows.start / down..window.rows.end.div_ceil(down).min(height.div_ceil(down))
        {
            let columns = match a_row {
                1 => 0..1,
                _ => window.columns.start / across..window.columns.end.div_ceil(across).min(a_row),
            };
            for column in columns {
                let chunk = row
                    .checked_mul(a_row)
                    .and_then(|first| first.checked_add(column))
                    .ok_or_else(|| RasterFileError::Tiff("it has too many tiles".to_owned()))?;
                let (own, _) = self.decoder.chunk_data_dimensions(chunk);
                let amounts = amounts(self.decoder.read_chunk(chunk)?, no_data);
                copy((&amounts, own), [column * across, row * down], window, &mut values);
            }
        }
        Ok(values)
    }
}

/// Copies what of a chunk lies in the window.
fn copy(
    (amounts, width): (&[f32], u32),
    [west, north]: [u32; 2],
    window: &Window,
    values: &mut [f32],
) {
    let wide = window.columns.len();
    for (row, line) in (north..).zip(amounts.chunks(usize::try_from(width.max(1)).unwrap_or(1))) {
        if !window.rows.contains(&row) {
            continue;
        }
        let from = usize::try_from(row - window.rows.start).unwrap_or(0) * wide;
        for (column, value) in (west..).zip(line) {
            if window.columns.contains(&column) {
                let at = from + usize::try_from(column - window.columns.start).unwrap_or(0);
                if let Some(place) = values.get_mut(at) {
                    *place = *value;
                }
            }
        }
    }
}

/// The values as amounts; what is not known is no number.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a count of people on a pixel, of which seven digits are kept"
)]
fn amounts(read: DecodingResult, no_data: Option<f32>) -> Vec<f32> {
    let plain: Vec<f32> = match read {
        DecodingResult::U8(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::U16(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::U32(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::U64(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::I8(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::I16(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::I32(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::I64(values) => values.into_iter().map(|value| value as f32).collect(),
        DecodingResult::F16(values) => values.into_iter().map(f32::from).collect(),
        DecodingResult::F32(values) => values,
        DecodingResult::F64(values) => values.into_iter().map(|value| value as f32).collect(),
    };
    let known = |value: f32| {
        let declared = no_data.is_some_and(|none| value.total_cmp(&none).is_eq());
        value.is_finite() && value >= 0.0 && !declared
    };
    plain.into_iter().map(|value| if known(value) { value } else { f32::NAN }).collect()
}
