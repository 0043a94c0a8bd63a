use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

use crossbeam_channel::{Receiver, bounded, select};
use listings::books::{self, Book};
use listings::{Context, ContextError};

/// A card, and the channel that is closed when it has been filled.
#[derive(Clone)]
struct Card {
    book: Arc<OnceLock<Book>>,
    filled: Receiver<()>,
}

struct Library {
    cards: Mutex<HashMap<usize, Card>>,
    /// The cellar opens when this is closed.
    cellar: Receiver<()>,
}

impl Library {
    /// The card of this book. Whoever asks first sends a clerk.
    fn card(&self, id: usize) -> Card {
        let mut cards = self.cards.lock().unwrap();
        let send_clerk = || {
            let book = Arc::new(OnceLock::new());
            let (done, filled) = bounded(0);
            let (card, cellar) = (Arc::clone(&book), self.cellar.clone());
            thread::spawn(move || {
                let _done = done; // dropped at the end: that closes the channel
                let _ = cellar.recv();
                card.set(books::DATABASE[id - 1]).unwrap();
            });
            Card { book, filled }
        };
        cards.entry(id).or_insert_with(send_clerk).clone()
    }

    fn find(&self, context: &Context, id: usize) -> Result<Book, ContextError> {
        let card = self.card(id);
        select! {
            recv(card.filled) -> _ => Ok(*card.book.get().unwrap()),
            recv(context.done()) -> _ => Err(context.err().unwrap()),
        }
    }
}

fn main() {
    let (open, cellar) = bounded(0);
    let cards = Mutex::default();
    let library = Library { cards, cellar };
    let (impatient, cancel) = Context::background().with_cancel();
    cancel.cancel();
    match library.find(&impatient, 1) {
        Ok(book) => println!("Hugo has {book}"),
        Err(why) => println!("Hugo has left: {why}"),
    }
    drop(open);
    let book = library.find(&Context::background(), 1).unwrap();
    println!("Ida has {book}");
}
