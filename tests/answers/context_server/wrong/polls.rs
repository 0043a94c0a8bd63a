//! Rejected: whoever waits sleeps
//! Says: looks again and again

use crossbeam_channel::{Receiver, TryRecvError};
use listings::{Context, ContextError};
use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

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
        let answers = (self.database)(id);
        loop {
            match answers.try_recv() {
                Ok(book) => {
                    self.trolley.lock().unwrap().insert(id, book.clone());
                    return Ok(book);
                }
                Err(TryRecvError::Disconnected) => return Err(Sorry::NoAnswer),
                Err(TryRecvError::Empty) => {}
            }
            if let Some(why) = ctx.err() {
                return Err(Sorry::Ended(why));
            }
            thread::yield_now();
        }
    }
}
