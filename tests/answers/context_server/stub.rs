//! A request wants a book. If it stands on the trolley, it is given at once, and the database is
//! not asked. If not, the database is asked, and what it answers is put on the trolley and given.
//! But when the request ends before that, whoever waits for it is told so, with the reason. A
//! request that waits holds up no other one, and costs no computing time.

use crossbeam_channel::Receiver;
use listings::{Context, ContextError};
use std::collections::HashMap;
use std::sync::Mutex;

/// Asks the database for a book. The answer comes on the channel, perhaps late, perhaps never.
pub type Database = Box<dyn Fn(u32) -> Receiver<String> + Send + Sync>;

/// Why there is no book.
#[derive(Debug, PartialEq, Eq)]
pub enum Sorry {
    /// The request has ended, for this reason.
    Ended(ContextError),
    /// The database has gone without an answer.
    NoAnswer,
}

/// The database, and the books that were fetched lately.
pub struct Library {
    database: Database,
    trolley: Mutex<HashMap<u32, String>>,
}

impl Library {
    /// A library with an empty trolley.
    pub fn new(database: Database) -> Library {
        Library {
            database,
            trolley: Mutex::default(),
        }
    }

    /// The book with this number, or why there is none.
    pub fn find(&self, ctx: &Context, id: u32) -> Result<String, Sorry> {
        // TODO: listen to `ctx`, and let go of the trolley.
        let mut trolley = self.trolley.lock().unwrap();
        if let Some(book) = trolley.get(&id) {
            return Ok(book.clone());
        }
        if ctx.err().is_some() {
            return Err(Sorry::Ended(ContextError::Canceled));
        }
        let book = (self.database)(id).recv().unwrap();
        trolley.insert(id, book.clone());
        Ok(book)
    }
}
