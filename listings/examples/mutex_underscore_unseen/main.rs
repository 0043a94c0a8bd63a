// No Go twin: Go has no guard that could be dropped too early.
#![allow(clippy::let_underscore_lock)]

use parking_lot::Mutex;

static LADDER: Mutex<()> = Mutex::new(());

fn main() {
    let _ = LADDER.lock();
    println!("let _: is it locked? {}", LADDER.is_locked());

    let _mine = LADDER.lock();
    println!("let _mine: is it locked? {}", LADDER.is_locked());
}
