use std::thread;

use listings::ReadCondition;
use parking_lot::RwLock;

fn main() {
    let books = RwLock::new(Vec::new());
    let arrived = ReadCondition::new();
    thread::scope(|s| {
        s.spawn(|| {
            let books = arrived.wait_while(|| books.read(), |books| books.is_empty());
            println!("found {}", books[0]);
        });
        books.write().push("Emma");
        arrived.notify_all();
    });
}
