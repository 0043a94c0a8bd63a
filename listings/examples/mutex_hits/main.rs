use listings::Hits;
use std::thread;

fn main() {
    let hits = Hits::new();
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| hits.inc());
        }
    });
    println!("hits: {}", hits.count());
}
