//! Rejected: what was found stands on the trolley

use crossbeam_channel::{Receiver, select};
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
        select! {
            recv((self.database)(id)) -> book => book.map_err(|_| Sorry::NoAnswer),
            recv(ctx.done()) -> _ => {
                Err(Sorry::Ended(ctx.err().unwrap_or(ContextError::Canceled)))
            }
        }
    }
}
