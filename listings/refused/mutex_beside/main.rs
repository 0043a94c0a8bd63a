use std::sync::Mutex;
use std::thread;

#[derive(Default)]
struct Hits {
    lock: Mutex<()>,
    n: u64,
}

impl Hits {
    fn inc(&self) {
        let _guard = self.lock.lock().unwrap();
        self.n += 1;
    }
}

fn main() {
    let hits = Hits::default();
    thread::scope(|s| {
        s.spawn(|| hits.inc());
        hits.inc();
    });
}
