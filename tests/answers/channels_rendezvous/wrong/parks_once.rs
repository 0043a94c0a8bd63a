//! Rejected: whoever gives stays also when woken for nothing
//!
//! Takes the end of `park` for the message.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread::{self, Thread};
pub struct Hatch<T> {
    offers: Mutex<VecDeque<(T, Thread)>>,
    came: Condvar,
}
impl<T: Send> Hatch<T> {
    pub fn open() -> Hatch<T> {
        Hatch {
            offers: Mutex::default(),
            came: Condvar::new(),
        }
    }
    pub fn give(&self, thing: T) {
        self.offers
            .lock()
            .unwrap()
            .push_back((thing, thread::current()));
        self.came.notify_one();
        thread::park();
    }
    pub fn take(&self) -> T {
        let mut o = self
            .came
            .wait_while(self.offers.lock().unwrap(), |o| o.is_empty())
            .unwrap();
        let (t, from) = o.pop_front().unwrap();
        from.unpark();
        t
    }
}
