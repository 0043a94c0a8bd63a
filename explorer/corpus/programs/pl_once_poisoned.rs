//! An attempt that panics poisons; by force it can be done all the same.
//!
//! - done: 1 × "Poisoned Done"

use parking_lot::Once;
use std::panic::catch_unwind;

static BEGIN: Once = Once::new();

pub fn main() {
    assert!(catch_unwind(|| BEGIN.call_once(|| panic!("no"))).is_err());
    let before = BEGIN.state();
    BEGIN.call_once_force(|_| ());
    println!("{before:?} {:?}", BEGIN.state());
}
