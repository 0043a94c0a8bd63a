//! Main takes atomics apart into which both threads have stored, and prints what was in them once
//! they are gone: nobody has loaded it before.
//!
//! - done: 7 × "taken\nSome([1, 1])"
//! - done: 3 × "taken\nSome([1, 2])"
//! - done: 6 × "taken\nSome([2, 1])"
//! - done: 19 × "taken\nSome([2, 2])"

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn main() {
    let both = Arc::new([AtomicU32::new(0), AtomicU32::new(0)]);
    let threads = [1, 2].map(|value| {
        let both = Arc::clone(&both);
        thread::spawn(move || {
            both[0].store(value, SeqCst);
            both[1].store(value, SeqCst);
        })
    });
    let _ = threads.map(|thread| thread.join().unwrap());
    let values = Arc::into_inner(both).map(|both| both.map(AtomicU32::into_inner));
    println!("taken");
    println!("{values:?}");
}
