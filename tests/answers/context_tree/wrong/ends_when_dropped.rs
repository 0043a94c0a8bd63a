//! Rejected: to let go of a task ends nothing

use std::sync::{Arc, Condvar, Mutex};
#[derive(Default)]
struct Node {
    state: Mutex<(bool, Vec<Arc<Node>>)>,
    bell: Condvar,
}
impl Node {
    fn end(&self) {
        let mut s = self.state.lock().unwrap();
        s.0 = true;
        for b in &s.1 {
            b.end();
        }
        self.bell.notify_all();
    }
}
pub struct Task(Arc<Node>);
impl Drop for Task {
    fn drop(&mut self) {
        self.0.end();
    }
}
impl Task {
    pub fn first() -> Task {
        Task(Arc::default())
    }
    pub fn below(&self) -> Task {
        let mut s = self.0.state.lock().unwrap();
        let node = Arc::new(Node {
            state: Mutex::new((s.0, vec![])),
            bell: Condvar::new(),
        });
        s.1.push(node.clone());
        drop(s);
        Task(node)
    }
    pub fn end(&self) {
        self.0.end()
    }
    pub fn has_ended(&self) -> bool {
        self.0.state.lock().unwrap().0
    }
    pub fn wait(&self) {
        let s = self.0.state.lock().unwrap();
        drop(self.0.bell.wait_while(s, |s| !s.0).unwrap());
    }
}
