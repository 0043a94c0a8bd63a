use std::path::PathBuf;

/// Why the coach could not do its work. That an answer is wrong is no error.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such exercise.
    #[error(
        "there is no exercise `{name}`{}; `cargo course list` shows all",
        meant.as_ref().map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default()
    )]
    Unknown {
        /// What was asked for.
        name: String,
        /// What was probably meant.
        meant: Option<String>,
    },
    /// The catalogue is broken.
    #[error("failed to read the catalogue {}: {error}", path.display())]
    Catalogue {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: String,
    },
    /// A file cannot be read or written.
    #[error("failed to {action} {}: {source}", path.display())]
    File {
        /// What was to be done.
        action: &'static str,
        /// With which file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// `checks.rs` of an exercise is broken.
    #[error("failed to use the checks of `{name}`: {said}")]
    Checks {
        /// The exercise.
        name: String,
        /// What is wrong.
        said: String,
    },
    /// A program cannot be built or run, for a reason that has nothing to do with the answer.
    #[error(transparent)]
    Workbench(#[from] workbench::Error),
    /// The explorer does not work.
    #[error(transparent)]
    Explorer(workbench::explore::Error),
    /// Somebody wanted it to stop.
    #[error("stopped")]
    Cancelled,
}

impl Error {
    pub(crate) fn file(
        action: &'static str,
        path: &std::path::Path,
    ) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.to_owned();
        move |source| Error::File {
            action,
            path,
            source,
        }
    }
}

impl From<workbench::explore::Error> for Error {
    fn from(error: workbench::explore::Error) -> Error {
        match error {
            workbench::explore::Error::Cancelled => Error::Cancelled,
            workbench::explore::Error::Workbench(error) => Error::Workbench(error),
            error => Error::Explorer(error),
        }
    }
}
