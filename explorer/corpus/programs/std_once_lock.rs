//! Two threads want to make the same value: one does, both see it.
//!
//! - done: 2 × "1 made, 7 7"

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static BOOK: OnceLock<u32> = OnceLock::new();
static MADE: AtomicU32 = AtomicU32::new(0);

fn book() -> u32 {
    *BOOK.get_or_init(|| {
        MADE.fetch_add(1, SeqCst);
        7
    })
}

pub fn main() {
    let other = thread::spawn(book);
    let mine = book();
    let others = other.join().unwrap();
    println!("{} made, {mine} {others}", MADE.load(SeqCst));
}
