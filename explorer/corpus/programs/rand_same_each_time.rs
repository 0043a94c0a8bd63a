//! Random numbers are the same in each execution, and others in another thread.
//!
//! - done: 1 × "true"

use rand::RngExt;
use std::sync::Mutex;
use std::thread;

static SEEN: Mutex<u64> = Mutex::new(0);

pub fn main() {
    let other = thread::spawn(rand::random::<u64>).join().unwrap();
    let mine = rand::rng().random::<u64>();
    *SEEN.lock().unwrap() = mine;
    println!("{}", mine != other);
}
