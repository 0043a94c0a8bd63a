use std::sync::mpsc;
use std::thread;

struct Book {
    title: String,
}

fn main() {
    let (give, take) = mpsc::sync_channel(0);
    let clerk = thread::spawn(move || {
        let book: Book = take.recv().unwrap();
        println!("lent: {}", book.title);
    });
    let mut book = Book {
        title: "Emma".to_string(),
    };
    book.title.push_str(", 2nd edition");
    give.send(book).unwrap();
    clerk.join().unwrap();
}
