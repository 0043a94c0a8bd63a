//! The catalogue knows the titles of some books. What it does not know is asked of the database,
//! which takes long, and then written into it: once for each book, however many want it at the same
//! time. Meanwhile others look at the titles that are known, several at a time. And what somebody
//! has written in by hand is not overwritten by what the database says.

use std::collections::HashMap;
use std::sync::RwLock;

/// Knows the title of every book, and takes long to tell.
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

/// The titles that are known.
pub struct Catalogue {
    database: Database,
    titles: RwLock<HashMap<u32, String>>,
}

impl Catalogue {
    /// A catalogue without titles.
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            titles: RwLock::default(),
        }
    }

    /// Writes in a title by hand, in place of what was there.
    pub fn enter(&self, id: u32, title: &str) {
        self.titles.write().unwrap().insert(id, title.to_owned());
    }

    /// Hands the title of a book to `reader`, and returns what `reader` returns. `reader` may take
    /// long.
    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        // TODO: who else looks, asks and writes meanwhile?
        let titles = self.titles.read().unwrap();
        match titles.get(&id) {
            Some(title) => reader(title),
            None => {
                let title = (self.database)(id);
                self.titles.write().unwrap().insert(id, title.clone());
                reader(&title)
            }
        }
    }
}
