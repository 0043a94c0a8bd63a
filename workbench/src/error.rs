use std::path::{Path, PathBuf};

/// Why the workbench could not do its work.
///
/// That a program does not compile, fails or runs for too long is no error of the workbench:
/// those are results, and part of [`Compiled`](crate::Compiled) and [`Ending`](crate::Ending).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A tool is not there, or cannot be started.
    #[error("failed to start `{tool}`: {source}; is it installed and on the PATH?")]
    Start {
        /// The tool's name or path.
        tool: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The crates that a program may use do not build.
    #[error("failed to build the crate `listings`; `cargo build -p listings` shows why:\n{said}")]
    Libraries {
        /// What cargo said.
        said: String,
    },
    /// There is nothing here that finds data races.
    #[error(
        "failed to find a detector of data races for {system}; {}",
        crate::race::HOW_TO_GET
    )]
    NoDetector {
        /// The target that the compiler works for.
        system: String,
    },
    /// The detector could not be linked with a program that compiles without it.
    #[error(
        "failed to build the program for the detector of data races; does it use a part of std that `workbench/race-std` lacks?\n{said}"
    )]
    NotForDetector {
        /// What the compiler said.
        said: String,
    },
    /// A tool was stopped before its end.
    #[error("`{tool}` was stopped: {why}")]
    Stopped {
        /// The tool's name or path.
        tool: String,
        /// Why it was.
        why: &'static str,
    },
    /// A tool answered something that the workbench does not understand.
    #[error("failed to understand what `{tool}` said: {said}")]
    Answer {
        /// The tool's name or path.
        tool: String,
        /// The answer, or the part that is not understood.
        said: String,
    },
    /// A file of the workbench's own could not be read or written.
    #[error("failed to {action} {}: {source}; is the disk full, or the folder not writable?", path.display())]
    File {
        /// What was to be done.
        action: &'static str,
        /// With which file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
}

impl Error {
    /// For `map_err`: an I/O error with what was to be done to which file.
    pub(crate) fn file(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::File {
            action,
            path: path.to_owned(),
            source,
        }
    }

    /// For `map_err`: an I/O error on starting a tool.
    pub(crate) fn start(tool: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Start {
            tool: tool.display().to_string(),
            source,
        }
    }
}
