use std::collections::HashMap;
use std::sync::RwLock;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

struct Cache {
    books: HashMap<u32, &'static str>,
    asked: AtomicU32,
}

fn get(cache: &RwLock<Cache>, id: u32) -> Option<&'static str> {
    let cache = cache.read().unwrap();
    cache.asked.fetch_add(1, Relaxed);
    cache.books.get(&id).copied()
}

fn main() {
    let cache = RwLock::new(Cache {
        books: HashMap::from([(7, "Emma")]),
        asked: AtomicU32::new(0),
    });
    thread::scope(|s| {
        s.spawn(|| get(&cache, 7));
        s.spawn(|| get(&cache, 8));
    });
    println!("asked: {}", cache.read().unwrap().asked.load(Relaxed));
}
