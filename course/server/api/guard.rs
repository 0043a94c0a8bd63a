//! Who may ask: a page of this server, and nobody else.
//!
//! Any page in the reader's browser can send a request to this computer. It cannot read the token
//! (the browser keeps pages of other origins apart), nor send a header of its own or JSON without
//! asking first, which is never allowed. Each of the checks would do; a mistake in one leaves the
//! others.

use super::BODY;
use super::refusal::Refusal;
use super::token::Token;
use crate::server::host;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ORIGIN};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const TOKEN: &str = "x-course-token";
/// What a browser says of where a request comes from. Pages cannot change it.
const SITE: &str = "sec-fetch-site";

/// What a request must have.
#[derive(Clone, Debug)]
pub struct Guard {
    pub token: Token,
    pub port: u16,
}

/// Lets a request pass if a page of this server has sent it, and notes which one.
pub async fn check(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let tab = match guard.admits(headers) {
        Ok(tab) => tab,
        Err(refusal) => return refusal.into_response(),
    };
    request.extensions_mut().insert(tab);
    next.run(request).await
}

impl Guard {
    fn admits(&self, headers: &HeaderMap) -> Result<super::token::Tab, Refusal> {
        let is_ours = text(headers, ORIGIN.as_str()).is_some_and(|origin| self.is_ours(origin));
        let is_foreign = text(headers, SITE).is_some_and(|site| site != "same-origin");
        if !is_ours || is_foreign {
            return Err(Refusal::foreign());
        }
        let sent = text(headers, TOKEN).unwrap_or_default();
        let tab = self.token.tab(sent).ok_or_else(Refusal::no_token)?;
        if !text(headers, CONTENT_TYPE.as_str()).is_some_and(is_json) {
            return Err(Refusal::no_json());
        }
        // What is announced to be too long is not waited for.
        let length = text(headers, CONTENT_LENGTH.as_str()).and_then(|length| length.parse().ok());
        match length.is_some_and(|length: u64| length > BODY as u64) {
            true => Err(Refusal::too_long()),
            false => Ok(tab),
        }
    }

    fn is_ours(&self, origin: &str) -> bool {
        origin
            .strip_prefix("http://")
            .and_then(|host| host.parse().ok())
            .is_some_and(|host| host::is_ours(&host, self.port))
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn is_json(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}
