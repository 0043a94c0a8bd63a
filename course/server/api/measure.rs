//! `measure`: measures one of the recorded groups on this machine.
//!
//! What is measured must be optimized, and the course itself is not: cargo builds the program
//! `here` of the crate `measurements` in its release profile, and that one measures.

use super::Api;
use super::refusal::Refusal;
use super::request::{self, Body};
use super::stream::{self, Event, Outcome, Teller};
use super::token::Tab;
use crate::root::Root;
use anyhow::bail;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use workbench::{Cancel, Ending, Job, Limits};

/// To build it for the first time takes a minute or two on a small machine, and no group takes
/// one. The largest group starts ten thousand threads.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(600),
    memory: 8 << 30,
    threads: 25_000,
    files: 10_000,
    disk: 1 << 30,
    ..Limits::DEFAULT
};

/// How many lines of what cargo complains of are told.
const LAST_LINES: usize = 12;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    group: String,
}

/// What the program prints, a line each.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", tag = "event")]
enum Said {
    Round {
        round: u32,
        of: u32,
    },
    Measured {
        svg: String,
        rounds: u32,
        with_go: bool,
    },
}

/// As much of the record as says what there is to measure.
#[derive(Deserialize)]
struct Recorded {
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    name: String,
}

/// Lets one measurement in, and no second one.
#[derive(Clone, Debug, Default)]
pub struct Alone(Arc<AtomicBool>);

/// Held while something is measured.
#[derive(Debug)]
struct Turn(Alone);

impl Alone {
    fn enter(&self) -> Option<Turn> {
        // Nothing but the flag itself is handed over.
        let was_taken = self.0.swap(true, Ordering::Relaxed);
        (!was_taken).then(|| Turn(self.clone()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.0.store(false, Ordering::Relaxed);
    }
}

pub async fn answer(
    State(api): State<Api>,
    Extension(tab): Extension<Tab>,
    body: Body,
) -> Result<Response, Refusal> {
    let ask: Ask = request::read(body)?;
    let crate_folder = folder(api.shop.root());
    if !groups(&crate_folder).contains(&ask.group) {
        let shown: String = ask.group.chars().take(60).collect();
        let words = format!("There is no measurement {shown:?}.");
        return Err(Refusal::senseless(words));
    }
    let alone = api.measuring.enter().ok_or_else(Refusal::measuring)?;
    let place = api.queue.enter(tab)?;
    Ok(stream::answer(place, move |teller, cancel| {
        let _alone = alone;
        measure(&crate_folder, &ask.group, teller, cancel)
    }))
}

fn folder(root: &Root) -> PathBuf {
    root.path().join("measurements")
}

/// The names of what was recorded: nothing else can be asked for.
fn groups(folder: &Path) -> Vec<String> {
    let recorded = fs::read(folder.join("recorded/measurements.json")).unwrap_or_default();
    let recorded: Option<Recorded> = serde_json::from_slice(&recorded).ok();
    let groups = recorded.map_or_else(Vec::new, |recorded| recorded.groups);
    groups.into_iter().map(|group| group.name).collect()
}

fn measure(
    folder: &Path,
    group: &str,
    teller: &Teller,
    cancel: &Cancel,
) -> anyhow::Result<Outcome> {
    let text = "building what measures, optimized; the first time this takes a minute or two";
    teller.tell(&Event::Preparing { text });
    let (mut printed, mut complaints) = (Lines::default(), String::new());
    let mut is_measured = false;
    let mut end = Ending::Cancelled;
    job(folder, group).run(cancel, |event| match event {
        workbench::Event::Start => {}
        workbench::Event::Stdout { text } => printed.add(&text, |line| {
            is_measured |= tell(teller, line);
        }),
        workbench::Event::Stderr { text } => complaints.push_str(&text),
        workbench::Event::End { ending, .. } => end = ending,
    })?;
    let is_stopped = matches!(end, Ending::Cancelled | Ending::TimedOut);
    if !is_measured && !is_stopped {
        let lines: Vec<&str> = complaints.lines().collect();
        let last = lines[lines.len().saturating_sub(LAST_LINES)..].join("\n");
        bail!("the measurement has failed:\n{last}");
    }
    let words = end.explain(&LIMITS);
    Ok(Outcome {
        status: end.status(),
        words: words.map(|words| format!("The measurement {words}.")),
        time: None,
    })
}

/// Tells a line of the program's if it is one, and whether it is the last.
fn tell(teller: &Teller, line: &str) -> bool {
    match serde_json::from_str(line) {
        Ok(Said::Round { round, of }) => teller.tell(&Event::Round { round, of }),
        Ok(Said::Measured {
            svg,
            rounds,
            with_go,
        }) => {
            let svg = &svg;
            teller.tell(&Event::Measured {
                svg,
                rounds,
                with_go,
            });
            return true;
        }
        Err(_) => {}
    }
    false
}

/// Whole lines, out of pieces.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, text: &str, mut each: impl FnMut(&str)) {
        self.0.push_str(text);
        while let Some(end) = self.0.find('\n') {
            let rest = self.0.split_off(end + 1);
            each(self.0.trim_end());
            self.0 = rest;
        }
    }
}

/// Cargo, which builds and measures. It is the course's own program that runs, so it may do what
/// cargo may.
fn job(folder: &Path, group: &str) -> Job {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut job = Job::new(Path::new(&cargo), &LIMITS);
    // The job has a folder of its own, where cargo would not find it. With other settings than a
    // reader's own command has, everything would be built twice.
    let settings = folder.with_file_name(".cargo").join("config.toml");
    if settings.is_file() {
        job.arguments.extend(["--config".into(), settings.into()]);
    }
    let words = [
        "run",
        "--release",
        "--quiet",
        "--bin",
        "here",
        "--manifest-path",
    ];
    job.arguments.extend(words.map(OsString::from));
    job.arguments.push(folder.join("Cargo.toml").into());
    job.arguments.extend(["--", group].map(OsString::from));
    job.environment = std::env::vars_os().collect();
    job.confined = false;
    job
}
