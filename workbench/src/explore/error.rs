use std::path::PathBuf;

/// Why a program could not be explored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Its text is no Rust.
    #[error("failed to read the program: {message} (line {line}, column {column})")]
    Syntax {
        /// What the parser says.
        message: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It has nothing to begin with.
    #[error("failed to explore the program: it has no `fn main()`; add one")]
    NoMain,
    /// It uses something that has no stand-in.
    #[error(
        "failed to explore the program: line {line} uses `{what}`, which goes past the explorer; \
         use it through `std`"
    )]
    GoesPast {
        /// The path.
        what: String,
        /// The line, from 1.
        line: usize,
    },
    /// Its comment asks for rules that there are not.
    #[error(
        "failed to understand the comment `// explore: …` in line {line}: `{what}`; it takes \
         --memory sc|weak, --time anytime|idle and --spurious"
    )]
    Rules {
        /// What is not understood.
        what: String,
        /// The line, from 1.
        line: usize,
    },
    /// It does not compile with the stand-ins.
    #[error(
        "failed to compile the program for the explorer:\n{said}{}",
        help(said)
    )]
    Compile {
        /// What the compiler said.
        said: String,
    },
    /// The stand-ins do not build.
    #[error(
        "failed to build the explorer's stand-ins; `cargo build -p interleave-std` says:\n{said}"
    )]
    StandIns {
        /// What cargo said.
        said: String,
    },
    /// The process that explores ended without an answer.
    #[error("failed to explore the program: {why}")]
    Broken {
        /// How it ended, and what can be done.
        why: String,
    },
    /// The answer cannot be read: the stand-ins are older or newer than this crate.
    #[error("failed to read the explorer's answer: {0}; build the workspace anew")]
    Answer(String),
    /// A file cannot be read or written.
    #[error("failed to use {}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        error: std::io::Error,
    },
    /// Somebody wanted it to stop.
    #[error("failed to explore the program: it was stopped")]
    Cancelled,
    /// The compiler cannot be found, or the program cannot be started.
    #[error(transparent)]
    Workbench(#[from] crate::Error),
    /// A program cannot be started.
    #[error("failed to start {program}: {error}; is it installed?")]
    Start {
        /// The program.
        program: String,
        /// Why not.
        error: std::io::Error,
    },
}

/// What helps a program of which the compiler says that something is not there.
fn help(said: &str) -> &'static str {
    let missing = [
        "E0405", "E0407", "E0412", "E0425", "E0432", "E0433", "E0599", "E0658",
    ];
    match missing.iter().any(|code| said.contains(code)) {
        true => {
            "\nhelp: if it compiles with `cargo run`, it uses something that the explorer has no \
             stand-in for; do it in another way"
        }
        false => "",
    }
}

impl Error {
    pub(super) fn file(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.to_owned();
        move |error| Error::File { path, error }
    }
}
