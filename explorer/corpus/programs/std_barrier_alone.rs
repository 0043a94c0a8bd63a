//! A barrier for two at which only one arrives.
//!
//! - deadlock: 1 × ""

use std::sync::Barrier;

pub fn main() {
    Barrier::new(2).wait();
}
