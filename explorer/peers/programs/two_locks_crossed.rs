//! Two threads take two locks in opposite order: they may be deadlocked.

use super::sync::{Arc, Mutex};
use super::thread;

pub fn run() -> String {
    let books = Arc::new((Mutex::new(1), Mutex::new(2)));
    let shared = Arc::clone(&books);
    let other = thread::spawn(move || {
        let _right = shared.1.lock().unwrap();
        let _left = shared.0.lock().unwrap();
    });
    {
        let _left = books.0.lock().unwrap();
        let _right = books.1.lock().unwrap();
    }
    other.join().unwrap();
    "done".to_owned()
}
