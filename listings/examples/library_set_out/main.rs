use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

use listings::books::{self, Book};

type Cache = Mutex<HashMap<usize, Book>>;

fn query_cache(cache: &Cache, id: usize) -> Option<Book> {
    cache.lock().unwrap().get(&id).copied()
}

fn query_database(cache: &Cache, id: usize) -> Book {
    let book = books::DATABASE[id - 1];
    cache.lock().unwrap().insert(id, book);
    book
}

fn main() {
    let cache = Cache::default();
    query_database(&cache, 1); // it was fetched yesterday
    thread::scope(|s| {
        s.spawn(|| {
            if let Some(book) = query_cache(&cache, 1) {
                println!("from the cache: {}", book.title);
            }
        });
        s.spawn(|| {
            let book = query_database(&cache, 1);
            println!("from the database: {}", book.title);
        });
    });
}
