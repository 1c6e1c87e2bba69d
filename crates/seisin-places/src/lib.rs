//! Names of places and parties, boundary sets and frames.
