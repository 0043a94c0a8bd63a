use crossbeam_channel::{Receiver, bounded, select};
use listings::Context;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

/// Asks the database. It may take long, and does not listen to anybody.
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

/// A card for a book, and a bell that is rung when the book stands on it.
#[derive(Clone)]
struct Card {
    book: Arc<OnceLock<String>>,
    /// Closed when it is there.
    bell: Receiver<()>,
}

/// The database, and what it has said so far.
pub struct Library {
    database: Arc<Database>,
    cards: Mutex<HashMap<u32, Card>>,
}

impl Library {
    /// A library that has asked for nothing yet.
    pub fn new(database: Database) -> Library {
        Library {
            database: Arc::new(database),
            cards: Mutex::default(),
        }
    }

    /// The book with this number, or nothing if `ctx` has ended before it was there.
    pub fn find(&self, ctx: &Context, id: u32) -> Option<String> {
        let card = self.card(id);
        select! {
            recv(card.bell) -> _ => card.book.get().cloned(),
            recv(ctx.done()) -> _ => None,
        }
    }

    /// The card of this book. Whoever asks for it first sends somebody to fill it.
    fn card(&self, id: u32) -> Card {
        let mut cards = self.cards.lock().unwrap();
        let new = || {
            let (ring, bell) = bounded(0);
            let card = Card {
                book: Arc::default(),
                bell,
            };
            let (database, book) = (Arc::clone(&self.database), Arc::clone(&card.book));
            thread::spawn(move || {
                let _ = book.set(database(id));
                drop::<crossbeam_channel::Sender<()>>(ring);
            });
            card
        };
        cards.entry(id).or_insert_with(new).clone()
    }
}
