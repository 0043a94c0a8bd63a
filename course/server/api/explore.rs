//! `explore`: every schedule of a program.

use super::Api;
use super::refusal::Refusal;
use super::request::{self, Body, Subject};
use super::run::refused;
use super::shop::Shop;
use super::stream::{self, Event, Outcome, Teller};
use super::token::Tab;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;
use workbench::Cancel;
use workbench::explore::{Error, Memory, Model, Question, Time};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    listing: Option<String>,
    text: String,
    #[serde(default)]
    memory: Memory,
    #[serde(default)]
    time: Time,
}

pub async fn answer(
    State(api): State<Api>,
    Extension(tab): Extension<Tab>,
    body: Body,
) -> Result<Response, Refusal> {
    let ask: Ask = request::read(body)?;
    let subject = Subject::find(api.shop.root(), ask.listing.as_deref())?;
    let place = api.queue.enter(tab)?;
    let shop = Arc::clone(&api.shop);
    Ok(stream::answer(place, move |teller, cancel| {
        explore(&shop, &subject, &ask, teller, cancel)
    }))
}

fn explore(
    shop: &Shop,
    subject: &Subject,
    ask: &Ask,
    teller: &Teller,
    cancel: &Cancel,
) -> anyhow::Result<Outcome> {
    let (explorer, name) = shop.explorer(subject.name());
    if !explorer.is_built() {
        let text = "building the explorer, which is done once";
        teller.tell(&Event::Preparing { text });
    }
    let model = Model {
        memory: ask.memory,
        time: ask.time,
        ..Model::default()
    };
    let question = Question {
        model,
        ..Question::default()
    };
    let progress = |progress| teller.tell(&Event::Progress(progress));
    let explored =
        explorer.explore_until_cancelled(&name.name, &ask.text, &question, progress, cancel);
    let explored = match explored {
        Ok(explored) => explored,
        Err(error) if is_the_programs(&error) => return Ok(refused(teller, &error.to_string())),
        Err(error) => return Err(error.into()),
    };
    teller.graph(&explored.json);
    let graph = &explored.graph;
    Ok(Outcome {
        words: graph.cut.as_deref().map(not_all),
        ..Outcome::with_status(match (graph.fails(), graph.complete) {
            (true, _) => 1,
            (false, false) => 2,
            (false, true) => 0,
        })
    })
}

fn not_all(cut: &str) -> String {
    format!("There may be other outcomes: {cut}.")
}

/// Whether it is the program that must be changed, not something on this computer.
fn is_the_programs(error: &Error) -> bool {
    matches!(
        error,
        Error::Syntax { .. } | Error::NoMain | Error::GoesPast { .. } | Error::Compile { .. }
    )
}
