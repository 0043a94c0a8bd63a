// No Go twin: Go has no such lock; a second RLock waits behind a writer.
use std::thread;

use parking_lot::RecursiveRwLock;

fn count(books: &RecursiveRwLock<Vec<&str>>) -> usize {
    books.read().len()
}

fn main() {
    let books = RecursiveRwLock::new(vec!["Emma"]);
    thread::scope(|s| {
        s.spawn(|| books.write().push("Faust"));
        let shelf = books.read();
        println!("{} is one of {}", shelf[0], count(&books));
    });
}
