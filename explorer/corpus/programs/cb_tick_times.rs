//! Each tick comes a while after the one before.
//!
//! - done: 1 × "1ms"

use crossbeam_channel::tick;
use std::time::Duration;

pub fn main() {
    let ticker = tick(Duration::from_millis(1));
    let first = ticker.recv().unwrap();
    let second = ticker.recv().unwrap();
    println!("{:?}", second - first);
}
