// explore: --spurious
use std::sync::{Condvar, Mutex};
use std::thread;

static SHELF: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static BELL: Condvar = Condvar::new();

fn main() {
    let nora = thread::spawn(|| {
        let mut shelf = SHELF.lock().unwrap();
        if shelf.is_empty() {
            shelf = BELL.wait(shelf).unwrap();
        }
        shelf.pop().unwrap_or("nothing")
    });
    SHELF.lock().unwrap().push("Persuasion");
    BELL.notify_one();
    println!("Nora takes {}", nora.join().unwrap());
}
