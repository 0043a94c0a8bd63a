use std::sync::{Mutex, PoisonError};

/// What happened, in its order. Made by [`log`].
#[derive(Debug, Default)]
pub struct Log(Mutex<Vec<String>>);

/// An empty log, there for as long as the program is.
pub fn log() -> &'static Log {
    Box::leak(Box::default())
}

impl Log {
    /// Notes that something has happened.
    pub fn note(&self, what: impl ToString) {
        self.entries().push(what.to_string());
    }

    /// Everything that was noted so far.
    pub fn all(&self) -> Vec<String> {
        self.entries().clone()
    }

    /// How often this was noted so far.
    pub fn count(&self, what: impl ToString) -> usize {
        let what = what.to_string();
        self.entries()
            .iter()
            .filter(|entry| **entry == what)
            .count()
    }

    fn entries(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
