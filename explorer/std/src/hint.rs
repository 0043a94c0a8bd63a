//! As `std::hint`.

pub use ::std::hint::{assert_unchecked, black_box, unreachable_unchecked};

use interleave::{Site, current};
use std::panic::Location;

/// Says that the thread waits in a loop: a step that changes nothing.
#[track_caller]
pub fn spin_loop() {
    let site: Site = Location::caller();
    if interleave::running() {
        current::yield_now("spin_loop", site);
    }
}
