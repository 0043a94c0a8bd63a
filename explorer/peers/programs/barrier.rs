//! Who is the last to arrive at a barrier.

use super::sync::{Arc, Barrier};
use super::thread;

pub fn run() -> String {
    let barrier = Arc::new(Barrier::new(2));
    let shared = Arc::clone(&barrier);
    let other = thread::spawn(move || shared.wait().is_leader());
    let mine = barrier.wait().is_leader();
    format!("{}", mine != other.join().unwrap())
}
