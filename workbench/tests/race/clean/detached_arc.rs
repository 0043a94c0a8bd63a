// Whoever drops the last reference frees what others have written.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

static DONE: AtomicUsize = AtomicUsize::new(0);

fn main() {
    for _ in 0..50 {
        let shelf = Arc::new(Mutex::new(vec![String::from("first")]));
        let clerks = Arc::clone(&shelf);
        thread::spawn(move || {
            clerks.lock().unwrap().push(String::from("second"));
            drop(clerks);
            DONE.fetch_add(1, Ordering::Relaxed);
        });
        drop(shelf);
    }
    while DONE.load(Ordering::Relaxed) < 50 {
        thread::yield_now();
    }
    println!("all gone");
}
