use std::collections::HashMap;
use std::thread;

fn main() {
    let mut cache = HashMap::new();
    thread::scope(|s| {
        s.spawn(|| cache.insert(1, "Emma"));
        s.spawn(|| cache.insert(2, "Faust"));
    });
    println!("{} and {}", cache[&1], cache[&2]);
}
