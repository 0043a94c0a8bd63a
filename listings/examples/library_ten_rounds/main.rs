use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use std::thread;

use listings::books::{self, Book};

#[derive(Default)]
struct Library {
    cards: Mutex<HashMap<usize, Arc<OnceLock<Book>>>>,
    asked: AtomicUsize,
}

impl Library {
    fn ask_database(&self, id: usize) -> Book {
        self.asked.fetch_add(1, SeqCst);
        books::DATABASE[id - 1]
    }

    fn find(&self, id: usize) -> Book {
        let card = Arc::clone(self.cards.lock().unwrap().entry(id).or_default());
        *card.get_or_init(|| self.ask_database(id))
    }
}

fn main() {
    let library = Library::default();
    let ids: Vec<usize> = (0..10).map(|_| rand::random_range(1..=10)).collect();
    let (desk, books) = mpsc::channel();
    thread::scope(|s| {
        for &id in &ids {
            let (desk, library) = (desk.clone(), &library);
            s.spawn(move || desk.send((id, library.find(id))).unwrap());
        }
        drop(desk);
        for (id, book) in books {
            println!("{id}: {book}");
        }
    });
    let wanted = HashSet::<usize>::from_iter(ids).len();
    println!(
        "each book was asked for once: {}",
        wanted == library.asked.load(SeqCst)
    );
}
