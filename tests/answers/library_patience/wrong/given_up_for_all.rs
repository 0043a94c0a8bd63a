//! Rejected: others get the book although the first gives up
//!
//! The card is filled by the first reader's patience: when she gives up, nobody gets the book.

use crossbeam_channel::{Receiver, bounded, select};
use listings::Context;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

#[derive(Clone)]
struct Card {
    book: Arc<OnceLock<Option<String>>>,
    bell: Receiver<()>,
}

pub struct Library {
    database: Arc<Database>,
    cards: Mutex<HashMap<u32, Card>>,
}

impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database: Arc::new(database),
            cards: Mutex::default(),
        }
    }

    pub fn find(&self, ctx: &Context, id: u32) -> Option<String> {
        let mut cards = self.cards.lock().unwrap();
        let card = cards.entry(id).or_insert_with(|| {
            let (ring, bell) = bounded(0);
            let book = Arc::<OnceLock<_>>::default();
            let (database, filled) = (Arc::clone(&self.database), Arc::clone(&book));
            let ctx = ctx.clone();
            thread::spawn(move || {
                let found = ctx.check().ok().map(|()| database(id));
                let _ = filled.set(found);
                drop::<crossbeam_channel::Sender<()>>(ring);
            });
            Card { book, bell }
        });
        let card = card.clone();
        drop(cards);
        select! {
            recv(card.bell) -> _ => card.book.get().cloned().flatten(),
            recv(ctx.done()) -> _ => None,
        }
    }
}
