use std::sync::{Condvar, Mutex};

/// The number by the door.
#[derive(Debug, Default)]
pub struct WaitGroup {
    remaining: Mutex<usize>,
    zero: Condvar,
}

impl WaitGroup {
    /// A group with nothing to be done.
    pub fn new() -> WaitGroup {
        WaitGroup::default()
    }

    /// There are so many tasks more.
    pub fn add(&self, tasks: usize) {
        *self.remaining.lock().unwrap() += tasks;
    }

    /// One task is done.
    ///
    /// # Panics
    ///
    /// If there is none to be done.
    pub fn done(&self) {
        let mut remaining = self.remaining.lock().unwrap();
        if *remaining == 0 {
            // A panic that holds the guard would poison the lock.
            drop(remaining);
            panic!("done was called more often than tasks were added");
        }
        *remaining -= 1;
        if *remaining == 0 {
            self.zero.notify_all();
        }
    }

    /// Waits until nothing is left to be done.
    pub fn wait(&self) {
        let mut remaining = self.remaining.lock().unwrap();
        while *remaining > 0 {
            remaining = self.zero.wait(remaining).unwrap();
        }
    }
}
