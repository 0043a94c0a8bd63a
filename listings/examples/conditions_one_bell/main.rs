use std::sync::{Condvar, Mutex};
use std::thread;

static SHELF: Mutex<Option<u32>> = Mutex::new(None); // room for one book
static BELL: Condvar = Condvar::new();

fn put(id: u32) {
    let mut shelf = SHELF.lock().unwrap();
    while shelf.is_some() {
        shelf = BELL.wait(shelf).unwrap();
    }
    *shelf = Some(id);
    BELL.notify_one();
}

fn take() -> u32 {
    let mut shelf = SHELF.lock().unwrap();
    loop {
        if let Some(id) = shelf.take() {
            BELL.notify_one();
            return id;
        }
        shelf = BELL.wait(shelf).unwrap();
    }
}

fn main() {
    let ruth = thread::spawn(take);
    let nora = thread::spawn(take);
    put(3);
    put(7);
    let (a, b) = (ruth.join().unwrap(), nora.join().unwrap());
    println!("{} and {}", a.min(b), a.max(b));
}
