use std::collections::HashMap;
use std::sync::RwLock;
use std::thread;

fn main() {
    let cache = RwLock::new(HashMap::new());
    thread::scope(|s| {
        s.spawn(|| cache.write().unwrap().insert(7, "Emma"));
        for reader in ["Hugo", "Ida"] {
            let cache = &cache;
            s.spawn(move || {
                let books = cache.read().unwrap();
                println!("{reader}: {}", books.contains_key(&7));
            });
        }
    });
}
