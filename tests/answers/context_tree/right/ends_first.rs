//! Pushes first and looks then; whoever ends goes through the list in any case, and keeps it.

use parking_lot::{Condvar, Mutex};
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Task(Arc<Node>);

#[derive(Default)]
struct Node {
    below: Mutex<Vec<Task>>,
    has_ended: Mutex<bool>,
    bell: Condvar,
}

impl Task {
    pub fn first() -> Task {
        Task::default()
    }

    pub fn below(&self) -> Task {
        let task = Task::default();
        self.0.below.lock().push(task.clone());
        if self.has_ended() {
            task.end();
        }
        task
    }

    pub fn end(&self) {
        *self.0.has_ended.lock() = true;
        self.0.bell.notify_all();
        let below = self.0.below.lock().clone();
        below.iter().for_each(Task::end);
    }

    pub fn has_ended(&self) -> bool {
        *self.0.has_ended.lock()
    }

    pub fn wait(&self) {
        let mut has_ended = self.0.has_ended.lock();
        self.0
            .bell
            .wait_while(&mut has_ended, |has_ended| !*has_ended);
    }
}
