//! Rejected: it is published although somebody looks

use std::sync::Mutex;

#[derive(Default)]
pub struct Board {
    page: Mutex<Option<u32>>,
}

impl Board {
    pub fn publish(&self, page: u32) {
        if let Ok(mut p) = self.page.try_lock() {
            *p = Some(page)
        }
    }

    pub fn read(&self) -> Option<u32> {
        *self.page.lock().unwrap()
    }
}
