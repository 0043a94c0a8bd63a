//! `run`: compiles a program and runs it, within limits.

use std::io::{IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use workbench::{Cancel, Compiled, Ending, Event, Limits};

use super::report;
use crate::program::{self, Program};
use crate::root::Root;

/// The arguments of `run`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Ends with the program's exit status: 101 after a panic, 124 if its time was over.

Examples:
  cargo course run running_hello      the listing of this name
  cargo course run my.rs              a file
  cargo course run my.rs --json       what happens, one JSON object a line")]
pub struct Args {
    /// A listing's name, or a file.
    #[arg(value_name = "LISTING|FILE.rs")]
    program: String,
    /// How many seconds it may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    limit: u64,
    /// Print what happens as JSON, one object a line: start, stdout, stderr, end.
    #[arg(long)]
    json: bool,
}

/// Compiles and runs a program.
///
/// # Errors
///
/// When there is no such program, or no compiler.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let program = Program::find(&args.program, root)?;
    let bench = program::workbench(root)?;
    let executable = match bench.compile_file(&program.shown, &program.text)? {
        Compiled::Ready(executable) => executable,
        Compiled::Refused(said) => {
            anstream::eprint!("{}", said.text);
            return Ok(ExitCode::FAILURE);
        }
    };
    anstream::eprint!("{}", executable.warnings);
    let limits = Limits {
        time: Duration::from_secs(args.limit),
        ..Limits::default()
    };
    let mut job = executable.job(&limits);
    job.input = input()?;
    let mut ending = Ending::Exited(0);
    job.run(&cancelled_by_ctrl_c()?, |event| {
        if let Event::End { ending: how, .. } = &event {
            ending = *how;
        }
        if args.json {
            println!(
                "{}",
                serde_json::to_string(&event).expect("it is plain data")
            );
        } else {
            show(&event);
        }
    })?;
    if let (Some(why), false) = (ending.explain(&limits), args.json) {
        report::warning(format_args!("{} {why}", Path::new(&args.program).display()));
    }
    Ok(ExitCode::from(ending.status()))
}

/// What is piped into the command is for the program. Nobody types into a program here.
fn input() -> std::io::Result<Vec<u8>> {
    let mut input = Vec::new();
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        stdin.lock().read_to_end(&mut input)?;
    }
    Ok(input)
}

/// The program is in a process group of its own, where the terminal's Ctrl-C does not reach it.
fn cancelled_by_ctrl_c() -> anyhow::Result<Cancel> {
    let cancel = Cancel::default();
    let handler = cancel.clone();
    ctrlc::set_handler(move || handler.cancel())?;
    Ok(cancel)
}

fn show(event: &Event) {
    // Whoever closes the pipe has seen enough.
    let _ = match event {
        Event::Stdout { text } => {
            let mut out = std::io::stdout().lock();
            out.write_all(text.as_bytes()).and_then(|()| out.flush())
        }
        Event::Stderr { text } => std::io::stderr().write_all(text.as_bytes()),
        Event::Start | Event::End { .. } => Ok(()),
    };
}
