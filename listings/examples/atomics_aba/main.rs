use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

// A pile of books: 1 lies on 2, and 2 on the table (0).
static TOP: AtomicUsize = AtomicUsize::new(1);
static UNDER: [AtomicUsize; 3] = [const { AtomicUsize::new(0) }; 3];

fn take() -> usize {
    loop {
        let book = TOP.load(SeqCst);
        let under = UNDER[book].load(SeqCst);
        if TOP.compare_exchange(book, under, SeqCst, SeqCst).is_ok() {
            return book;
        }
    }
}

fn put(book: usize) {
    let top = TOP.load(SeqCst);
    UNDER[book].store(top, SeqCst);
    TOP.compare_exchange(top, book, SeqCst, SeqCst).unwrap(); // only Bob puts
}

fn main() {
    UNDER[1].store(2, SeqCst);
    let ann = thread::spawn(take);
    let (first, second) = (take(), take());
    put(first);
    ann.join().unwrap();
    println!("Bob holds {second}, on the pile lies {}", TOP.load(SeqCst));
}
