//! panics: reader at line 8: index out of bounds: the len is 0 but the index is 0

use std::thread;

fn main() {
    let reader = thread::spawn(|| {
        let books: Vec<u32> = Vec::new();
        books[0]
    });
    while !reader.is_finished() {}
}
