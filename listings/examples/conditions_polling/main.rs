use std::hint;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;
use std::time::Duration;

static DELIVERED: Mutex<Option<&str>> = Mutex::new(None);
static LOOKS: AtomicU64 = AtomicU64::new(0);

fn main() {
    let nora = thread::spawn(|| {
        loop {
            LOOKS.fetch_add(1, Relaxed);
            if let Some(title) = DELIVERED.lock().unwrap().take() {
                return title;
            }
            hint::spin_loop(); // tells the processor that this is a waiting loop
        }
    });
    thread::sleep(Duration::from_millis(100)); // the delivery takes its time
    *DELIVERED.lock().unwrap() = Some("Persuasion");
    println!("Nora reads {}", nora.join().unwrap());
    let looks = LOOKS.load(Relaxed);
    assert!(looks > 1);
    println!("she has looked {looks} times");
}
