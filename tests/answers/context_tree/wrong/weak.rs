//! Rejected: when `end` returns, all below have ended
//!
//! Whoever lets go of the task between cuts off what is below it.

use std::sync::{Arc, Condvar, Mutex, Weak};
#[derive(Default)]
struct Node {
    state: Mutex<(bool, Vec<Weak<Node>>)>,
    bell: Condvar,
}
pub struct Task(Arc<Node>);
impl Node {
    fn end(&self) {
        let mut s = self.state.lock().unwrap();
        s.0 = true;
        self.bell.notify_all();
        for n in s.1.iter().filter_map(Weak::upgrade) {
            n.end()
        }
    }
}
impl Task {
    pub fn first() -> Task {
        Task(Arc::default())
    }
    pub fn below(&self) -> Task {
        let n = Arc::<Node>::default();
        let mut s = self.0.state.lock().unwrap();
        if s.0 {
            n.end()
        }
        s.1.push(Arc::downgrade(&n));
        drop(s);
        Task(n)
    }
    pub fn end(&self) {
        self.0.end()
    }
    pub fn has_ended(&self) -> bool {
        self.0.state.lock().unwrap().0
    }
    pub fn wait(&self) {
        let mut s = self.0.state.lock().unwrap();
        while !s.0 {
            s = self.0.bell.wait(s).unwrap()
        }
    }
}
