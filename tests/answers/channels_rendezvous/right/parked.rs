//! Whoever gives is parked, and whoever takes the book wakes its giver.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, Thread};
struct Offer<T> {
    thing: T,
    from: Thread,
    gone: Arc<AtomicBool>,
}
pub struct Hatch<T> {
    offers: Mutex<VecDeque<Offer<T>>>,
    came: Condvar,
}
impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        Hatch {
            offers: Mutex::new(VecDeque::new()),
            came: Condvar::new(),
        }
    }
    pub fn give(&self, thing: T) {
        let gone = Arc::new(AtomicBool::new(false));
        self.offers.lock().unwrap().push_back(Offer {
            thing,
            from: thread::current(),
            gone: gone.clone(),
        });
        self.came.notify_one();
        while !gone.load(Ordering::Acquire) {
            thread::park();
        }
    }
    pub fn take(&self) -> T {
        let mut offers = self
            .came
            .wait_while(self.offers.lock().unwrap(), |o| o.is_empty())
            .unwrap();
        let Offer { thing, from, gone } = offers.pop_front().unwrap();
        gone.store(true, Ordering::Release);
        from.unpark();
        thing
    }
}
