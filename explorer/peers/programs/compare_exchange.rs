//! Two threads want the same place: one compare-and-exchange succeeds.

use super::sync::Arc;
use super::sync::atomic::{AtomicU32, Ordering::SeqCst};
use super::thread;

pub fn run() -> String {
    let place = Arc::new(AtomicU32::new(0));
    let shared = Arc::clone(&place);
    let other = thread::spawn(move || shared.compare_exchange(0, 1, SeqCst, SeqCst).is_ok());
    let mine = place.compare_exchange(0, 2, SeqCst, SeqCst).is_ok();
    format!("{mine} {}", other.join().unwrap())
}
