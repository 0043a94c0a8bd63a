//! Who does it again while doing it waits for itself.
//!
//! - deadlock: 1 × "" (is being done)

use parking_lot::Once;

static BEGIN: Once = Once::new();

pub fn main() {
    BEGIN.call_once(|| BEGIN.call_once(|| ()));
}
