use std::cell::UnsafeCell;
use std::thread;

struct Counter(UnsafeCell<i64>);
unsafe impl Sync for Counter {} // a promise, and it is not kept

impl Counter {
    fn done(&self) {
        unsafe { *self.0.get() -= 1 };
    }
}

fn main() {
    let counter = Counter(UnsafeCell::new(2));
    thread::scope(|s| {
        s.spawn(|| counter.done());
        s.spawn(|| counter.done());
    });
    println!("still to come: {}", counter.0.into_inner());
}
