//! Each waiter leaves the end of a channel, which is closed when nothing is left.

use std::sync::Mutex;
use std::sync::mpsc::{self, Sender};

pub struct WaitGroup {
    state: Mutex<(usize, Vec<Sender<()>>)>,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup {
            state: Mutex::new((0, Vec::new())),
        }
    }

    pub fn add(&self, tasks: usize) {
        self.state.lock().unwrap().0 += tasks;
    }

    pub fn done(&self) {
        let mut state = self.state.lock().unwrap();
        let Some(remaining) = state.0.checked_sub(1) else {
            drop(state);
            panic!("nothing is to be done");
        };
        state.0 = remaining;
        if remaining == 0 {
            state.1.clear();
        }
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        if state.0 == 0 {
            return;
        }
        let (open, closed) = mpsc::channel();
        state.1.push(open);
        drop(state);
        // Nothing is ever sent.
        let _ = closed.recv();
    }
}
