// explore: --spurious
use std::sync::{Condvar, Mutex};
use std::thread;

static COPIES: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static BELL: Condvar = Condvar::new();

fn main() {
    let emma = thread::spawn(|| {
        let mut copies = COPIES.lock().unwrap();
        if copies.is_empty() {
            copies = BELL.wait(copies).unwrap();
        }
        copies.pop()
    });
    COPIES.lock().unwrap().push("Persuasion");
    BELL.notify_one();
    println!("Emma takes {:?}", emma.join().unwrap());
}
