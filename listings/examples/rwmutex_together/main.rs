use std::sync::{Barrier, RwLock};
use std::thread;

fn main() {
    let books = RwLock::new(["Emma", "Faust"]);
    let both = Barrier::new(2);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let _books = books.read().unwrap();
                both.wait();
            });
        }
    });
    println!("both have read at the same time");
}
