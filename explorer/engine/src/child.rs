//! The process in which a program is explored: how the workbench tells it what to do, and how it
//! answers.
//!
//! The request is JSON on standard input, the answer JSON on standard output. On standard error
//! there is a line of JSON now and then about the progress.

use crate::exploration::{Exploration, explore};
use crate::options::Options;
use interleave_request::Request;
use std::io::{Read, Write};

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
        library: request.library,
        sees_memory: request.sees_memory,
        memory: request.memory,
    };
    let exploration = explore(&options, program, |progress| {
        if let Ok(line) = serde_json::to_string(&progress) {
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
