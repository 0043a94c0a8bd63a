//! On a machine with time to spare, who sleeps less is up first.
//!
//! Model: idle.
//!
//! - done: 1 × "10\n20"

use std::thread;
use std::time::Duration;

fn sleeper(milliseconds: u64) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(milliseconds));
        println!("{milliseconds}");
    })
}

pub fn main() {
    let sleepers = [20, 10].map(sleeper);
    for sleeper in sleepers {
        sleeper.join().unwrap();
    }
}
