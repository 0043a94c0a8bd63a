//! Two threads add one in a single step.

use super::sync::Arc;
use super::sync::atomic::{AtomicU32, Ordering::SeqCst};
use super::thread;

pub fn run() -> String {
    let total = Arc::new(AtomicU32::new(0));
    let shared = Arc::clone(&total);
    let other = thread::spawn(move || shared.fetch_add(1, SeqCst));
    let mine = total.fetch_add(1, SeqCst);
    format!("{mine} {}", other.join().unwrap())
}
