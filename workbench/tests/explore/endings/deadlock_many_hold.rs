//! deadlock: main at line 18 waits: write BOOKS (held by main and T1); T1 at line 14 waits: park (nobody unparks it); T2 at line 13 waits: read BOOKS (main waits to write)
//! deadlock: main at line 18 waits: write BOOKS (held by main and T2); T1 at line 13 waits: read BOOKS (main waits to write); T2 at line 14 waits: park (nobody unparks it)
//! deadlock: main at line 18 waits: write BOOKS (held by main itself); T1 at line 13 waits: read BOOKS (main waits to write); T2 at line 13 waits: read BOOKS (main waits to write)
//! deadlock: main at line 18 waits: write BOOKS (held by main, T1 and T2); T1 at line 14 waits: park (nobody unparks it); T2 at line 14 waits: park (nobody unparks it)

use std::{sync::RwLock, thread};

static BOOKS: RwLock<u32> = RwLock::new(1);

fn main() {
    for _ in 0..2 {
        thread::spawn(|| {
            let _books = BOOKS.read().unwrap();
            thread::park();
        });
    }
    let _mine = BOOKS.read().unwrap();
    *BOOKS.write().unwrap() += 1;
}
