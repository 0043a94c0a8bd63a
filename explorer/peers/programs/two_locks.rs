//! Two threads take two locks, both in the same order.

use super::sync::{Arc, Mutex};
use super::thread;

fn swap(left: &Mutex<u32>, right: &Mutex<u32>) {
    let mut left = left.lock().unwrap();
    let mut right = right.lock().unwrap();
    std::mem::swap(&mut *left, &mut *right);
}

pub fn run() -> String {
    let books = Arc::new((Mutex::new(1), Mutex::new(2)));
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let books = Arc::clone(&books);
            thread::spawn(move || swap(&books.0, &books.1))
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    let left = *books.0.lock().unwrap();
    left.to_string()
}
