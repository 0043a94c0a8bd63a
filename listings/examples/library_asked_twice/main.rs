use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use listings::books::{self, Book};

static ASKED: AtomicU32 = AtomicU32::new(0);

fn ask_database(id: usize) -> Book {
    ASKED.fetch_add(1, SeqCst);
    books::DATABASE[id - 1]
}

fn find(cache: &Mutex<HashMap<usize, Book>>, id: usize) -> Book {
    if let Some(book) = cache.lock().unwrap().get(&id) {
        return *book;
    }
    let book = ask_database(id);
    cache.lock().unwrap().insert(id, book);
    book
}

fn main() {
    let cache = Mutex::new(HashMap::new());
    thread::scope(|s| {
        s.spawn(|| find(&cache, 1));
        s.spawn(|| find(&cache, 1));
    });
    println!("the database was asked: {}", ASKED.load(SeqCst));
}
