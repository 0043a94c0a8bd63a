//! Rejected: nobody changes it while one of two still looks
//!
//! The first reader who goes is a reason to look again, not to change anything.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex};

#[derive(Default)]
struct S {
    readers: usize,
    writing: bool,
    shelves: HashMap<String, u32>,
}

#[derive(Default)]
pub struct Catalogue {
    s: Mutex<S>,
    c: Condvar,
}

impl Catalogue {
    pub fn look<T>(&self, title: &str, read: impl FnOnce(Option<u32>) -> T) -> T {
        let mut s = self.s.lock().unwrap();
        if s.writing {
            s = self.c.wait(s).unwrap()
        }
        s.readers += 1;
        let at = s.shelves.get(title).copied();
        drop(s);
        let r = read(at);
        self.s.lock().unwrap().readers -= 1;
        self.c.notify_one();
        r
    }

    pub fn put(&self, title: &str, shelf: u32) -> Option<u32> {
        let mut s = self.s.lock().unwrap();
        if s.readers > 0 {
            s = self.c.wait(s).unwrap()
        }
        s.writing = true;
        let old = s.shelves.insert(title.to_owned(), shelf);
        s.writing = false;
        self.c.notify_one();
        old
    }
}
