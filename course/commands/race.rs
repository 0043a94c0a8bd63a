//! `race`: does a program have a data race?

use std::process::ExitCode;
use std::time::Duration;

use serde_json::json;
use workbench::explore::Explorer;
use workbench::race::explored::{self, Explored, Pass};
use workbench::race::{Check, EXIT_STATUS, Patience, Verdict};
use workbench::{Cancel, Detector, Limits, Raced};

use super::report;
use crate::program::{self, Program};
use crate::root::Root;

/// The arguments of `race`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A small program is explored: run under every schedule of its threads. Then the answer is certain.
One that is too large for that, or that uses what the explorer does not know, is run a number of
times under a detector, which sees what the program did, not all that it can do.

Ends with 66 if a race was found, as a Go program built with -race does; with 0 if none was
found; with 1 if the program does not compile; with 2 if it cannot be known.

Examples:
  cargo course race races_lost_update    the listing of this name
  cargo course race my.rs --only-runs --runs 100
                                         a file, run a hundred times
  cargo course race my.rs --json         the answer as JSON")]
pub struct Args {
    /// A listing's name, or a file.
    #[arg(value_name = "LISTING|FILE.rs")]
    program: String,
    /// Do not explore it.
    #[arg(long)]
    only_runs: bool,
    /// How often to run it, until a race is found.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..))]
    runs: u16,
    /// How many seconds a run may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    limit: u64,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
}

/// Runs a program under the detector, and shows what it reports.
///
/// # Errors
///
/// When there is no such program, no compiler or no detector.
pub fn run(args: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let program = Program::find(&args.program, root)?;
    if !args.only_runs {
        match explored(&program, root) {
            Ok(found) => return Ok(show(&found, args.json)),
            Err(pass) => report::done(format_args!(
                "{pass}: running it under a detector, which sees one schedule a run"
            )),
        }
    }
    let bench = program::workbench(root)?;
    let workspace = program::workspace(root.path());
    if !Detector::is_built(&bench, workspace) {
        report::done("building the libraries for the race detector, which is done once");
    }
    let detector = Detector::open(&bench, workspace)?;
    let patience = Patience {
        limits: Limits {
            time: Duration::from_secs(args.limit),
            ..Limits::default()
        },
        runs: args.runs.into(),
        time: Duration::from_secs(args.limit),
        ..Patience::default()
    };
    let raced = bench.race_version(
        &detector,
        &program.shown.to_string_lossy(),
        &program.shown,
        &program.text,
        &patience,
        &Cancel::default(),
    )?;
    let check = match &raced {
        Raced::Refused(said) => {
            anstream::eprint!("{}", said.text);
            return Ok(ExitCode::FAILURE);
        }
        Raced::Checked(check) => check,
    };
    if args.json {
        println!(
            "{}",
            as_json(check, detector.engine.name(), &patience.limits)
        );
    } else {
        print!("{}", check.finished.stdout);
        eprint!("{}", check.finished.stderr);
        eprint!("{}", check.text(&patience.limits));
    }
    Ok(match check.verdict() {
        Verdict::Found => ExitCode::from(EXIT_STATUS),
        Verdict::NotFound => ExitCode::SUCCESS,
        Verdict::Inconclusive => ExitCode::from(2),
    })
}

fn explored(program: &Program, root: &Root) -> Result<Explored, Pass> {
    let explorer = Explorer::new(root.path(), &program::explorer_folder(root));
    let file = program.shown.display().to_string();
    explored::explore(&explorer, &file, &file, &program.text)
}

fn show(found: &Explored, json: bool) -> ExitCode {
    let is_racy = !found.races.is_empty();
    match json {
        true => println!(
            "{}",
            json!({
                "verdict": if is_racy { Verdict::Found } else { Verdict::NotFound },
                "races": found.races,
                "schedules": found.schedules,
                "of": found.of,
                "text": found.text(),
                "engine": "every schedule",
            })
        ),
        false => eprint!("{}", found.text()),
    }
    match is_racy {
        true => ExitCode::from(EXIT_STATUS),
        false => ExitCode::SUCCESS,
    }
}

fn as_json(check: &Check, engine: &str, limits: &Limits) -> serde_json::Value {
    json!({
        "verdict": check.verdict(),
        "races": check.races,
        "runs": check.runs,
        "doubt": check.doubt,
        "text": check.text(limits),
        "stdout": check.finished.stdout,
        "stderr": check.finished.stderr,
        "engine": engine,
    })
}
