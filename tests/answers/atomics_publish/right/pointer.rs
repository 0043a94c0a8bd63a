//! Whoever looks asks a pointer whether there is a page.

use std::sync::atomic::{AtomicPtr, Ordering::*};

#[derive(Default)]
pub struct Board {
    page: std::sync::OnceLock<Box<u32>>,
    p: AtomicPtr<u32>,
}

impl Board {
    pub fn publish(&self, page: u32) {
        let b = self.page.get_or_init(|| Box::new(page));
        self.p.store(std::ptr::from_ref(&**b).cast_mut(), Release)
    }

    pub fn read(&self) -> Option<u32> {
        if self.p.load(Acquire).is_null() {
            None
        } else {
            self.page.get().map(|b| **b)
        }
    }
}
