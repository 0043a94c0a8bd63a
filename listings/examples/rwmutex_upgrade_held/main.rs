use std::collections::HashMap;
use std::sync::RwLock;

type Cache = RwLock<HashMap<u32, &'static str>>;

fn get(cache: &Cache, id: u32) -> &'static str {
    match cache.read().unwrap().get(&id) {
        Some(title) => title,
        None => {
            let title = "Emma"; // from the database
            cache.write().unwrap().insert(id, title);
            title
        }
    }
}

fn main() {
    let cache = Cache::default();
    println!("{}", get(&cache, 7));
}
