//! A count is asked for while another thread gives up its pointer.
//!
//! The count is 2 or 1, and the other's two lines come before, after or around it.
//!
//! - done: 1 × "2\nbefore\nafter"
//! - done: 1 × "before\n1\nafter"
//! - done: 4 × "before\n2\nafter"
//! - done: 2 × "before\nafter\n1"
//! - done: 2 × "before\nafter\n2"

use std::sync::Arc;
use std::thread;

pub fn main() {
    let mine = Arc::new(1);
    let theirs = Arc::clone(&mine);
    let other = thread::spawn(move || {
        println!("before");
        drop(theirs);
        println!("after");
    });
    println!("{}", Arc::strong_count(&mine));
    other.join().unwrap();
}
