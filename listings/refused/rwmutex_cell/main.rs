// No Go twin: the question is what Rust's compiler says.
use std::cell::Cell;
use std::sync::RwLock;
use std::thread;

struct Cache {
    title: String,
    asked: Cell<u32>,
}

fn main() {
    let cache = RwLock::new(Cache {
        title: "Emma".to_owned(),
        asked: Cell::new(0),
    });
    let ask = || {
        let cache = cache.read().unwrap();
        cache.asked.set(cache.asked.get() + 1);
        cache.title.len()
    };
    thread::scope(|s| {
        s.spawn(ask);
        s.spawn(ask);
    });
}
