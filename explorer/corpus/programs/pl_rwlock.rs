//! Readers do not keep readers out.
//!
//! - done: 34 × "1"
//! - done: 36 × "2"

use parking_lot::RwLock;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static ROOM: RwLock<()> = RwLock::new(());
static INSIDE: AtomicU32 = AtomicU32::new(0);

fn look() -> u32 {
    let _guard = ROOM.read();
    let inside = INSIDE.fetch_add(1, SeqCst) + 1;
    INSIDE.fetch_sub(1, SeqCst);
    inside
}

pub fn main() {
    let other = thread::spawn(look);
    let mine = look();
    println!("{}", mine.max(other.join().unwrap()));
}
