//! Rejected: one of those who wait counts, not all
//!
//! Who is woken after a panic does not look whether another one counts again.

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Catalogue {
    s: Mutex<(bool, Option<u32>)>,
    c: Condvar,
}

impl Catalogue {
    pub fn get(&self, count: impl FnOnce() -> u32) -> u32 {
        let mut s = self.s.lock().unwrap();
        if s.0 {
            s = self.c.wait(s).unwrap()
        }
        if let Some(n) = s.1 {
            return n;
        }
        s.0 = true;
        drop(s);
        struct D<'a>(&'a Catalogue);
        impl Drop for D<'_> {
            fn drop(&mut self) {
                self.0.s.lock().unwrap().0 = false;
                self.0.c.notify_all()
            }
        }
        let d = D(self);
        let n = count();
        self.s.lock().unwrap().1 = Some(n);
        drop(d);
        n
    }

    pub fn look(&self) -> Option<u32> {
        self.s.lock().unwrap().1
    }
}
