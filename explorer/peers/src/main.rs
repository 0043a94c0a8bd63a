//! Measures what it takes this explorer, shuttle and loom to explore the same programs:
//! `cargo run -p interleave-peers [SECONDS]`.
//!
//! Each measurement is made by a process of its own, which can use up its memory or abort.

use interleave_peers::list::{MEASURED, Program};
use interleave_peers::run::{self, Explorer, Run};
use serde::{Deserialize, Serialize};
use std::env;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

/// How long each may take, if nothing else is said.
const LIMIT: Duration = Duration::from_secs(10);

/// What a process has measured.
#[derive(Serialize, Deserialize)]
struct Measurement {
    run: Run,
    /// The most memory that the process has used, in KiB, where the system tells.
    memory: Option<u64>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [name, by, limit] => measure(name, by, seconds(limit)),
        [limit] => table(seconds(limit)),
        [] => table(LIMIT),
        _ => {
            eprintln!("failed to understand the arguments: give at most a number of seconds");
            ExitCode::FAILURE
        }
    }
}

fn seconds(text: &str) -> Duration {
    text.parse().map_or(LIMIT, Duration::from_secs)
}

/// In a process of its own: measures, and says what it found.
fn measure(name: &str, by: &str, limit: Duration) -> ExitCode {
    let Some(program) = MEASURED.iter().find(|program| program.name == name) else {
        eprintln!("failed to find the program {name}");
        return ExitCode::FAILURE;
    };
    let run = match by {
        "shuttle" => run::shuttle(program.shuttle, limit),
        "loom" => run::loom(program.loom, limit),
        _ => run::ours(program.ours, limit),
    };
    let measurement = Measurement {
        run,
        memory: most_memory(),
    };
    match serde_json::to_string(&measurement) {
        Ok(line) => println!("{line}"),
        Err(error) => eprintln!("failed to report: {error}"),
    }
    ExitCode::SUCCESS
}

/// The most memory that this process has used, in KiB.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

fn table(limit: Duration) -> ExitCode {
    println!("| program | explorer | executions | time | memory | outcomes |");
    println!("|---|---|--:|--:|--:|---|");
    for program in MEASURED {
        for by in [Explorer::Ours, Explorer::Shuttle, Explorer::Loom] {
            println!("{}", row(program, by, limit));
        }
    }
    ExitCode::SUCCESS
}

fn row(program: &Program, by: Explorer, limit: Duration) -> String {
    let name = match by {
        Explorer::Ours => "this one",
        Explorer::Shuttle => "shuttle",
        Explorer::Loom => "loom",
    };
    let Some(Measurement { run, memory }) = in_a_process(program.name, name, limit) else {
        return format!("| {} | {name} | no result | | | |", program.name);
    };
    let more = if run.complete { "" } else { "more than " };
    let memory = memory
        .map(|memory| format!("{} MiB", memory / 1024))
        .unwrap_or_default();
    let outcomes: Vec<String> = run.outcomes.into_iter().collect();
    format!(
        "| {} | {name} | {more}{} | {more}{:.1} ms | {memory} | {} |",
        program.name,
        run.executions,
        run.time.as_secs_f64() * 1000.0,
        outcomes.join("; "),
    )
}

fn in_a_process(program: &str, by: &str, limit: Duration) -> Option<Measurement> {
    let mut command = Command::new(env::current_exe().ok()?);
    command
        .args([program, by, &limit.as_secs().to_string()])
        .stderr(Stdio::null());
    let output = command.output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}
