//! Measures one group on the reader's own machine, while a page waits for it:
//! `cargo run --release -p measurements --example here -- GROUP`.
//!
//! It prints a line of JSON for each round, and at the end one with the chart.

use anyhow::{Context, bail, ensure};
use measurements::record::{Group, Recorded, Sample};
use measurements::{bench, chart, go};
use serde_json::json;
use std::env;
use std::process::Command;

/// Enough to see how much the rounds differ, few enough to wait for.
const ROUNDS: usize = 5;

/// Given to the process that measures the group once in Rust and prints its samples.
const ONE_ROUND: &str = "one-round";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [group] => measure(group),
        [group, ONE_ROUND] => one_round(group),
        _ => bail!("name one group, such as `mutex`"),
    }
}

fn one_round(group: &str) -> anyhow::Result<()> {
    for bench in bench::all().iter().filter(|bench| bench.group == group) {
        println!("{}", serde_json::to_string(&bench.sample())?);
    }
    Ok(())
}

/// Rust and Go in turns, each round a process of its own, as when everything is recorded. Go takes
/// part where it is installed.
fn measure(group: &str) -> anyhow::Result<()> {
    if cfg!(debug_assertions) {
        bail!("an unoptimized build says nothing; build with --release");
    }
    let is_known = bench::all().iter().any(|bench| bench.group == group);
    ensure!(is_known, "there is no group `{group}`");
    let in_go = go::version().ok().map(|_| go::Program::build());
    let in_go = in_go.transpose()?;
    let myself = env::current_exe()?;
    let mut samples = Vec::new();
    for round in 1..=ROUNDS {
        println!(
            "{}",
            json!({ "event": "round", "round": round, "of": ROUNDS })
        );
        let output = Command::new(&myself).args([group, ONE_ROUND]).output()?;
        ensure!(output.status.success(), "a round in Rust has failed");
        samples.extend(go::samples(&String::from_utf8(output.stdout)?)?);
        if let Some(program) = &in_go {
            samples.extend(program.group(group)?);
        }
    }
    let svg = chart::draw(&drawn(group, &samples)?);
    let measured = json!({
        "event": "measured", "svg": svg, "rounds": ROUNDS, "with_go": in_go.is_some(),
    });
    println!("{measured}");
    Ok(())
}

/// The group as the chart wants it, under a name of its own: the recorded chart is on the same
/// page. There is one series of rounds, and it stands for a second one as well.
fn drawn(group: &str, samples: &[Sample]) -> anyhow::Result<Group> {
    let groups = Recorded::groups(samples, samples);
    let measured = groups.into_iter().next().context("nothing was measured")?;
    Ok(Group {
        name: format!("{group}-here"),
        ..measured
    })
}
