//! `listing`: the whole text of a program of which a page shows a part.

use super::Api;
use super::exercise::quickly;
use super::refusal::Refusal;
use super::request::{self, Body, Language};
use crate::recording::listing::without_anchors;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    listing: String,
    language: Language,
}

pub async fn answer(State(api): State<Api>, body: Body) -> Result<Response, Refusal> {
    let ask: Ask = request::read(body)?;
    quickly(api, move |shop| {
        let listing = request::listing(shop.root(), &ask.listing)?;
        let language = match ask.language {
            Language::Rust => chapters::Language::Rust,
            Language::Go => chapters::Language::Go,
        };
        let text = listing.program(language).map_err(|_| {
            let words = format!("The listing {:?} has no such program.", ask.listing);
            Refusal::nothing(words)
        })?;
        Ok(json!({ "text": without_anchors(&text) }))
    })
    .await
}
