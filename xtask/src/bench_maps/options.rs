//! What is asked of a run.

/// How it is asked for.
pub(crate) const USAGE: &str = "maps [--quick | --every N] [--limit SECONDS]";

/// What a quick run takes of every ten days.
const QUICK: usize = 10;

/// Seconds that one task of one program may take, unless told otherwise.
const LIMIT: u64 = 300;

/// What is asked of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Options {
    /// Every how many-th day is taken.
    pub(super) every: usize,
    /// After how many seconds by the wall clock a task is given up.
    pub(super) limit: u64,
}

impl Options {
    /// The options of a command line.
    pub(super) fn of(arguments: &[String]) -> Result<Self, String> {
        let mut options = Self { every: 1, limit: LIMIT };
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(name) = rest.next() {
            match name {
                "--quick" => options.every = QUICK,
                "--every" => options.every = number(name, rest.next())?,
                "--limit" => options.limit = number(name, rest.next())?,
                other => return Err(format!("unknown: {other}\nusage: cargo xtask bench {USAGE}")),
            }
        }
        Ok(options)
    }
}

fn number<N: std::str::FromStr + PartialOrd + From<u8>>(
    name: &str,
    value: Option<&str>,
) -> Result<N, String> {
    let number = value.and_then(|value| value.parse().ok()).filter(|n| *n >= N::from(1));
    number.ok_or_else(|| format!("{name} wants a whole number of at least 1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Result<Options, String> {
        Options::of(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn a_run_may_be_short_and_is_bounded() {
        assert_eq!(options(""), Ok(Options { every: 1, limit: 300 }));
        assert_eq!(options("--quick --limit 20"), Ok(Options { every: 10, limit: 20 }));
        assert_eq!(options("--every 3").map(|o| o.every), Ok(3));
        for wrong in ["--every", "--every 0", "--limit -1", "--slow"] {
            assert!(options(wrong).is_err(), "{wrong}");
        }
    }
}
