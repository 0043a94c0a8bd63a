//! One thread writes a page, once, and puts it on the board. Others look at the board now and
//! then; none of them waits. Whoever looks finds nothing or the page, and whoever has found the
//! page finds it again. The checks are made where memory is weak: a load may see an older value if
//! its ordering permits that.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

/// The board, with room for one page.
#[derive(Default)]
pub struct Board {
    page: AtomicU32,
    is_there: AtomicBool,
}

impl Board {
    /// Puts the page on the board. It is called once.
    pub fn publish(&self, page: u32) {
        // TODO: what brings the page along with the flag?
        self.page.store(page, Relaxed);
        self.is_there.store(true, Relaxed);
    }

    /// The page, if it is there.
    pub fn read(&self) -> Option<u32> {
        let is_there = self.is_there.load(Relaxed);
        is_there.then(|| self.page.load(Relaxed))
    }
}
