//! What is not done at all, and why.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// An answer for a person, in place of what was asked for.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    /// A JSON object, with the words in the field `error`.
    body: Value,
}

impl Refusal {
    fn new(status: StatusCode, words: impl Into<String>) -> Self {
        let body = json!({ "error": words.into() });
        Self { status, body }
    }

    /// It comes from another page than those of this server.
    pub fn foreign() -> Self {
        let words = "This server does only what its own pages ask for.";
        Self::new(StatusCode::FORBIDDEN, words)
    }

    /// It has not the token of this start of the server.
    pub fn no_token() -> Self {
        let words = "This page is older than the server that answers; reload it.";
        Self::new(StatusCode::FORBIDDEN, words)
    }

    /// It is no JSON.
    pub fn no_json() -> Self {
        let words = "A request must have the content type application/json.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, words)
    }

    /// It is too long.
    pub fn too_long() -> Self {
        let words = "The program is longer than 256 KiB; make it shorter.";
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, words)
    }

    /// It makes no sense.
    pub fn senseless(why: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, why)
    }

    /// There is nothing of this name.
    pub fn nothing(words: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, words)
    }

    /// It would undo what somebody else has done. The object says how things are.
    pub fn conflict(words: &str, mut how_things_are: Value) -> Self {
        how_things_are["error"] = words.into();
        Self {
            status: StatusCode::CONFLICT,
            body: how_things_are,
        }
    }

    /// It cannot be done, which is not the page's fault.
    pub fn broken(words: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, words)
    }

    /// Something is being measured already.
    pub fn measuring() -> Self {
        let words = "Something is being measured already; two at once would disturb each other.";
        Self::new(StatusCode::TOO_MANY_REQUESTS, words)
    }

    /// Too many are waiting.
    pub fn busy() -> Self {
        let words = "The server is busy with other programs; try again in a moment.";
        Self::new(StatusCode::TOO_MANY_REQUESTS, words)
    }
}

/// There is nothing of this name.
pub async fn unknown() -> Refusal {
    Refusal::nothing("The server knows nothing of this name.")
}

/// It is there, but not to be read.
pub async fn only_post() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "Ask with POST.")
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let headers = [
            (CONTENT_TYPE, "application/json"),
            (CACHE_CONTROL, "no-store"),
        ];
        (self.status, headers, self.body.to_string()).into_response()
    }
}
