//! The process in which a program is explored: how the workbench tells it what to do, and how it
//! answers.
//!
//! The request is JSON on standard input, the answer JSON on standard output. On standard error
//! there is a line of JSON now and then about the progress.

use crate::exploration::{Exploration, explore};
use crate::model::{Limits, Model, Options};
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};

/// What the workbench wants to know.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// The rules.
    pub model: Model,
    /// The limits.
    pub limits: Limits,
    /// The names of what is created at a line and column.
    pub names: Vec<(u32, u32, Vec<String>)>,
}

/// How far the search has come: one line on standard error.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ProgressLine {
    /// How often the program was run.
    pub executions: u64,
    /// How many states are known.
    pub states: usize,
    /// How many steps are known and yet to be taken.
    pub open: usize,
}

/// Answers the request on standard input about `program`, and ends the process.
pub fn main(program: impl Fn() -> i32 + Send + Sync + 'static, file: &str) -> ! {
    let status = match answer(program, file) {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("failed to explore: {error}");
            3
        }
    };
    std::process::exit(status)
}

fn answer(
    program: impl Fn() -> i32 + Send + Sync + 'static,
    file: &str,
) -> Result<(), std::io::Error> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let request: Request = serde_json::from_str(&text)?;
    let names = request
        .names
        .into_iter()
        .map(|(line, column, names)| ((line, column), names));
    let options = Options {
        model: request.model,
        limits: request.limits,
        file: file.to_owned(),
        names: names.collect(),
    };
    let exploration = explore(&options, program, |progress| {
        let line = ProgressLine {
            executions: progress.executions,
            states: progress.states,
            open: progress.open,
        };
        if let Ok(line) = serde_json::to_string(&line) {
            eprintln!("{line}");
        }
    });
    write(&exploration)
}

fn write(exploration: &Exploration) -> Result<(), std::io::Error> {
    let mut out = std::io::stdout().lock();
    out.write_all(exploration.json().as_bytes())?;
    out.flush()
}
