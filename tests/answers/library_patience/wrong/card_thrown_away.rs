//! Rejected: whoever comes later gets what was asked for by one who gave up
//!
//! Who gives up takes her card along.

use crossbeam_channel::{Receiver, bounded, select};
use listings::Context;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

#[derive(Clone)]
struct Card {
    book: Arc<OnceLock<String>>,
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
            thread::spawn(move || {
                let _ = filled.set(database(id));
                drop::<crossbeam_channel::Sender<()>>(ring);
            });
            Card { book, bell }
        });
        let card = card.clone();
        drop(cards);
        select! {
            recv(card.bell) -> _ => card.book.get().cloned(),
            recv(ctx.done()) -> _ => {
                self.cards.lock().unwrap().remove(&id);
                None
            }
        }
    }
}
