//! Rejected: what is written by hand takes the place of what was there
//!
//! Nothing that is there is overwritten, by nobody.

use parking_lot::{RwLock, RwLockUpgradableReadGuard};
use std::collections::HashMap;

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
        self.titles
            .write()
            .entry(id)
            .or_insert_with(|| title.to_owned());
    }

    /// Hands the title of a book to `reader`, and returns what `reader` returns. `reader` may take
    /// long.
    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        if let Some(title) = self.titles.read().get(&id) {
            return reader(title);
        }
        // From here on nobody else writes, and only one is here at a time.
        let mut titles = self.titles.upgradable_read();
        if !titles.contains_key(&id) {
            let title = (self.database)(id);
            titles.with_upgraded(|titles| titles.insert(id, title));
        }
        let titles = RwLockUpgradableReadGuard::downgrade(titles);
        reader(&titles[&id])
    }
}
