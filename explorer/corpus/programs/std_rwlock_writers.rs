//! A writer keeps everybody out.
//!
//! - done: 2 × "1"

use std::sync::RwLock;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static ROOM: RwLock<()> = RwLock::new(());
static INSIDE: AtomicU32 = AtomicU32::new(0);

fn count() -> u32 {
    let inside = INSIDE.fetch_add(1, SeqCst) + 1;
    INSIDE.fetch_sub(1, SeqCst);
    inside
}

pub fn main() {
    let writer = thread::spawn(|| {
        let _guard = ROOM.write().unwrap();
        count()
    });
    let mine = {
        let _guard = ROOM.read().unwrap();
        count()
    };
    println!("{}", mine.max(writer.join().unwrap()));
}
