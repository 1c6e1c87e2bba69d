//! The command line of seisin.
fn main() {}
