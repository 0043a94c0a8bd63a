//! A bell for each book, and a letter in place of a bell: a channel that is closed.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};

#[derive(Default)]
pub struct Desk(Mutex<HashMap<u32, Book>>);

enum Book {
    There,
    WaitedFor(Vec<Sender<()>>),
}

impl Desk {
    pub fn wait(&self, id: u32) {
        let mut books = self.0.lock().unwrap();
        let book = books.entry(id).or_insert(Book::WaitedFor(Vec::new()));
        let Book::WaitedFor(readers) = book else {
            return;
        };
        let (bell, rung) = channel();
        readers.push(bell);
        drop(books);
        let _ = rung.recv();
    }

    pub fn deliver(&self, id: u32) {
        self.0.lock().unwrap().insert(id, Book::There);
    }
}
