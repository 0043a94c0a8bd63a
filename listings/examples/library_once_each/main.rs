use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

use listings::books::{self, Book};

static ASKED: AtomicU32 = AtomicU32::new(0);

fn ask_database(id: usize) -> Book {
    ASKED.fetch_add(1, SeqCst);
    books::DATABASE[id - 1]
}

#[derive(Default)]
struct Library {
    cards: Mutex<HashMap<usize, Arc<OnceLock<Book>>>>,
}

impl Library {
    fn find(&self, id: usize) -> Book {
        let card = Arc::clone(self.cards.lock().unwrap().entry(id).or_default());
        *card.get_or_init(|| ask_database(id))
    }
}

fn main() {
    let library = Library::default();
    thread::scope(|s| {
        s.spawn(|| library.find(1));
        s.spawn(|| library.find(1));
    });
    println!("the database was asked: {}", ASKED.load(SeqCst));
}
