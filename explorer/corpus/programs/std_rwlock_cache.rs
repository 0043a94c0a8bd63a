//! Two threads look a book up under a read lock and fetch it under a write lock: both may fetch it.
//!
//! - done: 2 × "1 fetched"
//! - done: 12 × "2 fetched"

use std::sync::RwLock;
use std::thread;

static CACHE: RwLock<Option<u32>> = RwLock::new(None);

fn look_up() -> u32 {
    if CACHE.read().unwrap().is_some() {
        return 0;
    }
    *CACHE.write().unwrap() = Some(7);
    1
}

pub fn main() {
    let other = thread::spawn(look_up);
    let mine = look_up();
    println!("{} fetched", mine + other.join().unwrap());
}
