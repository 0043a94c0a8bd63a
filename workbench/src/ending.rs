//! How a run came to its end, and what to say of it.

use serde::{Deserialize, Serialize};

use crate::Limits;

/// How a run came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// By itself, with this exit code. A panic in Rust gives 101, in Go 2.
    Exited(i32),
    /// By a signal that the workbench did not send, such as after `abort`.
    Signalled(i32),
    /// Somebody wanted it to stop.
    Cancelled,
    /// It ran longer than [`Limits::time`].
    TimedOut,
    /// It printed more than [`Limits::output`].
    Flooded,
    /// It had more memory than [`Limits::memory`].
    TookTooMuchMemory,
    /// It had more threads than [`Limits::threads`].
    StartedTooManyThreads,
    /// It wrote more files than [`Limits::files`], or more into them than [`Limits::disk`].
    WroteTooMuch,
}

impl Ending {
    /// The exit status with which to end in the program's place: its own, or what a shell says of
    /// a killed program.
    #[must_use]
    pub fn status(self) -> u8 {
        match self {
            Self::Exited(code) => u8::try_from(code & 0xff).unwrap_or(1),
            Self::Signalled(signal) => u8::try_from(128 + signal).unwrap_or(1),
            // As `timeout` has it.
            Self::TimedOut => 124,
            // As Ctrl-C has it.
            Self::Cancelled => 130,
            _ => 137,
        }
    }

    /// One sentence for a person, if the program did not end by itself.
    #[must_use]
    pub fn explain(self, limits: &Limits) -> Option<String> {
        Some(match self {
            Self::Exited(_) => return None,
            Self::Signalled(signal) => match signal_name(signal) {
                Some(name) => format!("was ended by the signal {name}"),
                None => format!("was ended by signal {signal}"),
            },
            Self::Cancelled => "was stopped".to_owned(),
            Self::TimedOut => format!(
                "did not end within {:?} and was stopped: does it wait for something that never \
                 comes, or does a loop never end?",
                limits.time
            ),
            Self::Flooded => format!(
                "printed more than {} KiB and was stopped: does it print in a loop that never \
                 ends?",
                limits.output / 1024
            ),
            Self::TookTooMuchMemory => format!(
                "took more than {} MiB of memory and was stopped: does it collect without end?",
                limits.memory >> 20
            ),
            Self::StartedTooManyThreads => format!(
                "started more than {} threads and was stopped: does it spawn in a loop that never \
                 ends?",
                limits.threads
            ),
            Self::WroteTooMuch => format!(
                "wrote more than {} files or {} MiB and was stopped",
                limits.files,
                limits.disk >> 20
            ),
        })
    }
}

#[cfg(unix)]
fn signal_name(signal: i32) -> Option<&'static str> {
    nix::sys::signal::Signal::try_from(signal)
        .ok()
        .map(nix::sys::signal::Signal::as_str)
}

#[cfg(not(unix))]
fn signal_name(_: i32) -> Option<&'static str> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_ends_by_itself_needs_no_word() {
        assert_eq!(Ending::Exited(1).explain(&Limits::default()), None);
    }

    #[test]
    fn the_status_is_a_shells() {
        assert_eq!(Ending::Exited(3).status(), 3);
        assert_eq!(Ending::Signalled(6).status(), 134);
        assert_eq!(Ending::TimedOut.status(), 124);
    }
}
