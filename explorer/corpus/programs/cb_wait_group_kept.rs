//! A handle that nobody gives up: main waits for ever.
//!
//! - deadlock: 1 × "" (has handles left)

use crossbeam_utils::sync::WaitGroup;

pub fn main() {
    let group = WaitGroup::new();
    let _kept = group.clone();
    group.wait();
}
