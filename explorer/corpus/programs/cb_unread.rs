//! Messages that nobody reads are dropped with the last receiver, and tell who has sent them.
//!
//! - done: 3 × "dropped\n12"
//! - done: 3 × "dropped\n21"

use crossbeam_channel::unbounded;
use std::cell::Cell;
use std::thread;

thread_local! {
    static LOG: Cell<u32> = const { Cell::new(0) };
}

struct Letter(u32);

impl Drop for Letter {
    fn drop(&mut self) {
        LOG.set(LOG.get() * 10 + self.0);
    }
}

pub fn main() {
    let (send, receive) = unbounded();
    let threads = [1, 2].map(|name| {
        let send = send.clone();
        thread::spawn(move || send.send(Letter(name)).is_ok())
    });
    let _ = threads.map(|thread| thread.join().unwrap());
    drop(receive);
    println!("dropped");
    println!("{}", LOG.get());
}
