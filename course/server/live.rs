//! Keeps open pages up to date: tells them that there is a new book, or why there is none, and how
//! the learner's files are.
//!
//! | event | data |
//! |---|---|
//! | `edition` | `version` of the book and of this start of the server, `problems` of the newest draft |
//! | `exercises` | for each exercise by name: `state`, `version` of the learner's file (or null) |
//!
//! Every event says all there is to know. A page that was away, asleep or cut off
//! therefore misses nothing once it listens again.
//!
//! All tabs of a browser listen over one connection (`live/news.js`); a page's elements hear of it
//! from `live/live.js`, which a page loads once.

use super::api::Token;
use super::edition::{Edition, Editions};
use super::learner::Learner;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use serde::Serialize;
use std::convert::Infallible;
use std::time::Duration;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// After how long a browser asks again when the server was gone.
const RETRY: Duration = Duration::from_secs(1);

/// The event stream, and the scripts and the style that act on it.
pub fn routes(learner: Learner, token: Token) -> Router<Editions> {
    Router::new()
        .route("/_course/events", get(events))
        .layer(Extension(learner))
        .layer(Extension(token))
        .route("/_course/live.js", get(script))
        .route("/_course/news.js", get(listening))
        .route("/_course/live.css", get(style))
}

/// Adds to a page of the book what keeps it up to date, and by what it may ask for more. Pages of the static site have none of it.
pub fn enliven(page: &[u8], version: &str, token: &Token) -> Vec<u8> {
    let version = version_of(version, token);
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

impl News {
    fn of(edition: Edition, token: &Token) -> Self {
        let version = edition.book.map(|book| book.files.version().to_owned());
        Self {
            version: version_of(&version.unwrap_or_default(), token),
            problems: edition.problems.iter().map(ToString::to_string).collect(),
        }
    }
}

/// A page that an earlier start of the server has sent is as good as one of an older book: its
/// token is worth nothing any more. Without a book there is no version.
fn version_of(book: &str, token: &Token) -> String {
    match book {
        "" => String::new(),
        book => format!("{book}-{}", token.start()),
    }
}

async fn events(
    State(editions): State<Editions>,
    Extension(learner): Extension<Learner>,
    Extension(token): Extension<Token>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let news = WatchStream::new(editions.subscribe())
        .map(move |edition| Ok(event("edition", &News::of(edition, &token))));
    let exercises = WatchStream::new(learner.subscribe())
        .filter(|states| !states.is_empty())
        .map(|states| Ok(event("exercises", &states)));
    Sse::new(news.merge(exercises)).keep_alive(KeepAlive::default())
}

fn event(name: &str, data: &impl Serialize) -> Event {
    let data = serde_json::to_string(data).expect("it is plain data");
    Event::default().event(name).data(data).retry(RETRY)
}

async fn script() -> Response {
    text(JAVASCRIPT, include_str!("live/live.js"))
}

async fn listening() -> Response {
    text(JAVASCRIPT, include_str!("live/news.js"))
}

async fn style() -> Response {
    text("text/css; charset=utf-8", include_str!("live/live.css"))
}

fn text(kind: &'static str, content: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")];
    (headers, content).into_response()
}
