//! A wait does not end without a notification, even where std allows that.
//!
//! Model: spurious.
//!
//! - deadlock: 1 × ""

use parking_lot::{Condvar, Mutex};

static DESK: Mutex<()> = Mutex::new(());
static CALLED: Condvar = Condvar::new();

pub fn main() {
    CALLED.wait(&mut DESK.lock());
}
