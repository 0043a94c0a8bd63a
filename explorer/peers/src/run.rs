//! Runs one program under one of the three.

use interleave::{Merging, Options};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A program: returns what came out.
pub type Body = fn() -> String;

/// What came of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// What came out, in any of the schedules; `deadlock` and `panic` where that is how it ended.
    pub outcomes: BTreeSet<String>,
    /// How often the program was run.
    pub executions: u64,
    /// How long that took.
    pub time: Duration,
    /// Whether that was all.
    pub complete: bool,
}

/// Who explores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Explorer {
    /// This one.
    Ours,
    /// shuttle, depth first.
    Shuttle,
    /// loom.
    Loom,
}

/// Runs a program under this explorer.
pub fn ours(program: Body, limit: Duration) -> Run {
    let mut options = Options::default().merging(Merging::Values);
    options.limits.time = limit;
    let started = Instant::now();
    let main = move || {
        interleave_std::println!("{}", program());
        0
    };
    let exploration = interleave::explore(&options, main, |_| ());
    let outcome = |ending: &interleave::Ending| match ending.outcome.kind.name() {
        "done" => ending.outcome.stdout.trim_end().to_owned(),
        kind => kind.to_owned(),
    };
    Run {
        outcomes: exploration.endings.iter().map(outcome).collect(),
        executions: exploration.executions,
        time: started.elapsed(),
        complete: exploration.is_complete(),
    }
}

/// What the runs of one of the others have found so far.
#[derive(Clone, Default)]
struct Found(Arc<Mutex<Run>>);

impl Found {
    /// Runs the program once more.
    fn note(&self, program: Body) {
        let update = |update: &dyn Fn(&mut Run)| {
            update(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
        };
        update(&|run| run.executions += 1);
        let outcome = program();
        update(&|run| {
            run.outcomes.insert(outcome.clone());
        });
    }

    /// The end: `check` is all of the exploration.
    fn conclude(self, limit: Duration, check: impl FnOnce()) -> Run {
        let started = Instant::now();
        let failed = catch_unwind(AssertUnwindSafe(check)).err();
        let time = started.elapsed();
        let mut run = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        run.time = time;
        run.complete = failed.is_none() && time < limit;
        if let Some(payload) = failed {
            let message = payload.downcast_ref::<String>().map(String::as_str);
            let message = message
                .or(payload.downcast_ref::<&str>().copied())
                .unwrap_or_default();
            let deadlock = message.contains("deadlock");
            run.outcomes
                .insert(if deadlock { "deadlock" } else { "panic" }.to_owned());
        }
        run
    }
}

/// Runs a program under shuttle, which goes through all schedules depth first.
pub fn shuttle(program: Body, limit: Duration) -> Run {
    let mut config = shuttle::Config::new();
    config.failure_persistence = shuttle::FailurePersistence::None;
    config.max_time = Some(limit);
    config.silence_warnings = true;
    let found = Found::default();
    let again = found.clone();
    found.conclude(limit, move || {
        let scheduler = shuttle::scheduler::DfsScheduler::new(None, false);
        shuttle::Runner::new(scheduler, config).run(move || again.note(program));
    })
}

/// Runs a program under loom.
pub fn loom(program: Body, limit: Duration) -> Run {
    let mut builder = loom::model::Builder::new();
    builder.max_branches = 100_000;
    builder.max_duration = Some(limit);
    builder.log = false;
    let found = Found::default();
    let again = found.clone();
    found.conclude(limit, move || builder.check(move || again.note(program)))
}
