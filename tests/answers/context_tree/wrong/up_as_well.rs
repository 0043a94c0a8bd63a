//! Rejected: nothing above and nothing beside it ends
//!
//! A clone is the same task, and so the tree has one node.

use std::sync::{Arc, Condvar, Mutex};

#[derive(Clone, Default)]
pub struct Task(Arc<(Mutex<bool>, Condvar)>);

impl Task {
    pub fn first() -> Task {
        Task::default()
    }

    pub fn below(&self) -> Task {
        self.clone()
    }

    pub fn end(&self) {
        *self.0.0.lock().unwrap() = true;
        self.0.1.notify_all();
    }

    pub fn has_ended(&self) -> bool {
        *self.0.0.lock().unwrap()
    }

    pub fn wait(&self) {
        let has_ended = self.0.0.lock().unwrap();
        drop(
            self.0
                .1
                .wait_while(has_ended, |has_ended| !*has_ended)
                .unwrap(),
        );
    }
}
