// A RwLock from std: many readers, one writer.
use std::collections::HashMap;
use std::sync::RwLock;
use std::thread;

fn main() {
    let cache = RwLock::new(HashMap::new());
    thread::scope(|s| {
        for reader in 0..3 {
            let cache = &cache;
            s.spawn(move || {
                for _ in 0..200 {
                    let known = cache.read().unwrap().get(&reader).copied();
                    if known.is_none() {
                        cache.write().unwrap().insert(reader, reader * 2);
                    }
                }
            });
        }
    });
    println!("{}", cache.read().unwrap().len());
}
