use std::cell::Cell;
use std::thread;

static PAGE: Cell<u32> = Cell::new(0);
static READY: Cell<bool> = Cell::new(false);

fn main() {
    let ann = thread::spawn(|| {
        PAGE.set(42);
        READY.set(true);
    });
    while !READY.get() {}
    println!("page {}", PAGE.get());
    ann.join().unwrap();
}
