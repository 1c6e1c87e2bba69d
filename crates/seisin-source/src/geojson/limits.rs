//! How much of one map file is taken.

/// How much of one map file is taken; what goes beyond is refused, never cut.
///
/// # Units
/// Bytes for `bytes` and `property_bytes`, counts for the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapLimits {
    /// The largest file.
    pub bytes: usize,
    /// The most bytes that packed files (KMZ, shapefiles in a zip, GeoParquet) may unpack to.
    pub unpacked_bytes: usize,
    /// How deep arrays, objects and elements may be nested; more than 100 is taken as 100.
    pub depth: usize,
    /// The most features.
    pub features: usize,
    /// The most positions, all features together.
    pub vertices: usize,
    /// The most properties of one feature, and the most foreign members of the file.
    pub properties: usize,
    /// The longest name or text of a property.
    pub property_bytes: usize,
}

impl MapLimits {
    /// The deepest nesting any limit allows.
    pub(super) const DEEPEST: usize = 100;
}

impl Default for MapLimits {
    /// 256 MiB, 64 MiB once unpacked, 32 deep, 100,000 features, 5,000,000 positions, 500 properties of 64 KiB: a hundred
    /// times the largest daily map known.
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            unpacked_bytes: 64 << 20,
            depth: 32,
            features: 100_000,
            vertices: 5_000_000,
            properties: 500,
            property_bytes: 64 << 10,
        }
    }
}
