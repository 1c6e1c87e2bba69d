//! From bytes to text: which encoding, who said so, and what no encoding explains.

mod damage;
mod declared;
mod decode;
mod told_by;

pub(crate) use declared::{http_charset, in_page, xml_declaration_end};
pub use decode::{Declared, Decoded, decode};
pub use told_by::ToldBy;
