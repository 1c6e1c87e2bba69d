//! What can be checked without building anything.

mod dependencies;
mod layers;
mod licences;
mod links;
mod manifests;
mod prose;
mod rust_text;
mod spdx;
mod voice;

pub(crate) use dependencies::dependencies;
pub(crate) use layers::layers;
pub(crate) use licences::licences;
pub(crate) use links::links;
pub(crate) use voice::voice;
