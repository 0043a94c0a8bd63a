//! Two threads that always make way for one another may never get through.
//!
//! - done: "passed"
//! - livelock: ""

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static ANN: AtomicBool = AtomicBool::new(false);
static BOB: AtomicBool = AtomicBool::new(false);

fn pass(me: &AtomicBool, other: &AtomicBool) {
    loop {
        me.store(true, SeqCst);
        if !other.load(SeqCst) {
            break;
        }
        me.store(false, SeqCst);
    }
    me.store(false, SeqCst);
}

pub fn main() {
    let ann = thread::spawn(|| pass(&ANN, &BOB));
    let bob = thread::spawn(|| pass(&BOB, &ANN));
    ann.join().unwrap();
    bob.join().unwrap();
    println!("passed");
}
