//! A message of which nobody can tell from outside what it holds goes from hand to hand. The
//! receiver prints it when the channel is gone.
//!
//! - done: 137 × "received\n0"
//! - done: 12 × "received\n1"
//! - done: 2 × "received\n2"

use crossbeam_channel::bounded;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

struct Word(u32);

pub fn main() {
    let value = Arc::new(AtomicU32::new(1));
    let other = Arc::clone(&value);
    thread::spawn(move || other.store(2, SeqCst));
    let (send, receive) = bounded(0);
    thread::spawn(move || {
        let word = Word(value.load(SeqCst));
        drop(value);
        send.send(word)
    });
    let word = receive.try_recv().map_or(0, |word| word.0);
    drop(receive);
    println!("received");
    println!("{word}");
}
