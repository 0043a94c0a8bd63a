//! Three philosophers take the left fork first, and all of them may hold one.
//!
//! - done: 162 × "eaten"
//! - deadlock: 6 × ""

use std::sync::Mutex;
use std::thread;

pub fn main() {
    let forks = [Mutex::new(()), Mutex::new(()), Mutex::new(())];
    thread::scope(|scope| {
        for seat in 0..3 {
            let (left, right) = (&forks[seat], &forks[(seat + 1) % 3]);
            scope.spawn(move || {
                let _left = left.lock().unwrap();
                let _right = right.lock().unwrap();
            });
        }
    });
    println!("eaten");
}
