//! Nobody reads twice, but one who reads waits for another who wants to read, and whom a waiting
//! writer may keep out.
//!
//! - deadlock: 1 × ""
//! - done: 102 × "all done"

use std::sync::{RwLock, mpsc};
use std::thread;

static STOCK: RwLock<u32> = RwLock::new(0);

pub fn main() {
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| *STOCK.write().unwrap() += 1);
        scope.spawn(move || {
            let _reads = STOCK.read().unwrap();
            receive.recv().unwrap();
        });
        scope.spawn(move || {
            drop(STOCK.read().unwrap());
            send.send(()).unwrap();
        });
    });
    println!("all done");
}
