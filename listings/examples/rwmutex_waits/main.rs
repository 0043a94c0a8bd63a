use std::thread;

use parking_lot::RwLock;

fn main() {
    let books = RwLock::new(vec!["Emma"]);
    let reading = books.read();
    thread::scope(|s| {
        s.spawn(|| books.write().push("Faust"));
        while books.try_read().is_some() {
            thread::yield_now(); // until the writer waits
        }
        println!("one reads, one wants to write: a second reader has to wait");
        drop(reading);
    });
    println!("{} books", books.read().len());
}
