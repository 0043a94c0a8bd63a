//! One attempt panics; the other thread, whenever it comes, tries all the same.
//!
//! - done: 1 × "poisoned: false\ntrue"
//! - done: 4 × "poisoned: true\ntrue"

use std::sync::Once;
use std::thread;

pub fn main() {
    let once = Once::new();
    thread::scope(|s| {
        let other = s.spawn(|| once.call_once(|| panic!("cannot")));
        once.call_once_force(|state| println!("poisoned: {}", state.is_poisoned()));
        let _ = other.join();
        once.wait_force();
    });
    println!("{}", once.is_completed());
}
