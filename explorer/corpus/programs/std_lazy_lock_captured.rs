//! What a maker has captured is used up with it: whoever looks into the lock does not find it again.
//!
//! - done: 7 × "a book"

use std::sync::{Arc, LazyLock, Mutex};
use std::thread;

type Book = LazyLock<String, Box<dyn FnOnce() -> String + Send>>;

pub fn main() {
    let title = "a book".to_owned();
    let book: Arc<Book> = Arc::new(LazyLock::new(Box::new(move || title)));
    let shelf = Arc::new(Mutex::new(Some(book)));
    let shared = Arc::clone(&shelf);
    let clerk = thread::spawn(move || {
        let book = shared.lock().unwrap().clone().unwrap();
        book.len()
    });
    let book = shelf.lock().unwrap().clone().unwrap();
    clerk.join().unwrap();
    println!("{}", **book);
}
