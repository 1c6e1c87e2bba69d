//! How the program ends: the documented exit codes.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It did what was asked.
    Done,
    /// The verdict was one of those named with `--fail-on`.
    VerdictNamed,
    /// It did what was asked but for reports that could not be taken, each told.
    SomeRefused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::VerdictNamed => Self::from(3),
            Outcome::SomeRefused => Self::from(4),
        }
    }
}

/// Why a command could not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The words of the command line make no sense together: exit code 2.
    Usage(String),
    /// Something went wrong: exit code 1.
    Failed(String),
    /// The reader of standard output went away, as `head` does: exit code 0.
    ReaderGone,
}

impl Failure {
    /// The failure to do `what`, with its cause and that cause's hint.
    pub(crate) fn to(what: &str, cause: &dyn std::error::Error) -> Self {
        let mut message = format!("failed to {what}: {cause}");
        let mut inner = cause.source();
        while let Some(error) = inner {
            let text = error.to_string();
            if !message.contains(&text) {
                message.push_str(": ");
                message.push_str(&text);
            }
            inner = error.source();
        }
        Self::Failed(message)
    }

    /// The exit code that stands for it.
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Self::ReaderGone => ExitCode::SUCCESS,
            Self::Failed(_) => ExitCode::from(1),
            Self::Usage(_) => ExitCode::from(2),
        }
    }

    /// What to tell the person; `None` where there is nothing to tell.
    pub(crate) fn message(&self) -> Option<&str> {
        match self {
            Self::ReaderGone => None,
            Self::Usage(message) | Self::Failed(message) => Some(message),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::ReaderGone
        } else {
            Self::to("write the answer", &error)
        }
    }
}
