//! Two threads find that the last seat is free, and both may take it.

use super::sync::Arc;
use super::sync::atomic::{AtomicU32, Ordering::SeqCst};
use super::thread;

fn sell(seats: &AtomicU32) -> u32 {
    if seats.load(SeqCst) == 0 {
        return 0;
    }
    seats.fetch_sub(1, SeqCst);
    1
}

pub fn run() -> String {
    let seats = Arc::new(AtomicU32::new(1));
    let shared = Arc::clone(&seats);
    let other = thread::spawn(move || sell(&shared));
    let mine = sell(&seats);
    (mine + other.join().unwrap()).to_string()
}
