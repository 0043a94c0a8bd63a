//! What the page can ask for besides pages: to run a program, to race-check it, to explore it.
//!
//! # The interface
//!
//! Everything is `POST /_course/api/NAME` with a JSON object as body. Only a page of this server
//! can ask: it sends the token that it carries in `<meta name="course-token">` back in the header
//! `X-Course-Token`, with `Content-Type: application/json`. Pages of the static site carry none,
//! so they know that there is no server.
//!
//! | name | body | answer |
//! |---|---|---|
//! | `run` | `language`, `text`, `listing`? | events: `start`, `stdout`, `stderr`; `refused` |
//! | `race` | `language`?, `text`, `listing`? | events: `stdout`, `stderr` (of the last run), `race`; `refused` |
//! | `explore` | `text`, `listing`?, `memory`?, `time`? | events: `progress`, `graph`; `refused` |
//! | `tools` | nothing (`{}`) | what is found on this machine: see [`tools`] |
//!
//! `language` is `rust` or `go`. `listing` names the listing that the text is a version of, edited
//! or not: then the compiler works on what has changed alone. `memory` is `sc` or `weak`, `time`
//! is `anytime` or `idle`, as for `cargo course explore`.
//!
//! ## Events
//!
//! The first three answer with a stream of events, one JSON object a line
//! (`application/x-ndjson`), each with a field `event`. To stop a program, abort the request.
//!
//! | event | fields | when |
//! |---|---|---|
//! | `queued` | | others are in front; comes first or not at all |
//! | `preparing` | `text` | something must be built first, which is done once |
//! | `warnings` | `text` | the compiler's |
//! | `start` | `cached` | the program runs; `cached`: it had been compiled before |
//! | `stdout`, `stderr` | `text` | it printed this: whole characters, but not always whole lines |
//! | `refused` | `text` | it does not compile, or cannot be explored: why |
//! | `race` | `found`, `verdict`, `text`, `races` | `verdict` is `found`, `not_found` or `inconclusive`; `text` is the report, or a sentence; `races` is the report taken apart (Rust only) |
//! | `progress` | `executions`, `states`, `open` | how far the explorer has come |
//! | `graph` | `graph` | what the explorer has found, as `explorer/GRAPH.md` describes it |
//! | `error` | `text` | it could not be done for another reason |
//! | `end` | `status`, `seconds`, `words` | always the last one |
//!
//! `status` is the exit status that the command line would have: the program's for `run`, 66 if a
//! race was found, 1 if a schedule fails or the compiler refused, 2 if it could not be done or was
//! not done to the end. `words` is a sentence on how it ended, or null if it ended by itself.
//!
//! ## Refusals
//!
//! What is not done at all is answered with a JSON object with the one field `error`, for a person
//! to read: 400 (the body makes no sense), 403 (not from a page of this server), 404, 405, 413
//! (more than 256 KiB), 415 (not JSON), 429 (too many are waiting).
//!
//! # Layout
//!
//! - [`guard`], [`token`]: who may ask
//! - [`request`]: what is asked
//! - [`refusal`]: what is not done, and why
//! - [`queue`]: whose turn it is
//! - [`stream`]: the events of an answer
//! - [`run`], [`race`], [`explore`], [`tools`]: one file a name
//! - [`shop`]: the compilers, and where what they make is kept

mod explore;
mod guard;
mod queue;
mod race;
mod refusal;
mod request;
mod run;
mod shop;
mod stream;
mod token;
mod tools;

pub use token::Token;

use crate::root::Root;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::post;
use queue::Queue;
use shop::Shop;
use std::sync::Arc;

/// How many bytes a request may have. The longest listing has four thousand.
const BODY: usize = 256 * 1024;

/// What all requests share.
#[derive(Clone, Debug)]
pub struct Api {
    shop: Arc<Shop>,
    queue: Queue,
}

impl Api {
    /// The interface to the course at `root`.
    pub fn new(root: &Root) -> Self {
        Self {
            shop: Arc::new(Shop::new(root)),
            queue: Queue::for_this_machine(),
        }
    }

    /// Builds what every program needs, so that the first reader who runs one need not wait.
    pub fn prepare(&self) {
        // Whoever runs a program is told what is wrong.
        let _ = self.shop.workbench();
    }

    /// Everything below `/_course/api/`, for those who have the `token` and name this `port`.
    pub fn routes(self, token: Token, port: u16) -> Router {
        let guard = guard::Guard { token, port };
        let names = Router::new()
            .route("/run", post(run::answer))
            .route("/race", post(race::answer))
            .route("/explore", post(explore::answer))
            .route("/tools", post(tools::answer))
            .fallback(refusal::unknown)
            .method_not_allowed_fallback(refusal::only_post)
            .layer(DefaultBodyLimit::max(BODY))
            .layer(middleware::from_fn_with_state(guard, guard::check))
            .with_state(self);
        Router::new().nest("/_course/api", names)
    }
}
