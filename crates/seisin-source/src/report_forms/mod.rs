//! The forms reports come in, one report at a time: files, feeds, lines of JSON, web archives.

mod each;
mod error;
mod feed;
mod http;
mod input_format;
mod jsonl;
mod limits;
mod reader;
mod single;
mod wacz;
mod warc;

pub use each::{Taken, each_item};
pub use error::ItemError;
pub use input_format::InputFormat;
pub use limits::SourceLimits;
pub use reader::{SeekableRead, SourceReader};
