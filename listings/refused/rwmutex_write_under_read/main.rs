use std::collections::HashMap;
use std::sync::RwLock;
use std::thread;

struct Cache {
    books: HashMap<u32, &'static str>,
    asked: u32,
}

fn get(cache: &RwLock<Cache>, id: u32) -> Option<&'static str> {
    let cache = cache.read().unwrap();
    cache.asked += 1;
    cache.books.get(&id).copied()
}

fn main() {
    let cache = RwLock::new(Cache {
        books: HashMap::from([(7, "Emma")]),
        asked: 0,
    });
    thread::scope(|s| {
        s.spawn(|| get(&cache, 7));
        s.spawn(|| get(&cache, 8));
    });
}
