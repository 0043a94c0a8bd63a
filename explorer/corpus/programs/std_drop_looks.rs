//! A value in a lock tells, when it is dropped, what was done to it last; the destructor takes no
//! lock, and leaves it to the thread's own variable.
//!
//! - done: 1 × "closed\n1"
//! - done: 1 × "closed\n2"

use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

struct Account(u32);

impl Drop for Account {
    fn drop(&mut self) {
        LAST.set(self.0);
    }
}

pub fn main() {
    let account = Mutex::new(Account(0));
    thread::scope(|s| {
        s.spawn(|| account.lock().unwrap().0 = 1);
        s.spawn(|| account.lock().unwrap().0 = 2);
    });
    drop(account);
    println!("closed");
    println!("{}", LAST.get());
}
