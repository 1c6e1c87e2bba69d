//! How fast the reader is, for `cargo xtask bench read`.
//!
//! ```text
//! reading_speed inputs SHARED OUT     writes OUT/{news,dense,damaged}.jsonl from the shared material
//! reading_speed time FILE SECONDS     reads FILE again and again for so many seconds of one core
//! reading_speed repair FILE SECONDS   repairs FILE again and again, and reads nothing
//! reading_speed start                 reads one sentence, as a program just started would
//! reading_speed digests FILE          a digest of everything that was read of each document
//! reading_speed hostile               250 KB and 1 MB of each of some pieces made to be slow
//! ```
//! Every answer is one line of JSON.
#![expect(clippy::print_stdout, reason = "a tool that reports its figures")]

mod floor;
mod inputs;
mod process;
mod timing;

use std::{error::Error, path::Path};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["inputs", shared, out] => inputs::write(Path::new(shared), Path::new(out)),
        ["time", file, seconds] => {
            println!("{}", timing::time(Path::new(file), seconds.parse()?)?);
            Ok(())
        }
        ["repair", file, seconds] => {
            println!("{}", timing::repair(Path::new(file), seconds.parse()?)?);
            Ok(())
        }
        ["start"] => {
            println!("{}", timing::start());
            Ok(())
        }
        ["digests", file] => {
            timing::digests(Path::new(file))?.iter().for_each(|line| println!("{line}"));
            Ok(())
        }
        ["hostile"] => {
            timing::hostile(|line| println!("{line}"));
            Ok(())
        }
        _ => Err("usage: reading_speed inputs SHARED OUT | time FILE SECONDS | repair FILE SECONDS | start \
                  | digests FILE | hostile"
            .into()),
    }
}
