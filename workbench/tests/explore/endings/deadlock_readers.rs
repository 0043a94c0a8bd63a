//! deadlock: main at line 10 waits: read BOOKS (T1 waits to write); T1 at line 8 waits: write BOOKS (held by main)

use std::{sync::RwLock, thread};

static BOOKS: RwLock<u32> = RwLock::new(1);

fn main() {
    thread::spawn(|| *BOOKS.write().unwrap() += 1);
    let books = BOOKS.read().unwrap();
    println!("{}", *books + *BOOKS.read().unwrap());
}
