//! Rejected: a copy that came back can be lent, whoever asks beside
//! Says: nobody got it

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
pub struct Copies(AtomicI32);
impl Copies {
    pub fn new(copies: u32) -> Copies {
        Copies(AtomicI32::new(copies as i32))
    }
    pub fn left(&self) -> u32 {
        self.0.load(SeqCst).max(0) as u32
    }
    pub fn lend(&self) -> bool {
        if self.0.fetch_sub(1, SeqCst) > 0 {
            true
        } else {
            self.0.fetch_add(1, SeqCst);
            false
        }
    }
    pub fn put_back(&self) {
        self.0.fetch_add(1, SeqCst);
    }
}
