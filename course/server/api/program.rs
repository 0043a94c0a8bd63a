//! What `run` and `race` have in common: something is done with a program, in either language.

use super::Api;
use super::refusal::Refusal;
use super::request::{self, Body, Language, Subject};
use super::shop::Shop;
use super::stream::{self, Outcome, Teller};
use super::token::Tab;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;
use workbench::Cancel;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    #[serde(default)]
    language: Language,
    listing: Option<String>,
    text: String,
}

/// What is done with a Rust program, which is a version of something.
pub type WithRust = fn(&Shop, &Subject, &str, &Teller, &Cancel) -> anyhow::Result<Outcome>;

/// What is done with a Go program.
pub type WithGo = fn(&Shop, &str, &Teller, &Cancel) -> anyhow::Result<Outcome>;

/// Does it, when it is this tab's turn.
///
/// # Errors
///
/// If the request makes no sense, or there is no such listing, or too many wait.
pub fn answer(
    api: &Api,
    tab: Tab,
    body: Body,
    rust: WithRust,
    go: WithGo,
) -> Result<Response, Refusal> {
    let ask: Ask = request::read(body)?;
    let subject = Subject::find(api.shop.root(), ask.listing.as_deref())?;
    let place = api.queue.enter(tab)?;
    let shop = Arc::clone(&api.shop);
    Ok(stream::answer(place, move |teller, cancel| {
        match ask.language {
            Language::Rust => rust(&shop, &subject, &ask.text, teller, cancel),
            Language::Go => go(&shop, &ask.text, teller, cancel),
        }
    }))
}
