//! Hashing of words and features: the same on every machine and in every run.

const START: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The number of a word as a feature.
///
/// # Method
/// FNV-1a over the bytes, folded to 32 bits.
pub(crate) fn word(text: &str) -> u32 {
    bytes(text.bytes())
}

/// The number of a word given by its bytes.
pub(crate) fn bytes(bytes: impl Iterator<Item = u8>) -> u32 {
    fold(bytes.fold(START, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME)))
}

/// The number of a feature: a template and what fills it.
#[inline]
pub(crate) fn feature<const PARTS: usize>(template: u32, parts: &[u32; PARTS]) -> u32 {
    let mut wide = u64::from(template).wrapping_add(0x9e37_79b9_7f4a_7c15);
    for part in parts {
        wide = (wide.rotate_left(23) ^ u64::from(*part)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    fold(wide).max(1)
}

#[inline]
fn fold(wide: u64) -> u32 {
    let [a, b, c, d, ..] = (wide ^ (wide >> 32)).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}
