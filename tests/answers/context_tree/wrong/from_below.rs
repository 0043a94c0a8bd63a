//! Rejected: two may end two tasks of one tree at the same time
//! Says: deadlock
//!
//! A task that ends takes itself off the list above while it holds its own lock, and the one above
//! holds its lock and wants that of the one below.

use std::sync::{Arc, Condvar, Mutex};

#[derive(Clone)]
pub struct Task {
    node: Arc<(Mutex<State>, Condvar)>,
    above: Option<Box<Task>>,
}

#[derive(Default)]
struct State {
    has_ended: bool,
    below: Vec<Task>,
}

impl Task {
    pub fn first() -> Task {
        Task {
            node: Arc::default(),
            above: None,
        }
    }

    pub fn below(&self) -> Task {
        let task = Task {
            node: Arc::default(),
            above: Some(Box::new(self.clone())),
        };
        let mut state = self.node.0.lock().unwrap();
        match state.has_ended {
            true => task.mark(),
            false => state.below.push(task.clone()),
        }
        drop(state);
        task
    }

    fn mark(&self) {
        let mut state = self.node.0.lock().unwrap();
        state.has_ended = true;
        self.node.1.notify_all();
        state.below.drain(..).for_each(|task| task.mark());
    }

    pub fn end(&self) {
        let mut state = self.node.0.lock().unwrap();
        state.has_ended = true;
        self.node.1.notify_all();
        state.below.drain(..).for_each(|task| task.mark());
        if let Some(above) = &self.above {
            let below = &mut above.node.0.lock().unwrap().below;
            below.retain(|task| !Arc::ptr_eq(&task.node, &self.node));
        }
    }

    pub fn has_ended(&self) -> bool {
        self.node.0.lock().unwrap().has_ended
    }

    pub fn wait(&self) {
        let state = self.node.0.lock().unwrap();
        drop(
            self.node
                .1
                .wait_while(state, |state| !state.has_ended)
                .unwrap(),
        );
    }
}
