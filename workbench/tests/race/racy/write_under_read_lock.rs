// Two readers of a RwLock write.
use std::cell::UnsafeCell;
use std::sync::RwLock;
use std::thread;

struct Count(UnsafeCell<u32>);
unsafe impl Sync for Count {}

static READS: RwLock<Count> = RwLock::new(Count(UnsafeCell::new(0)));

fn main() {
    let readers = [1, 2].map(|_| {
        thread::spawn(|| {
            for _ in 0..200 {
                let count = READS.read().unwrap();
                unsafe { *count.0.get() += 1 }; // race
            }
        })
    });
    for reader in readers {
        reader.join().unwrap();
    }
}
