//! The floor under any reader: looking at every byte once, and moving it.

use crate::process::Clock;
use std::hint::black_box;

/// Megabytes a second, by what is done to the bytes.
pub(crate) fn floor(text: &str) -> [(&'static str, f64); 3] {
    let bytes = text.as_bytes();
    [
        ("count_newlines", speed(bytes, newlines)),
        ("validate_utf8", speed(bytes, |bytes| std::str::from_utf8(bytes).map_or(0, str::len))),
        ("copy", speed(bytes, |bytes| black_box(bytes.to_vec()).len())),
    ]
}

#[expect(clippy::naive_bytecount, reason = "the floor without a crate made for it")]
fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

fn speed(bytes: &[u8], act: impl Fn(&[u8]) -> usize) -> f64 {
    const LEAST: f64 = 0.1;
    let clock = Clock::start();
    let mut done = 0_u32;
    loop {
        black_box(act(black_box(bytes)));
        done += 1;
        let used = clock.used().as_secs_f64();
        if used >= LEAST {
            return crate::timing::megabytes(bytes.len()) * f64::from(done) / used;
        }
    }
}
