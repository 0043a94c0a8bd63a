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
    let (measured, limit) = match arguments[..] {
        [] => (None, Ok(LIMIT)),
        [limit] => (None, seconds(limit)),
        [name, by, limit] => (Some((name, by)), seconds(limit)),
        _ => (None, Err("give at most a number of seconds".to_owned())),
    };
    match (measured, limit) {
        (None, Ok(limit)) => table(limit),
        (Some((name, by)), Ok(limit)) => measure(name, by, limit),
        (_, Err(why)) => {
            eprintln!("failed to understand the arguments: {why}");
            ExitCode::FAILURE
        }
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().map(Duration::from_secs);
    seconds.map_err(|error| format!("`{text}` is no number of seconds: {error}"))
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

/// All three, in the order of the columns.
const EXPLORERS: [(Explorer, &str); 3] = [
    (Explorer::Ours, "this one"),
    (Explorer::Shuttle, "shuttle"),
    (Explorer::Loom, "loom"),
];

fn table(limit: Duration) -> ExitCode {
    let seconds = limit.as_secs();
    println!(
        "Executions, time and the most memory of each; `>` where {seconds} s were not enough.\n"
    );
    print!("| program |");
    for (_, name) in EXPLORERS {
        print!(" {name} |");
    }
    println!(" times fewer executions |");
    println!("|---|--:|--:|--:|--:|");
    for program in MEASURED {
        let measured = EXPLORERS.map(|(by, name)| (by, in_a_process(program.name, name, limit)));
        let cells = measured
            .each_ref()
            .map(|(_, measured)| cell(measured.as_ref()));
        println!(
            "| {} | {} | {} |",
            program.name,
            cells.join(" | "),
            fewer(&measured)
        );
        note_differences(program, &measured);
    }
    ExitCode::SUCCESS
}

fn cell(measured: Option<&Measurement>) -> String {
    let Some(Measurement { run, memory }) = measured else {
        return "aborts".to_owned();
    };
    let more = if run.complete { "" } else { "> " };
    let memory = memory
        .map(|memory| format!(", {} MiB", memory / 1024))
        .unwrap_or_default();
    let milliseconds = run.time.as_secs_f64() * 1000.0;
    format!("{more}{}, {milliseconds:.0} ms{memory}", run.executions)
}

/// How many times fewer executions this explorer needs than the better one of the others.
fn fewer(measured: &[(Explorer, Option<Measurement>)]) -> String {
    let run = |explorer: Explorer| {
        let (_, measured) = measured.iter().find(|(by, _)| *by == explorer)?;
        measured.as_ref().map(|measured| &measured.run)
    };
    let others = [run(Explorer::Shuttle), run(Explorer::Loom)];
    let best = others
        .into_iter()
        .flatten()
        .min_by_key(|run| run.executions);
    let (Some(ours), Some(best)) = (run(Explorer::Ours).filter(|ours| ours.complete), best) else {
        return String::new();
    };
    let more = if best.complete { "" } else { "> " };
    format!("{more}{}", best.executions / ours.executions.max(1))
}

/// Says where a complete search has found other outcomes than this explorer.
fn note_differences(program: &Program, measured: &[(Explorer, Option<Measurement>)]) {
    let complete = |(by, measured): &(Explorer, Option<Measurement>)| {
        let run = &measured.as_ref()?.run;
        run.complete.then(|| (*by, run.outcomes.clone()))
    };
    let all: Vec<_> = measured.iter().filter_map(complete).collect();
    for (by, outcomes) in &all {
        if *outcomes != all[0].1 {
            eprintln!(
                "{}: {:?} finds {:?}, {by:?} {outcomes:?}",
                program.name, all[0].0, all[0].1
            );
        }
    }
}

/// What a process of its own has measured; nothing if it did not come to an end by itself.
fn in_a_process(program: &str, by: &str, limit: Duration) -> Option<Measurement> {
    let mut command = Command::new(env::current_exe().ok()?);
    command
        .args([program, by, &limit.as_secs().to_string()])
        .stderr(Stdio::null());
    let output = command.output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}
