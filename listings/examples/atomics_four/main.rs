use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::thread;

static SUM: AtomicI32 = AtomicI32::new(0);

fn main() {
    let ann = thread::spawn(|| {
        SUM.fetch_add(1, SeqCst);
        SUM.fetch_add(2, SeqCst);
    });
    SUM.fetch_add(3, SeqCst);
    SUM.fetch_add(4, SeqCst);
    ann.join().unwrap();
    println!("1 + 2 + 3 + 4 = {}", SUM.load(SeqCst));
}
