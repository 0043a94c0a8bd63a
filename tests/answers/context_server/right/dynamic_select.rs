//! A `Select` that is built by hand; an answer that is there is taken although the request has
//! ended.

use crossbeam_channel::{Receiver, RecvError, Select};
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
        let answers = (self.database)(id);
        let mut select = Select::new();
        select.recv(&answers);
        select.recv(ctx.done());
        let chosen = select.select();
        let answer = match chosen.index() {
            0 => chosen.recv(&answers),
            _ => {
                let _ = chosen.recv(ctx.done());
                answers.try_recv().map_err(|_| RecvError)
            }
        };
        let book = match (answer, ctx.err()) {
            (Ok(book), _) => book,
            (Err(_), Some(why)) => return Err(Sorry::Ended(why)),
            (Err(_), None) => return Err(Sorry::NoAnswer),
        };
        self.trolley.lock().unwrap().insert(id, book.clone());
        Ok(book)
    }
}
