use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static LOANS: AtomicU32 = AtomicU32::new(0);

fn main() {
    let clerks = ["Ann", "Bob", "Cy"].map(|_| {
        thread::spawn(|| {
            for _ in 0..5000 {
                LOANS.fetch_add(1, SeqCst);
            }
        })
    });
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("loans: {}", LOANS.load(SeqCst));
}
