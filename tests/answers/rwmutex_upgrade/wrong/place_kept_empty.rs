//! Rejected: both who want a book get its title
//!
//! The place is taken by an empty title, so that nobody else asks; and that is what they read.

use std::collections::HashMap;
use std::sync::RwLock;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Catalogue {
    database: Database,
    titles: RwLock<HashMap<u32, String>>,
}

impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            titles: RwLock::default(),
        }
    }

    pub fn enter(&self, id: u32, title: &str) {
        self.titles.write().unwrap().insert(id, title.to_owned());
    }

    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        if let Some(title) = self.titles.read().unwrap().get(&id) {
            return reader(title);
        }
        let mut asks = false;
        let mut titles = self.titles.write().unwrap();
        titles.entry(id).or_insert_with(|| {
            asks = true;
            String::new()
        });
        drop(titles);
        if asks {
            let title = (self.database)(id);
            let mut titles = self.titles.write().unwrap();
            if titles[&id].is_empty() {
                titles.insert(id, title);
            }
        }
        reader(&self.titles.read().unwrap()[&id])
    }
}
