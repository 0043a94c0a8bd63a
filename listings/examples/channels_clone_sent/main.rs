// No Go twin: the question is what Rust's compiler says.
use std::sync::mpsc;

struct Book {
    title: String,
}

impl Clone for Book {
    fn clone(&self) -> Self {
        Book {
            title: self.title.clone(),
        }
    }
}

fn main() {
    let (give, take) = mpsc::channel();
    let mut book = Book {
        title: "Emma".to_owned(),
    };
    give.send(book.clone()).unwrap();
    book.title.push_str(", 2nd edition");
    println!("sent: {}", take.recv().unwrap().title);
    println!("kept: {}", book.title);
}
