use std::thread;

use parking_lot::RwLock;

fn count(books: &RwLock<Vec<&str>>) -> usize {
    books.read().len()
}

fn main() {
    let books = RwLock::new(vec!["Emma"]);
    thread::scope(|s| {
        s.spawn(|| books.write().push("Faust"));
        let shelf = books.read();
        println!("{} is one of {}", shelf[0], count(&books));
    });
}
