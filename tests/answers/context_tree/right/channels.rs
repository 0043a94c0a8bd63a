//! The bell is a channel that is closed, as in the course; what has ended has no list.

use crossbeam_channel::{Receiver, Sender, TryRecvError, bounded};
use std::sync::{Arc, Mutex};

pub struct Task(Arc<Node>);

struct Node {
    open: Mutex<Option<(Sender<()>, Vec<Arc<Node>>)>>,
    done: Receiver<()>,
}

impl Node {
    fn new() -> Arc<Node> {
        let (close, done) = bounded(0);
        let open = Mutex::new(Some((close, Vec::new())));
        Arc::new(Node { open, done })
    }

    fn end(&self) {
        let mut open = self.open.lock().unwrap();
        if let Some((close, below)) = open.take() {
            drop(close);
            below.iter().for_each(|node| node.end());
        }
    }
}

impl Task {
    pub fn first() -> Task {
        Task(Node::new())
    }

    pub fn below(&self) -> Task {
        let node = Node::new();
        match &mut *self.0.open.lock().unwrap() {
            Some((_, below)) => below.push(Arc::clone(&node)),
            None => node.end(),
        }
        Task(node)
    }

    pub fn end(&self) {
        self.0.end();
    }

    pub fn has_ended(&self) -> bool {
        self.0.done.try_recv() == Err(TryRecvError::Disconnected)
    }

    pub fn wait(&self) {
        let _ = self.0.done.recv();
    }
}
