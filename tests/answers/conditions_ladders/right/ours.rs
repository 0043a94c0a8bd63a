//! The semaphore of the course, its permits kept in a list.

use listings::{Permit, Semaphore};
use std::sync::{Arc, Mutex};

pub struct Ladders {
    semaphore: &'static Semaphore,
    out: Arc<Mutex<Vec<Permit<'static>>>>,
}

impl Ladders {
    pub fn new(count: usize) -> Ladders {
        Ladders {
            semaphore: Box::leak(Box::new(Semaphore::new(count))),
            out: Arc::default(),
        }
    }

    pub fn take(&self) {
        let permit = self.semaphore.acquire();
        self.out.lock().unwrap().push(permit);
    }

    pub fn put_back(&self) {
        let permit = self.out.lock().unwrap().pop();
        drop(permit);
    }
}
