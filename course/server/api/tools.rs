//! `tools`: what is found on this machine.
//!
//! | field | what it is |
//! |---|---|
//! | `rust` | the compiler's version, such as `1.95.0` |
//! | `go` | Go's version, or null |
//! | `race` | what finds data races in Rust programs, or null |
//! | `sandbox` | what programs are kept from, in words |
//! | `explorer` | whether programs can be explored |
//! | `missing` | for what is null: how to get it |

use super::Api;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use workbench::race::engine::Engine;
use workbench::{confine, go, race};

pub async fn answer(State(api): State<Api>) -> Response {
    let found = tokio::task::spawn_blocking(move || find(&api)).await;
    let body = found.unwrap_or_default().to_string();
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, body).into_response()
}

fn find(api: &Api) -> Value {
    let toolchain = api.shop.toolchain().ok();
    let engine = toolchain.as_ref().and_then(Engine::find);
    let mut missing = serde_json::Map::new();
    let mut or_missing = |name: &str, found: Option<String>, how: &str| {
        if found.is_none() {
            missing.insert(name.to_owned(), how.into());
        }
        found
    };
    let release = toolchain.as_ref().map(|found| found.release().to_owned());
    let rust = or_missing("rust", release, "install Rust from https://rustup.rs");
    let go = or_missing("go", api.shop.go().map(|go| go.version), go::HOW_TO_GET);
    let engine = engine.map(|engine| engine.name().to_owned());
    let race = or_missing("race", engine, race::HOW_TO_GET);
    json!({
        "rust": rust,
        "go": go,
        "race": race,
        "sandbox": confine::level().to_string(),
        "explorer": toolchain.is_some(),
        "missing": missing,
    })
}
