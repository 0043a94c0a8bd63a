//! A pointer to a value of an unknown type becomes one to a value of its type, and is the same
//! pointer.
//!
//! The other thread gives up its own before or after the count is asked for, and each of that
//! before or after a line.
//!
//! - done: 2 × "no word\n1"
//! - done: 2 × "no word\n2"

use std::any::Any;
use std::sync::Arc;
use std::thread;

pub fn main() {
    let mine: Arc<dyn Any + Send + Sync> = Arc::new(7);
    let theirs = Arc::clone(&mine);
    let other = thread::spawn(move || {
        let theirs: Arc<i32> = theirs.downcast().unwrap();
        assert_eq!(*theirs, 7);
    });
    let mine = mine.downcast::<String>().unwrap_err();
    println!("no word");
    let mine = mine.downcast::<i32>().unwrap();
    println!("{}", Arc::strong_count(&mine));
    other.join().unwrap();
}
