//! How commands speak on stderr: in colour on a terminal, plainly elsewhere (`NO_COLOR` is honoured).

use crate::book::Problem;
use anstyle::{AnsiColor, Style};
use std::fmt::Display;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const DONE: Style = AnsiColor::Green.on_default();

/// Says why a command could not do its work, with the causes of it.
pub fn error(error: &anyhow::Error) {
    anstream::eprintln!("{ERROR}error{ERROR:#}: {error}");
    for cause in error.chain().skip(1) {
        anstream::eprintln!("  because: {cause}");
    }
}

/// Says what is wrong with the book.
pub fn broken(problems: &[Problem]) {
    for problem in problems {
        labelled(ERROR, "error", problem);
    }
}

/// Says what is doubtful about a book that could be built.
pub fn warnings(problems: &[Problem]) {
    for problem in problems {
        labelled(WARNING, "warning", problem);
    }
}

/// Says what is missing or doubtful about an answer.
pub fn warning(text: impl Display) {
    labelled(WARNING, "warning", text);
}

/// Says what was done.
pub fn done(text: impl Display) {
    anstream::eprintln!("{DONE}{text}{DONE:#}");
}

fn labelled(style: Style, label: &str, problem: impl Display) {
    anstream::eprintln!("{style}{label}{style:#}: {problem}");
}
