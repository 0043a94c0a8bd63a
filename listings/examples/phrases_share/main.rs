use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, RwLock};
use std::thread;

use listings::Semaphore;

// ANCHOR: mutex
#[derive(Default)]
struct Board {
    loans: Mutex<i32>,
}

impl Board {
    fn lend(&self) -> i32 {
        let mut loans = self.loans.lock().unwrap();
        *loans += 1;
        *loans
    }
}
// ANCHOR_END: mutex

// ANCHOR: try
fn try_lock(loans: &Mutex<i32>) -> bool {
    loans.try_lock().is_ok()
}
// ANCHOR_END: try

// ANCHOR: read_write
#[derive(Default)]
struct Shelves {
    books: RwLock<HashMap<String, u32>>,
}

impl Shelves {
    fn find(&self, title: &str) -> Option<u32> {
        self.books.read().unwrap().get(title).copied()
    }

    fn put(&self, title: &str, shelf: u32) {
        self.books.write().unwrap().insert(title.to_owned(), shelf);
    }
}
// ANCHOR_END: read_write

// ANCHOR: atomics
fn atomics() -> i64 {
    let visitors = AtomicI64::new(0);
    visitors.fetch_add(2, SeqCst);
    let _ = visitors.compare_exchange(2, 5, SeqCst, SeqCst);
    visitors.load(SeqCst)
}
// ANCHOR_END: atomics

// ANCHOR: condition
fn condition() -> &'static str {
    let open = Mutex::new(false);
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            *open.lock().unwrap() = true;
            changed.notify_all();
        });
        let _open = changed
            .wait_while(open.lock().unwrap(), |open| !*open)
            .unwrap();
        "open"
    })
}
// ANCHOR_END: condition

// ANCHOR: permits
fn climb(ladders: &Semaphore, book: impl FnOnce() -> String) -> String {
    let _ladder = ladders.acquire(); // waits while all are out
    book()
}
// ANCHOR_END: permits

// ANCHOR: try_permit
fn climb_now(ladders: &Semaphore, book: impl FnOnce() -> String) -> Option<String> {
    let _ladder = ladders.try_acquire()?;
    Some(book())
}
// ANCHOR_END: try_permit

fn main() {
    let board = Board::default();
    board.lend();
    println!("{} {}", board.lend(), try_lock(&board.loans));
    let shelves = Shelves::default();
    shelves.put("Emma", 7);
    println!(
        "{} {}",
        shelves.find("Emma").unwrap(),
        shelves.find("Emma").is_some()
    );
    println!("{}", atomics());
    println!("{}", condition());
    let ladders = Semaphore::new(2);
    let emma = || "Emma".to_owned();
    println!("{}", climb(&ladders, emma));
    println!("{}", climb_now(&ladders, emma).is_some());
    let _both = (ladders.acquire(), ladders.acquire());
    println!("{}", climb_now(&ladders, emma).is_some());
}
