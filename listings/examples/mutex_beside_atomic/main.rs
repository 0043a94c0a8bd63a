// No Go twin: the question is what Rust's compiler says.
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

struct Desk {
    lock: Mutex<()>,
    lent: AtomicU32,
}

impl Desk {
    fn lend(&self) {
        let _guard = self.lock.lock().unwrap();
        let seen = self.lent.load(SeqCst);
        self.lent.store(seen + 1, SeqCst);
    }

    fn lend_in_a_hurry(&self) {
        let seen = self.lent.load(SeqCst);
        self.lent.store(seen + 1, SeqCst);
    }
}

fn main() {
    let desk = Desk {
        lock: Mutex::new(()),
        lent: AtomicU32::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| desk.lend());
        s.spawn(|| desk.lend_in_a_hurry());
    });
    println!("lent: {}", desk.lent.load(SeqCst));
}
