//! A value is made when it is first needed, in each execution afresh.
//!
//! - done: 2 × "1 made"

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static MADE: AtomicU32 = AtomicU32::new(0);
static BOOK: LazyLock<u32> = LazyLock::new(|| MADE.fetch_add(1, SeqCst));

pub fn main() {
    thread::scope(|scope| {
        scope.spawn(|| *BOOK);
        scope.spawn(|| *BOOK);
    });
    println!("{} made", MADE.load(SeqCst));
}
