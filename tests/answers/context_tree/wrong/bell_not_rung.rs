//! Rejected: whoever waits is told
//! Says: deadlock
//!
//! Only who is ended by name hears the bell.

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
        state.below.push(task.clone());
        task.0.0.lock().unwrap().has_ended = state.has_ended;
        drop(state);
        task
    }

    pub fn end(&self) {
        self.mark();
        self.0.1.notify_all();
    }

    fn mark(&self) {
        let mut state = self.0.0.lock().unwrap();
        state.has_ended = true;
        state.below.iter().for_each(Task::mark);
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
