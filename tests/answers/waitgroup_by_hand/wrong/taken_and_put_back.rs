//! Rejected: whoever waits is not kept by a done that panics
//!
//! Meanwhile the number is wrong, and whoever waits sleeps on.

use std::sync::{
    Condvar, Mutex,
    atomic::{AtomicUsize, Ordering::SeqCst},
};
#[derive(Debug)]
pub struct WaitGroup {
    n: AtomicUsize,
    door: Mutex<()>,
    bell: Condvar,
}
impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            n: AtomicUsize::new(0),
            door: Mutex::new(()),
            bell: Condvar::new(),
        }
    }
    pub fn add(&self, tasks: usize) {
        self.n.fetch_add(tasks, SeqCst);
    }
    pub fn done(&self) {
        let before = self.n.fetch_sub(1, SeqCst);
        if before == 0 {
            self.n.fetch_add(1, SeqCst);
            panic!("none");
        }
        if before == 1 {
            drop(self.door.lock().unwrap());
            self.bell.notify_all();
        }
    }
    pub fn wait(&self) {
        let mut g = self.door.lock().unwrap();
        while self.n.load(SeqCst) != 0 {
            g = self.bell.wait(g).unwrap();
        }
    }
}
