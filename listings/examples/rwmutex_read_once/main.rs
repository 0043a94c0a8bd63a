use std::thread;

use parking_lot::RwLock;

fn count(books: &[&str]) -> usize {
    books.len()
}

fn main() {
    let books = RwLock::new(vec!["Emma"]);
    thread::scope(|s| {
        s.spawn(|| books.write().push("Faust"));
        let shelf = books.read();
        println!("{} is one of {}", shelf[0], count(&shelf));
    });
}
