use std::sync::{Arc, Mutex};
use std::thread;

use crossbeam_channel::{Receiver, Sender, TryRecvError::Disconnected, bounded};

struct Node {
    done: Receiver<()>,
    close: Mutex<Option<Sender<()>>>,
    below: Mutex<Vec<Arc<Node>>>,
}

impl Node {
    fn new() -> Arc<Self> {
        let (close, done) = bounded(0);
        let (close, below) = (Mutex::new(Some(close)), Mutex::default());
        Arc::new(Node { done, close, below })
    }

    fn add(&self, child: &Arc<Node>) {
        if self.done.try_recv() == Err(Disconnected) {
            child.cancel();
        } else {
            self.below.lock().unwrap().push(Arc::clone(child));
        }
    }

    fn cancel(&self) {
        drop(self.close.lock().unwrap().take());
        for child in self.below.lock().unwrap().drain(..) {
            child.cancel();
        }
    }
}

fn main() {
    let day = Node::new();
    thread::scope(|s| {
        s.spawn(|| day.cancel());
        let request = Node::new();
        day.add(&request);
        assert!(request.done.recv().is_err());
        println!("the request has stopped");
    });
}
