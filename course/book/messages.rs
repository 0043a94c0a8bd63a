//! Catches what mdBook logs.
//!
//! mdBook returns an error for some defects of a book, and only logs others,
//! a missing include among them. It logs through `tracing`.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// What mdBook logged, at the level of a warning or an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Whether it was an error.
    pub is_error: bool,
    /// The text of it.
    pub text: String,
}

/// Runs `action` and returns what mdBook logged on this thread meanwhile.
pub fn collect<T>(action: impl FnOnce() -> T) -> (T, Vec<Message>) {
    let messages = Arc::default();
    let collector = Collector(Arc::clone(&messages));
    let outcome = tracing::subscriber::with_default(collector, action);
    let collected = std::mem::take(&mut *lock(&messages));
    (outcome, collected)
}

struct Collector(Arc<Mutex<Vec<Message>>>);

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN && metadata.target().starts_with("mdbook")
    }

    fn event(&self, event: &Event<'_>) {
        let mut text = Text::default();
        event.record(&mut text);
        lock(&self.0).push(Message {
            is_error: *event.metadata().level() == Level::ERROR,
            text: text.0,
        });
    }

    // Spans are of no interest: one number serves for all of them.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            write!(self.0, "{value:?}").expect("writing to a String succeeds");
        }
    }
}

/// A panic inside mdBook is caught further up, and takes nothing from what was logged before it.
fn lock(messages: &Mutex<Vec<Message>>) -> std::sync::MutexGuard<'_, Vec<Message>> {
    messages.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_and_errors_of_mdbook_are_collected() {
        let (answer, messages) = collect(|| {
            tracing::info!(target: "mdbook_driver", "not of interest");
            tracing::warn!(target: "mdbook_html::html", "unclosed {}", "tag");
            tracing::error!(target: "mdbook_driver", "no such file");
            tracing::error!(target: "somebody_else", "not of mdBook");
            42
        });
        assert_eq!(answer, 42);
        let texts: Vec<_> = messages
            .iter()
            .map(|m| (m.is_error, m.text.as_str()))
            .collect();
        assert_eq!(texts, [(false, "unclosed tag"), (true, "no such file")]);
    }
}
