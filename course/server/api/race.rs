//! `race`: does a program have a data race?

use super::Api;
use super::program;
use super::refusal::Refusal;
use super::request::{Body, Subject};
use super::run::{no_go, prepare, refused, words};
use super::shop::Shop;
use super::stream::{Event, Found, Outcome, Teller};
use super::token::Tab;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use std::path::Path;
use workbench::compile::MAIN;
use workbench::go::Detecting;
use workbench::race::{Check, Doubt, EXIT_STATUS, Patience, Verdict};
use workbench::{Cancel, Ending, Finished, Job, Limits, Raced, normalize};

/// How often a Go program is run. Each run takes a second at least, because what was built with
/// `-race` waits for so long at its end.
const GO_RUNS: usize = 3;

pub async fn answer(
    State(api): State<Api>,
    Extension(tab): Extension<Tab>,
    body: Body,
) -> Result<Response, Refusal> {
    program::answer(&api, tab, body, rust, go)
}

fn rust(
    shop: &Shop,
    subject: &Subject,
    text: &str,
    teller: &Teller,
    cancel: &Cancel,
) -> anyhow::Result<Outcome> {
    prepare(shop, teller);
    let bench = shop.workbench()?;
    if !shop.has_detector(&bench) {
        let text = "building the crates for the race detector, which is done once";
        teller.tell(&Event::Preparing { text });
    }
    let detector = shop.detector(&bench)?;
    let patience = Patience::default();
    let file = Path::new(MAIN);
    let raced = bench.race_version(&detector, subject.name(), file, text, &patience, cancel)?;
    let check = match raced {
        Raced::Refused(said) => return Ok(refused(teller, &said.text)),
        Raced::Checked(check) => check,
    };
    printed(teller, &check.finished);
    teller.tell(&Event::Race(Found {
        found: check.races.len(),
        verdict: check.verdict(),
        text: &check.text(&patience.limits),
        races: &check.races,
    }));
    Ok(outcome(&check, &patience.limits))
}

/// What the program printed in its last run.
fn printed(teller: &Teller, finished: &Finished) {
    let (out, err) = (&finished.stdout, &finished.stderr);
    if !out.is_empty() {
        teller.tell(&Event::Stdout { text: out });
    }
    if !err.is_empty() {
        teller.tell(&Event::Stderr { text: err });
    }
}

fn outcome(check: &Check, limits: &Limits) -> Outcome {
    let stopped = match check.doubt {
        Some(Doubt::Stopped(ending)) => words(ending, limits),
        _ => None,
    };
    Outcome {
        words: stopped,
        ..Outcome::with_status(status(check.verdict()))
    }
}

fn status(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Found => EXIT_STATUS,
        Verdict::NotFound => 0,
        Verdict::Inconclusive => 2,
    }
}

/// Go's own detector writes its report itself, to stderr like everything else.
fn go(shop: &Shop, text: &str, teller: &Teller, cancel: &Cancel) -> anyhow::Result<Outcome> {
    let go = shop.go().ok_or_else(no_go)?;
    let built = go.build_only(text, Detecting::Races, cancel)?;
    let program = match built.program {
        Ok(program) => program,
        Err(said) => return Ok(refused(teller, &said)),
    };
    let limits = Limits::default();
    let mut runs = 0;
    let (verdict, report, finished) = loop {
        let finished = Job::new(&program, &limits).finish_unless(cancel)?;
        runs += 1;
        let report = normalize::go_race(&finished.stderr);
        if finished.ending == Ending::Exited(EXIT_STATUS.into()) {
            break (Verdict::Found, report, finished);
        }
        if let Some(why) = finished.ending.explain(&limits) {
            let text = format!("Inconclusive: no data race found, but the program {why}\n");
            break (Verdict::Inconclusive, text, finished);
        }
        if runs == GO_RUNS {
            let text = format!("No data race found in {runs} runs\n");
            break (Verdict::NotFound, text, finished);
        }
    };
    let stderr = match verdict {
        Verdict::Found => String::new(),
        _ => finished.stderr.clone(),
    };
    printed(
        teller,
        &Finished {
            stderr,
            ..finished.clone()
        },
    );
    teller.tell(&Event::Race(Found {
        found: report.matches("WARNING: DATA RACE").count(),
        verdict,
        text: &report,
        races: &[],
    }));
    Ok(Outcome {
        words: words(finished.ending, &limits),
        ..Outcome::with_status(status(verdict))
    })
}
