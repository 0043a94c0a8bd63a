//! Main has a lock to itself after its threads have ended, looks into it, changes it, and lends it
//! to another thread.
//!
//! - done: 6 × "looked\nann, 11"
//! - done: 1 × "looked\nann, 12"
//! - done: 1 × "looked\nbob, 11"
//! - done: 6 × "looked\nbob, 12"

use std::sync::{Mutex, RwLock};
use std::thread;

/// What it holds, nobody can tell from outside.
struct Word(&'static str);

pub fn main() {
    let (mut word, mut number) = (Mutex::new(Word("none")), RwLock::new(0));
    thread::scope(|s| {
        for (name, value) in [("ann", 1), ("bob", 2)] {
            let (word, number) = (&word, &number);
            s.spawn(move || {
                word.lock().unwrap().0 = name;
                *number.write().unwrap() = value;
            });
        }
    });
    let last = word.get_mut().unwrap().0;
    *number.get_mut().unwrap() += 10;
    drop(word);
    println!("looked");
    thread::scope(|s| {
        s.spawn(|| println!("{last}, {}", number.read().unwrap()));
    });
}
