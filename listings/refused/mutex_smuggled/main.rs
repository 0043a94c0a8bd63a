use std::sync::Mutex;

fn main() {
    let shelf = Mutex::new(vec!["Emma".to_string()]);
    let books = shelf.lock().unwrap();
    let first = &books[0];
    drop(books);
    println!("{first}");
}
