//! The pages of the book, from memory.

use super::api::Token;
use super::edition::{Edition, Editions};
use super::live;
use crate::book::{Book, Problem};
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Extension, Router};

/// Everything that the book consists of, at the addresses that the static site has.
pub fn routes(token: Token) -> Router<Editions> {
    Router::new()
        .route("/", get(first_page))
        .route("/{*path}", get(page))
        .layer(Extension(token))
}

async fn first_page(
    State(editions): State<Editions>,
    Extension(token): Extension<Token>,
) -> Response {
    answer(&editions.current(), &token, "")
}

async fn page(
    State(editions): State<Editions>,
    Extension(token): Extension<Token>,
    Path(path): Path<String>,
) -> Response {
    answer(&editions.current(), &token, &path)
}

fn answer(edition: &Edition, token: &Token, path: &str) -> Response {
    let Some(book) = &edition.book else {
        return no_book_yet(&edition.problems, token);
    };
    // Looking a path up among the book's files, instead of on the disk, leaves no way out of it.
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    if let Some(bytes) = book.files.get(&file) {
        send(StatusCode::OK, book, token, &file, bytes)
    } else if book.files.get(&format!("{path}/index.html")).is_some() {
        // Without the slash, the page's relative links would lead elsewhere.
        Redirect::temporary(&format!("/{}/", encoded(path))).into_response()
    } else {
        let bytes = book
            .files
            .get("404.html")
            .unwrap_or(b"There is no such page.");
        send(StatusCode::NOT_FOUND, book, token, "404.html", bytes)
    }
}

fn send(status: StatusCode, book: &Book, token: &Token, file: &str, bytes: &[u8]) -> Response {
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    let body = if kind == mime_guess::mime::TEXT_HTML {
        live::enliven(bytes, book.files.version(), token)
    } else {
        bytes.to_vec()
    };
    (status, headers(&content_type(&kind)), body).into_response()
}

/// What a reader sees when the very first build has failed.
fn no_book_yet(problems: &[Problem], token: &Token) -> Response {
    let listed: String = problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    let page = include_str!("live/no_book_yet.html").replace("{{problems}}", &escaped(&listed));
    let headers = headers("text/html; charset=utf-8");
    let body = live::enliven(page.as_bytes(), "", token);
    (StatusCode::SERVICE_UNAVAILABLE, headers, body).into_response()
}

fn headers(content_type: &str) -> [(HeaderName, String); 3] {
    [
        (CONTENT_TYPE, content_type.to_owned()),
        (CACHE_CONTROL, "no-cache".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ]
}

fn content_type(kind: &mime_guess::Mime) -> String {
    let is_text =
        kind.type_() == "text" || kind.subtype() == "javascript" || kind.subtype() == "json";
    if is_text {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_string()
    }
}

/// `path` with everything escaped that has a meaning in an address.
fn encoded(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte);
    path.bytes()
        .map(|byte| match is_plain(byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
