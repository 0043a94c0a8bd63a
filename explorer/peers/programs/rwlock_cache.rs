//! Three threads look a book up under a read lock and fetch it under a write lock.

use super::sync::{Arc, RwLock};
use super::thread;

fn look_up(cache: &RwLock<Option<u32>>, fetched: u32) -> u32 {
    if let Some(book) = *cache.read().unwrap() {
        return book;
    }
    *cache.write().unwrap() = Some(fetched);
    fetched
}

pub fn run() -> String {
    let cache = Arc::new(RwLock::new(None));
    let threads: Vec<_> = (0..3)
        .map(|number| {
            let cache = Arc::clone(&cache);
            thread::spawn(move || look_up(&cache, number))
        })
        .collect();
    let books: Vec<u32> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    let fetches = (0..3).filter(|number| books[*number as usize] == *number).count();
    format!("{fetches} fetched")
}
