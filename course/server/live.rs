//! Keeps open pages up to date: tells them that there is a new book, or why there is none.
//!
//! Every event says all there is to know. A page that was away, asleep or cut off
//! therefore misses nothing once it listens again.

use super::api::Token;
use super::edition::{Edition, Editions};
use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;
use std::convert::Infallible;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

/// The event stream, and the script and style that act on it.
pub fn routes() -> Router<Editions> {
    Router::new()
        .route("/_course/events", get(events))
        .route("/_course/live.js", get(script))
        .route("/_course/live.css", get(style))
}

/// Adds to a page of the book what keeps it up to date, and by what it may ask for more. Pages of the static site have none of it.
pub fn enliven(page: &[u8], version: &str, token: &Token) -> Vec<u8> {
    let token = token.for_a_page();
    let addition = format!(
        r#"<meta name="course-version" content="{version}">
<meta name="course-token" content="{token}">
<link rel="stylesheet" href="/_course/live.css">
<script type="module" src="/_course/live.js"></script>
"#
    );
    String::from_utf8_lossy(page)
        .replacen("</head>", &format!("{addition}</head>"), 1)
        .into_bytes()
}

/// What a page is told: which book is current, and what is wrong with the newest.
#[derive(Serialize)]
struct News {
    version: String,
    problems: Vec<String>,
}

impl From<Edition> for News {
    fn from(edition: Edition) -> Self {
        let version = edition.book.map(|book| book.files.version().to_owned());
        Self {
            version: version.unwrap_or_default(),
            problems: edition.problems.iter().map(ToString::to_string).collect(),
        }
    }
}

async fn events(
    State(editions): State<Editions>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let news = WatchStream::new(editions.subscribe()).map(|edition| {
        let news = serde_json::to_string(&News::from(edition)).expect("strings are valid JSON");
        Ok(Event::default().event("edition").data(news))
    });
    Sse::new(news).keep_alive(KeepAlive::default())
}

async fn script() -> Response {
    text(
        "text/javascript; charset=utf-8",
        include_str!("live/live.js"),
    )
}

async fn style() -> Response {
    text("text/css; charset=utf-8", include_str!("live/live.css"))
}

fn text(kind: &'static str, content: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")];
    (headers, content).into_response()
}
