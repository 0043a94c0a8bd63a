//! Rejected: all below end with it, and theirs
//!
//! Those below are told, and do not tell those below them.

use std::sync::{Arc, Condvar, Mutex};

#[derive(Clone, Default)]
pub struct Task(Arc<(Mutex<State>, Condvar)>);

#[derive(Default)]
struct State {
    has_ended: bool,
    below: Vec<Task>,
}

impl Task {
    pub fn first() -> Task {
        Task::default()
    }

    pub fn below(&self) -> Task {
        let task = Task::default();
        let mut state = self.0.0.lock().unwrap();
        match state.has_ended {
            true => task.end(),
            false => state.below.push(task.clone()),
        }
        drop(state);
        task
    }

    pub fn end(&self) {
        let mut state = self.0.0.lock().unwrap();
        state.has_ended = true;
        self.0.1.notify_all();
        for task in state.below.drain(..) {
            task.0.0.lock().unwrap().has_ended = true;
            task.0.1.notify_all();
        }
    }

    pub fn has_ended(&self) -> bool {
        self.0.0.lock().unwrap().has_ended
    }

    pub fn wait(&self) {
        let state = self.0.0.lock().unwrap();
        drop(
            self.0
                .1
                .wait_while(state, |state| !state.has_ended)
                .unwrap(),
        );
    }
}
