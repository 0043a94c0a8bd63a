//! Rejected: two who come together ask once, and both get it
//!
//! Each reader sends somebody of her own.

use crossbeam_channel::{bounded, select};
use listings::Context;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::thread;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Library(Arc<(Database, Mutex<HashMap<u32, String>>)>);

impl Library {
    pub fn new(database: Database) -> Library {
        Library(Arc::new((database, Mutex::default())))
    }

    pub fn find(&self, ctx: &Context, id: u32) -> Option<String> {
        if let Some(book) = self.0.1.lock().unwrap().get(&id) {
            return Some(book.clone());
        }
        let (send, receive) = bounded(1);
        let shared = Arc::clone(&self.0);
        thread::spawn(move || {
            let book = shared.0(id);
            shared.1.lock().unwrap().insert(id, book.clone());
            let _ = send.send(book);
        });
        select! {
            recv(receive) -> book => book.ok(),
            recv(ctx.done()) -> _ => None,
        }
    }
}
