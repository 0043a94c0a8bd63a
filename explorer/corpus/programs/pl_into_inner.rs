//! Main takes locks apart in which threads have left something without looking at it.
//!
//! - done: 6 × "taken\nann 1"
//! - done: 1 × "taken\nann 2"
//! - done: 1 × "taken\nbob 1"
//! - done: 6 × "taken\nbob 2"

use parking_lot::{Mutex, RwLock};
use std::thread;

struct Word(&'static str);

pub fn main() {
    let (word, mut number) = (Mutex::new(Word("none")), RwLock::new(0));
    thread::scope(|s| {
        for (name, value) in [("ann", 1), ("bob", 2)] {
            let (word, number) = (&word, &number);
            s.spawn(move || {
                *word.lock() = Word(name);
                *number.write() = value;
            });
        }
    });
    let (word, number) = (word.into_inner().0, *number.get_mut());
    println!("taken");
    println!("{word} {number}");
}
