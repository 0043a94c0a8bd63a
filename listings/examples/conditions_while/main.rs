use std::sync::{Condvar, Mutex};
use std::thread;

static COPIES: Mutex<u32> = Mutex::new(0);
static BELL: Condvar = Condvar::new();

fn deliver() {
    *COPIES.lock().unwrap() += 1;
    BELL.notify_one();
}

fn take_or_leave() {
    let mut copies = COPIES.lock().unwrap();
    *copies = copies.saturating_sub(1);
}

fn wait_and_take() -> &'static str {
    let copies = COPIES.lock().unwrap();
    let mut copies = BELL.wait_while(copies, |copies| *copies == 0).unwrap();
    *copies -= 1;
    "a copy"
}

fn main() {
    let nora = thread::spawn(wait_and_take);
    let harriet = thread::spawn(take_or_leave);
    deliver();
    harriet.join().unwrap();
    deliver();
    println!("Nora takes {}", nora.join().unwrap());
}
