//! Rejected: whoever leaves is not kept waiting
//! Says: deadlock
//!
//! Looks whether the request has ended, and then waits for the database alone.

use crossbeam_channel::Receiver;
use listings::{Context, ContextError};
use std::collections::HashMap;
use std::sync::Mutex;

pub type Database = Box<dyn Fn(u32) -> Receiver<String> + Send + Sync>;

#[derive(Debug, PartialEq, Eq)]
pub enum Sorry {
    Ended(ContextError),
    NoAnswer,
}

pub struct Library {
    database: Database,
    trolley: Mutex<HashMap<u32, String>>,
}

impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            trolley: Mutex::default(),
        }
    }

    pub fn find(&self, ctx: &Context, id: u32) -> Result<String, Sorry> {
        if let Some(book) = self.trolley.lock().unwrap().get(&id) {
            return Ok(book.clone());
        }
        if let Some(why) = ctx.err() {
            return Err(Sorry::Ended(why));
        }
        let answer = (self.database)(id).recv();
        let book = answer.map_err(|_| Sorry::NoAnswer)?;
        self.trolley.lock().unwrap().insert(id, book.clone());
        Ok(book)
    }
}
