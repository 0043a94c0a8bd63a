use std::sync::{Condvar, Mutex};

/// The ladders.
pub struct Ladders {
    free: Mutex<usize>,
    came_back: Condvar,
}

impl Ladders {
    /// So many ladders, one at least.
    pub fn new(count: usize) -> Ladders {
        Ladders {
            free: Mutex::new(count),
            came_back: Condvar::new(),
        }
    }

    /// Takes a ladder. Waits until there is one.
    pub fn take(&self) {
        let free = self.free.lock().unwrap();
        *self.came_back.wait_while(free, |free| *free == 0).unwrap() -= 1;
    }

    /// Puts a ladder back.
    pub fn put_back(&self) {
        *self.free.lock().unwrap() += 1;
        self.came_back.notify_one();
    }
}
