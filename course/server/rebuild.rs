//! Turns edits into a new edition of the book.

use super::Observer;
use super::edition::Editions;
use super::watch::Changes;
use crate::book;
use crate::root::Root;
use std::time::Instant;

/// What the book is made of.
pub const FOLDERS: [&str; 3] = ["src", "listings", "theme"];
/// Further files that it is made of.
pub const FILES: [&str; 1] = ["book.toml"];

/// Builds the book anew whenever something in it has changed.
pub struct Rebuilder {
    root: Root,
    editions: Editions,
    observer: Box<dyn Observer>,
}

impl Rebuilder {
    /// Builds the book of `root`, publishes it among the `editions` and tells the `observer`.
    pub fn new(root: Root, editions: Editions, observer: Box<dyn Observer>) -> Self {
        Self {
            root,
            editions,
            observer,
        }
    }

    /// Builds the book once.
    pub fn rebuild(&mut self) {
        let start = Instant::now();
        match book::build_for_serving(&self.root) {
            Ok(book) => {
                self.observer.built(&book, start.elapsed());
                self.editions.publish(book);
            }
            Err(broken) => {
                self.observer.broken(&broken);
                self.editions.hold_back(broken);
            }
        }
    }

    /// Builds the book after every change, for as long as the server runs.
    pub async fn follow(mut self, mut changes: Changes) {
        loop {
            changes.settled().await;
            let rebuilt = tokio::task::spawn_blocking(move || {
                self.rebuild();
                self
            });
            match rebuilt.await {
                Ok(rebuilder) => self = rebuilder,
                // The runtime is being shut down.
                Err(_) => return,
            }
        }
    }
}
