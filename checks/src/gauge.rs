use std::sync::{Mutex, PoisonError};

/// How many are inside, and how many were at most. Made by [`gauge`].
#[derive(Debug, Default)]
pub struct Gauge(Mutex<(usize, usize)>);

/// A gauge that shows nobody, there for as long as the program is.
pub fn gauge() -> &'static Gauge {
    Box::leak(Box::default())
}

/// Somebody who is inside until this is dropped.
#[derive(Debug)]
pub struct Inside(&'static Gauge);

impl Gauge {
    /// Comes in.
    pub fn enter(&'static self) -> Inside {
        let mut state = self.state();
        state.0 += 1;
        state.1 = state.1.max(state.0);
        Inside(self)
    }

    /// How many are inside now.
    pub fn now(&self) -> usize {
        self.state().0
    }

    /// How many were inside at the same time, at most.
    pub fn most(&self) -> usize {
        self.state().1
    }

    fn state(&self) -> std::sync::MutexGuard<'_, (usize, usize)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        self.0.state().0 -= 1;
    }
}
