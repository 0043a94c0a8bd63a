//! A thread that unlocks and locks again cannot go past one that waits, but past one that has not come yet.
//!
//! - done: 4 × "main other main"
//! - done: 2 × "main main other"
//! - done: 2 × "other main main"

use parking_lot::{FairMutex, Mutex};
use std::thread;

static DESK: FairMutex<()> = FairMutex::new(());
static ORDER: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn use_desk(name: &'static str) {
    let _desk = DESK.lock();
    ORDER.lock().push(name);
}

pub fn main() {
    let other = thread::spawn(|| use_desk("other"));
    use_desk("main");
    use_desk("main");
    other.join().unwrap();
    println!("{}", ORDER.lock().join(" "));
}
