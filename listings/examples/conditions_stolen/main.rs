use std::sync::{Condvar, Mutex};
use std::thread;

static COPIES: Mutex<u32> = Mutex::new(0);
static BELL: Condvar = Condvar::new();

fn deliver() {
    *COPIES.lock().unwrap() += 1;
    BELL.notify_one();
}

fn take_or_wait() {
    let mut copies = COPIES.lock().unwrap();
    if *copies == 0 {
        copies = BELL.wait(copies).unwrap();
    }
    *copies = copies.checked_sub(1).expect("a copy was delivered");
}

fn take_or_leave() {
    let mut copies = COPIES.lock().unwrap();
    *copies = copies.saturating_sub(1);
}

fn main() {
    let emma = thread::spawn(take_or_wait);
    let bob = thread::spawn(deliver);
    take_or_leave(); // Harriet looks in; if there is nothing, she goes home
    bob.join().unwrap();
    deliver();
    emma.join().unwrap();
    println!("Emma has a copy");
}
