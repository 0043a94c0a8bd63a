//! Readers ask for books by their number. The database is far away, and it is asked once for each
//! book, however many readers want it and whenever they come. A reader waits only as long as her
//! request lasts: when her context ends, she gives up and leaves at once. The way to the database is
//! not given up with her: others who wait for the book get it, and whoever comes later as well.

use listings::Context;
use std::collections::HashMap;
use std::sync::Mutex;

/// Asks the database. It may take long, and does not listen to anybody.
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

/// The database, and what it has said so far.
pub struct Library {
    database: Database,
    books: Mutex<HashMap<u32, String>>,
}

impl Library {
    /// A library that has asked for nothing yet.
    pub fn new(database: Database) -> Library {
        Library {
            database,
            books: Mutex::default(),
        }
    }

    /// The book with this number, or nothing if `ctx` has ended before it was there.
    pub fn find(&self, ctx: &Context, id: u32) -> Option<String> {
        // TODO: nobody else gets in, and nobody gets out.
        let mut books = self.books.lock().unwrap();
        if ctx.err().is_some() {
            return None;
        }
        let book = books.entry(id).or_insert_with(|| (self.database)(id));
        Some(book.clone())
    }
}
