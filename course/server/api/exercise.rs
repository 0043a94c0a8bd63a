//! `exercise` and what is below it, and `exercises`: a learner's files, hints, verdicts.

use super::Api;
use super::refusal::Refusal;
use super::request::{self, Body};
use super::run::prepare;
use super::shop::Shop;
use super::stream::{self, Outcome, Teller};
use super::token::Tab;
use crate::program;
use crate::server::learner;
use axum::Extension;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use coach::{Answer, Cancel, Chapter, Coach, Entry, Error, Saved, Verdict, Version};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Save {
    name: String,
    text: String,
    version: Version,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hint {
    name: String,
    number: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Solution {
    name: String,
    #[serde(default)]
    peek: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// All exercises by chapters, and where the learner stands.
pub async fn all(State(api): State<Api>, body: Body) -> Result<Response, Refusal> {
    let Nothing {} = request::read(body)?;
    quickly(api, |shop| {
        let Ok(coach) = open(shop) else {
            return Ok(json!({ "chapters": [] }));
        };
        let states = learner::states(&coach);
        let exercise = |entry: &Entry| {
            let now = states.get(&entry.name);
            json!({
                "name": entry.name,
                "title": entry.title,
                "level": entry.level,
                "page": entry.page,
                "state": now.map(|now| now.state),
                "version": now.and_then(|now| now.version.as_ref()),
            })
        };
        let chapter = |chapter: &Chapter| {
            let exercises: Vec<Value> = chapter.exercises.iter().map(exercise).collect();
            json!({ "name": chapter.name, "title": chapter.title, "exercises": exercises })
        };
        let chapters: Vec<Value> = coach.catalogue().chapters.iter().map(chapter).collect();
        Ok(json!({ "chapters": chapters }))
    })
    .await
}

/// One exercise: its task, the learner's file, what helps.
pub async fn one(State(api): State<Api>, body: Body) -> Result<Response, Refusal> {
    let Name { name } = request::read(body)?;
    quickly(api, move |shop| {
        let coach = open(shop)?;
        let entry = coach.catalogue().entry(&name)?;
        // A file that is not there is a state, not an error: it can be reset.
        let file = coach.text(&name).ok();
        Ok(json!({
            "name": name,
            "title": entry.title,
            "level": entry.level,
            "page": entry.page,
            "file": shown(&coach.path(&name)?, shop),
            "task": task(&coach.stub(&name)?),
            "state": coach.state(&name)?,
            "text": file.as_ref().map(|file| &file.text),
            "version": file.as_ref().map(|file| &file.version),
            "hints": coach.hints(&name)?.len(),
            "was_solved": coach.was_solved(&name)?,
        }))
    })
    .await
}

/// Writes the learner's file, unless it has changed meanwhile.
pub async fn save(State(api): State<Api>, body: Body) -> Result<Response, Refusal> {
    let save: Save = request::read(body)?;
    quickly(api, move |shop| {
        let coach = open(shop)?;
        match coach.save(&save.name, &save.text, &save.version)? {
            Saved::Written(version) => Ok(json!({
                "version": version,
                "state": coach.state(&save.name)?,
            })),
            Saved::Conflict(now) => Err(Refusal::conflict(
                "The file has changed on the disk meanwhile; nothing was written.",
                json!({ "text": now.text, "version": now.version }),
            )),
        }
    })
    .await
}

/// One of the hints, counted from 1.
pub async fn hint(State(api): State<Api>, body: Body) -> Result<Response, Refusal> {
    let Hint { name, number } = request::read(body)?;
    quickly(api, move |shop| {
        let hints = open(shop)?.hints(&name)?;
        let hint = number.checked_sub(1).and_then(|index| hints.get(index));
        let text = hint.ok_or_else(|| {
            let words = format!("There is no hint {number}; there are {}.", hints.len());
            Refusal::senseless(words)
        })?;
        Ok(json!({ "text": text, "number": number, "of": hints.len() }))
    })
    .await
}

/// One right answer, for those who have one of their own or want to peek.
pub async fn solution(State(api): State<Api>, body: Body) -> Result<Response, Refusal> {
    let Solution { name, peek } = request::read(body)?;
    quickly(api, move |shop| {
        let coach = open(shop)?;
        if !peek && !coach.was_solved(&name)? {
            let words = "This exercise is not solved yet; ask with peek to see its solution.";
            return Err(Refusal::conflict(words, json!({})));
        }
        Ok(json!({ "text": coach.solution(&name)? }))
    })
    .await
}

/// Puts the stub back. The previous text is kept.
pub async fn reset(State(api): State<Api>, body: Body) -> Result<Response, Refusal> {
    let Name { name } = request::read(body)?;
    quickly(api, move |shop| {
        let coach = open(shop)?;
        let kept = coach.reset(&name)?;
        let now = coach.text(&name)?;
        Ok(json!({
            "text": now.text,
            "version": now.version,
            "state": coach.state(&name)?,
            "kept": kept.map(|kept| shown(&kept.0, shop)),
        }))
    })
    .await
}

/// Judges the learner's file.
pub async fn check(
    State(api): State<Api>,
    Extension(tab): Extension<Tab>,
    body: Body,
) -> Result<Response, Refusal> {
    let Name { name } = request::read(body)?;
    let coach = open(&api.shop)?;
    coach.catalogue().entry(&name)?;
    let place = api.queue.enter(tab)?;
    let shop = Arc::clone(&api.shop);
    Ok(stream::answer(place, move |teller, cancel| {
        prepare(&shop, teller);
        judge(&coach, &name, teller, cancel)
    }))
}

fn judge(coach: &Coach, name: &str, teller: &Teller, cancel: &Cancel) -> anyhow::Result<Outcome> {
    let verdict = coach.check(name, cancel)?;
    let text = coach::render::plain(&verdict);
    teller.verdict(&verdict, &text, graphs(&verdict));
    Ok(Outcome::with_status(u8::from(!verdict.solved)))
}

/// For each check the graph that a page can play, if there is one.
fn graphs(verdict: &Verdict) -> impl Iterator<Item = Option<&str>> {
    let checks = match &verdict.answer {
        Answer::Checked(checks) => checks.as_slice(),
        Answer::Refused(_) => &[],
    };
    checks.iter().map(|check| check.graph.as_deref())
}

fn open(shop: &Shop) -> Result<Coach, Refusal> {
    if !shop.root().path().join("exercises").is_dir() {
        return Err(Refusal::nothing("This course has no exercises."));
    }
    Ok(program::coach(shop.root())?)
}

/// What the stub says of itself: the lines at its beginning that begin with `//!`.
fn task(stub: &str) -> String {
    let lines = stub.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    lines.join("\n")
}

/// A path as the reader knows it: from the course's folder.
fn shown(path: &Path, shop: &Shop) -> String {
    let path = path.strip_prefix(shop.root().path()).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

/// Answers at once. It reads and writes files, so it is done where waiting keeps nobody else.
pub async fn quickly(
    api: Api,
    answer: impl FnOnce(&Shop) -> Result<Value, Refusal> + Send + 'static,
) -> Result<Response, Refusal> {
    let shop = Arc::clone(&api.shop);
    let answered = tokio::task::spawn_blocking(move || answer(&shop)).await;
    let value = answered.map_err(|_| Refusal::broken("the server made a mistake"))??;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, value.to_string()).into_response())
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::Unknown { .. } => Refusal::nothing(error.to_string()),
            _ => Refusal::broken(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_task_is_what_the_stub_begins_with() {
        let stub = "//! Say hello.\n//!\n//! Twice.\n\nuse std::thread;\n//! not this\n";
        assert_eq!(task(stub), "Say hello.\n\nTwice.");
    }
}
