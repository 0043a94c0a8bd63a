//! What the page can ask for besides pages: to run a program, to race-check it, to explore it, to
//! measure what things cost on this machine.
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
//! | `run` | `language`?, `text`, `listing`? | events: `start`, `stdout`, `stderr`; `refused` |
//! | `race` | `language`?, `text`, `listing`? | events: `stdout`, `stderr` (of the last run), `race`; `refused` |
//! | `explore` | `text`, `listing`?, `memory`?, `time`? | events: `progress`, `graph`; `refused` |
//! | `listing` | `listing`, `language` | `text`: the whole program, of which a page may show a part |
//! | `exercises` | nothing (`{}`) | `chapters`: `name`, `title`, `exercises`: `name`, `title`, `level`, `page`, `state`, `version` |
//! | `exercise` | `name` | `title`, `level`, `page`, `file`, `task` (Markdown), `state`, `text`, `version`, `hints` (how many), `was_solved` |
//! | `exercise/save` | `name`, `text`, `version` | `version`, `state`; 409 with `text`, `version` if the file has changed since `version` |
//! | `exercise/check` | `name` | events: `verdict` |
//! | `exercise/hint` | `name`, `number` (from 1) | `text` (Markdown), `number`, `of` |
//! | `exercise/solution` | `name`, `peek`? | `text`; 409 if it is not solved and `peek` is not true |
//! | `exercise/reset` | `name` | `text`, `version`, `state`, `kept` (where the previous text is, or null) |
//! | `measure` | `group` | events: `preparing`, `round`, `measured`; 429 if something is being measured already |
//! | `tools` | nothing (`{}`) | what is found on this machine: see [`tools`] |
//!
//! `language` is `rust` or `go`; where it may be left out, it is `rust`. `listing` names the listing that the text is a version of, edited
//! or not: then the compiler works on what has changed alone. `memory` is `sc` or `weak`, `time`
//! is `anytime` or `idle`, as for `cargo course explore`.
//!
//! `state` is `untouched`, `begun`, `solved`, `changed` (since it was solved) or `missing`. The
//! event `exercises` of `/_course/events` tells a page when a learner's file has changed.
//!
//! ## Events
//!
//! `run`, `race`, `explore`, `measure` and `exercise/check` answer with a stream of events, one JSON object a line
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
//! | `round` | `round` (from 1), `of` | so many rounds of a measurement are begun |
//! | `measured` | `svg`, `rounds`, `with_go` | a measurement, drawn as the recorded one |
//! | `verdict` | `verdict`, `text`, `graphs` | what the coach says of an answer: as `coach::Verdict`, and as text; `graphs` has one of each check, or null |
//! | `error` | `text` | it could not be done for another reason |
//! | `end` | `status`, `seconds`, `words` | always the last one |
//!
//! `status` is the exit status that the command line would have: the program's for `run`, 66 if a
//! race was found, 1 if a schedule fails or the compiler refused, 2 if it could not be done or was
//! not done to the end, 1 if an exercise is not solved. `words` is a sentence on how it ended, or null if it ended by itself.
//!
//! ## Refusals
//!
//! What is not done at all is answered with a JSON object with the one field `error`, for a person
//! to read: 400 (the body makes no sense), 403 (not from a page of this server), 404, 405, 409 (see above), 413
//! (more than 256 KiB), 415 (not JSON), 429 (too many are waiting).
//!
//! # Layout
//!
//! - [`guard`], [`token`]: who may ask
//! - [`request`]: what is asked
//! - [`refusal`]: what is not done, and why
//! - [`queue`]: whose turn it is
//! - [`stream`]: the events of an answer
//! - [`run`], [`race`], [`explore`], [`listing`], [`exercise`], [`measure`], [`tools`]: one file a
//!   name
//! - [`shop`]: the compilers, and where what they make is kept

mod exercise;
mod explore;
mod guard;
mod listing;
mod measure;
mod program;
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
use axum::routing::{any, post};
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
    measuring: measure::Alone,
}

impl Api {
    /// The interface to the course at `root`.
    pub fn new(root: &Root) -> Self {
        Self {
            shop: Arc::new(Shop::new(root)),
            queue: Queue::for_this_machine(),
            measuring: measure::Alone::default(),
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
            .route("/listing", post(listing::answer))
            .route("/exercises", post(exercise::all))
            .route("/exercise", post(exercise::one))
            .route("/exercise/save", post(exercise::save))
            .route("/exercise/check", post(exercise::check))
            .route("/exercise/hint", post(exercise::hint))
            .route("/exercise/solution", post(exercise::solution))
            .route("/exercise/reset", post(exercise::reset))
            .route("/measure", post(measure::answer))
            .route("/tools", post(tools::answer))
            .route("/{*other}", any(refusal::unknown))
            .method_not_allowed_fallback(refusal::only_post)
            .layer(DefaultBodyLimit::max(BODY))
            .layer(middleware::from_fn_with_state(guard, guard::check))
            .with_state(self);
        Router::new().nest("/_course/api", names)
    }
}
