//! Measures everything anew: `cargo run --release -p measurements`. With `draw` behind it, it only
//! draws the tables and charts anew, from what was recorded.

use anyhow::{Context, bail};
use measurements::record::{Recorded, Sample};
use measurements::{bench, chart, go, table};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, thread};

const ROUNDS: usize = 5;

/// Given to the process that measures in Rust once and prints its samples.
const ONE_ROUND: &str = "one-round";

/// Given by whoever has changed how tables and charts look, and not what is measured.
const DRAW: &str = "draw";

const NUMBERS: &str = "measurements.json";

fn main() -> anyhow::Result<()> {
    match env::args().nth(1).as_deref() {
        None => measure_all(),
        Some(ONE_ROUND) => one_round(),
        Some(DRAW) => draw(&recorded()?),
        Some(other) => bail!("unexpected argument {other:?}; there is only {DRAW:?}"),
    }
}

fn one_round() -> anyhow::Result<()> {
    for bench in bench::all() {
        println!("{}", serde_json::to_string(&bench.sample())?);
    }
    Ok(())
}

/// Everything twice, so that a winner is one that wins again.
fn measure_all() -> anyhow::Result<()> {
    if cfg!(debug_assertions) {
        bail!("an unoptimized build says nothing; use cargo run --release -p measurements");
    }
    let in_go = go::Program::build()?;
    let first = series("first", &in_go)?;
    let again = series("second", &in_go)?;
    let recorded = Recorded {
        machine: machine(),
        rustc: first_line(Command::new("rustc").arg("--version"))?,
        go: go::version()?,
        rounds: ROUNDS,
        groups: Recorded::groups(&first, &again),
    };
    let json = serde_json::to_string_pretty(&recorded)?;
    put(NUMBERS, &(json + "\n"))?;
    draw(&recorded)
}

/// Rust and Go in turns, so that what slows the machine down for a while slows both. Each round
/// is a process of its own, so that none finds the memory that another one has already asked for.
fn series(name: &str, in_go: &go::Program) -> anyhow::Result<Vec<Sample>> {
    let myself = env::current_exe()?;
    let mut samples = Vec::new();
    for round in 1..=ROUNDS {
        eprintln!("{name} series, round {round} of {ROUNDS}");
        let lines = go::output(Command::new(&myself).arg(ONE_ROUND))?;
        samples.extend(go::samples(&lines)?);
        samples.extend(in_go.round()?);
    }
    Ok(samples)
}

fn recorded() -> anyhow::Result<Recorded> {
    let file = folder().join(NUMBERS);
    let json =
        fs::read_to_string(&file).with_context(|| format!("failed to read {}", file.display()))?;
    serde_json::from_str(&json).with_context(|| format!("failed to read {}", file.display()))
}

fn draw(recorded: &Recorded) -> anyhow::Result<()> {
    put("machine.md", &table::machine(recorded))?;
    for group in &recorded.groups {
        put(&format!("{}.md", group.name), &table::draw(group))?;
        put(&format!("{}.svg", group.name), &chart::draw(group))?;
    }
    Ok(())
}

fn put(name: &str, text: &str) -> anyhow::Result<()> {
    fs::create_dir_all(folder())?;
    let file = folder().join(name);
    fs::write(&file, text).with_context(|| format!("failed to write {}", file.display()))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("recorded")
}

fn machine() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("an unnamed processor", |(_, model)| model);
    let system = env::consts::OS;
    format!("{cores} cores of {model}, {system}")
}

fn first_line(command: &mut Command) -> anyhow::Result<String> {
    let said = go::output(command)?;
    Ok(said.lines().next().unwrap_or_default().to_owned())
}
