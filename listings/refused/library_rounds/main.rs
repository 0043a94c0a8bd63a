use std::collections::HashMap;
use std::thread;

use listings::books::{self, Book};

type Cache = HashMap<usize, Book>;

fn query_cache(cache: &Cache, id: usize) -> Option<Book> {
    cache.get(&id).copied()
}

fn query_database(cache: &mut Cache, id: usize) -> Book {
    let book = books::DATABASE[id - 1];
    cache.insert(id, book);
    book
}

fn main() {
    let mut cache = Cache::new();
    thread::scope(|s| {
        for _ in 0..10 {
            let id = rand::random_range(1..=10);
            s.spawn(|| {
                if let Some(book) = query_cache(&cache, id) {
                    println!("from the cache: {book}");
                }
            });
            s.spawn(|| {
                let book = query_database(&mut cache, id);
                println!("from the database: {book}");
            });
        }
    });
}
