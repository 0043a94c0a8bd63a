//! Nothing comes: time is up.
//!
//! - done: 1 × "time is up"

use crossbeam_channel::{select, never};
use std::time::Duration;

pub fn main() {
    select! {
        recv(never::<u32>()) -> _ => println!("never"),
        default(Duration::from_millis(5)) => println!("time is up"),
    }
}
