// A Mutex from parking_lot, fought over.
use std::thread;

use parking_lot::Mutex;

fn main() {
    let shelf = Mutex::new(Vec::new());
    thread::scope(|s| {
        for number in 0..4 {
            let shelf = &shelf;
            s.spawn(move || {
                for _ in 0..200 {
                    shelf.lock().push(number);
                }
            });
        }
    });
    println!("{}", shelf.lock().len());
}
