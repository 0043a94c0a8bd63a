//! Each reader leaves a channel on the list of those who wait.

use crossbeam_channel::{Sender, bounded, select};
use listings::Context;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

enum Card {
    Wanted(Vec<Sender<String>>),
    There(String),
}

pub struct Library(Arc<(Database, Mutex<HashMap<u32, Card>>)>);

impl Library {
    pub fn new(database: Database) -> Library {
        Library(Arc::new((database, Mutex::default())))
    }

    pub fn find(&self, ctx: &Context, id: u32) -> Option<String> {
        let (send, receive) = bounded(1);
        let mut cards = self.0.1.lock().unwrap();
        let is_new = !cards.contains_key(&id);
        match cards.entry(id).or_insert(Card::Wanted(Vec::new())) {
            Card::There(book) => return Some(book.clone()),
            Card::Wanted(readers) => readers.push(send),
        }
        drop(cards);
        if is_new {
            self.ask(id);
        }
        select! {
            recv(receive) -> book => book.ok(),
            recv(ctx.done()) -> _ => None,
        }
    }

    fn ask(&self, id: u32) {
        let shared = Arc::clone(&self.0);
        thread::spawn(move || {
            let (database, cards) = &*shared;
            let book = database(id);
            let before = cards.lock().unwrap().insert(id, Card::There(book.clone()));
            if let Some(Card::Wanted(readers)) = before {
                for reader in readers {
                    let _ = reader.send(book.clone());
                }
            }
        });
    }
}
