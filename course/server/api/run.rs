//! `run`: compiles a program and runs it.

use super::Api;
use super::program;
use super::refusal::Refusal;
use super::request::{Body, Subject};
use super::shop::Shop;
use super::stream::{Event, Outcome, Teller};
use super::token::Tab;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use workbench::go::{Detecting, HOW_TO_GET};
use workbench::{Cancel, Compiled, Ending, Job, Limits};

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
    let executable = match bench.compile_version(subject.name(), text, cancel)? {
        Compiled::Ready(executable) => executable,
        Compiled::Refused(said) => return Ok(refused(teller, &said.text)),
    };
    teller.start(&executable);
    run(&executable.job(&Limits::default()), teller, cancel)
}

fn go(shop: &Shop, text: &str, teller: &Teller, cancel: &Cancel) -> anyhow::Result<Outcome> {
    let go = shop.go().ok_or_else(no_go)?;
    let built = go.build_only(text, Detecting::Nothing, cancel)?;
    let program = match built.program {
        Ok(program) => program,
        Err(said) => return Ok(refused(teller, &said)),
    };
    let cached = built.was_cached;
    teller.tell(&Event::Start { cached });
    run(&Job::new(&program, &Limits::default()), teller, cancel)
}

/// Says that it may take longer, if it may.
pub fn prepare(shop: &Shop, teller: &Teller) {
    if !shop.is_ready() {
        let text = "building the crates that programs may use, which is done once";
        teller.tell(&Event::Preparing { text });
    }
}

/// What is said where there is no Go.
pub fn no_go() -> anyhow::Error {
    anyhow::anyhow!("Go is not on this computer; {HOW_TO_GET}")
}

/// The compiler has the last word.
pub fn refused(teller: &Teller, text: &str) -> Outcome {
    teller.tell(&Event::Refused { text });
    Outcome::with_status(1)
}

fn run(job: &Job, teller: &Teller, cancel: &Cancel) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::with_status(0);
    job.run(cancel, |event| match &event {
        workbench::Event::Start => {}
        workbench::Event::Stdout { text } => teller.tell(&Event::Stdout { text }),
        workbench::Event::Stderr { text } => teller.tell(&Event::Stderr { text }),
        workbench::Event::End { ending, time } => {
            outcome = Outcome {
                status: ending.status(),
                words: words(*ending, &job.limits),
                time: Some(*time),
            };
        }
    })?;
    Ok(outcome)
}

/// A sentence on a program that did not end by itself.
pub fn words(ending: Ending, limits: &Limits) -> Option<String> {
    Some(format!("The program {}.", ending.explain(limits)?).replace("?.", "?"))
}
