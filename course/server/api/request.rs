//! What is asked.

use super::refusal::Refusal;
use crate::recording::listing::Listing;
use crate::root::Root;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use chapters::Shelf;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The body of a request, or why it could not be read.
pub type Body = Result<Bytes, BytesRejection>;

/// Which language a program is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Rust,
    Go,
}

/// Understands the body of a request.
///
/// # Errors
///
/// If it is too long, or makes no sense.
pub fn read<T: DeserializeOwned>(body: Body) -> Result<T, Refusal> {
    let body = body.map_err(|rejection| match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::too_long(),
        _ => Refusal::senseless("The request was cut off."),
    })?;
    serde_json::from_slice(&body)
        .map_err(|error| Refusal::senseless(format!("The request makes no sense: {error}.")))
}

/// The listing of this name.
///
/// # Errors
///
/// If there is no such listing.
pub fn listing(root: &Root, name: &str) -> Result<Listing, Refusal> {
    // A name is never a path: it leads nowhere but to a listing.
    let is_name = !name.is_empty() && name.bytes().all(is_of_a_name);
    let listings = Shelf::ALL.map(|shelf| Listing::new(root.path(), shelf, name));
    let mut existing = listings
        .into_iter()
        .filter(|listing| is_name && listing.folder.is_dir());
    existing.next().ok_or_else(|| {
        let shown: String = name.chars().take(60).collect();
        Refusal::senseless(format!("There is no listing {shown:?}."))
    })
}

/// What a program is a version of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// The listing of this name; a program that is in no listing, if none is given.
    ///
    /// # Errors
    ///
    /// If there is no such listing.
    pub fn find(root: &Root, listing: Option<&str>) -> Result<Self, Refusal> {
        let Some(name) = listing else {
            return Ok(Self("page".to_owned()));
        };
        self::listing(root, name)?;
        Ok(Self(format!("page_{name}")))
    }

    /// By what it is told from others.
    pub fn name(&self) -> &str {
        &self.0
    }
}

fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'
}
