//! What the system says of this process.

use std::time::{Duration, Instant};

/// The time that this thread has run on a processor, where the system tells, else the time gone by.
#[derive(Debug)]
pub(crate) struct Clock {
    began: Instant,
    ran: Option<Duration>,
}

impl Clock {
    /// Begins to count.
    pub(crate) fn start() -> Self {
        Self { ran: ran(), began: Instant::now() }
    }

    /// What has been used since.
    pub(crate) fn used(&self) -> Duration {
        match (self.ran, ran()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            _ => self.began.elapsed(),
        }
    }
}

/// The first number of the scheduler's own record: nanoseconds on a processor.
fn ran() -> Option<Duration> {
    let record = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    record.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The most memory that was resident at once, in kilobytes.
pub(crate) fn peak_memory() -> Option<u64> {
    status("VmHWM:")
}

fn status(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
