use crossbeam_channel::{Receiver, select};
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
        let on_the_trolley = self.trolley.lock().unwrap().get(&id).cloned();
        if let Some(book) = on_the_trolley {
            return Ok(book);
        }
        let book = select! {
            recv((self.database)(id)) -> book => book.map_err(|_| Sorry::NoAnswer)?,
            recv(ctx.done()) -> _ => {
                // A context whose channel is closed has a reason.
                return Err(Sorry::Ended(ctx.err().unwrap_or(ContextError::Canceled)));
            }
        };
        self.trolley.lock().unwrap().insert(id, book.clone());
        Ok(book)
    }
}
