// No Go twin: Go has one lock of this kind, and it decides for the writer.
use std::sync::RwLock;
use std::thread;

fn count(books: &RwLock<Vec<&str>>) -> usize {
    books.read().unwrap().len()
}

fn main() {
    let books = RwLock::new(vec!["Emma"]);
    thread::scope(|s| {
        s.spawn(|| books.write().unwrap().push("Faust"));
        let shelf = books.read().unwrap();
        println!("{} is one of {}", shelf[0], count(&books));
    });
}
