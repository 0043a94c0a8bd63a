//! Follows the learner's files: an exercise may be edited in any editor while its page is open.

use super::watch::Changes;
use crate::program;
use crate::root::Root;
use coach::{Coach, State, Version};
use serde::Serialize;
use std::collections::BTreeMap;
use tokio::sync::watch;

/// The folders whose changes tell something of the exercises.
const FOLDERS: [&str; 2] = ["exercises", "tests/answers"];

/// Where the learner stands with each exercise.
pub type States = BTreeMap<String, Now>;

/// How things are with one exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Now {
    pub state: State,
    /// Of the learner's file; nothing if it is not there.
    pub version: Option<Version>,
}

/// The current states, and all that follow.
#[derive(Clone, Debug)]
pub struct Learner(watch::Sender<States>);

impl Learner {
    /// Begins to follow the exercises of the course at `root`.
    ///
    /// # Errors
    ///
    /// When the files cannot be watched.
    pub fn follow(root: &Root) -> anyhow::Result<Self> {
        let mut changes = Changes::of(root, &FOLDERS, &[])?;
        let learner = Self(watch::Sender::new(look(root)));
        let (root, states) = (root.clone(), learner.0.clone());
        tokio::spawn(async move {
            loop {
                changes.settled().await;
                let root = root.clone();
                let Ok(now) = tokio::task::spawn_blocking(move || look(&root)).await else {
                    // The runtime is being shut down.
                    return;
                };
                states.send_if_modified(|states| {
                    let is_new = *states != now;
                    *states = now;
                    is_new
                });
            }
        });
        Ok(learner)
    }

    /// The current states and, whenever others follow, the newest.
    pub fn subscribe(&self) -> watch::Receiver<States> {
        self.0.subscribe()
    }
}

/// How things are. A course without exercises has none, and one whose catalogue is broken says so
/// to whoever asks for an exercise.
fn look(root: &Root) -> States {
    program::coach(root)
        .map(|coach| states(&coach))
        .unwrap_or_default()
}

/// How things are with each exercise of `coach`.
pub fn states(coach: &Coach) -> States {
    let now = |name: &str| {
        let version = coach.text(name).ok().map(|file| file.version);
        let state = coach.state(name).ok()?;
        Some((name.to_owned(), Now { state, version }))
    };
    let entries = coach.catalogue().entries();
    entries.filter_map(|entry| now(&entry.name)).collect()
}
