//! Tasks form a tree: each is made from another one. When a task is ended, so are all that were
//! made from it, and theirs, whether they were made before or are made later, and also where
//! nobody holds the task between any more; those above and beside it go on. When `end` returns,
//! all of them have ended, whoever has ended them. Anybody may end any task at any time, more than
//! once.

use std::sync::{Arc, Condvar, Mutex};

/// One task.
pub struct Task {
    node: Arc<Node>,
}

#[derive(Default)]
struct Node {
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Default)]
struct State {
    has_ended: bool,
    below: Vec<Arc<Node>>,
}

impl Task {
    /// A task that was made from no other.
    pub fn first() -> Task {
        Task {
            node: Arc::default(),
        }
    }

    /// A task that is made from this one.
    pub fn below(&self) -> Task {
        // TODO: what if this one is ended between the look and the push?
        let node = Arc::new(Node::default());
        if self.has_ended() {
            node.end();
        }
        let below = &mut self.node.state.lock().unwrap().below;
        below.push(Arc::clone(&node));
        Task { node }
    }

    /// Ends this task and all below it.
    pub fn end(&self) {
        self.node.end();
    }

    /// Whether it has ended.
    pub fn has_ended(&self) -> bool {
        self.node.state.lock().unwrap().has_ended
    }

    /// Returns when it has ended.
    pub fn wait(&self) {
        let state = self.node.state.lock().unwrap();
        let goes_on = |state: &mut State| !state.has_ended;
        drop(self.node.bell.wait_while(state, goes_on).unwrap());
    }
}

impl Node {
    fn end(&self) {
        // TODO: the second who ends it returns at once.
        let mut state = self.state.lock().unwrap();
        if state.has_ended {
            return;
        }
        state.has_ended = true;
        let below = std::mem::take(&mut state.below);
        drop(state);
        self.bell.notify_all();
        for node in below {
            node.end();
        }
    }
}
