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
        let node = Arc::new(Node::default());
        let mut state = self.node.state.lock().unwrap();
        if state.has_ended {
            node.end();
        } else {
            state.below.push(Arc::clone(&node));
        }
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
    /// The lock is held until all below have ended: who comes second waits for that.
    fn end(&self) {
        let mut state = self.state.lock().unwrap();
        state.has_ended = true;
        for node in state.below.drain(..) {
            node.end();
        }
        self.bell.notify_all();
    }
}
