use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

fn main() {
    let cache = Mutex::new(HashMap::new());
    thread::scope(|s| {
        s.spawn(|| cache.lock().unwrap().insert(1, "Emma"));
        s.spawn(|| cache.lock().unwrap().insert(2, "Faust"));
    });
    let cache = cache.into_inner().unwrap();
    println!("{} and {}", cache[&1], cache[&2]);
}
