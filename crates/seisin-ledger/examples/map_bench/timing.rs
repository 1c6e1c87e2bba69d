//! CPU seconds of this thread.

/// What `work` gives, and the seconds this thread was on a processor for it.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let before = on_processor();
    let done = work();
    (done, on_processor() - before)
}

/// Carries out a task and prints its line.
pub(crate) fn task<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let (done, seconds) = timed(work);
    println!("task\t{name}\t{seconds:.6}");
    done
}

/// Prints a figure by its name.
pub(crate) fn figure(name: &str, figure: f64) {
    println!("figure\t{name}\t{figure}");
}

/// How many things a second, or by itself.
#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "a figure to look at")]
pub(crate) fn count(count: usize) -> f64 {
    count as f64
}

/// The seconds this thread has been on a processor, as Linux counts them, whoever else is busy.
fn on_processor() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1e9
}
