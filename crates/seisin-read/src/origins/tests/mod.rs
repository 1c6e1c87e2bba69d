//! What is one report and what is several.

mod any;
mod report;
mod stories;
mod world;
