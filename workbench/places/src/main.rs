//! Finds the lines of a program's text for addresses in the program.
//!
//! `race-places PROGRAM OFFSETS`: `OFFSETS` is a file with a JSON list of offsets into the
//! executable `PROGRAM`. For each of them stdout has a line of JSON, in the same order: see [`At`].
//!
//! It is a program of its own because what reads debug information takes long to compile, and
//! nobody needs it who only reads the course.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use addr2line::Loader;
use addr2line::fallible_iterator::FallibleIterator;
use serde::Serialize;

/// What is at one offset.
#[derive(Serialize)]
struct At {
    /// The function, and those that it was inlined into, the innermost one first.
    frames: Vec<Frame>,
    /// The name in the table of symbols.
    symbol: Option<String>,
}

/// A function and a place in its text.
#[derive(Serialize)]
struct Frame {
    /// Its name; nothing if the debug information names no function.
    function: Option<String>,
    file: String,
    line: u32,
    /// Zero if it is not known.
    column: u32,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, offsets] = arguments.as_slice() else {
        eprintln!("failed to begin: call it with a program and a file of offsets");
        return ExitCode::from(2);
    };
    match answer(Path::new(program), Path::new(offsets)) {
        Ok(lines) => {
            print!("{lines}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("failed to look into {program}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(program: &Path, offsets: &Path) -> Result<String, Box<dyn Error>> {
    let offsets: Vec<u64> = serde_json::from_slice(&std::fs::read(offsets)?)?;
    let loader = Loader::new(program)?;
    let mut lines = String::new();
    for offset in offsets {
        lines += &serde_json::to_string(&at(&loader, offset))?;
        lines.push('\n');
    }
    Ok(lines)
}

fn at(loader: &Loader, offset: u64) -> At {
    let frames = loader.find_frames(offset).ok();
    let frames = frames.and_then(|frames| frames.collect::<Vec<_>>().ok());
    let frames = frames.into_iter().flatten().filter_map(|frame| {
        let location = frame.location?;
        let function = match frame.function {
            Some(function) => Some(function.demangle().ok()?.into_owned()),
            None => None,
        };
        Some(Frame {
            function,
            file: location.file?.to_owned(),
            line: location.line?,
            column: location.column.unwrap_or_default(),
        })
    });
    let symbol = loader
        .find_symbol(offset)
        .map(|symbol| addr2line::demangle_auto(symbol.into(), None).into_owned());
    At {
        frames: frames.collect(),
        symbol,
    }
}
