use std::sync::{Barrier, Mutex};
use std::thread;

fn main() {
    let books = Mutex::new(["Emma", "Faust"]);
    let both = Barrier::new(2);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let _books = books.lock().unwrap();
                both.wait();
            });
        }
    });
    println!("both have read at the same time");
}
