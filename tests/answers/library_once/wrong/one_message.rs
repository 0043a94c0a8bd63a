//! Rejected: all who wait for a book get it
//!
//! All who wait listen to one channel, and one message comes.

use crossbeam_channel::{Receiver, bounded};
use std::collections::HashMap;
use std::sync::Mutex;
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

enum Card {
    OnItsWay(Receiver<String>),
    There(String),
}
pub struct Library {
    database: Database,
    cards: Mutex<HashMap<u32, Card>>,
}
impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            cards: Mutex::default(),
        }
    }
    pub fn find(&self, id: u32) -> String {
        let (send, receive) = bounded(1);
        let wait = {
            let mut cards = self.cards.lock().unwrap();
            match cards.get(&id) {
                Some(Card::There(book)) => return book.clone(),
                Some(Card::OnItsWay(r)) => Some(r.clone()),
                None => {
                    cards.insert(id, Card::OnItsWay(receive));
                    None
                }
            }
        };
        if let Some(r) = wait {
            return r.recv().unwrap();
        }
        let book = (self.database)(id);
        self.cards
            .lock()
            .unwrap()
            .insert(id, Card::There(book.clone()));
        let _ = send.send(book.clone());
        book
    }
}
