//! Hashing of words and features: the same on every machine and in every run.

/// The number of a word as a feature.
///
/// # Method
/// FNV-1a over the bytes, folded to 32 bits.
pub(crate) fn word(text: &str) -> u32 {
    let wide = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    fold(wide)
}

/// The number of a feature: a template and what fills it.
pub(crate) fn feature(template: u32, parts: &[u32]) -> u32 {
    let start = u64::from(template).wrapping_add(0x9e37_79b9_7f4a_7c15);
    let wide = parts.iter().fold(start, |hash, part| {
        (hash.rotate_left(23) ^ u64::from(*part)).wrapping_mul(0x517c_c1b7_2722_0a95)
    });
    fold(wide).max(1)
}

fn fold(wide: u64) -> u32 {
    let mixed = wide ^ (wide >> 32);
    u32::try_from(mixed & 0xffff_ffff).expect("the mask leaves 32 bits")
}
