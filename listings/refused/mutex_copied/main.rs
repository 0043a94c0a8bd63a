use std::sync::Mutex;

#[derive(Clone)]
struct Hits {
    n: Mutex<u64>,
}

fn inc(hits: Hits) {
    *hits.n.lock().unwrap() += 1;
}

fn main() {
    let hits = Hits { n: Mutex::new(0) };
    inc(hits.clone());
    println!("hits: {}", hits.n.lock().unwrap());
}
